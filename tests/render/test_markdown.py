"""The Markdown form: what a reader sees is what the model says, whatever signs it is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from tests.render import nasty, sample
from tests.render.solna import solna
from vbe.privacy.markdown_text import BLANK
from vbe.report.model import Cell, Listing, Paragraph, Section
from vbe.report.render import markdown, parts, read_provenance, render
from vbe.store.resources import Templates

READER = MarkdownIt("commonmark").enable("table")


def shown(text: str) -> str:
    """What a reader of the Markdown sees of a text, as plain text."""
    inline = [token for token in READER.parse(text) if token.type == "inline"]
    lines = ("".join(" " if c.type in ("softbreak", "hardbreak") else c.content for c in t.children) for t in inline)
    return "\n".join(lines).replace(BLANK, "")  # without the blanks that keep a reference from being one


@pytest.mark.parametrize("text", nasty.MARKUP)
def test_markup_comes_out_as_itself(text):
    assert shown(markdown.text(text)) == nasty.folded(text)


@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    assert shown(markdown.text(text)) == nasty.folded(text)
    assert [t.type for t in READER.parse(markdown.text(text))] == ["paragraph_open", "inline", "paragraph_close"]


@given(nasty.texts)
def test_any_text_stays_in_its_place(text):
    table = replace(sample.commitments(1, 1), rows=((Cell((text, text)), *sample.commitments(1, 1).rows[0][1:]),))
    section = Section("s", "1", text, (Paragraph(text), Listing((text, text), ordered=True), table))
    made = markdown.render(replace(sample.full(1), title=text, sections=(section,)), {}).decode()
    kinds = [token.type for token in READER.parse(made)]
    assert kinds.count("heading_open") == 2
    assert kinds.count("table_open") == 1
    assert kinds.count("tr_open") == 2
    assert kinds.count("td_open") == len(table.columns)
    assert kinds.count("list_item_open") == 2
    assert shown(made).split("\n")[0] == nasty.folded(text)


def test_the_whole_report_has_every_section_and_table():
    content = render(solna(), "md", Templates())
    kinds = [token.type for token in READER.parse(content.decode())]
    model = solna()
    assert kinds.count("table_open") > 50
    assert len(parts(content, "md")) == len(model.sections) + 1
    assert list(parts(content, "md"))[1:3] == ["Läget på en sida", "1 Sammanfattning"]


def test_it_says_what_it_was_made_from():
    content = render(solna(), "md", Templates())
    assert read_provenance(content, "md")["commit"] == "0" * 40
    assert read_provenance(b"# nothing", "md") == {}
