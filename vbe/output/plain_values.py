"""Values of records as JSON holds them; a text that may be about a person is masked whole."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.changes.labels import quotable
from vbe.model.fields import Model, written_day
from vbe.privacy.redaction import MASK

if TYPE_CHECKING:
    from vbe.domain.changes.names import Names


Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def shown_text(text: str, names: Names) -> str:
    """A text; a mask where it may be about a person."""
    return text if quotable(text, names) else MASK


def json_value(value: object, names: Names) -> Json:
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
        return shown_text(value, names)
    return value if isinstance(value, int | float) else None
