"""Times in words never disarm the clock: they are read where they may stand, found where they may not, and mended."""

from __future__ import annotations

import datetime

import pytest

from tests.report import small
from vbe.app.mending import mend_one
from vbe.domain.changes.compare import compare
from vbe.domain.freshness.assessing import assess
from vbe.language.written import read_time
from vbe.model.records.area import COMMITMENT
from vbe.rules.checker import check
from vbe.store.loader import load

AREA = "measures/02-stod.yaml"
ORDINARY = {
    "Q2 2025": "deadline: Q2 2025",
    "HT 2017": "deadline: HT 2017",
    "senast 2018-06-30": "deadline: 2018-06-30",
    "årligen": "every_months: 12",
    "vartannat år": "every_months: 24",
    "varje läsår": "every_months: 12",
    "en gång per mandatperiod": "every_months: 48",
    "hösten 2027": "deadline: hösten 2027",
    "två gånger per år": "every_months: 6",
    "varje kvartal": "every_months: 3",
    "under 2018": "deadline: under 2018",
    "december 2018": "deadline: december 2018",
}
UNREAD = (
    "löpande under planperioden",
    "minst någon gång varje år",
    "2018 eller senare",
    "i början av varje termin",
    "inom två år",
    "senast inom ett par månader",
    "till årsskiftet",
    "under nästa år",
    "i höst",
)
EVENTS = (
    "vid misstanke",
    "när budgeten för 2024 beslutas",
    "efter beslut i kommunfullmäktige",
    "vid behov",
    "vid terminsstart",
    "inom en månad efter en händelse",
    "i höst när alla är på plats",
)


def area(clock: str) -> str:
    text = small.files()[AREA]
    assert "    deadline: 2024-12-31\n" in text
    return text.replace("    deadline: 2024-12-31\n", f"    {clock}\n")


def corpus(clock: str):
    return load(small.Memory(small.files(**{AREA: area(clock)})))


def found(clock: str):
    return [d for d in check(corpus(clock)).diagnostics if d.code == "VBE423"]


@pytest.mark.parametrize(("words", "line"), ORDINARY.items())
def test_an_ordinary_wording_is_found_and_mended(words, line):
    [told] = found(f"when: {words}")
    assert told.is_certain
    assert told.replacement == line
    mended = mend_one(AREA, area(f"when: {words}").encode(), 2).decode()
    assert mended == area(line)
    assert found(line) == []
    assert not corpus(line).findings


@pytest.mark.parametrize("words", UNREAD)
def test_what_says_a_time_and_is_not_read_is_no_event(words):
    [told] = found(f"when: {words}")
    assert not told.is_certain
    assert mend_one(AREA, area(f"when: {words}").encode(), 2).decode() == area(f"when: {words}")


@pytest.mark.parametrize("words", EVENTS)
def test_an_event_is_left_alone(words):
    assert found(f"when: {words}") == []


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2024-Q4", "2024-12-31"),
        ("2024-VT", "2024-06-30"),
        ("2024", "2024-12-31"),
        ("läsåret 2023/24", "2024-06-30"),
        ("vecka 12 2024", "2024-03-24"),
    ],
)
def test_a_span_is_due_on_its_last_day_and_printed_as_written(written, due):
    made = corpus(f"deadline: {written}")
    assert not made.findings
    day = datetime.date.fromisoformat(due)
    [late] = [f for f in assess(made, {}, as_of=day + datetime.timedelta(days=1)).freshness if f.id == "2.1"]
    assert (late.due_on, str(late.state)) == (day, "overdue")
    entry = made.find(COMMITMENT, "2.1")
    assert entry.content.deadline.written == written
    words = small.words(small.composed(made, 2024))
    assert written[1:] in words


def test_a_span_and_its_last_day_are_two_things_to_say():
    told = [part for change in compare(corpus("deadline: 2024-Q4"), corpus("deadline: 2024-12-31")) for part in change.fields]
    assert [part.field for part in told] == ["deadline"]


@pytest.mark.parametrize("wrong", ["2024-13-01", "snart", "2024-6-30", "12"])
def test_what_is_no_day_and_no_span_is_still_a_fault(wrong):
    assert corpus(f"deadline: {wrong}").findings


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("årsskiftet 2018/19", "2018-12-31"),
        ("halvårsskiftet 2018", "2018-06-30"),
        ("v. 12 2018", "2018-03-25"),
        ("2018 v 12", "2018-03-25"),
        ("läsåret 2017/18", "2018-06-30"),
        ("läsåret 2017–2018", "2018-06-30"),
    ],
)
def test_more_words_of_time(words, last):
    assert read_time(words).last == datetime.date.fromisoformat(last)


@pytest.mark.parametrize("words", ["vecka 54 2018", "läsåret 2017/19", "årsskiftet 2018", "halvårsskiftet"])
def test_what_cannot_be_told_is_not_guessed(words):
    assert read_time(words) is None


def due(clock: str, day: str, evidence: str = ""):
    text = area(clock)
    if evidence:
        line = "    obligations: [O-02-01]\n"
        text = text.replace(
            line, f"{line}    evidence:\n      - {{date: {evidence}, kind: information, audience: [invanare]}}\n", 1
        )
    made = load(small.Memory({n: t for n, t in small.files(**{AREA: text}).items() if not n.startswith("followup")}))
    assert not made.findings, made.findings
    return {f.id: f.due_on for f in assess(made, {}, as_of=datetime.date.fromisoformat(day)).freshness}.get("2.1")


def test_once_and_then_every_year():
    clock = "deadline: 2024-06-30\n    then_every_months: 12"
    assert due(clock, "2024-03-01") == datetime.date(2024, 6, 30)
    assert due(clock, "2024-12-01", "2024-06-01") == datetime.date(2025, 7, 1)
    assert corpus("then_every_months: 12").findings


def test_some_days_of_every_year():
    clock = 'yearly_on: ["03-31", "10-31"]'
    assert due(clock, "2023-06-01") == datetime.date(2023, 3, 31)
    assert due(clock, "2024-05-01", "2024-03-20") == datetime.date(2024, 10, 31)
    assert due(clock, "2024-05-01", "2024-04-05") == datetime.date(2024, 10, 31)
    assert due(clock, "2024-12-01", "2024-10-30") == datetime.date(2025, 3, 31)
    assert corpus('yearly_on: ["13-01"]').findings
