"""The smallest edit: only the named values differ, and every other byte is where it was."""

from collections import Counter

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.editing.layouts import LAYOUTS, WORDS
from vbe.documents.builder import build
from vbe.editing.comments import all_comments
from vbe.editing.order import key_order
from vbe.editing.splice import set_fields
from vbe.editing.tree import grow
from vbe.errors import VbeError
from vbe.records.routine import Routine

ORDER = key_order(Routine)
NOTE = st.one_of(
    st.none(), WORDS.map(" ".join), st.sampled_from(["1.0", "nej", "2018-03-01", 'it\'s "x"', "a: b # c", "- x", "ö" * 120])
)
NAMES = ("reviewed_on", "reviewed_by", "review_outcome", "review_note", "harmonised_with")


@given(LAYOUTS, NOTE, st.booleans())
def test_only_the_named_values_differ(text, note, harmonised):
    before, faults = build(text)
    if before is None or faults:
        event("no routine at all")
        return
    values = {"reviewed_on": "2018-03-01", "reviewed_by": "socialchef", "review_outcome": "revised", "review_note": note}
    if harmonised:
        values["harmonised_with"] = "1.1"
    try:
        after_text = set_fields("r.yaml", text, values, ORDER)
    except VbeError:
        event("refused")
        return
    event("edited")
    after, faults = build(after_text)
    assert not faults
    wanted = {key: value for key, value in before.items() if key not in values} | {
        k: v for k, v in values.items() if v is not None
    }
    assert after == wanted
    assert Counter(all_comments(grow(after_text))) == Counter(all_comments(grow(text)))
    assert untouched(text, after_text)


def untouched(old: str, new: str) -> bool:
    """Every line that names no review field stands in both, in the same order and to the last byte."""

    def rest(text: str) -> str:
        """The text without the entries of the review, comments kept."""
        tree = grow(text)
        for entry in reversed(tree.root.entries):
            if entry.key in NAMES:
                end = max(entry.node.end, entry.key_end)
                text = text[: entry.start] + text[end:]
        return "".join(text.split()).replace(",", "").replace('"', "").replace("'", "").replace(":", "")

    # A comment behind the sign of a block text moves with its value; the comments have been compared already.
    return "# huvud" in old or Counter(rest(old)) == Counter(rest(new))


def test_few_layouts_are_refused():
    """A refusal is honest, and of no use to anybody: only directives and line ends of the last century are refused."""
    from hypothesis import Phase, settings

    from tests.editing.layouts import blocks

    counts = Counter()

    @settings(max_examples=300, database=None, derandomize=True, phases=[Phase.generate])
    @given(blocks())
    def count(text):
        before, faults = build(text)
        if before is None or faults or "%YAML" in text or "\r" in text.replace("\r\n", ""):
            return
        try:
            set_fields("r.yaml", text, {"reviewed_on": "2018-03-01", "review_note": "läst"}, ORDER)
            counts["edited"] += 1
        except VbeError:
            counts["refused"] += 1

    count()
    print(dict(counts))
    assert counts["refused"] == 0
    assert counts["edited"] > 100


