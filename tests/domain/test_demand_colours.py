"""Colours are earned: the colour of every demand of Solna's text for 2017, worked by hand, and what holds of any colour."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.towns import ORGANISATION, YEAR, corpus, lindvik, solna, towns
from vbe.domain.clock import judged
from vbe.domain.colours import tally
from vbe.domain.demands import judge_demands
from vbe.domain.freshness import assess
from vbe.domain.progress import board_progress, progress

DAY = datetime.date(2018, 2, 19)
FAR = datetime.date(2026, 6, 1)
YELLOW = {
    # Commitments whose report says a deviation, or lacks what would show that they were kept.
    "O-00-03": "as before: its commitment deviates",
    "O-00-04": "as before: its commitment deviates",
    "O-00-07": "as before: its commitment deviates",
    "O-02-08": "as before: its commitment deviates",
    "O-03-02": "as before: its commitment deviates",
    "O-03-06": "as before: its commitment deviates",
    "O-09-01": "as before: its commitment deviates",
    "O-10-01": "as before: 10.1 deviates",
    "O-10-02": "as before: 10.1 deviates",
    "O-00-17": "was green: it says the same as O-10-01, which is yellow; 10.3 is green, and the worst counts",
    "O-10-03": "was green: carried by 10.1, which is yellow, beside 10.3",
    "O-01-01": "was green through the group's own entry; 1.1 is yellow, for the meeting in December was cancelled",
    "O-01-02": "was green through the group's own entry; 1.1 is yellow",
    "O-01-03": "was green through the group's own entry; 1.1 is yellow",
    "O-01-13": "was green through the group's own entry; 1.1 is yellow",
    "O-04-13": "was green through its channels; 4.13 is yellow",
    "O-04-17": "was green through the best of its routines; 4.17 is yellow",
    "O-05-06": "was green through the best of its routines; 4.17 is yellow",
    "O-05-01": "was green through the best of its routines; 5.3 is yellow",
    "O-05-02": "was green through the best of its routines; 5.3 is yellow",
    "O-05-08": "was green through the telephone line's entry; 5.5 is yellow",
    "O-06-05": "was green through the telephone line's entry; 5.5 is yellow",
    "O-05-09": "was green through a guidance example; 5.6 is yellow",
    "O-05-10": "was green through a guidance example; 5.6 is yellow",
    "O-11-10": "was green through a channel that nobody has checked; 11.6 is yellow",
    "O-99-04": "was green through 1.10; the rule that tests it, VBE601, is waived for two areas",
}
RED = {
    "O-02-09": "as before: 2.7 is late",
    "O-04-05": "as before: 4.5 is late",
    "O-08-04": "as before: 8.4 is late",
}
GREY = {
    "O-04-06": "as before: 4.6 has not begun",
    "O-00-08": "was green: only a line of the strategy carries it, and nobody has judged that",
    "O-00-09": "was green: only a line of the strategy",
    "O-00-10": "was green: only a line of the strategy",
    "O-00-12": "was green: only a line of the strategy",
    "O-00-20": "was green: only a line of the strategy",
    "O-00-24": "was green: only a line of the strategy",
    "O-00-37": "was green: the task of the police",
    "O-00-38": "was green: the task of the police and the Security Service",
    "O-00-41": "was green: the task of the courts",
}


def demands(found, year, day):
    freshness = judged(found, assess(found, {}, as_of=day).freshness)
    made = progress(found, year, board_progress(found, year, day), day, part=False)
    return judge_demands(found, made, freshness, day)


@pytest.fixture(scope="module")
def of_2017():
    return demands(corpus(solna()), 2017, DAY)


def test_every_demand_of_2017(of_2017):
    """138 by hand: those named here, and the other 99 green by the worst of the commitments that carry them."""
    expected = dict.fromkeys(of_2017, "green")
    for colour, listed in (("yellow", YELLOW), ("red", RED), ("grey", GREY)):
        expected |= dict.fromkeys(listed, colour)
    assert {identity: demand.colour for identity, demand in of_2017.items()} == expected
    assert len(expected) == 138
    assert tally(demand.colour for demand in of_2017.values()) == {"green": 99, "yellow": 26, "red": 3, "grey": 10}


def test_a_green_demand_rests_on_green_commitments_or_on_what_was_reviewed_in_time(of_2017):
    for identity, demand in of_2017.items():
        if demand.colour == "green":
            commitments = [b.colour for b in demand.bearers if b.kind == "commitment"]
            assert set(commitments) <= {"green", "grey"}, identity
            assert commitments or not all(b.is_place for b in demand.bearers) or demand.covered == "by-tool", identity


def test_those_that_say_the_same_share_one_colour(of_2017):
    found = corpus(solna())
    for identity, obligation in found.obligations.items():
        assert {of_2017[other].colour for other in obligation.same_as} <= {of_2017[identity].colour}


def test_anothers_task_is_counted_apart(of_2017):
    assert {identity for identity, demand in of_2017.items() if demand.is_others} == {"O-00-37", "O-00-38", "O-00-41"}


def test_a_closed_channel_is_red():
    """The telephone line closed on 2018-05-31, and nobody has said what came in its place."""
    later = demands(corpus(solna()), 2018, datetime.date(2019, 2, 1))
    assert {later[identity].colour for identity in ("O-05-08", "O-06-05")} == {"red"}


def test_a_silent_year_has_no_green_by_promises():
    """Was: 58 of 138 green when one commitment of 75 had been reported."""
    files = solna() | {
        "followup/2018/kommunstyrelsen.yaml": 'reported_on: 2019-02-01\ncommitments:\n  "1.1": {status: continuous, result: "Fyra möten."}\n'
    }
    later = demands(corpus(files), 2018, datetime.date(2019, 2, 1))
    green = {identity for identity, demand in later.items() if demand.colour == "green"}
    for identity in green:
        kinds = {bearer.kind for bearer in later[identity].bearers}
        closed = {b.id for b in later[identity].bearers if b.kind == "commitment"} <= {"7.4", "8.2", "4.9", "1.1"}
        assert later[identity].covered == "by-tool" or closed or "commitment" not in kinds, identity
    assert len(green) < 40


WORSE = {"done": "ongoing", "continuous": "ongoing", "ongoing": "not_started"}
STATUS = re.compile(r"status: \"(done|continuous|ongoing)\"")


@st.composite
def worsened(draw):
    """A municipality, and the same with one answer for the worse: a worse status, no result, a deviation, or older evidence."""
    files = draw(towns())
    reports = [name for name in files if name.startswith(f"followup/{YEAR}/") and "commitments:" in files[name]]
    name = draw(st.sampled_from(reports)) if reports else None
    if name is None:
        return files, files
    lines = files[name].splitlines()
    index = draw(st.sampled_from([i for i, line in enumerate(lines) if "status:" in line]))
    line = lines[index]
    how = draw(st.sampled_from(["status", "result", "deviation"]))
    if how == "status" and STATUS.search(line) and "deviation" in line:
        line = STATUS.sub(lambda found: f'status: "{WORSE[found[1]]}"', line)
    elif how == "result":
        line = line.replace(', result: "Det är gjort."', "")
    elif "deviation" not in line and 'status: "not_started"' not in line:
        line = line[:-1] + ', deviation: "Det gick fel."}'
    lines[index] = line
    return files, files | {name: "\n".join(lines) + "\n"}


RANK = {"red": 0, "yellow": 1, "green": 2}


@settings(max_examples=80)
@given(worsened())
def test_worsening_an_answer_never_improves_a_colour(pair):
    before, after = (demands(corpus(files), YEAR, FAR) for files in pair)
    for identity, demand in before.items():
        then = after[identity].colour
        assert then == demand.colour or "grey" in (then, demand.colour) or RANK[then] < RANK[demand.colour], identity
        assert not (then == "green" and demand.colour != "green"), identity


def test_a_waived_rule_caps_at_yellow():
    day = datetime.date(2025, 3, 1)
    assert demands(corpus(lindvik()), YEAR, day)["O-00-03"].colour == "green"
    waived = lindvik()
    waived["vbe.yaml"] += (
        'waivers:\n  - {rule: VBE201, record: "01", reason: Beslutas i höst., decided_by: sakerhetschef, until: 2026-12-31}\n'
    )
    assert demands(corpus(waived), YEAR, day)["O-00-03"].colour == "yellow"


def test_an_actor_alone_is_never_green_and_red_once_it_has_ended():
    day = datetime.date(2025, 3, 1)
    assert demands(corpus(lindvik()), YEAR, day)["O-01-01"].colour == "grey"
    ended = lindvik((ORGANISATION, "    name: Samordningsgruppen\n", "    name: Samordningsgruppen\n    valid_to: 2024-06-30\n"))
    assert demands(corpus(ended), YEAR, day)["O-01-01"].colour == "red"
