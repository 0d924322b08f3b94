"""The workbook: a sheet for each table, numbers as numbers, and text that is never a formula."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import asdict, replace
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from tests.render import nasty, sample
from vbe.errors import VbeError
from vbe.report.render import xlsx
from vbe.store.resources import Templates

TEMPLATES = Templates()
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def content():
    return xlsx.render(sample.full(), TEMPLATES)


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def sheets(content):
    return [sheet.get("name") for sheet in ElementTree.fromstring(part(content, "xl/workbook.xml")).iter(f"{MAIN}sheet")]


def strings(content):
    root = ElementTree.fromstring(part(content, "xl/sharedStrings.xml"))
    found = ["".join(text.text or "" for text in entry.iter(f"{MAIN}t")) for entry in root]
    return [re.sub(r"_x005F(_x[0-9A-Fa-f]{4}_)", r"\1", text) for text in found]


def test_a_sheet_for_each_table(content):
    names = sheets(content)
    assert names[0] == "Om rapporten"
    assert len(names) == 1 + 14 + 24
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("caption", ["", "'", "History", "a/b:c*[d]?\\", "x" * 90, "Om rapporten", "😀" * 40])
def test_any_caption_gives_a_sheet(caption):
    table = replace(sample.traceability(2), caption=caption)
    report = replace(sample.short(), sections=(sample.Section("s", "1", "S", (table, table)),))
    names = sheets(xlsx.render(report, TEMPLATES))
    assert len(names) == 3 == len({name.casefold() for name in names})


def test_header_is_frozen_and_filtered(content):
    sheet = part(content, "xl/worksheets/sheet2.xml")
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:F5"/>' in sheet


def test_numbers_and_days_are_values():
    columns = (sample.Column("Namn"), sample.Column("Antal", "number"), sample.Column("Dag", "date"))
    row = (sample.cell("a"), sample.cell("98,7\u00a0%", value=98.7), sample.cell("31\u00a0december 2017", value="2017-12-31"))
    small = (sample.cell("b"), sample.cell("<5"), sample.cell("saknas"))
    table = sample.Table("t", "T", columns, (row, small))
    made = xlsx.render(replace(sample.short(), sections=(sample.Section("s", "1", "S", (table,)),)), TEMPLATES)
    sheet = part(made, "xl/worksheets/sheet2.xml")
    assert "<v>98.7</v>" in sheet
    assert "<v>43100</v>" in sheet
    assert {"<5", "saknas"} <= set(strings(made))
    assert '0.0" %"' in part(made, "xl/styles.xml").replace("&quot;", '"')


def test_nothing_is_a_formula_or_a_link():
    for text in nasty.MARKUP:
        made = xlsx.render(sample.saying(text), TEMPLATES)
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            cells = "".join(archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name)
            relations = [name for name in archive.namelist() if "worksheets/_rels" in name]
        assert "<f>" not in cells
        assert relations == []
        assert text in strings(made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nasty.texts)
def test_any_text_comes_out_as_itself(text):
    assert text in strings(xlsx.render(sample.saying(text), TEMPLATES))


@pytest.mark.parametrize("text", nasty.REFUSED)
def test_what_is_not_seen_is_refused_by_name(text):
    with pytest.raises(VbeError, match=r"U\+"):
        xlsx.render(sample.saying(text), TEMPLATES)


def test_a_text_that_is_too_long_is_not_left_out_in_silence():
    table = sample.Table("t", "T", (sample.Column("a"),), ((sample.cell("x" * 40_000),),))
    with pytest.raises(VbeError, match="Excel"):
        xlsx.render(replace(sample.short(), sections=(sample.Section("s", "1", "S", (table,)),)), TEMPLATES)


def test_the_first_sheet_says_what_the_fact_box_says(content):
    assert {"Spridning", "Intern", "Uppgifterna gäller per", "1\u00a0mars 2018"} <= set(strings(content))


def test_provenance_is_read_back(content):
    assert xlsx.read_provenance(content) == asdict(sample.ORIGIN)
    assert "2018-03-21T13:05:09Z" in part(content, "docProps/core.xml")


def test_provenance_of_something_else():
    assert xlsx.read_provenance(b"no workbook") == {}
