"""The calendar that was sent before: what it held, so that what is gone can be called off."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from vbe.errors import VbeError
from vbe.language import _

CANCELLED = "CANCELLED"


class Former(NamedTuple):
    """An event of the calendar that was sent before."""

    uid: str
    day: datetime.date
    sequence: int
    stamp: datetime.datetime
    summary: str


def read_former(content: bytes, name: str) -> tuple[Former, ...]:
    """The events of a calendar by their identity, those that were called off left out; stops where it is no calendar."""
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(content.decode("utf-8")).walk("VEVENT")
        found = [_event(event) for event in events if str(event.get("STATUS", "")) != CANCELLED]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        message = _("{path} is no calendar that vbe has written.").format(path=name)
        raise VbeError(message, _("Give the file that `vbe stale --format ics` wrote last time.")) from None
    return tuple(sorted(found))


def _event(event: dict[str, object]) -> Former:
    day, stamp = event["DTSTART"].dt, event["DTSTAMP"].dt  # type: ignore[attr-defined]
    if isinstance(day, datetime.datetime) or not isinstance(day, datetime.date) or not isinstance(stamp, datetime.datetime):
        raise TypeError
    aware = stamp if stamp.tzinfo else stamp.replace(tzinfo=datetime.UTC)
    return Former(str(event["UID"]), day, int(str(event.get("SEQUENCE", 0))), aware, str(event.get("SUMMARY", "")))
