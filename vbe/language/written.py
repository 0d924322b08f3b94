"""Times and numbers as people write them in Swedish: `hösten 2027`, `senast 30/6 2018`, `vartannat år`, `2 150`, `ca 92 %`.

The one reader of such words: prompts, imports, forms and fixes ask here. What is not understood is None, never a guess.
Days are `datetime.date`; a span's last day is the day that it is due.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from vbe.language.patterns import later

_MONTH_NAMES = (
    *("januari jan", "februari feb febr", "mars mar", "april apr", "maj", "juni jun"),
    *("juli jul", "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6}
COUNTS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "tio": 10, "tolv": 12}
SEASONS = {
    ("vår", "våren", "vt", "vårterminen", "vårtermin"): (1, 6),
    ("sommar", "sommaren"): (6, 8),
    ("höst", "hösten", "ht", "höstterminen", "hösttermin"): (8, 12),
}
"""Words → first and last month, our reading of how plans use them: a term lasts until June or December is over."""
UNITS = {"dag": 0, "vecka": 0, "månad": 1, "kvartal": 3, "tertial": 4, "termin": 6, "halvår": 6, "år": 12, "läsår": 12}
UNITS |= dict.fromkeys(
    ("verksamhetsår", "kalenderår", "budgetår", "skolår", "vår", "sommar", "höst", "vårtermin", "hösttermin"), 12
)
UNITS["mandatperiod"] = 48
"""Unit → months; 0 is more often than a clock of months can tell."""
ADVERBS = {
    **dict.fromkeys(("årligen", "årsvis", "läsårsvis"), 12),
    **dict.fromkeys(("halvårsvis", "terminsvis", "vår och höst varje år", "varje vår och höst"), 6),
    **dict.fromkeys(("månadsvis", "månatligen"), 1),
    "kvartalsvis": 3,
    "tertialvis": 4,
}
ALWAYS = frozenset(("löpande", "fortlöpande", "kontinuerligt", "kontinuerlig", "ständigt", "alltid", "pågående", "tills vidare"))

_BLANKS = later(r"[\s\u00a0\u2009\u202f]+")
_COMPACT = later(r"(\d{4})(\d\d)(\d\d)\Z")
_SHORT_YEAR = later(r"(?P<before>\d{1,2}/\d{1,2}[-/ ]|(?:vt|ht)[- ]?)(?P<year>\d\d)\Z")
"""`30/6-18` and `VT27`: of a year two figures, in this century."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BY = later(
    r"(?:klart?|färdigt?|genomförs|genomfört)?\s*"
    r"(?P<word>senast|till och med|t\.?o\.?m\.?|före|innan|under|i|vid)\s+(?:utgången av\s+)?"
)
_DAY = later(r"(?:den\s+)?(?P<day>\d{1,2})(?:\s*[/.]\s*(?P<number>\d{1,2})[.]?|\.?\s+(?P<month>[a-zåäö]+))[\s,/.-]*" + _YEAR)
_ISO = later(_YEAR + r"(?:[-./](?P<month>\d{1,2})(?:[-./](?P<day>\d{1,2}))?)?")
_MONTH = later(r"(?P<month>[a-zåäö]+)\s*" + _YEAR)
_PART = later(
    r"(?:(?P<short>[qt])\s*(?P<number>[1-4])|(?P<span>kvartal|tertial|halvår)\s+(?P<after>[1-4])|"
    r"(?P<ordinal>[a-zåäö]+)\s+(?P<noun>kvartalet|tertialet|halvåret))[\s,/-]*(?:år\s+)?" + _YEAR
)
_WEEK = later(r"v(?:ecka|eckan|\.)?\s*(?P<week>\d{1,2})[\s,/-]*" + _YEAR)
_WEEK_AFTER = later(_YEAR + r"[\s,/-]*v(?:ecka|eckan|\.)?\s*(?P<week>\d{1,2})")
_SHIFT = later(r"(?P<which>halvårs|års)skiftet\s*" + _YEAR + r"(?:[/–-](?P<next>\d{2,4}))?")
_SCHOOL_YEAR = later(r"(?:läsåret|skolåret|läsår|skolår)\s*" + _YEAR + r"\s*[/–-]\s*(?P<next>\d{4}|\d\d)")
_PART_AFTER = later(_YEAR + r"[\s,/-]*(?:(?P<short>[qt])\s*(?P<number>[1-4])|(?P<season>[a-zåäö]+))")
_BETWEEN = r"–|—|\s-\s|(?<=\d{4})-(?=\d{4}\Z)|(?<=[a-zåäö])-(?=[a-zåäö]+ \d{4}\Z)|till och med|\btill\b|\bt\.?o\.?m\.?"
_SPAN = later(rf"(?P<first>.+?)\s*(?:{_BETWEEN})\s*(?P<last>.+)")
_EVERY = later(r"(?:varje|var|per|en gång om|en gång i|1 gång om)\s+(?P<span>[a-zåäö]+?)(?:en|et)?")
_EVERY_NTH = later(r"(?:vart|var) ?(?P<nth>annat|annan|\s+[a-zåäö]+)\s+(?P<span>[a-zåäö]+)")
_TIMES = later(
    r"(?:minst\s+)?(?P<count>\d{1,2}|[a-zåäö]+)\s*(?:gång(?:er)?|ggr|ggn|g)\s*"
    r"(?:/|per|om|i|varje|under)\s*(?P<span>[a-zåäö]+?)(?:et|en)?"
)
_NUMBER = later(
    r"(?P<about>(?:ca|cirka|c:a|omkring|ungefär|drygt|knappt)\.?\s+|~\s*)?(?P<sign>[-\u2212]?)"
    r"(?P<digits>\d{1,3}(?: \d{3})+|\d+)(?:,(?P<decimals>\d+)|\.(?P<point>\d{1,2}|\d{4,}))?(?P<span>\s*(?:%|procent))?"
)


