"""Page one answers: what is red, why, what has changed, what is to be decided, whose it is; alone and first in every report."""

from __future__ import annotations

import datetime
import io
import re

import docx as word
import pytest

from tests.render import browser
from tests.render.solna import composed, corpus, solna
from tests.report.repo import repository, vbe
from tests.report.small import YEAR, edited, report, section, tables, words
from tests.report.small import corpus as small
from vbe.domain import period
from vbe.domain.freshness.assessing import assess
from vbe.domain.overview import overview
from vbe.domain.progress import judge_commitments
from vbe.domain.year_before import compare_with_year_before
from vbe.report import PAGE_ONE
from vbe.report.render import parts, render
from vbe.store.resources import Templates

CUT = "cuts:\n  styrelsen: {name: Styrelsen, visibility: internal}\ncontacts:"
EARLIER = {
    "followup/2023/kommunstyrelsen.yaml": "reported_on: 2024-02-01\nindicators:\n  moten: {value: 3}\n",
}


@pytest.mark.parametrize("cut", [None, "trygghetsradet", "personal", "webb"])
def test_every_reader_gets_it_first_and_without_a_number(cut):
    first = solna(cut).sections[0]
    assert (first.id, first.number) == (PAGE_ONE, "")


def test_its_matrix_is_what_status_shows():
    found = corpus()
    day = period.as_of(found, 2017)
    whole = overview(found, assess(found, {}, as_of=day), 2017)
    shown = tables(section(solna(), PAGE_ONE))["page-one-matrix"]
    assert len(shown.columns) == 1 + len(whole.boards)
    for area, row in zip(whole.areas, shown.rows, strict=True):
        for board, said in zip(whole.boards, row[1:], strict=True):
            state = area.cells.get(board)
            if state is None:
                assert said.mark is None
                continue
            assert said.mark is not None
            assert said.mark.colour == state.colour
            assert said.lines[0].replace("\u00a0", " ").endswith(f"av {state.commitments}")


def test_what_is_red_says_why_whose_and_when():
    rows = tables(section(solna(), PAGE_ONE))["page-one-red-rows"].rows
    told = [[said.lines[0] for said in row] for row in rows]
    assert told[1] == [
        "4.5 Utbilda stadens chefer under 2017",
        "Kommunstyrelsen",
        "Flera chefer kunde inte delta i november",
        "De chefer som återstår kallas till ett nytt tillfälle",
        "22\u00a0mars 2018",
    ]
    text = words(section(solna(), PAGE_ONE))
    assert "redovisa när och hur åtgärden ”Se över reglerna för tillträde till lokaler” (8.4) blir klar." in text
    assert "”Utbilda stadens chefer under 2017” (4.5) blir klara." in text
    assert "Av de övriga är 13 gula, tre röda och en grå." in text.replace("\u00a0", " ")


def test_what_is_red_stands_on_page_one_and_its_area_refers_to_it():
    made = solna("ks")
    cause = "Flera chefer kunde inte delta i november"
    assert words(made.sections[0]).count(cause) == 1
    areas = words(section(made, "areas-brief"))
    assert cause not in areas
    assert "på första sidan: ”Utbilda stadens chefer under 2017” (4.5)." in areas
    assert "Träffarna låg på tider då de sällan arbetar" in areas
    extract = composed(corpus(), 2017, "ks", board="kommunstyrelsen")
    assert words(extract).count(cause) == 1, "a board's part has no page one to refer to"


def test_a_public_reader_without_results_gets_no_words_of_the_boards():
    text = words(section(solna("webb"), PAGE_ONE))
    assert "Flera chefer kunde inte delta" not in text
    assert "nytt tillfälle" not in text


def test_the_year_before_is_compared_as_of_its_own_report_or_said_to_be_missing():
    assert compare_with_year_before(corpus(), 2017, {}) is None
    assert "Det finns ingen uppföljning för 2016 att jämföra med." in words(section(solna(), PAGE_ONE))
    found = small(EARLIER)
    day = period.as_of(found, YEAR)
    made = judge_commitments(found, YEAR, day, part=False)[1]
    since = compare_with_year_before(found, YEAR, made)
    assert since is not None
    before = since.as_of
    part = period.is_part(YEAR - 1, before)
    then = judge_commitments(found, YEAR - 1, before, part=part)[1]
    assert str(before) == "2024-02-01"
    assert sum(since.counts.values()) == len(then)
    ranks = {"green": 0, "yellow": 1, "red": 2}
    both = [i for i in made if made[i].colour in ranks and then[i].colour in ranks]
    assert since.better == tuple(i for i in both if ranks[made[i].colour] < ranks[then[i].colour])
    assert since.worse == tuple(i for i in both if ranks[made[i].colour] > ranks[then[i].colour])
    assert since.better or since.worse
    text = words(section(report(EARLIER), PAGE_ONE))
    assert "Då, den 1\u00a0februari 2024, var" in text
    assert "Ändrat sedan 2023" in text