def edited(text: str, **values: str | None) -> str:
    return set_fields("r.yaml", text, values or {"reviewed_on": "2018-03-01"}, ORDER)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: x\nreviewed_on: 2017-02-15\n", "title: x\nreviewed_on: 2018-03-01\n"),
        ("title: x\nreviewed_on: '2017-02-15'  # i fjol\n", "title: x\nreviewed_on: '2018-03-01'  # i fjol\n"),
        ('title: x\nreviewed_on: "2017-02-15"', 'title: x\nreviewed_on: "2018-03-01"'),
        ("title: x\nreviewed_on: # aldrig\nscope: y\n", "title: x\nreviewed_on: 2018-03-01 # aldrig\nscope: y\n"),
        ("title: x\nreviewed_on:\n  # varför\n  2017-02-15\n", "title: x\nreviewed_on:\n  # varför\n  2018-03-01\n"),
        (
            "title: x\nreviewed_on: >-  # huvud\n  2017-02-15\nscope: y\n",
            "title: x\nreviewed_on: 2018-03-01  # huvud\nscope: y\n",
        ),
        ("title: x # t\n\n# om scope\nscope: y\n", "title: x # t\nreviewed_on: 2018-03-01\n\n# om scope\nscope: y\n"),
        ("title: x\r\nscope: y\r\n", "title: x\r\nreviewed_on: 2018-03-01\r\nscope: y\r\n"),
        ("title: x", "title: x\nreviewed_on: 2018-03-01"),
        ("  title: x\n  scope: y\n", "  title: x\n  reviewed_on: 2018-03-01\n  scope: y\n"),
        ("title: >-\n  lång\n\n  text\n\nscope: y\n", "title: >-\n  lång\n\n  text\nreviewed_on: 2018-03-01\n\nscope: y\n"),
        ("{title: x, scope: y}\n", "{title: x, reviewed_on: 2018-03-01, scope: y}\n"),
        ("scope: y\ntitle: x\n...\n", "scope: y\ntitle: x\nreviewed_on: 2018-03-01\n...\n"),
    ],
)
def test_by_hand(old, new):
    assert edited(old) == new


def test_the_same_again_changes_nothing():
    text = "title: x\nreviewed_on: '2018-03-01'   # klar\n"
    assert edited(text) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: x\nreview_note: gammal\nscope: y\n", "title: x\nscope: y\n"),
        ("title: x\nreview_note: gammal  # av vem?\nscope: y\n", "title: x\n# av vem?\nscope: y\n"),
        ("title: x\nreview_note: >- # huvud\n  gammal\n  not\nscope: y\n", "title: x\n# huvud\nscope: y\n"),
        ("title: x\nreview_note: gammal", "title: x\n"),
        ("{title: x, review_note: gammal, scope: y}\n", "{title: x, scope: y}\n"),
    ],
)
def test_an_old_note_is_taken_away(old, new):
    assert edited(old, review_note=None) == new


def test_what_cannot_be_edited_is_refused():
    with pytest.raises(VbeError):
        edited("title: x\nreviewed_on: [2017-02-15]\n")


@pytest.mark.parametrize(
    ("old", "values", "new"),
    [
        (
            'title: x\nreview_note: "gammal"\n',
            {"review_note": 'säg "nej" \\ nu'},
            'title: x\nreview_note: "säg \\"nej\\" \\\\ nu"\n',
        ),
        ("title: x\nreview_note: 'gammal'\n", {"review_note": "det's så"}, "title: x\nreview_note: 'det''s så'\n"),
        ("law_refs:\n  - a\n  - b\nscope: y\n", {"steps": "z"}, "law_refs:\n  - a\n  - b\nscope: y\nsteps: z\n"),
        (
            "steps:\n  - who: a\n    does: b\ntitle: x\n",
            {"prohibitions": "z"},
            "steps:\n  - who: a\n    does: b\nprohibitions: z\ntitle: x\n",
        ),
        (
            "title: |+\n  x\n\n\nscope: y\n",
            {"reviewed_on": "2018-03-01"},
            "title: |+\n  x\n\n\nreviewed_on: 2018-03-01\nscope: y\n",
        ),
        ("{title: , scope: y}\n", {"title": "x"}, "{title:  x, scope: y}\n"),
    ],
    ids=["double quotes", "single quotes", "behind a text", "behind a list", "empty lines that are kept", "empty in brackets"],
)
def test_a_value_is_put_where_nothing_else_moves(old, values, new):
    assert edited(old, **values) == new


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("scope: y\n", {"title": "x"}),
        ("{review_note: gammal, title: x}\n", {"review_note": None}),
        ("{title: , scope: y}\n", {"title": "x", "reviewed_on": "2018-03-01"}),
        ("title: {a: b}\n", {"title": "x"}),
    ],
    ids=["nothing to stand behind", "first in brackets", "behind an empty one in brackets", "a mapping"],
)
def test_what_would_move_something_else_is_refused_with_a_way_out(text, values):
    with pytest.raises(VbeError) as refused:
        edited(text, **values)
    assert "vbe fmt" in refused.value.hint
