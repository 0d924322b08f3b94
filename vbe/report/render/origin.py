"""Provenance in a file's own properties, in one shape for every form, and the moment that a report's clock shows."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.report.model import Provenance

PREFIX = "vbe."
NUMBERS = ("year",)
TRUTHS = {"true": True, "false": False}


def properties(provenance: Provenance) -> dict[str, str]:
    """Names and words for a file's properties; what is not known is left out."""
    known = {name: value for name, value in asdict(provenance).items() if value is not None}
    return {PREFIX + name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in known.items()}


def from_properties(found: Mapping[str, str]) -> dict[str, object]:
    """What `properties` was made from; other programs' properties are left aside, what was not known is None."""
    from vbe.report.model import Provenance

    ours = {name.removeprefix(PREFIX): value for name, value in found.items() if name.startswith(PREFIX)}
    if not ours:
        return {}
    read: dict[str, object] = dict.fromkeys(asdict(Provenance("")))
    for name, value in ours.items():
        read[name] = int(value) if name in NUMBERS and value.isdigit() else TRUTHS.get(value, value)
    return read


def moment(provenance: Provenance) -> datetime.datetime:
    """When the commit was made; without one, the as-of day. Never now: the same commit must give the same bytes."""
    stated = provenance.committed_on or provenance.as_of
    when = datetime.datetime.fromisoformat(stated) if stated else datetime.datetime(provenance.year or 1980, 12, 31)  # noqa: DTZ001
    return when.astimezone(datetime.UTC) if when.tzinfo else when.replace(tzinfo=datetime.UTC)
