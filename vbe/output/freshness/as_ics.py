"""`ics`: an all-day event for each due date. The same records give the same bytes: the time stamp is the commit's."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Calendar, Event

from vbe import __version__
from vbe.language import _, active_language
from vbe.model.records.organisation import ACTOR
from vbe.output.freshness.former import CANCELLED
from vbe.output.freshness.labels import department_name, kind_word, review_command, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting
    from vbe.output.freshness.former import Former

BEGINNING = datetime.date(1970, 1, 1)
END = b"END:VCALENDAR\r\n"
NOT_DATED = (ACTOR.name,)
"""What has ended already has no day in a calendar of what is to be done."""


class Entry(NamedTuple):
    """A day in the calendar: of what, and what else is to be said of it."""

    freshness: Freshness
    day: datetime.date
    note: str = ""
    is_end: bool = False
    """Whether its validity ends on the day, beside the day of its review."""


def format_assessment(assessment: Assessment, setting: Setting, told: dict[str, bytes] | None = None) -> str:
    """One calendar; with --department that department's. `told`: the events of several calendars, each made once."""
    return calendar(entries_of(assessment), assessment, setting, told=told)


def entries_of(assessment: Assessment) -> Iterator[Entry]:
    """Everything that has a day."""
    dated = (freshness for freshness in assessment.freshness if freshness.kind not in NOT_DATED)
    yield from (entry for freshness in dated for entry in _entries(freshness))


def _entries(freshness: Freshness) -> Iterator[Entry]:
    """One for each day that it is due."""
    for each in freshness.by_day():
        if each.due_on is not None:
            yield Entry(each, each.due_on, is_end=each.is_ending)


def calendar(
    entries: Iterable[Entry],
    assessment: Assessment,
    setting: Setting,
    *,
    is_plain: bool = False,
    told: dict[str, bytes] | None = None,
) -> str:
    """The entries by day; named after the department that was asked for, or the only one there is.

    `is_plain`: without ids and commands, for whoever has no use of them. `told`: id → event, made by this before.
    """
    calendar_ = Calendar()
    calendar_.add("prodid", f"-//vbe//vbe {__version__}//{active_language().upper()}")
    calendar_.add("version", "2.0")
    calendar_.add("calscale", "GREGORIAN")
    calendar_.add("method", "PUBLISH")
    calendar_.add("x-wr-calname", _("Reviews: {owner}").format(owner=_owner(assessment, setting)))
    head: bytes = calendar_.to_ical()
    former = {event.uid: event for event in setting.former}
    told = {} if told is None else told
    parts = []
    for entry in sorted(entries, key=lambda e: (e.day, e.freshness.kind, e.freshness.id, e.is_end)):
        uid = _uid(entry, setting.code)
        was = former.pop(uid, None)
        if uid not in told:
            told[uid] = _event(entry, setting, was, is_plain=is_plain).to_ical()
        parts.append(told[uid])
    called_off = (gone for gone in former.values() if gone.uid.endswith(f"@{setting.code}.vbe"))
    parts.extend(_called_off(gone, setting.stamp).to_ical() for gone in called_off)
    return b"".join([head.removesuffix(END), *parts, END]).decode("utf-8")


def _owner(assessment: Assessment, setting: Setting) -> str:
    listed = {freshness.department for freshness in assessment.freshness}
    departments = listed if assessment.department is None else {assessment.department}
    return department_name(departments.pop(), setting) if len(departments) == 1 else setting.municipality


def _event(entry: Entry, setting: Setting, former: Former | None, *, is_plain: bool) -> Event:
    freshness = entry.freshness
    sequence, stamp = max((freshness.as_of - BEGINNING).days, 0), setting.stamp
    if former is not None and former.day != entry.day:
        # A calendar believes a day that has moved only where the number has grown (RFC 5545, 3.8.7.4).
        sequence, stamp = max(sequence, former.sequence + 1), _later(stamp, former)
    event = _begun(_uid(entry, setting.code), stamp, sequence, entry.day, _summary(entry))
    if entry.day < datetime.date.max:
        # The calendar has no day after its last; an event without an end lasts the day (RFC 5545, 3.6.1).
        event.add("dtend", entry.day + datetime.timedelta(days=1))
    owner = setting.name(freshness.owner_role) if freshness.owner_role else ""
    lines = [state_of(freshness), *(reason.message for reason in freshness.reasons), entry.note, owner]
    if not is_plain:
        lines.append(freshness.id)
    if not entry.is_end and not is_plain:  # A review prolongs nothing.
        lines.append(review_command(freshness))
    event.add("description", "\n".join(line for line in lines if line))
    return event


def _called_off(former: Former, stamp: datetime.datetime) -> Event:
    """An event that is gone: a calendar that holds it takes it away (RFC 5545, 3.8.1.11)."""
    event = _begun(former.uid, _later(stamp, former), former.sequence + 1, former.day, former.summary)
    event.add("status", CANCELLED)
    return event


def _begun(uid: str, stamp: datetime.datetime, sequence: int, day: datetime.date, summary: str) -> Event:
    """What every event has. The higher of two numbers is the later version of an event."""
    event = Event()
    for name, value in (("uid", uid), ("dtstamp", stamp), ("sequence", sequence), ("dtstart", day), ("summary", summary)):
        event.add(name, value)
    event.add("transp", "TRANSPARENT")
    return event


def _later(stamp: datetime.datetime, former: Former) -> datetime.datetime:
    """The moment of the commit; a second after the former event's where that is no later."""
    return max(stamp, former.stamp + datetime.timedelta(seconds=1))


def _summary(entry: Entry) -> str:
    title = entry.freshness.title
    return _("Validity ends: {title}").format(title=title) if entry.is_end else f"{kind_word(entry.freshness.kind)}: {title}"


def _uid(entry: Entry, code: str) -> str:
    """The same for a record as long as it has its id, so that a calendar moves the event instead of adding one."""
    freshness = entry.freshness
    name = re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found.group()):x}_", freshness.id.replace("/", "."))
    return f"{freshness.kind.replace('_', '-')}.{name}{'.end' * entry.is_end}@{code}.vbe"
