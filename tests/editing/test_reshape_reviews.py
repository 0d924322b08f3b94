"""Reviews in every layout that people leave behind: the upgrade and a new review alter what they name, and no other byte."""

import re
from collections import Counter

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.editing.layouts import LAYOUTS, WORDS
from vbe.documents.builder import build
from vbe.model.formats import ONLY_REVIEW, REVIEW, raised
from vbe.model.records.routine import Routine
from vbe.model.values import same
from vbe.store.editing.comments import BLOCK_HEADER, all_comments
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable, parse_tree

THOUSANDS = 2_000
"""Layouts, however few examples the rest of the suite looks at: nothing else may differ in any of them."""
NOTE = st.one_of(
    st.none(), WORDS.map(" ".join), st.sampled_from(["1.0", "nej", "2018-03-01", 'it\'s "x"', "a: b # c", "- x", "ö" * 120])
)


def lines_of(text: str, names) -> Counter:
    """The lines that belong to none of these fields of the root, without what ends them; comments apart."""
    spans = []
    for entry in parse_tree(text).root.entries:
        if entry.key in names:
            start = max(text.rfind("\n", 0, entry.start), text.rfind("\r", 0, entry.start)) + 1
            end = max(len(text[: entry.node.end].rstrip()), entry.key_end)
            found = re.compile(r"[\r\n]|\Z").search(text, end)
            spans.append((start, found.start()))
    kept, at = "", 0
    for start, end in sorted(spans):
        kept, at = kept + text[at:start], max(at, end)
    lines = (kept + text[at:]).splitlines()
    return Counter(line for line in lines if line.strip() and not line.lstrip().startswith("#"))


def is_refused(text: str) -> bool:
    """What no edit is made in: a directive, old line ends alone, braces."""
    return "%YAML" in text or "\r" in text.replace("\r\n", "") or text.startswith("{")


@settings(max_examples=max(THOUSANDS, settings.default.max_examples))
@given(LAYOUTS)
def test_the_upgrade_alters_what_it_names_and_nothing_else(text):
    before, faults = build(text)
    if before is None or faults:
        return
    value = raised("routine", before)
    try:
        new = reshape(text, value, Routine)
    except Unformattable:
        event("refused")
        assert is_refused(text)
        return
    event("edited" if new != text else "the same")
    assert same(build(new)[0], value)
    assert Counter(all_comments(parse_tree(new))) == Counter(all_comments(parse_tree(text)))
    if not parse_tree(text).root.flow and not BLOCK_HEADER.search(text):
        assert lines_of(new, {*REVIEW, "reviews"}) == lines_of(text, {*REVIEW, "reviews"})
    assert raised("routine", build(new)[0]) is not None
    assert same(raised("routine", build(new)[0]), value)


@settings(max_examples=max(THOUSANDS, settings.default.max_examples))
@given(LAYOUTS, NOTE)
def test_a_review_more_alters_nothing_else(text, note):
    before, faults = build(text)
    if before is None or faults:
        return
    try:
        today = reshape(text, raised("routine", before), Routine)
        value = build(today)[0]
        review = {"date": "2018-03-01", "by": "socialchef", "outcome": "revised"} | ({"note": note} if note else {})
        earlier = value.get("reviews") or ()
        new = reshape(today, {**value, "reviews": (*earlier, review)}, Routine)
    except Unformattable:
        event("refused")
        assert is_refused(text)
        return
    assert same(build(new)[0], {**value, "reviews": (*earlier, review)})
    assert Counter(all_comments(parse_tree(new))) == Counter(all_comments(parse_tree(today)))
    if not parse_tree(text).root.flow and not BLOCK_HEADER.search(text):
        assert lines_of(new, {"reviews"}) == lines_of(today, {"reviews"})


OLD = "title:  x\nreviewed_on: 2017-02-15\nreviewed_by: chef\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, "title:  x\nreviews:\n  - date: 2017-02-15\n    by: chef\n"),
        ("title:  x\nreviewed_by: chef\nreviewed_on: 2017-02-15\n", "title:  x\nreviews:\n  - date: 2017-02-15\n    by: chef\n"),
        ("title:  x\r\nreviewed_on: 2017-02-15", "title:  x\r\nreviews:\r\n  - date: 2017-02-15\r\n"),
        ("title: x\nreviewed_on:\nscope: y\n", "title: x\nscope: y\n"),
        (
            'title:  x\n# när?\nreviewed_on: "2017-02-15"  # i fjol\nscope: y\nharmonised_with: "1.0" # nu\n',
            'title:  x\n# när?\nreviews:\n  - date: 2017-02-15\n    version: "1.0"\n# i fjol\nscope: y\n# nu\n',
        ),
        ('title: x\nharmonised_with: "1.0"\n', 'title: x\nharmonised_with: "1.0"\n'),
    ],
)
def test_by_hand(old, new):
    assert reshape(old, raised("routine", build(old)[0]), Routine) == new


def test_marks_of_a_review_without_its_day_are_left_for_somebody_to_say():
    value = {"title": "x", "reviewed_by": "chef"}
    assert raised("routine", value) is value
    both = {"title": "x", "reviews": ({"date": "2017-02-15"},), "reviewed_on": "2018-02-15"}
    assert raised("routine", both) is both
    assert set(ONLY_REVIEW) < set(REVIEW)
