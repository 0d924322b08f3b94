"""The smallest edit: only the named values differ, and every other byte is where it was."""

import re
from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.editing.layouts import LAYOUTS, WORDS
from vbe.documents.builder import build
from vbe.errors import VbeError
from vbe.model.records.routine import Routine
from vbe.store.editing.comments import BLOCK_HEADER, _remarks, all_comments
from vbe.store.editing.order import key_order
from vbe.store.editing.splice import set_fields
from vbe.store.editing.tree import grow

ORDER = key_order(Routine)
NOTE = st.one_of(
    st.none(), WORDS.map(" ".join), st.sampled_from(["1.0", "nej", "2018-03-01", 'it\'s "x"', "a: b # c", "- x", "ö" * 120])
)
NAMES = ("reviewed_on", "reviewed_by", "review_outcome", "review_note", "harmonised_with")
THOUSANDS = 2_000
"""Layouts, however few examples the rest of the suite looks at: nothing else may differ in any of them."""


@settings(max_examples=max(THOUSANDS, settings.default.max_examples))
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
    """Whether nothing but the review differs, to the last byte.

    Where each field has its own lines, those that belong to no review field stand in both in the same order, and every
    line that has come belongs to one. In braces the text outside the review fields and the separators before them is the
    same. What stands around the value of a review field that was there already is the same, too.
    """
    before, after = review_fields(old), review_fields(new)
    if not all(is_same_around(old, before[key], new, after[key]) for key in before.keys() & after.keys()):
        return False
    if grow(old).root.flow:
        return rest_in_braces(old) == rest_in_braces(new)
    rest, new_rest = lines_of_others(old, before.keys() - after.keys()), lines_of_others(new, set())
    if len(new) == max((field.end for field in after.values()), default=-1) and rest and not BREAK.search(rest[-1]):
        # What is added behind a last line without an end gives it one.
        rest[-1] += BREAK.search(new_rest[-1]).group()
    return rest == new_rest and set(BREAK.findall(new)) <= set(BREAK.findall(old) or ["\n"])


BREAK = re.compile(r"\r\n|\n|\r")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class Field(NamedTuple):
    """Where a review field stands: its key, its value, and the end of that."""

    start: int
    value: int
    end: int
    is_block: bool
    column: int


def review_fields(text: str) -> dict[str, Field]:
    """The review fields of a text, in the order in which they stand."""
    found = {}
    for entry in grow(text).root.entries:
        node = entry.node
        if entry.key in NAMES:
            is_block = not node.written and text[node.start : node.start + 1] in ("|", ">")
            end = len(text[: node.end].rstrip()) if is_block else node.end
            found[entry.key] = Field(entry.start, node.start, end, is_block, entry.column)
    return found


def span(text: str, field: Field) -> tuple[int, int]:
    """Where the lines of a field begin and end, the end of the last one included."""
    start = max(text.rfind("\n", 0, field.start), text.rfind("\r", 0, field.start)) + 1
    found = BREAK.search(text, field.end)
    return start, found.end() if found else len(text)


def lines_of_others(text: str, gone: set[str]) -> list[str]:
    """The lines that belong to no review field; of a field that is gone, the comments that stood on its lines."""
    kept, at = [], 0
    for key, field in review_fields(text).items():
        start, end = span(text, field)
        kept += LINE.findall(text[at:start])
        if key in gone:
            ended = BREAK.search(text, field.end) or BREAK.search(text)
            kept += [" " * field.column + said + (ended.group() if ended else "\n") for said in comments(text, start, end)]
        at = end
    return kept + LINE.findall(text[at:])


def comments(text: str, start: int, end: int) -> list[str]:
    """The comments in a part of a text."""
    tree = grow(text)
    headers = [header[1].rstrip() for at, _ in tree.headed if start <= at < end and (header := BLOCK_HEADER.match(text, at))]
    return headers + [remark.text for remark in _remarks(tree) if start <= remark.at < end and remark.text]