class Time(NamedTuple):
    """When something is to be done: a day, a span of days, a cadence, or all the time. What does not apply is None."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    """The day it is due."""
    every_months: int | None = None
    is_continuous: bool = False


class Number(NamedTuple):
    """A number as written: its value, whether it is a share in per cent, and whether it is only about right."""

    value: int | float
    is_percent: bool = False
    is_about: bool = False


def read_number(text: str) -> Number | None:
    """`2 150` → 2150, `12,5` → 12.5, `92 %` → 92 in per cent, `ca 2000` → 2000, about. None where it is anything else."""
    found = _NUMBER.fullmatch(_BLANKS.sub(" ", text).strip().lower())
    if found is None:
        return None
    digits = found["sign"].replace("\u2212", "-") + found["digits"].replace(" ", "")
    decimals = found["decimals"] or found["point"]
    value = float(f"{digits}.{decimals}") if decimals else int(digits)
    return Number(value, is_percent=bool(found["span"]), is_about=bool(found["about"]))


def read_day(text: str) -> datetime.date | None:
    """One day as people write it: `2018-06-30`, `20180630`, `30/6 2018`, `den 30 juni 2018`. None where it is not one day."""
    time = read_time(_COMPACT.sub(r"\1-\2-\3", text.strip()))
    return time.last if time is not None and time.first == time.last else None


def read_time(text: str) -> Time | None:
    """What a text says of when something is to be done. None where it is not a time, or one that we cannot tell."""
    words = _BLANKS.sub(" ", text).strip(" .,;:").lower()
    if words.replace("tillsvidare", "tills vidare") in ALWAYS:
        return Time(is_continuous=True)
    months = _cadence(words)
    if months is not None:
        return Time(every_months=months)
    by = _BY.match(words)
    if by is None:
        return _span(words)
    span = _span(words[by.end() :])
    if span is None or span.first is None:
        return None
    if by["word"] in ("före", "innan"):
        return Time(last=span.first - datetime.timedelta(days=1))
    return Time(last=span.last) if by["word"] in ("senast", "till och med") or by["word"].startswith("t") else span


def _cadence(words: str) -> int | None:
    """Months between two times; None where the words tell no cadence, or one shorter than a month."""
    if words in ADVERBS:
        return ADVERBS[words]
    if found := _TIMES.fullmatch(words):
        count = int(found["count"]) if found["count"].isdigit() else COUNTS.get(found["count"], 0)
        months = UNITS.get(found["span"], 0)
        return months // count if count and months >= count else None
    if found := _EVERY_NTH.fullmatch(words):
        nth = 2 if found["nth"] in ("annat", "annan") else ORDINALS.get(found["nth"].strip(), 0)
        return UNITS.get(found["span"], 0) * nth or None
    found = _EVERY.fullmatch(words)
    return (UNITS.get(found["span"], 0) or None) if found else None


def _span(words: str) -> Time | None:
    one = _days(words)
    if one is not None:
        return Time(*one)
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    first, last = found["first"].removeprefix("från och med ").removeprefix("från "), _days(found["last"])
    start = _days(first) or (last and _days(f"{first} {last[1].year}"))
    return Time(start[0], last[1]) if start and last and start[0] <= last[1] else None


def _days(words: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of what is written as one day, month, part of a year or year."""
    words = _SHORT_YEAR.sub(r"\g<before> 20\g<year>", words)
    words = re.sub(r"\A(vt|ht)[- ]+", r"\1 ", words)
    if found := _ISO.fullmatch(words):
        return _dates(int(found["year"]), found["month"], found["day"])
    if found := _DAY.fullmatch(words):
        month = found["number"] or MONTHS.get(found["month"])
        return _dates(int(found["year"]), month, found["day"]) if month else None
    if found := _PART.fullmatch(words):
        unit = {"q": "kvartal", "t": "tertial"}.get(found["short"] or "", found["span"] or (found["noun"] or "")[:-2])
        number = int(found["number"] or found["after"] or ORDINALS.get(found["ordinal"] or "", 0))
        return _part(int(found["year"]), unit, number)
    if found := _PART_AFTER.fullmatch(words):
        if found["short"]:
            return _part(int(found["year"]), {"q": "kvartal", "t": "tertial"}[found["short"]], int(found["number"]))
        return _named(found["season"], int(found["year"]))
    if found := _WEEK.fullmatch(words) or _WEEK_AFTER.fullmatch(words):
        return _week(int(found["year"]), int(found["week"]))
    if found := _SHIFT.fullmatch(words):
        return _shift(int(found["year"]), found["which"], found["next"])
    if found := _SCHOOL_YEAR.fullmatch(words):
        year = int(found["year"])
        return (datetime.date(year, 8, 1), datetime.date(year + 1, 6, 30)) if _is_next(year, found["next"]) else None
    found = _MONTH.fullmatch(words)
    return _named(found["month"], int(found["year"])) if found else None


