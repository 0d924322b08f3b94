"""`ics`: an all-day event for each due date. The same records give the same bytes: the time stamp is the commit's."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from vbe import __version__
from vbe.formats.freshness.words import department_name, kind_word, review_command, state_of
from vbe.language import _
from vbe.redaction import redact
from vbe.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from vbe.formats.freshness import Setting
    from vbe.freshness import Assessment, Freshness

NOT_DATED = ("actor",)
"""What has ended already has no day in a calendar of what is to be done."""


class Entry(NamedTuple):
    """A day in the calendar: of what, and what else is to be said of it."""

    freshness: Freshness
    day: datetime.date
    note: str = ""


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """One calendar; with --department that department's."""
    dated = (Entry(f, f.due_on) for f in assessment.freshness if f.due_on is not None and f.kind not in NOT_DATED)
    departments = {freshness.department for freshness in assessment.freshness}
    return calendar(dated, departments, setting)


def calendar(entries: Iterable[Entry], departments: set[str], setting: Setting) -> str:
    """The entries by day; named after the department, where there is only one."""
    from icalendar import Calendar

    municipality = setting.municipality
    owner = department_name(departments.pop(), setting) if len(departments) == 1 else municipality.name
    made = Calendar()
    made.add("prodid", f"-//vbe//vbe {__version__}//SV")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(redact(_("Reviews: {owner}").format(owner=owner))))
    for entry in sorted(entries, key=lambda e: (e.day, e.freshness.kind, e.freshness.id)):
        made.add_component(_event(entry, setting))
    content: bytes = made.to_ical()
    return content.decode("utf-8")


def _event(entry: Entry, setting: Setting) -> Event:
    from icalendar import Event

    freshness = entry.freshness
    event = Event()
    event.add("uid", _uid(freshness, setting.municipality.code))
    event.add("dtstamp", setting.stamp)
    event.add("dtstart", entry.day)
    if entry.day < datetime.date.max:
        # The calendar has no day after its last; an event without an end lasts the day (RFC 5545, 3.6.1).
        event.add("dtend", entry.day + datetime.timedelta(days=1))
    event.add("summary", one_line(redact(f"{kind_word(freshness.kind)}: {freshness.title}")))
    owner = setting.name(freshness.owner_role) if freshness.owner_role else ""
    lines = [state_of(freshness), *(reason.message for reason in freshness.reasons), entry.note, owner, freshness.id]
    lines.append(review_command(freshness))
    event.add("description", "\n".join(one_line(redact(line)) for line in lines if line))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(freshness: Freshness, code: str) -> str:
    """The same for a record as long as it has its id, so that a calendar moves the event instead of adding one."""
    name = re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found.group()):x}_", freshness.id.replace("/", "."))
    return f"{freshness.kind.replace('_', '-')}.{name}@{code}.vbe"
