"""Every value of every kind of record, replaced by what it must not be: each complaint is explained, and stands at its place."""

import json
import re
from collections import Counter

import pytest

from tests.fuzz.mutations import SMALL
from vbe.documents import parse
from vbe.language import activate
from vbe.model.records import kind_of
from vbe.model.validation import validate
from vbe.rules import rules_by_name

WRONG = (
    None, 5, -1, 10**9, 1.5, True, "", "   ", "x", "Å x", "2017-02-30", "12/5/2016", "x" * 5000, [], [[]], [None], ["x", "x"], {}, {"a": 1},
    {"kind": "x"},
)  # fmt: skip


@pytest.fixture(autouse=True)
def _english():
    activate("en")
    yield
    activate("sv")


def places(value, route=()):
    """Every route of a value, with the container that holds it."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield value, key, (*route, key)
        yield from places(child, (*route, key))


def unfrozen(value):
    if isinstance(value, dict):
        return {key: unfrozen(child) for key, child in value.items()}
    return [unfrozen(child) for child in value] if isinstance(value, tuple) else value


def written(tree):
    """As a document: JSON is YAML, but for numbers as keys."""
    return re.sub(r'"(\d{4})":', r"\1:", json.dumps(tree, indent=1)).encode()


@pytest.mark.parametrize("file", SMALL)
def test_what_is_wrong_is_explained_where_it_stands(file):
    document, _faults = parse(file, SMALL[file].encode())
    tree = unfrozen(document.value)
    kind = kind_of(file)
    told = Counter()
    for container, key, _route in list(places(tree)):
        right = container[key]
        for wrong in (*WRONG, *([{**right, "unknwon": 1}] if isinstance(right, dict) else [])):
            container[key] = wrong
            spoilt, faults = parse(file, written(tree))
            assert not faults
            record, findings = validate(spoilt, *kind)
            # An empty key is told, and the record is read without it; whatever else is wrong leaves no record.
            assert findings or record is not None
            assert record is None or all("is empty" in finding.message for finding in findings)
            for finding in findings:
                assert finding.rule in rules_by_name()
                assert "wrong form" not in finding.message, (finding, wrong)
                assert finding.location.line >= 1
                assert "x" * 100 not in finding.message + finding.hint
                told[finding.rule] += 1
        container[key] = right
    assert told["wrong-type"] > 20


@pytest.mark.parametrize("file", SMALL)
def test_what_is_left_out_is_asked_for_by_name(file):
    document, _faults = parse(file, SMALL[file].encode())
    tree = unfrozen(document.value)
    for key in list(tree):
        value = tree.pop(key)
        record, findings = validate(parse(file, written({"notes": "a", **tree}))[0], *kind_of(file))
        assert record is not None or all(finding.rule == "missing-key" and f"“{key}”" in finding.message for finding in findings)
        tree[key] = value
