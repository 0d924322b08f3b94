"""The exact limit of each rule that has one, and each door that a rule goes through: what mutation testing asked for."""

import pytest

from tests.fuzz.mutations import SMALL, Memory
from vbe.rules.checker import examine

AREA = "measures/02-stod.yaml"
REPORT = "followup/2024/socialnamnden.yaml"
DECISIONS = "followup/2024/decisions.yaml"
OBLIGATIONS = "strategy/obligations.yaml"


def codes(changes=(), without=()):
    """What is found after replacing some texts, each of which must be there."""
    files = {name: text for name, text in SMALL.items() if name not in without}
    for file, old, new in changes:
        assert old in files[file], (file, old)
        files[file] = files[file].replace(old, new)
    return [(d.code, d.location.file) for d in examine(Memory(files)).open]


@pytest.mark.parametrize(
    ("day", "outside"), [("2022-12-31", True), ("2023-01-01", False), ("2026-10-14", False), ("2026-10-15", True)]
)
def test_a_deadline_on_the_first_and_the_last_day_is_inside(day, outside):
    assert (("VBE408", AREA) in codes([(AREA, "deadline: 2024-12-31", f"deadline: {day}")])) is outside


PERSONS = (AREA, "unit: percent", "unit: percent\n    counts: persons")


@pytest.mark.parametrize(
    ("value", "n", "given_away"),
    [
        (5, 100, False),
        (4, 100, True),
        (95, 100, False),
        (96, 100, True),
        (0, 100, False),
        (100, 100, False),
        (1, 500, False),
        (25, 20, False),
        (20, 20, True),
        (50, 19, True),
        (100, 20, False),
    ],
)
def test_a_share_gives_nobody_away_at_the_limit(value, n, given_away):
    found = codes([PERSONS, (REPORT, "{value: 100, n: 40}", f"{{value: {value}, n: {n}}}")])
    assert (("VBE604", REPORT) in found) is given_away


def test_a_share_without_its_number_is_another_rule():
    found = codes([PERSONS, (REPORT, "{value: 100, n: 40}", "{value: 50}")])
    assert ("VBE605", REPORT) in found
    assert ("VBE604", REPORT) not in found


@pytest.mark.parametrize(
    ("value", "small"), [("0", False), ("1", True), ("4", True), ("5", False), ('"<5"', False), ('"<4"', True)]
)
def test_a_count_at_the_limit(value, small):
    changes = [
        (AREA, "unit: percent", "unit: number\n    counts: persons"),
        (REPORT, "{value: 100, n: 40}", f"{{value: {value}}}"),
    ]
    assert (("VBE603", REPORT) in codes(changes)) is small


@pytest.mark.parametrize("answer", ["vbe", "vbe rapport", "rapport", "report vbe", "xvbe report"])
def test_an_answer_that_is_no_command(answer):
    assert ("VBE413", OBLIGATIONS) in codes([(OBLIGATIONS, "[vbe report]", f"[{answer}]")])


def test_an_answer_after_one_that_cannot_be_looked_up_is_looked_up():
    """Where the organisation cannot be read, nothing is said of answers in it; of the others everything is."""
    changes = [(OBLIGATIONS, "[VBE201]", "[VBE999]"), (OBLIGATIONS, "[groups]", "[gruppen]")]
    found = codes([*changes, ("strategy/organisation.yaml", "boards:\n", "board:\n")])
    assert found.count(("VBE413", OBLIGATIONS)) == 1
    assert codes(changes).count(("VBE413", OBLIGATIONS)) == 2


def test_a_board_is_busy_although_another_name_leads_nowhere():
    unknown = [(AREA, "responsible: [socialnamnden]", "responsible: [a, b, c, d, e, f, g, socialnamnden]")]
    found = codes([*unknown, (AREA, "responsible: [socialforvaltningen]", "responsible: [socialnamnden]")])
    assert ("VBE201", AREA) in found
    assert not [code for code, _file in found if code == "VBE411"]


CLUB = "Avtalet med Lindviks BK har sagts upp."


@pytest.mark.parametrize(
    ("guarded", "change", "named"),
    [
        (2, (REPORT, "Alla chefer gick utbildningen.", CLUB), True),
        (1, (REPORT, "Alla chefer gick utbildningen.", CLUB), False),
        (2, (DECISIONS, "Nämnden utbildar också nya chefer.", CLUB), True),
        (1, (DECISIONS, "Nämnden utbildar också nya chefer.", CLUB), False),
        (2, (DECISIONS, "Kommunstyrelsen godkänner uppföljningen.", CLUB), False),
        (2, (AREA, "Socialnämnden utbildar sina chefer.", CLUB), True),
        (1, (AREA, "Socialnämnden utbildar sina chefer.", CLUB), False),
        (2, ("routines/socialforvaltningen/orosanmalan.yaml", "Ingen agerar på egen hand.", CLUB), True),
        (1, ("routines/socialforvaltningen/orosanmalan.yaml", "Ingen agerar på egen hand.", CLUB), False),
    ],
)
def test_a_club_is_named_only_where_it_is_guarded(guarded, change, named):
    found = codes([("vbe.yaml", "areas: 2\n", f"areas: 2\nguarded_areas: [{guarded}]\n"), change])
    assert (("VBE707", change[0]) in found) is named


def test_a_type_that_somebody_decides_asks_who():
    found = codes([("strategy/strategy.yaml", "valid_to: 2026-10-14\ndecided_by: kommunstyrelsen\n", "valid_to: 2026-10-14\n")])
    assert ("VBE303", "strategy/strategy.yaml") in found
