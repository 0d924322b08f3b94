"""The pattern of case numbers comes from the profile, which may come from anyone: none may make the check run for long."""

from __future__ import annotations

import pytest

from tests.fuzz.mutations import SMALL, Memory
from vbe.rules.checker import examine
from vbe.rules.governing.case_numbers import _fault_of


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[A-ZÅÄÖ]{2,6}/\d{4}:\d+$",
        r"^(KS|SN|BUN|KFN) \d{4}/\d{5}$",
        r"^(?:KS|SN)(?:-[A-Z])?/\d{4}:\d+$",
        r"^\d{1,4}-\d+/\d{4}$",
        r"^KS\)+[)*+]$",
    ],
)
def test_patterns_of_registers_can_be_used(pattern):
    assert _fault_of(pattern) == ""


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "a{99999999999}",
        "x" * 201,
        r"(a+)+b",
        r"(a|a)*b",
        r"(a|aa){40}b",
        r"(a{1,9}){1,9}b",
        r"((a{4}){4}){4}",
        r"(?x)(a+) +b",
        r"(a+)(?#)+b",
        r"(?P<n>a+)(?P=n)+b",
        r"a*a*a*a*a*a*b",
        r"(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b",
    ],
)
def test_patterns_that_run_for_ever_are_refused(pattern):
    assert _fault_of(pattern)


DECISIONS = "followup/2024/decisions.yaml"


def hints(*changes):
    """What is advised about case numbers after replacing some texts."""
    files = dict(SMALL)
    for file, old, new in changes:
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    return [(d.location.file, d.hint) for d in examine(Memory(files)).open if d.code == "VBE313"]


def test_a_wrong_number_is_shown_one_that_is_right():
    [(file, hint), *more] = hints((DECISIONS, "KS/2025:20", "KS 2025:20"))
    assert {file, *(each for each, _hint in more)} == {DECISIONS}
    assert "skriv som KS/2022:100." in hint


def test_where_no_number_is_right_the_form_itself_is_shown():
    told = hints(("vbe.yaml", "contacts:", "case_number_pattern: ^X$\ncontacts:"))
    assert told
    assert all("case_number_pattern i vbe.yaml: ^X$" in hint for _file, hint in told)
