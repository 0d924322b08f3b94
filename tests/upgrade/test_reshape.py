"""A text for another value: what the two have in common stays byte for byte, whatever the layout, and so does each comment."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.layouts import LAYOUTS
from vbe.documents.builder import build
from vbe.model.formats import REVIEW, STEPS, raised
from vbe.model.records.routine import Routine
from vbe.model.values import same
from vbe.store.editing.comments import all_comments
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable, parse_tree

FIELDS = [part for step in STEPS for field in step.fields for part in field.split(".")]


def reshaped(text, value):
    """The text, proven: it means the value, and no comment is lost. None where it is refused."""
    try:
        new = reshape(text, value, Routine)
    except Unformattable:
        return None
    assert same(build(new)[0], value)
    assert Counter(all_comments(parse_tree(new))) == Counter(all_comments(parse_tree(text)))
    return new


@given(LAYOUTS)
def test_a_field_that_goes_takes_nothing_with_it(text):
    value, faults = build(text)
    if value is None or faults or "scope" not in value:
        return
    new = reshaped(text, {key: part for key, part in value.items() if key != "scope"})
    assert (new is None) <= (text.startswith("%YAML") or "\r" in text.replace("\r\n", ""))
    if new is None:
        return
    lines = Counter(text.splitlines())
    assert not Counter(line for line in new.splitlines() if "#" not in line) - lines


OLDER = st.fixed_dictionaries(
    {"reviewed_on": st.sampled_from(["2017-01-31", '"2017-01-31"', "2017-01-31   # läst"])},
    optional={
        "reviewed_by": st.sampled_from(["socialchef", "'socialchef'"]),
        "review_outcome": st.just("no-change"),
        "harmonised_with": st.sampled_from(['"1.0"', "'1.1'  # den nya"]),
        "review_note": st.sampled_from(["Läst.", '"Läst: allt."', "null", ">-\n  Läst\n  och ändrat."]),
    },
)


@settings(max_examples=60)
@given(LAYOUTS, OLDER, st.data())
def test_of_an_older_review_in_any_layout_only_what_the_step_names_differs(text, older, data):
    """The review moves, with its comments; every other line is what it was."""
    value, faults = build(text)
    if value is None or faults or text.startswith("%YAML") or "\r" in text or not text.endswith("\n") or REVIEW.keys() & value:
        return
    lines = [f"{name}: {said}" for name, said in data.draw(st.permutations(list(older.items())))]
    top = data.draw(st.booleans())
    joined = "\n".join(lines) + "\n"
    old = joined + text if top and text[:1].isalpha() else text + joined
    before, faults = build(old)
    if before is None or faults:
        return
    after = raised("routine", before)
    assert {key: part for key, part in after.items() if key != "reviews"} == value
    new = reshaped(old, after)
    if new is None:
        return
    assert not Counter(_own(text)) - Counter(_own(new))


def _own(text):
    return [line for line in text.splitlines() if line.strip() and "#" not in line]


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates().map(str),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=5) | st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from([*FIELDS, "title", "reviews"]), NESTED, max_size=6),
    st.sampled_from(sorted({k for s in STEPS for k in s.kinds})),
)
def test_no_value_makes_a_step_fail(value, kind):
    """Whatever stands in a file, the steps go through; and once they have, there is nothing more to do."""
    once = raised(kind, value)
    assert raised(kind, once) == once


def test_the_same_value_is_the_same_text():
    text = "title:   Oro  # nu\nsteps: []\n"
    assert reshape(text, build(text)[0], Routine) == text


def test_a_field_of_a_lists_element_goes_also_where_it_stands_behind_the_hyphen():
    text = (
        "title: Oro\nsteps:\n- within: genast   # bråttom\n  who: chef\n  does: Ring.\n- who: chef\n  does: Ring.\n  within: nu\n"
    )
    value = {"title": "Oro", "steps": ({"who": "chef", "does": "Ring."},) * 2}
    assert reshaped(text, value) is None  # The comment on the hyphen's line would have nowhere to stand.
    text = text.replace("   # bråttom", "")
    assert reshaped(text, value) == "title: Oro\nsteps:\n- who: chef\n  does: Ring.\n- who: chef\n  does: Ring.\n"


def test_an_element_more_stands_behind_the_last():
    text = "title: Oro\nsteps:\n- who: chef   # den\n  does: Ring.\n\n# slut\nnotes: x\n"
    value = build(text)[0]
    new = reshaped(text, {**value, "steps": (*value["steps"], {"who": "chef", "does": "Ring: nu."})})
    assert new == text.replace("  does: Ring.\n", '  does: Ring.\n- who: chef\n  does: "Ring: nu."\n')


def test_a_new_field_stands_where_its_kind_has_it():
    text = "title: Oro\nowner_role: chef   # den\nsteps: []\n"
    value = build(text)[0]
    new = reshaped(text, {**value, "scope": "a: b"})
    assert new == text.replace("   # den\n", '   # den\nscope: "a: b"\n')
