"""A text in several lines stays one: a reviewer reads it, and a difference shows its line."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.editing_fmt.test_properties import TEXTS
from vbe.store.editing.layout import lay_out
from vbe.store.editing.scalars import WIDTH

FILE = "routines/overall/misstanke.yaml"
LONG = "ord " * 40
BLOCKS = {
    "a blank at the end of a line": "|\n  Först. \n  - ett\n  - två\n",
    "a tab inside and at the end": "|\n  Först.\t\n  a\tb\n",
    "a non-breaking blank at the end": "|\n  Först.\u00a0\n  Sist.\n",
    "it begins indented": "|2\n    Indraget.\n  Inte.\n",
    "it begins indented, without a line end": "|2-\n    Indraget.\n  Inte.\n",
    "blanks alone on a line": "|\n  Först.\n    \n  Sist.\n",
    "it begins with an empty line": "|\n\n  Först.\n  Sist.\n",
    "a long line that ends with a blank": f"|\n  {LONG}\n  Sist.\n",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
@pytest.mark.parametrize("around", ["notes: {}title: A\n", "title: A\nnotes: {}"])
def test_a_block_text_stays_one(block, around):
    layout = lay_out(FILE, around.format(block).encode())
    assert not layout.refusal
    assert f"notes: {block}" in layout.new


@given(TEXTS)
def test_no_line_gets_longer_than_what_was_there(text):
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n\\\n  ") + '"'
    old = f"title: A\nnotes: {quoted}\n"
    layout = lay_out(FILE, old.encode("utf-8", "replace"))
    assert max(map(len, layout.new.split("\n"))) <= max(WIDTH, *map(len, layout.old.split("\n")))


def test_what_no_block_can_hold_is_broken_inside_its_quotation_marks():
    old = 'title: A\nnotes: "' + "\\n\\\n  ".join(["ord " * 20] * 10) + '\\n\\n"\n'
    layout = lay_out(FILE, old.encode())
    assert layout.changed
    assert max(map(len, layout.new.split("\n"))) <= WIDTH
