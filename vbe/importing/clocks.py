"""What a plan says of time → the clock of a measure. The one reader of times reads the words; here is what it may be given."""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

from vbe.language.written import read_time

PARTS: Final = re.compile(r"\s*(?:[,;(]|\bdärefter\b|\bsedan\b|\bsamt\b|\boch\b|\bmed start\b)\s*", re.IGNORECASE)
BEGIN: Final = re.compile(r"\A(?:start(?:ar|as)?|påbörjas|inleds|från och med|fr\.?\s?o\.?\s?m\.?|med start)\b", re.IGNORECASE)
PERIOD: Final = re.compile(
    r"\b(?:hela|under)\s+(?:\w+\s)?(?:plan|avtals|strategi|program)?perioden\b|\bplanperioden\b", re.IGNORECASE
)
YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s*(?:[,/–-]|och|samt)\s*(?:19|20)\d\d)+", re.IGNORECASE)
LEAD: Final = re.compile(r"\A(?:klart|klar|färdigt|slut|slutfört|genomfört|genomförs|minst|tidplan|under)\s*:?\s*", re.IGNORECASE)
LONGEST: Final = 300


class Clock(NamedTuple):
    """One of a last day, a cadence in months and words for an event; none where no time was understood."""

    deadline: datetime.date | None = None
    every_months: int | None = None
    when: str | None = None
    is_guess: bool = False
    """Whether the words say more, or something else, than the clock does."""


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
    parts = [part for part in PARTS.split(words) if part and not BEGIN.match(part)]
    found = [clock for part in parts if (clock := _clock(part)) is not None]
    for wanted in ("every_months", "when", "deadline"):
        of_kind = [clock for clock in found if getattr(clock, wanted) is not None]
        if of_kind:
            last = max((clock.deadline for clock in of_kind if clock.deadline), default=None)
            return of_kind[0]._replace(deadline=last, is_guess=True)
    years = YEARS.search(words)
    if years:
        return Clock(deadline=datetime.date(int(re.findall(r"\d{4}", years[0])[-1]), 12, 31), is_guess=True)
    return Clock(when=words) if not BEGIN.match(words) and len(words) <= LONGEST and not re.search(r"\d{4}", words) else Clock()


def _clock(words: str) -> Clock | None:
    """Exactly what the words say; None where they say more than a time."""
    time = read_time(words) or read_time(LEAD.sub("", words))
    if time is None or BEGIN.match(words):
        return None
    if time.last is not None:
        return Clock(deadline=time.last, is_guess=time.first != time.last or not re.fullmatch(r"\d{4}-\d\d-\d\d", words))
    if time.every_months is not None:
        return Clock(every_months=time.every_months, is_guess=True)
    return Clock(when=words) if time.is_continuous else None
