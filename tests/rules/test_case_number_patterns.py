"""The pattern of case numbers comes from the profile, which may come from anyone: none may make the check run for long."""

from __future__ import annotations

import pytest

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
