"""What a plan says of time → the clock of a measure. The one reader of times reads the words; here is what it may be given."""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

from vbe.language.events import tells_time
from vbe.language.written import read_time

SEPARATORS: Final = re.compile(
    r"\s*(?:[,;(]|\bdärefter\b|\bsedan\b|\bsamt\b|\boch\b|\b(?=med start\b)|\bförsta gången\b)\s*", re.IGNORECASE
)
BEGIN: Final = re.compile(
    r"\A(?:start(?:ar|as)?|påbörjas|inleds|börjar|från och med|från|fr\.?\s?o\.?\s?m\.?|med start)\b[:\s]*(?:i\s|under\s)?",
    re.IGNORECASE,
)
PERIOD: Final = re.compile(
    r"\b(?:hela|under)\s+(?:\w+\s)?(?:plan|avtals|strategi|program)?perioden\b|\bplanperioden\b", re.IGNORECASE
)
YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s*(?:[,/–-]|och|samt)\s*(?:19|20)\d\d)+", re.IGNORECASE)
LEAD: Final = re.compile(
    r"\A(?:klart|klar|färdigt|slut|slutfört|genomfört|genomförs|införs|införas|görs|sker|färdigställs|avslutas|pågår|minst|tidplan|under)\s*:?\s*",
    re.IGNORECASE,
)
MORE: Final = re.compile(r"\A(?P<cadence>\w+(?:\s+\w+){0,4}?)\s+(?:i|under|på|före|inför|efter|senast|vid)\s+\S", re.IGNORECASE)
UNDER: Final = re.compile(r"\A(?:under|i|vid)\s+(?:år\s+)?", re.IGNORECASE)
LONGEST: Final = 300


class Clock(NamedTuple):
    """When a measure is to be done: a last day or a span in the plan's words, a cadence in months, or words for an event."""

    starts_on: datetime.date | None = None
    deadline: datetime.date | str | int | None = None
    then_every_months: int | None = None
    every_months: int | None = None
    when: str | None = None
    is_guess: bool = False
    """Whether the words say more, or something else, than the clock does."""

    @property
    def is_told(self) -> bool:
        """Whether there is a time; a first day alone is none."""
        return any(value is not None for value in (self.deadline, self.every_months, self.when))


def clock_of(text: str, last_day: datetime.date | None) -> Clock:
    """The clock of a measure; `last_day` is the plan's, for what is to be done while it is valid."""
    words = " ".join(text.split()).strip(" .")
    if not words:
        return Clock()
    whole = _clock(words)
    if whole is not None:
        return whole
    if PERIOD.search(words) and last_day is not None:
        return Clock(deadline=last_day, is_guess=True)
    begun = _begun(words)
    parts = [part for part in SEPARATORS.split(words) if part and not BEGIN.match(part)]
    found = [clock for part in parts if (clock := _clock(part) or _cadence_first(part)) is not None]
    joined = _joined(found)
    if joined is not None:
        return joined._replace(starts_on=begun, is_guess=True)
    years = YEARS.search(words)
    if years:
        return Clock(deadline=datetime.date(int(re.findall(r"\d{4}", years[0])[-1]), 12, 31), is_guess=True)
    if begun is not None or re.search(r"\d{4}", words) or len(words) > LONGEST:
        return Clock(starts_on=begun, is_guess=begun is not None)
    return Clock() if tells_time(words) else Clock(when=words)


def first_day(text: str) -> datetime.date | None:
    """The first day of what a column of beginnings says."""
    time = read_time(" ".join(text.split()).strip(" ."))
    return time.first if time is not None else None


def _cadence_first(words: str) -> Clock | None:
    """A cadence with more behind it, which stays in the comment: `årligen i augusti`, `varje år före sommaren`."""
    found = MORE.match(words)
    time = read_time(found["cadence"]) if found else None
    return Clock(every_months=time.every_months, is_guess=True) if time is not None and time.every_months else None


def _begun(words: str) -> datetime.date | None:
    """The first day that one of the parts tells: `start våren 2024`."""
    return next((day for part in SEPARATORS.split(words) if BEGIN.match(part) and (day := first_day(BEGIN.sub("", part)))), None)


def _joined(found: list[Clock]) -> Clock | None:
    """Several times as one: a cadence after a first time, else the cadence, all the time, or the last of the days."""
    days = sorted((clock for clock in found if clock.deadline is not None), key=lambda clock: str(_last(clock)))
    cadences = [clock for clock in found if clock.every_months is not None]
    if len(days) == 1 and cadences:
        return Clock(deadline=days[0].deadline, then_every_months=cadences[0].every_months)
    if cadences:
        return cadences[0]
    always = [clock for clock in found if clock.when is not None]
    return always[0] if always else days[-1] if days else None


def _last(clock: Clock) -> datetime.date | None:
    if isinstance(clock.deadline, datetime.date):
        return clock.deadline
    time = read_time(str(clock.deadline))
    return time.last if time is not None else None


def _clock(words: str) -> Clock | None:
    """Exactly what the words say; None where they say more than a time."""
    if BEGIN.match(words):
        return None
    span = words if read_time(words) is not None else LEAD.sub("", words)
    time = read_time(span)
    if time is None:
        return None
    if time.last is not None and time.first is not None and time.first != time.last:
        span = UNDER.sub("", span)
        return Clock(deadline=int(span) if span.isdecimal() else span, is_guess=span != words)
    if time.last is not None:
        return Clock(deadline=time.last, is_guess=not re.fullmatch(r"\d{4}-\d\d-\d\d", words))
    if time.every_months is not None:
        return Clock(every_months=time.every_months, is_guess=True)
    return Clock(when=words) if time.is_continuous else None
