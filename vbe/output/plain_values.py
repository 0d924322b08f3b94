"""Values of records as JSON holds them; a text that may be about a person is masked whole."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from vbe.domain.changes.labels import quotable
from vbe.model.fields import Model, written_day
from vbe.privacy.redaction import MASK

if TYPE_CHECKING:
    from vbe.domain.changes import Names


def json_value(value: Any, names: Names) -> Any:
    """A value as plain dictionaries, lists, texts and numbers; empty fields are left out."""
    if isinstance(value, Model):
        return {name: json_value(part, names) for name, part in value if part not in (None, (), {})}
    if isinstance(value, tuple | list):
        return [json_value(part, names) for part in value]
    if isinstance(value, dict):
        return {str(key): json_value(part, names) for key, part in value.items()}
    if isinstance(value, datetime.date):
        return written_day(value)
    if isinstance(value, str):
        return value if quotable(value, names) else MASK
    return value
