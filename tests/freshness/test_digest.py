"""What to do first, in 25 lines: the same count as the overview, the most dangerous first, and each cause said once."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from vbe.app.assess import assessed, setting_of
from vbe.domain.freshness.assessment import Assessment
from vbe.domain.freshness.digest import digest
from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.freshness.months import between
from vbe.domain.overview import overview
from vbe.language import activate
from vbe.output.freshness import Setting
from vbe.output.freshness.digest import LINES
from vbe.output.freshness.labels import age_words
from vbe.output.registry import writer
from vbe.store.repository import Disk

SOLNA = Path(__file__).parents[2]
NOON = datetime.datetime(2018, 2, 19, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2018, 2, 19)
SETTING = Setting({}, (), {}, "Lindvik", "9999", NOON)


def day(text):
    return datetime.date.fromisoformat(text)


def thing(identity, *reasons, kind="routine", department="social", **more):
    return Freshness(identity, kind, f"Titel {identity}", "f", (department,), reasons=reasons, as_of=DAY, **more)


def written(assessment, setting=SETTING, since=None):
    return writer("digest", "table")(digest(assessment, since), setting)


@pytest.fixture(scope="module")
def solna():
    return Disk(SOLNA)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("as_of", ["2016-12-31", "2017-06-01", "2018-02-19", "2019-12-31", "2026-11-28"])
def test_it_fits_on_a_screen(solna, as_of, language):
    activate(language)
    corpus, assessment, _history = assessed(solna, day(as_of))
    text = written(assessment, setting_of(corpus, NOON))
    activate("sv")
    assert len(text.splitlines()) <= 25 == LINES
    assert max(map(len, text.splitlines())) <= 80
    assert "vbe stale --all" in text


def test_the_interesting_monday(solna):
    corpus, assessment, _history = assessed(solna, DAY)
    lines = written(assessment, setting_of(corpus, NOON)).splitlines()
    whole = overview(corpus, assessment, 2017)
    assert lines[0] == f"Inaktuellt per 2018-02-19: {whole.stale} av {len(assessment.freshness)}."
    assert (
        whole.stale == sum(row.stale for row in whole.departments) == 7
    )  # four routines, and 2.7, 4.5 and 8.4 after their last day
    assert "Kultur- och fritidsförvaltningen     3 av 11  50 dagar  Förvaltningschefen" in lines
    assert lines[lines.index("Nytt sedan 2018-02-12: 1") + 1] == "  Orosanmälan när våldsbejakande extremism finns med i bilden"
    assert lines[lines.index("Börja med dessa") + 1] == "  1. Oro i vuxenutbildning och stöd till arbete"


def test_many_departments_still_fit():
    listed = tuple(
        thing(
            f"d{number}/a", Reason(State.OVERDUE, "", due_on=day("2017-01-01")), department=f"d{number}", due_on=day("2017-01-01")
        )
        for number in range(60)
    )
    text = written(Assessment(DAY, "complete", listed))
    assert len(text.splitlines()) == LINES
    assert "förvaltningar till." in text


def test_what_is_acted_on_comes_first():
    late, never = Reason(State.OVERDUE, "", due_on=day("2017-01-01")), Reason(State.NEVER_REVIEWED, "")
    listed = [
        thing("namnd/exempel", never, kind="guidance"),
        thing("social/sen", late, due_on=day("2017-01-01")),
        thing("social/aldrig", never),
        thing("overall/sen", late, due_on=day("2017-12-01")),
        thing("1.1", never, kind="commitment"),
        thing("VBE501/x", Reason(State.EXPIRED, ""), kind="waiver"),
    ]
    assert [f.id for f in digest(Assessment(DAY, "complete", tuple(listed))).first] == [
        "overall/sen",
        "social/aldrig",
        "social/sen",
    ]
    assert [f.id for f in digest(Assessment(DAY, "complete", tuple(listed[:1]))).first] == ["namnd/exempel"]


@pytest.mark.parametrize(
    ("reason", "is_new"),
    [
        (Reason(State.OVERDUE, "", due_on=day("2018-02-15")), True),
        (Reason(State.OVERDUE, "", due_on=day("2018-02-11")), False),
        (Reason(State.EXPIRED, "", due_on=day("2018-02-12")), True),
        (Reason(State.NOT_HARMONISED, "", began_on=day("2018-02-13")), True),
        (Reason(State.NOT_HARMONISED, "", began_on=day("2018-02-12")), False),
        (Reason(State.EDITED_SINCE_REVIEW, "", began_on=day("2018-02-18")), True),
        (Reason(State.EDITED_SINCE_REVIEW, ""), False),
        (Reason(State.NEVER_REVIEWED, "", due_on=day("2018-02-15"), began_on=day("2017-02-15")), False),
    ],
)
def test_new_is_what_has_become_stale_or_worse_since(reason, is_new):
    old = Reason(State.EDITED_SINCE_REVIEW, "", began_on=day("2017-01-01"))
    reasons = (reason,) if reason.state is State.EDITED_SINCE_REVIEW else (old, reason)
    found = digest(Assessment(DAY, "complete", (thing("a/b", *reasons),)))
    assert bool(found.new) is is_new
    assert digest(Assessment(DAY, "complete", (thing("a/b", *reasons),)), since=DAY).new == ()


def test_one_cause_is_said_once_and_counted_as_it_is():
    ended = Reason(State.EXPIRED, "", due_on=day("2017-12-31"))
    unshown = Reason(State.NEVER_REVIEWED, "", due_on=day("2017-12-31"))
    listed = (
        thing("strategy", ended, kind="strategy", due_on=day("2017-12-31")),
        *(thing(f"1.{n}", unshown, kind="commitment") for n in range(30)),
        *(thing(f"VBE501/{n}", ended, kind="waiver") for n in range(12)),
        thing("a/b"),
    )
    assessment = Assessment(DAY, "complete", listed)
    text = " ".join(written(assessment).split())
    assert "43 av 44" in text
    assert "Titel strategy gällde till 2017-12-31. Bara därför är 31 av dem inaktuella" in text
    assert "12 avsteg från reglerna har passerat sin dag (vbe.yaml)." in text
    prolonged = replace(assessment, freshness=listed[1:])
    assert "Strategin gällde" not in written(prolonged)


def test_where_all_is_well_that_is_all():
    text = written(Assessment(DAY, "complete", (thing("a/b"),)))
    assert text.splitlines()[0] == "Inget är inaktuellt per 2018-02-19 (0 av 1)."
    assert "Börja" not in text


@pytest.mark.parametrize(
    ("start", "end", "spans", "words"),
    [
        ("2018-02-15", "2018-02-19", (0, 0, 4), "4 dagar"),
        ("2018-02-18", "2018-02-19", (0, 0, 1), "1 dag"),
        ("2017-11-30", "2018-02-28", (0, 3, 0), "3 mån"),
        ("2016-02-29", "2018-02-28", (2, 0, 0), "2 år"),
        ("2018-04-10", "2026-11-28", (8, 7, 18), "8 år 7 mån"),
        ("2017-02-19", "2018-02-19", (1, 0, 0), "1 år"),
        ("2017-12-19", "2018-02-19", (0, 2, 0), "2 mån"),
    ],
)
def test_an_age_is_told_in_years_and_months(start, end, spans, words):
    assert between(day(start), day(end)) == spans
    assert age_words(day(start), day(end)) == words
