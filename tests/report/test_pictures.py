"""Pictures: shares on one axis in every form, nothing of what is hidden in their coordinates, no chart of one number."""

from __future__ import annotations

import io
import re
import zipfile

import docx as word
import pytest

from tests.render.solna import composed, corpus, solna
from tests.report.small import blocks, edited, report, section, words
from vbe.report.model import Chart
from vbe.report.render import render
from vbe.report.render.charts import TRACK, shares
from vbe.store.resources import Templates


def chart(made) -> Chart:
    return next(block for block in blocks(section(made, "indicators-brief")) if isinstance(block, Chart))


def strip(made) -> Chart:
    return next(block for block in blocks(section(made, "ahead-brief")) if isinstance(block, Chart))


def test_all_shares_stand_on_one_axis_of_a_hundred():
    made = chart(solna("ks"))
    assert made.look == "shares"
    assert made.maximum == 100
    assert len(made.bars) > 1
    drawn = shares(made)
    for bar, row in zip(made.bars, drawn["rows"], strict=True):
        assert row["length"] == pytest.approx(TRACK * bar.value / 100, abs=0.1)
    assert [tick["text"] for tick in drawn["ticks"]] == ["0", "50", "100"]
    goal = next(bar for bar in made.bars if bar.target is not None)
    assert goal.target == 100
    assert f"{goal.label}: {goal.text}, målvärde 100" in made.description


def test_every_form_has_the_picture_or_its_values():
    made = solna("ks")
    html = render(made, "html", Templates()).decode()
    assert 'id="diagram-andelar-titel"' in html
    discs = sum(bool(number) for lane in strip(made).lanes for number in lane.counts)
    assert html.count('<rect class="bar"') == len(chart(made).bars)
    assert html.count('<circle class="bar"') == html.count('class="number-on-bar"') == discs
    assert chart(made).bars[0].label in render(made, "md", Templates()).decode()
    document = word.Document(io.BytesIO(render(made, "docx", Templates())))
    assert len(document.inline_shapes) == 2
    described = document.element.body.xpath(".//wp:docPr/@descr")
    assert described == [chart(made).description, strip(made).description]
    assert "mars 2018: nästa steg" in render(made, "md", Templates()).decode()


CUTS = (
    "cuts:\n  styrelsen: {name: Styrelsen, visibility: internal}\n"
    "  alla: {name: Alla, visibility: public, sections: [indicators-brief]}\ncontacts:"
)


def two_years(before: str, now: str = "{value: 100, n: 40}") -> dict[str, str]:
    """The share of trained managers, of persons, in the year's report and in that of the year before."""
    people = edited("measures/02-stod.yaml", ("    unit: percent\n", "    unit: percent\n    counts: persons\n"))
    earlier = {"followup/2023/socialnamnden.yaml": f"reported_on: 2024-02-01\nindicators:\n  utbildade: {before}\n"}
    told = edited("followup/2024/socialnamnden.yaml", ("utbildade: {value: 100, n: 40}", f"utbildade: {now}"))
    return people | earlier | told | edited("vbe.yaml", ("contacts:", CUTS))


def test_last_years_value_is_a_ring_on_the_same_axis():
    made = report(two_years("{value: 60, n: 40}"), cut="styrelsen")
    bar = chart(made).bars[0]
    assert (bar.value, bar.before, bar.target) == (100, 60, 100)
    assert "100 %, året före 60 %, målvärde 100 %" in chart(made).description.replace("\u00a0", " ")
    drawn = shares(chart(made))["rows"][0]
    assert drawn["dot"] == pytest.approx(TRACK * 0.6)
    html = render(made, "html", Templates()).decode()
    assert f'<circle class="before" cx="{drawn["dot"]}"' in html
    row = chart(made).table.rows[0]
    assert [said.lines[0].replace("\u00a0", " ") for said in row[1:]] == ["100 %", "60 %", "100 %"]


def test_a_year_before_of_too_few_is_no_ring_and_no_words():
    made = report(two_years("{value: 60, n: 12}"), cut="styrelsen")
    assert chart(made).bars[0].before is None
    assert "60" not in words(section(made, "indicators-brief"))
    assert 'class="before"' not in render(made, "html", Templates()).decode()


@pytest.mark.parametrize("cut", ["styrelsen", "alla"])
@pytest.mark.parametrize("form", ["html", "pdf", "json"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("{value: 60, n: 12}",), ("{value: 70, n: 12}",)),
        (("{value: 60, n: 40}", "{value: 50, n: 12}"), ("{value: 60, n: 40}", "{value: 75, n: 12}")),
    ],
    ids=["the year before", "the year"],
)
def test_another_hidden_share_draws_the_same_picture_in_every_edition(one, other, form, cut):
    """No coordinate gives it away, and no edition tells what another hides."""

    def made(*shares_):
        return render(report(two_years(*shares_), cut=cut), form, Templates())

    assert made(*one) == made(*other)


def test_a_share_of_too_few_is_in_no_picture_and_in_no_sheet():
    made = report()
    for block in (block for part in made.sections for block in blocks(part) if isinstance(block, Chart)):
        for bar in block.bars:
            assert bar.value is None or "<" not in bar.text
    told = [row for sheet in composed(corpus(), 2017, "ks").sheets for row in sheet.rows]
    assert all(cell.value is None for row in told for cell in row if cell.lines[0].startswith("<"))


def test_the_workbook_has_a_few_flat_tables_with_days_and_numbers():
    made = solna("ks")
    content = render(made, "xlsx", Templates())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = re.findall(r'sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        first = archive.read("xl/worksheets/sheet2.xml").decode()
    assert names == ["Om rapporten", "Åtgärder", "Mätetal", "Rutiner och vägledning", "Plan", "Krav"]
    assert 'state="frozen"' in first
    assert "<autoFilter" in first
    rows = {sheet.caption: sheet.rows for sheet in made.sheets}
    assert len(rows["Krav"]) == len(corpus().obligations)
    assert len(rows["Mätetal"]) == 3 * len(corpus().indicators)
    heads = [column.title for column in made.sheets[0].columns]
    day = heads.index("Slutdatum")
    deadlines = [row[day].value for row in rows["Åtgärder"] if row[day].value]
    assert deadlines
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in deadlines)
    assert all(isinstance(row[2].value, int) for row in rows["Mätetal"])
    assert {row[heads.index("Färg")].lines[0] for row in rows["Åtgärder"]} <= {"Grön", "Gul", "Röd", "Grå"}


def test_whoever_gets_no_results_gets_none_in_the_sheets():
    heads = [column.title for column in solna("webb").sheets[0].columns]
    assert "Krav" not in [sheet.caption for sheet in solna("webb").sheets]
    for row in solna("webb").sheets[0].rows:
        assert not any(row[heads.index(name)].lines[0] for name in ("Nummer", "Resultat", "Avvikelse", "Orsak", "Nästa steg"))


def test_markdown_reads_as_plain_text():
    text = render(solna("ks"), "md", Templates()).decode()
    shown = re.sub(r"<!--.*?-->", "", text)
    assert shown.count("\\") <= 20
    assert shown.count("&#8203;") <= 20
