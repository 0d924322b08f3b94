"""docs/domain-rules.md speaks of rules that exist, and of all rules of the domain once."""

from __future__ import annotations

import re
from pathlib import Path

from vbe.rules import all_rules

PAGE = Path(__file__).parents[2] / "docs" / "domain-rules.md"
FAMILIES = {
    "DOK": 12,
    "ATG": 11,
    "SPA": 3,
    "RUT": 12,
    "VAG": 3,
    "AKT": 3,
    "SAM": 6,
    "UTB": 2,
    "KAN": 1,
    "OMV": 1,
    "LGB": 2,
    "MAT": 4,
    "UPP": 3,
    "INT": 4,
    "SPR": 3,
    "PUB": 1,
}


def test_every_rule_of_the_domain_stands_there_once():
    listed = re.findall(r"^\| ([A-Z]{3}-\d\d) ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [f"{family}-{number:02}" for family, count in FAMILIES.items() for number in range(1, count + 1)]
    assert len(listed) == 71


def test_the_codes_are_rules_of_the_severity_it_says():
    text = PAGE.read_text(encoding="utf-8")
    assert set(re.findall(r"VBE\d{3}", text)) <= set(all_rules())
    letters = {"E": "error", "W": "warning", "N": "note"}
    for codes, letter in re.findall(r"((?:VBE\d{3}(?:, )?)+) \(([EWN])\)", text):
        for code in re.findall(r"VBE\d{3}", codes):
            assert all_rules()[code].severity == letters[letter], code
