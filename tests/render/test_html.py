"""The HTML form: one file that stands alone, with the structure that a screen reader and a phone need."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from tests.render import nasty, sample
from tests.render.solna import solna
from vbe.errors import VbeError
from vbe.report.model import Cell, Paragraph, Section
from vbe.report.render import html as page
from vbe.report.render import parts, read_provenance, render
from vbe.store.resources import Templates

VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "line", "col"}


class Tree(HTMLParser):
    """Tags, attributes and text; fails where a tag is closed that is not open."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        if self.open and self.open[-1] != "style":
            self.texts.append(text)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(solna(), "html", Templates())


@pytest.fixture(scope="module")
def tree(content) -> Tree:
    return Tree(content.decode())


def said(text: str) -> Tree:
    """A page whose only section says a text in each place that a record's text can stand."""
    table = replace(sample.commitments(1, 1), caption=text, rows=((Cell((text, text)), *sample.commitments(1, 1).rows[0][1:]),))
    section = Section("s", "1", text, (Paragraph(text), table, replace(sample.chart(), title=text)))
    return Tree(page.render(replace(sample.full(1), title=text, sections=(section,)), Templates()).decode())


def test_it_stands_alone(content, tree):
    text = content.decode()
    for attributes in (a for _tag, a in tree.tags):
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src", "action", "formaction", "xlink:href", "data", "srcset"):
            assert (attributes.get(name) or "#").startswith("#"), attributes
    assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & {tag for tag, _ in tree.tags}
    assert "javascript:" not in text
    assert "@import" not in text
    assert "url(" not in text


def test_it_has_one_title_and_no_skipped_level(tree):
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert tree.named("html")[0]["lang"] == "sv"


def test_ids_are_unique_and_every_reference_hits_one(tree):
    ids = [attributes["id"] for _tag, attributes in tree.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in (a for _tag, a in tree.tags):
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((attributes.get(name) or "").split()) <= set(ids)
        if (attributes.get("href") or "").startswith("#"):
            assert attributes["href"][1:] in ids


def test_tables_can_be_read_by_ear(content, tree):
    tables = re.findall(rb"<table.*?</table>", content, re.DOTALL)
    assert len(tables) == len(tree.named("table")) > 50
    for table in tables:
        assert table.count(b"<caption") == 1
        assert b"colspan" not in table
        assert b"rowspan" not in table
        assert b'scope="col"' in table
        assert table.count(b'scope="row"') == table.count(b"<tr") - 1
    regions = [a for a in tree.named("div") if a.get("class") in ("scroll", "fits")]
    assert len(regions) == len(tables)
    assert all(a["role"] == "region" and a["tabindex"] == "0" and a["aria-labelledby"] for a in regions)


def test_every_chart_has_words_and_a_table(content):
    charts = re.findall(rb"<figure.*?</figure>", content, re.DOTALL)
    assert charts
    for chart in charts:
        assert b'<svg role="img"' in chart
        assert re.search(rb"<title id=.*?>.+?</title>\s*<desc id=.*?>.+?</desc>", chart)
        assert b"<details>" in chart
        assert b"<table" in chart


def test_a_status_has_its_word_and_its_symbol(content):
    marks = re.findall(
        r'<span class="mark (\w+)"><span class="symbol" aria-hidden="true">(.)</span>(\w+)</span>', content.decode()
    )
    assert len(marks) == content.count(b'class="mark ')
    assert set(marks) == {("green", "●", "Grön"), ("yellow", "▲", "Gul"), ("red", "■", "Röd"), ("grey", "○", "Grå")}


@pytest.mark.parametrize("text", nasty.MARKUP)
def test_markup_comes_out_as_itself(text):
    assert nasty.folded(text) in [nasty.folded(found) for found in said(text).texts]


@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    found = said(text)
    assert [nasty.folded(t) for t in found.texts].count(nasty.folded(text)) >= 3
    assert not {"script", "i", "b"} & {tag for tag, _ in found.tags}


@pytest.mark.parametrize("text", nasty.REFUSED)
def test_what_is_not_seen_is_refused_with_its_place(text):
    with pytest.raises(VbeError):
        said(text)


def test_emoji_and_long_words_are_shown(tree):
    assert "👩\u200d👧" not in "".join(tree.texts)
    assert "🙂" in "".join(said("Bra 🙂").texts)


def test_it_says_what_it_was_made_from_and_its_parts(content):
    told = read_provenance(content, "html")
    assert told["commit"] == "0" * 40
    assert told["year"] == 2017
    assert told["dirty"] is False
    assert len(told["templates"]) == 64
    names = list(parts(content, "html"))
    assert names[:3] == ["", "Läget på en sida", "1 Sammanfattning"]
    assert len(names) == 21
    assert "".join(parts(content, "html").values()) == content.decode()
    assert read_provenance(b"<p>nothing", "html") == {}
