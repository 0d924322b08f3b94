"""The JSON form: the model itself, with its version, and nothing that depends on where it was made."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from tests.render import nasty, sample
from tests.render.solna import solna
from vbe.report.model import VERSION, Paragraph, Section
from vbe.report.plain import plain
from vbe.report.render import data, parts, read_provenance, render
from vbe.store.resources import Templates

BLOCKS = {"paragraph", "facts", "table", "chart", "list", "callout", "group"}


def test_it_is_the_model_with_the_version_first():
    content = render(solna(), "json", Templates())
    model = json.loads(content)
    assert next(iter(model)) == "version"
    assert model["version"] == VERSION
    told = replace(
        solna().provenance,
        templates=model["provenance"]["templates"],
        seal=model["provenance"]["seal"],
        model=model["provenance"]["model"],
    )
    assert model == plain(replace(solna(), provenance=told))


def test_every_block_says_its_type():
    def kinds(blocks):
        for block in blocks:
            yield block["type"]
            yield from kinds(block.get("blocks", []))

    model = json.loads(render(solna(), "json", Templates()))
    assert {kind for section in model["sections"] for kind in kinds(section["blocks"])} == BLOCKS


@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    made = data.render(replace(sample.full(1), title=text, sections=(Section("s", "1", text, (Paragraph(text),)),)), {})
    model = json.loads(made)
    assert model["title"] == text
    assert model["sections"][0]["blocks"][0]["text"] == text


def test_it_says_what_it_was_made_from():
    content = render(solna(), "json", Templates())
    assert read_provenance(content, "json")["year"] == 2017
    assert list(parts(content, "json"))[:3] == ["", "Läget på en sida", "1 Sammanfattning"]
    for broken in (b"", b"[]", b"{", b"\xff"):
        assert read_provenance(broken, "json") == {}
