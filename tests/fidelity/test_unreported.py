"""A year that nobody reported, and a year that goes on: short and honest papers, read as a member of the board reads them."""

from __future__ import annotations

import datetime

import pytest

from tests.domain.towns import corpus, solna
from tests.render.solna import composed
from tests.report.small import section, words

UNREPORTED = datetime.date(2018, 12, 31)
INTERIM = datetime.date(2017, 8, 31)


@pytest.fixture(scope="module")
def silent() -> str:
    made = composed(corpus(solna()), 2018, "ks", day=UNREPORTED)
    return "\n".join(words(part) for part in made.sections).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def interim() -> str:
    made = composed(corpus(solna()), 2017, "ks", day=INTERIM)
    return "\n".join(words(part) for part in made.sections).replace("\u00a0", " ")


def test_an_unreported_year_is_said_first_and_claims_no_colour(silent):
    assert "Ingen nämnd har redovisat 2018; året är inte följt upp." in silent
    assert "Därför går det inte att säga hur strategins 75 åtgärder har gått." in silent
    for claim in ("Grön", "enligt plan", "åtgärder gröna", "är aktuella"):
        assert claim not in silent
    assert len(silent.split()) < 700


def test_what_is_proposed_names_who_what_and_when(silent):
    assert "noterar att ingen av de sex nämnder som ska redovisa har redovisat arbetet under 2018" in silent
    assert "i uppdrag att senast den 31 mars 2019 redovisa vad kommunstyrelsen har gjort under 2018" in silent
    assert "kompetensnämnden och omvårdnadsnämnden att lämna sin redovisning för 2018 senast den 31 mars 2019" in silent
    # An open question is told whole: no ellipsis in a decision.
    assert "stöd på telefon när den nationella linjen har stängt." in silent
    assert "…" not in silent


def test_after_the_last_day_it_is_asked_for_at_once():
    late = words(section(composed(corpus(solna()), 2018, "ks", day=datetime.date(2019, 6, 1)), "page-one"))
    assert "att lämna sin redovisning för 2018 snarast." in late


def test_a_part_year_urges_nobody_and_says_that_the_year_goes_on(interim):
    assert "Ingen nämnd har redovisat 2017 än, och året är inte slut." in interim
    assert "Kommunstyrelsen tar del av läget den 31 augusti 2017" in interim
    # That routines are outdated is so on its day, and is all that anybody is asked to mend.
    assert interim.count("uppmanar") == interim.count("uppmanar de nämnder som har inaktuella rutiner att granska dem") == 1
    for told in ("lämna sin redovisning", "i uppdrag att", "inte följt upp", "godkänner", "Redovisning saknas"):
        assert told not in interim
    assert "Ingen av områdets elva åtgärder är bedömd." in interim
