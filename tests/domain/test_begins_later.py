"""What came into the plan later is not missing in the years before: neither asked for, nor late, nor a fault."""

import datetime

from tests.domain.towns import corpus, solna
from vbe.domain.asking import asked, missing
from vbe.domain.progress import judge_commitments
from vbe.rules.followup.reports import unreported_commitment

AREA = "measures/09-omvarldsbevakning.yaml"
NEW = """
  - id: "9.9"
    title: Följa hoten
    text: Staden följer hoten mot sin verksamhet.
    responsible: [kommunstyrelsen, socialnamnden]
    deadline: 2020-06-30
"""
BOARDS = ("kommunstyrelsen", "socialnamnden")
DAY = datetime.date(2018, 2, 19)


def plan(first: str):
    """Solna's records with a commitment more, and the day that it begins on."""
    files = solna()
    text = files[AREA]
    at = text.index("\nindicators:")
    files[AREA] = f"{text[:at].rstrip()}\n{NEW}{f'    starts_on: {first}' if first else ''}\n{text[at:]}"
    return corpus(files)


def named(records) -> set[str]:
    return {finding.file for finding in unreported_commitment(records) if "9.9" in finding.message}


def verdict(records):
    return judge_commitments(records, 2017, DAY, part=False)[1]["9.9"]


def test_it_is_not_asked_for_before_it_begins():
    later = plan("2019-01-01")
    assert [asked(later, year)["9.9"] for year in (2017, 2018, 2019)] == [(), (), BOARDS]
    assert "9.9" not in missing(later, 2018)
    assert named(later) == set()
    assert (verdict(later).colour, verdict(later).words, verdict(later).late) == ("grey", "börjar senare", False)


def test_it_is_asked_for_in_the_year_in_which_it_begins():
    assert asked(plan("2017-12-31"), 2017)["9.9"] == BOARDS
    assert asked(plan("2018-01-01"), 2017)["9.9"] == ()


def test_without_its_first_day_it_is_asked_for_every_year():
    early = plan("")
    assert asked(early, 2017)["9.9"] == BOARDS
    assert named(early) == {f"followup/2017/{board}.yaml" for board in BOARDS}
    assert verdict(early).colour == "red"