def rest_in_braces(text: str) -> str:
    """The text without its review fields, and without the comma and the blanks before each of them."""
    for field in reversed(review_fields(text).values()):
        text = text[: len(text[: field.start].rstrip(" ,\n"))] + text[field.end :]
    return text


def is_same_around(old: str, before: Field, new: str, after: Field) -> bool:
    """Whether key, blanks and comments around a value are the same; a comment behind the sign of a block text follows it."""
    if old[before.start : before.end] == new[after.start : after.end]:
        return True
    blank = " " if before.value == before.end else ""
    if old[before.start : before.value] + blank != new[after.start : after.value]:
        return False
    tails = [text[field.end : span(text, field)[1]] for text, field in ((old, before), (new, after))]
    if before.is_block:
        header = BLOCK_HEADER.match(old, before.value)
        tails[0] = f"  {header[1].rstrip()}" if header else ""
    elif grow(old).root.flow:
        return True
    return tails[0].rstrip("\r\n") == tails[1].rstrip("\r\n")


WHOLE = "# om\ntitle: 'x'  # t\n\nreviewed_on: 2017-02-15  # då\nscope: y\n\n# sist\n"
DAY = WHOLE.replace("2017-02-15", "2018-03-01")


@pytest.mark.parametrize(
    "new",
    [
        DAY.replace("\n\nrev", "\nrev"),
        DAY.replace("# om\n", "# om \n"),
        DAY.replace("'x'", '"x"'),
        DAY.replace("'x'  #", "'x' #"),
        DAY.replace("# då", "# d"),
        DAY.replace("01  #", "01 #"),
        DAY.replace("reviewed_on: ", "reviewed_on:  "),
        DAY.replace("reviewed_on", '"reviewed_on"'),
        DAY.replace("# sist\n", "# sist"),
        DAY.replace("y\n\n#", "y\r\n\n#"),
        DAY.replace("scope: y\n", "scope: y\nstatus: z\n"),
        DAY.replace("scope: y\n", "scope: y\n# y\n"),
        DAY.replace("scope: y\n\n# sist\n", "\n# sist\nscope: y\n"),
        DAY.replace("reviewed_on", "reviewed_by: x\r\nreviewed_on"),
    ],
)
def test_the_property_sees_each_byte(new):
    assert untouched(WHOLE, DAY)
    assert untouched(WHOLE, DAY.replace("reviewed_on", "reviewed_by: x\nreviewed_on"))
    assert not untouched(WHOLE, new)


@pytest.mark.parametrize(
    "new",
    [
        "{title: x,  scope: 'y', reviewed_on: 2018-03-01} # slut\n",
        '{title: x, scope: "y", reviewed_on: 2018-03-01} # slut\n',
        "{title: x, scope: 'y', reviewed_on:  2018-03-01} # slut\n",
        "{title: x, scope: 'y', reviewed_on: 2018-03-01}  # slut\n",
        "{title: x, scope: 'y', reviewed_on: 2018-03-01, } # slut\n",
        "{scope: 'y', title: x, reviewed_on: 2018-03-01} # slut\n",
    ],
)
def test_the_property_sees_each_byte_in_braces(new):
    old = "{title: x, scope: 'y', reviewed_on: 2017-02-15} # slut\n"
    assert untouched(old, old.replace("2017-02-15", "2018-03-01, reviewed_by: x"))
    assert not untouched(old, new)


def test_few_layouts_are_refused():
    """A refusal is honest, and of no use to anybody: only directives and line ends of the last century are refused."""
    from hypothesis import Phase

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
    assert untouched(old, new)


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
        ("title: x\r\nreview_note: gammal # av vem?", "title: x\r\n# av vem?\r\n"),
        ("{title: x, review_note: gammal, scope: y}\n", "{title: x, scope: y}\n"),
    ],
)
def test_an_old_note_is_taken_away(old, new):
    assert edited(old, review_note=None) == new
    assert untouched(old, new)


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
