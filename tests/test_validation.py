"""What is said of a record's form: the field is named, what was meant is guessed, and one slip is one finding."""

import pytest

from vbe.documents import parse_text
from vbe.model.records import kind_of
from vbe.model.validation import validate

FILE = "routines/socialforvaltningen/x.yaml"
GOOD = "title: X\nstatus: draft\nowner_role: chef\n"


def findings(text):
    document, faults = parse_text(FILE, text)
    assert not faults
    return validate(document, kind_of(FILE)[0], "x")[1]


@pytest.mark.parametrize(
    ("old", "new", "rule", "replacement", "words"),
    [
        ("title:", "titel:", "unknown-key", "title", "title"),
        ("draft", "Gällande", "value-not-allowed", "in_force", "in_force (gällande)"),
        ("chef", "Säkerhetschefen", "bad-form", "sakerhetschefen", "Fältet ”owner_role”"),
        ("chef", "Anna Svensson", "bad-form", "", "Fältet ”owner_role”"),
        ("title: X\n", "", "missing-key", "", "Skriv fältet title: "),
        ("title: X", "title:", "wrong-type", "", "Fältet ”title” är tomt."),
        ("title: X", "title: X\nreview_interval_months: 0", "bad-form", "", "Det måste vara minst 1."),
        ("title: X", "title: X\nreview_interval_months: 121", "bad-form", "", "Det måste vara högst 120."),
    ],
)
def test_a_slip_is_one_finding_that_says_what_was_meant(old, new, rule, replacement, words):
    before = {each.message for each in findings(GOOD)}
    [finding] = [each for each in findings(GOOD.replace(old, new, 1)) if each.message not in before]
    assert (finding.rule, finding.replacement) == (rule, replacement)
    assert words in f"{finding.message} {finding.hint}"


@pytest.mark.parametrize("key", ["harmonised_with", "approved_on", "notes"])
def test_an_optional_key_that_is_left_empty_is_no_missing_key(key):
    """Somebody meant to fill it in: without the finding the field is silently not there."""
    assert not [each for each in findings(GOOD) if each.rule == "wrong-type"]
    (found,) = [each for each in findings(f"{GOOD}{key}:\n") if each.rule == "wrong-type"]
    assert key in found.message
    assert found.location.line == 4


def test_the_day_of_a_report_and_what_stands_inside_a_list():
    file = "followup/2024/socialnamnden.yaml"
    text = "reported_on:\nindicators:\n  orosanmalningar:\n    value:\n    n:\n"
    document, _faults = parse_text(file, text)
    _record, found = validate(document, kind_of(file)[0], "x")
    # A value must be given, and says by being empty that it is missing; the others may be left out.
    assert sorted(each.location.line for each in found if each.rule == "wrong-type") == [1, 5]
