"""A text for another value: what the two have in common stays byte for byte, whatever the layout, and so does each comment."""

from collections import Counter

from hypothesis import given

from tests.editing.layouts import LAYOUTS
from vbe.documents.builder import build
from vbe.model.records.routine import Routine
from vbe.store.editing.comments import all_comments
from vbe.store.editing.layout import same
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable, parse_tree


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
