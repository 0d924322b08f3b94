"""A report as of a day holds no word from the future, and shows the decision once there is one."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.towns import ORGANISATION, corpus, solna
from tests.render.solna import composed
from tests.report.small import section, words
from vbe.domain.known import known_on
from vbe.report.plain import plain

PART = datetime.date(2017, 8, 31)
FULL = datetime.date(2018, 2, 19)
AFTER = datetime.date(2018, 6, 1)
COMMITMENT = '"1.1": {status: done, done_on: 2018-11-01, result: "Framtiden är gjord.", next_step: "Framtiden."}'
LATER = {
    "a follow-up": {
        "followup/2018/socialnamnden.yaml": f"reported_on: 2019-02-01\ncommitments:\n  {COMMITMENT}\n",
    },
    "a decision": {
        "followup/2018/decisions.yaml": (
            'decisions:\n  - {body: kommunstyrelsen, case_number: "KS/2019:1", paragraph: 1, date: 2019-04-01, text: Framtiden.}\n'
            "remarks:\n  - {id: F-1, by: kommunstyrelsen, to: socialnamnden, text: Framtiden., due: 2019-12-31}\n"
        ),
    },
    "a routine": {
        "routines/socialforvaltningen/framtiden.yaml": (
            "title: Framtiden\nstatus: in_force\nowner_role: forvaltningschef-socialforvaltningen\n"
            "approved_by: forvaltningschef-socialforvaltningen\napproved_on: 2018-12-01\nreviews: [{date: 2018-12-01}]\n"
            "obligations: [O-00-17, O-01-01]\ncommitments: [\"1.1\"]\n"
        ),
    },
    "an actor": (ORGANISATION, "departments:\n", "  - {id: framtidsnamnden, name: Framtidsnämnden, valid_from: 2019-01-01}\n\ndepartments:\n"),
    "an heir": (ORGANISATION, "  - id: socialnamnden\n", "  - id: socialnamnden\n    successor: [framtidsnamnden]\n"),
    "an agreement": (
        ORGANISATION,
        "  - id: kommunpolisen\n",
        (
            "  - id: framtiden\n    name: Framtiden\n    valid_from: 2018-12-01\n    agreements:\n"
            "      - {title: Framtiden, valid_from: 2018-12-01, valid_to: 2019-12-01}\n  - id: kommunpolisen\n"
        ),
    ),
    "a guidance example": {
        "guidance/socialnamnden/framtiden.yaml": (
            "title: Framtiden\nstatus: in_force\nowner_role: forvaltningschef-socialforvaltningen\n"
            "approved_by: forvaltningschef-socialforvaltningen\napproved_on: 2018-12-01\nwhat: Framtiden.\nhow: Framtiden.\n"
            "aims: [framja]\nobligations: [O-10-03]\n"
        ),
    },
    "a review": (
        "routines/socialforvaltningen/stod-till-anhoriga.yaml",
        "reviews:\n",
        'reviews:\n  - {date: 2018-12-05, by: forvaltningschef-socialforvaltningen, version: "1.0", note: Framtiden.}\n',
    ),
    "a version": (
        "strategy/strategy.yaml",
        "versions:\n",
        'versions:\n  - {version: "1.1", decided_on: 2018-12-10, decided_by: kommunstyrelsen, paragraph: 9, note: Framtiden.}\n',
    ),
    "a closing": ("strategy/organisation.yaml", "    name: Stadens webbplats\n", "    name: Stadens webbplats\n    closed_on: 2018-12-01\n"),
    "evidence": (
        "measures/04-information-utbildning-kompetens.yaml",
        "    evidence:\n",
        "    evidence:\n      - {date: 2018-12-01, kind: meeting, group: samverkansgruppen, note: Framtiden.}\n",
    ),
}  # fmt: skip


def made(files, day):
    return json.dumps(plain(composed(corpus(files), 2017, day=day)), ensure_ascii=False)


@st.composite
def added(draw):
    files = solna()
    for name in sorted(draw(st.sets(st.sampled_from(sorted(LATER)), min_size=1))):
        later = LATER[name]
        if isinstance(later, dict):
            files |= later
        else:
            file, old, new = later
            if name == "an heir" and "framtidsnamnden, name" not in files[file]:
                continue
            assert old in files[file], name
            files[file] = files[file].replace(old, new, 1)
    return files


@pytest.fixture(scope="module")
def before():
    return {day: made(solna(), day) for day in (PART, FULL)}


@settings(max_examples=12)
@given(files=added(), day=st.sampled_from([PART, FULL]))
def test_what_comes_later_changes_no_byte(before, files, day):
    assert made(files, day) == before[day]


@pytest.mark.parametrize("name", [name for name in LATER if name != "an heir"])
def test_no_kind_of_later_record_changes_a_byte(before, name):
    later = LATER[name]
    files = solna() | later if isinstance(later, dict) else solna(later)
    assert {day: made(files, day) for day in (PART, FULL)} == before


def test_a_day_of_completion_is_not_told_before_it_has_come():
    early = "followup/2017/kultur-och-fritidsnamnden.yaml"
    files = solna((early, "reported_on: 2018-02-05", "reported_on: 2017-08-15"))
    told = known_on(corpus(files), PART).follow_ups(2017)["kultur-och-fritidsnamnden"].commitments["7.4"]
    assert corpus(files).follow_ups(2017)["kultur-och-fritidsnamnden"].commitments["7.4"].done_on == datetime.date(2017, 12, 12)
    assert told.done_on is None


def test_each_kind_of_later_record_is_seen_on_its_own_day():
    """The same records do change a report of a later day: the property above says something."""
    for name, later in LATER.items():
        if name == "an heir":
            continue
        files = solna() | later if isinstance(later, dict) else solna(later)
        found = corpus(files)
        assert known_on(found, datetime.date(2019, 6, 1)).records != known_on(found, FULL).records, name


def test_a_part_year_report_tells_nothing_of_the_winter():
    """Was: KS's decision of April 2018, "Halvdagsutbildningen i november", "Genomförd" on 12 December, in a paper of August."""
    text = words(composed(corpus(solna()), 2017, day=PART))
    for later in ("9\u00a0april 2018", "KS/2018:45", "i november nådde", "Mötet i december", "11\u00a0december 2017"):
        assert later not in text
    assert "Genomförd" not in words(section(composed(corpus(solna()), 2017, day=PART), "areas"))


def test_a_decision_takes_the_place_of_the_proposal():
    found = corpus(solna())
    proposed, decided = (section(composed(found, 2017, day=day), "proposal") for day in (FULL, AFTER))
    assert proposed.title == "Förslag till beslut"
    assert "föreslås besluta" in words(proposed)
    assert decided.title == "Beslut"
    assert "föreslås" not in words(decided)
    assert "§\u00a038" in words(decided)
    facts = [words(section(composed(found, 2017, day=day), "facts")) for day in (FULL, AFTER)]
    assert "Utkast" in facts[0]
    assert "Behandlad av kommunstyrelsen den 9\u00a0april 2018" in facts[1]


def test_nothing_later_is_nothing_changed():
    found = corpus(solna())
    assert known_on(found, datetime.date(2099, 1, 1)) is found
