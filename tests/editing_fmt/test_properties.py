"""Whatever somebody has written: the same values, the same comments, and nothing to do the second time.

`pytest tests/editing_fmt --hypothesis-profile thorough` tries ten thousand documents of each kind.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from tests.editing_fmt.house import document
from vbe.documents import parse_text
from vbe.model.values import same
from vbe.store.editing.comments import all_comments
from vbe.store.editing.layout import lay_out
from vbe.store.editing.scalars import block_lines, needs_quotes, one_line
from vbe.store.editing.tree import parse_tree

FILES = (
    "measures/04-utbildning.yaml",
    "routines/overall/x.yaml",
    "followup/2017/socialnamnden.yaml",
    "strategy/organisation.yaml",
    "vbe.yaml",
)
MANY = 600


def check(file: str, text: str) -> bool:
    """Whether the text was laid out; where it was, nothing may be lost. The comparison is not the formatter's own."""
    layout = lay_out(file, text.encode())
    if layout.refusal:
        return False
    before, _ = parse_text(file, text)
    after, faults = parse_text(file, layout.new)
    assert before is not None
    assert after is not None, faults
    assert same(before.value, after.value)
    assert words_in_comments(text) == words_in_comments(layout.new)
    again = lay_out(file, layout.new.encode())
    assert again.new == layout.new
    assert not again.changed
    assert max(map(len, layout.new.splitlines())) < 2000
    return True


def words_in_comments(text: str) -> Counter[str]:
    return Counter(all_comments(parse_tree(text.replace("\r\n", "\n"))))


@given(st.integers(0, 2**48), st.sampled_from(FILES))
def test_nothing_is_lost(seed, file):
    text = document(random.Random(seed))
    parsed, _ = parse_text(file, text)
    assume(parsed is not None)
    laid_out = check(file, text)
    event("laid out" if laid_out else "left alone")


def test_hardly_any_file_is_left_alone():
    """Fewer than one in a hundred; those are named as they are, not changed."""
    refused = read = 0
    for seed in range(MANY):
        text = document(random.Random(seed))
        if parse_text("x", text)[0] is not None:
            read += 1
            refused += not check(FILES[seed % len(FILES)], text)
    print(f"{read} documents laid out, {refused} left alone")
    assert read > MANY * 0.9
    assert refused / read < 0.01


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60) | st.text(
    "aå0 :#-\n'\",[]{}?|>%&*!.\\\t", max_size=40
)


@given(TEXTS)
def test_a_scalar_reads_back(text):
    for line in (
        f"k: {one_line(text)}\n",
        f"- {one_line(text)}\n",
        f"[{one_line(text, flow=True)}]\n",
        f"{{a: {one_line(text, flow=True)}}}\n",
    ):
        parsed, faults = parse_text("x", f"r:\n  {line}")
        if any(fault.rule == "hidden-character" for fault in faults):
            return
        assert parsed is not None, (line, faults)
        value = parsed.value["r"]
        assert (next(iter(value.values())) if isinstance(value, dict) else value[0]) == text


@given(TEXTS, st.integers(2, 12))
def test_a_block_reads_back(text, indent):
    lines = block_lines(text, indent, 20)
    if lines is not None:
        written = f"{' ' * (indent - 2)}k: " + "\n".join(lines) + "\n" + f"{' ' * (indent - 2)}l: 1\n"
        parsed, faults = parse_text("x", written)
        assert parsed is not None, (written, faults)
        assert parsed.value["k"] == text


@pytest.mark.parametrize(
    "text",
    [
        "4.5",
        "0184",
        "1.0",
        "no",
        "yes",
        "on",
        "null",
        "~",
        "true",
        "KS/2016:365",
        "2016:365",
        "12:30",
        "08-746 10 00",
        "1e3",
        "",
        " x",
        "a: b",
        "a #b",
        "03-31",
        "<5",
        "*",
    ],
)
def test_what_some_reader_takes_for_something_else_stands_in_quotation_marks(text):
    assert needs_quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "2017-12-31",
        "O-04-05",
        "socialnamnden",
        "Kommunens råd – och fler",
        "a-b",
        "14 kap. 1 §",
        "genast, senast samma dag",
        "1 år",
    ],
)
def test_what_every_reader_takes_for_text_stands_without(text):
    assert not needs_quotes(text)