def test_a_board_that_has_not_answered_is_named():
    text = words(section(report(without=("followup/2024/socialnamnden.yaml",)), PAGE_ONE))
    assert "En av två nämnder har svarat; svar saknas från socialnämnden." in text


def test_a_draft_says_so_and_what_is_decided_says_when():
    assert report().draft
    assert report().standing == "Utkast"
    assert solna().draft, "the board decided after the day of the report"
    made = composed(corpus(), 2017, day=datetime.date(2018, 5, 1))
    assert not made.draft
    assert made.standing.startswith("Behandlad av kommunstyrelsen den 9\u00a0april 2018")


def test_alone_it_is_the_only_section_and_refers_to_no_other(tmp_path):
    folder = repository(tmp_path / "r")
    file = tmp_path / "ett.html"
    made = vbe(folder, "report", "--year", str(YEAR), "--only", PAGE_ONE, "-o", str(file))
    assert made.returncode == 0, made.stderr
    text = file.read_text("utf-8")
    assert re.findall(r'<section id="([^"]+)"', text) == [PAGE_ONE]
    assert "<nav" not in text
    assert "UTKAST" in text
    assert not re.search(r"\bavsnitt \d", text)
    again = vbe(folder, "verify", str(file))
    assert again.returncode == 0, again.stdout
    other = vbe(folder, "report", "--year", str(YEAR), "--only", "summary")
    assert other.returncode == 2
    assert b"page-one" in other.stderr


def test_by_itself_its_file_has_a_name_of_its_own(tmp_path):
    folder = repository(tmp_path / "r")
    made = vbe(folder, "report", "--year", str(YEAR), "--only", PAGE_ONE, "--format", "html")
    assert made.returncode == 0, made.stderr
    assert [path.name for path in folder.glob(f"*/uppfoljning-{YEAR}-{PAGE_ONE}.html")]


def test_a_long_cause_is_cut_and_stands_whole_in_the_report():
    cause = "Tiden räckte inte eftersom " + "mötet flyttades och " * 20 + "ingen ny dag fanns"
    told = edited(
        "followup/2024/kommunstyrelsen.yaml",
        ("    result: Gruppen träffades fyra gånger.\n", f"    result: Gruppen träffades en gång.\n    cause: {cause}\n"),
    )
    made = report(told)
    row = tables(section(made, PAGE_ONE))["page-one-red-rows"].rows[0]
    assert row[2].lines[0].endswith(" …")
    assert len(row[2].lines[0]) < 210
    assert cause in words(section(made, "areas"))
    brief = report(told | edited("vbe.yaml", ("contacts:", CUT)), cut="styrelsen")
    assert brief.sections[1].id == "areas-brief"
    assert cause in words(brief.sections[1]), "what is cut on page one stands whole with its area"


@pytest.mark.parametrize("cut", ["ks", "trygghetsradet", "webb"])
def test_alone_it_is_one_page_on_paper_and_the_same_bytes_twice(cut):
    made = composed(corpus(), 2017, cut, only=PAGE_ONE)
    content = render(made, "pdf", Templates())
    assert [name for name in parts(content, "pdf") if name.startswith("sida")] == ["sida 1"]
    assert content == render(made, "pdf", Templates())


@pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "installed")
@pytest.mark.parametrize(("width", "dark"), [(320, False), (390, True), (1280, False)])
def test_alone_it_has_no_violations_and_never_scrolls_sideways(tmp_path, width, dark):
    page = render(composed(corpus(), 2017, only=PAGE_ONE), "html", Templates())
    verdict = browser.judge(page, tmp_path, width=width, dark=dark)
    assert verdict["violations"] == []
    assert verdict["wide"] <= width


def test_it_is_set_tight_in_word_too():
    """LibreOffice sets it on one page with Calibri's widths; here the sizes and the single line spacing that this needs."""
    made = word.Document(io.BytesIO(render(composed(corpus(), 2017, "ks", only=PAGE_ONE), "docx", Templates())))
    cells = [p for table in made.tables for row in table.rows[1:] for said in row.cells for p in said.paragraphs]
    assert len(cells) > 80
    assert all(p.paragraph_format.line_spacing == 1 for p in cells)
    assert all(run.font.size.pt <= 9 for p in cells for run in p.runs)
    assert all(run.font.size.pt <= 13 for p in made.paragraphs if p.style.name.startswith("Heading") for run in p.runs)