def _is_next(year: int, written: str) -> bool:
    """Whether `18` or `2018` is written for the year after."""
    return str(year + 1).endswith(written)


def _week(year: int, week: int) -> tuple[datetime.date, datetime.date] | None:
    """Monday and Sunday of a week."""
    try:
        return datetime.date.fromisocalendar(year, week, 1), datetime.date.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def _shift(year: int, which: str, after: str | None) -> tuple[datetime.date, datetime.date] | None:
    """The day on which a half-year, or with `2018/19` a year, ends. Of one year alone nobody can tell which end is meant."""
    if which == "halvårs":
        return None if after else _dates(year, 6, "30")
    return _dates(year, 12, "31") if after and _is_next(year, after) else None


def _named(name: str, year: int) -> tuple[datetime.date, datetime.date] | None:
    """A month or a season by its name."""
    if name in MONTHS:
        return _months(year, MONTHS[name], MONTHS[name])
    return next((_months(year, *months) for names, months in SEASONS.items() if name in names), None)


def _part(year: int, unit: str, number: int) -> tuple[datetime.date, datetime.date] | None:
    length = UNITS[unit]
    return _months(year, (number - 1) * length + 1, number * length) if 1 <= number <= 12 // length else None


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])


def _dates(year: int, month: str | int | None, day: str | None) -> tuple[datetime.date, datetime.date] | None:
    try:
        if month is None:
            return _months(year, 1, 12)
        if day is None:
            return _months(year, int(month), int(month))
        one = datetime.date(year, int(month), int(day))
    except (ValueError, calendar.IllegalMonthError):
        return None
    return one, one
