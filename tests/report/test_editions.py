"""Editions: short enough for their readers, nothing lost in the appendix, drafts that say so, none public before a decision."""

from __future__ import annotations

import datetime
import io
import re

import docx as word
import pytest

from tests.render.solna import FULL, composed, corpus, solna
from tests.report.repo import commit, repository, vbe
from tests.report.small import YEAR, blocks, edited, report, section, tables, words
from vbe.report import APPENDIX, PAGE_ONE
from vbe.report.model import Chart, Table
from vbe.report.render import render
from vbe.report.render.pdf import count_pages
from vbe.store.resources import Templates

CUTS = {"ks": 8, "trygghetsradet": 6, "personal": 4, "webb": 6}
CUT = "cuts:\n  allmanhet: {name: Allmänheten, visibility: public, pages: 1}\ncontacts:"


@pytest.mark.parametrize(("cut", "most"), CUTS.items())
def test_an_edition_is_as_short_as_its_profile_says(cut, most):
    assert corpus().profile.cuts[cut].pages == most
    assert count_pages(render(solna(cut), "pdf", Templates())) <= most


@pytest.mark.parametrize("cut", CUTS)
def test_no_edition_needs_a_table_of_contents(cut):
    made = solna(cut)
    assert not made.contents
    assert 'class="contents"' not in render(made, "html", Templates()).decode()


def test_the_executive_boards_page_is_small_and_its_areas_short():
    made = solna("ks")
    assert [s.id for s in made.sections] == [
        PAGE_ONE,
        "areas-brief",
        "indicators-brief",
        "documents-brief",
        "ahead-brief",
        "about",
    ]
    assert len(render(made, "html", Templates())) <= 150_000


def test_the_appendix_has_every_section_and_page_one_is_not_in_it():
    made = composed(corpus(), 2017, "ks", only=APPENDIX)
    assert tuple(s.id for s in made.sections) == FULL
    assert made.contents
    assert made.title == "Uppföljning 2017: bilaga"
    assert "Åtgärd" in words(section(made, "areas"))


def test_every_deviation_of_an_area_has_its_cause_and_next_step_once():
    made = solna("ks")
    rows = [row for name, t in tables(section(made, "areas-brief")).items() if name.startswith("avviker-") for row in t.rows]
    assert rows
    named = [(row[0].lines, row[1].lines) for row in rows]
    assert len(named) == len(set(named))
    assert all(row[1].mark.colour in ("red", "yellow") for row in rows)
    text = words(section(made, "areas-brief"))
    assert "Övriga 13 är genomförda eller går enligt plan." in text
    assert "Av fyra åtgärder är en röd." in text.replace("\u00a0", " ")


def test_the_boards_that_have_not_answered_are_named_with_what_they_owe():
    both = edited(
        "measures/02-stod.yaml",
        ("responsible: [socialforvaltningen]", "responsible: [socialforvaltningen, kommunledningsforvaltningen]"),
    )
    cut = edited("vbe.yaml", ("contacts:", CUT.replace("visibility: public", "sections: [areas-brief]")))
    told = words(section(report(both | cut, cut="allmanhet"), "areas-brief"))
    assert re.search(r"Svar saknas från kommunstyrelsen om ”[^”]+” \(2\.2\)\.", told)
    assert "Svar saknas" not in words(section(report(cut, cut="allmanhet"), "areas-brief"))


def test_what_is_the_same_in_every_row_is_one_sentence():
    assert "Av dem saknar 24 ett målvärde." in words(section(solna("ks"), "indicators-brief"))
    for part in solna("ks").sections:
        for block in blocks(part):
            if isinstance(block, Table) and len(block.rows) > 3:
                shown = [{(row[at].lines, row[at].mark) for row in block.rows} for at in range(1, len(block.columns))]
                said = [lines for lines in shown if len(lines) == 1]
                assert said == [] or block.look == "matrix", (block.id, said)


def test_a_department_is_one_row_of_routines_and_guidance():
    rows = tables(section(solna("ks"), "documents-brief"))["dokument-kort"].rows
    named = [row[0].lines[0] for row in rows]
    assert len(named) == len(set(named)) >= 6
    assert any("av" in row[2].lines[0] for row in rows)


def test_residents_get_no_codes_and_know_whom_to_call():
    text = words(solna("webb"))
    assert "112" in text
    assert not re.search(r"(?m)^\d+\.\d+ |O-\d\d-|VBE\d|åtgärden? \d", text)
    assert "Utbilda stadens chefer under 2017" in text


def test_the_year_is_shown_by_month_and_starts_after_the_reports_day():
    strip = next(block for block in blocks(section(solna("ks"), "ahead-brief")) if isinstance(block, Chart))
    assert [bar.label for bar in strip.bars] == [
        *("feb 2018", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "jan 2019", "feb"),
    ]
    steps = next(lane for lane in strip.lanes if lane.label == "Nästa steg")
    days = [r.next_step_due for f in corpus().follow_ups(2017).values() for r in f.commitments.values() if r.next_step_due]
    assert steps.counts[1] == sum((day.year, day.month) == (2018, 3) for day in days)
    assert sum(steps.counts) == sum(datetime.date(2018, 2, 19) < day <= datetime.date(2019, 2, 19) for day in days)
    assert f"mars 2018: nästa steg {steps.counts[1]}" in strip.description


def test_a_public_edition_needs_a_decision_or_says_that_it_is_a_draft(tmp_path):
    folder = repository(tmp_path / "egen")
    profile = folder / "vbe.yaml"
    profile.write_text(profile.read_text().replace("contacts:", CUT))
    commit(folder, "Utgåva för allmänheten")
    asked = ("report", "--year", str(YEAR), "--for", "allmanhet", "-o", "-")
    refused = vbe(folder, *asked)
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert f"followup/{YEAR}/decisions.yaml" in refused.stderr.decode()
    made = vbe(folder, *asked, "--draft")
    assert made.returncode == 0, made.stderr
    assert "UTKAST" in made.stdout.decode()
    file = tmp_path / "allmanhet.html"
    file.write_bytes(made.stdout)
    assert vbe(folder, "verify", str(file)).returncode == 0
    long = vbe(folder, "report", "--year", str(YEAR), "--for", "allmanhet", "--draft", "-o", str(tmp_path / "a.pdf"))
    assert "får ha 1" in long.stderr.decode()


def test_the_appendix_lies_beside_the_report_and_is_verified(tmp_path):
    folder = repository(tmp_path / "egen")
    done = vbe(folder, "report", "--year", str(YEAR), "--appendix", "--format", "md")
    assert done.returncode == 0, done.stderr
    files = sorted(path.name for path in folder.glob("build/*.md"))
    assert files == [f"uppfoljning-{YEAR}-bilaga.md", f"uppfoljning-{YEAR}.md"]
    listed = (folder / "build" / "MANIFEST.sha256").read_text(encoding="utf-8").splitlines()
    assert sorted(line.split()[1] for line in listed) == files
    assert vbe(folder, "report", "--year", str(YEAR), "--appendix", "-o", "-").returncode == 2
    for name in files:
        assert vbe(folder, "verify", str(folder / "build" / name)).returncode == 0


def test_a_draft_says_so_in_the_head_of_every_page_in_word():
    for cut, only in (("ks", None), ("ks", APPENDIX)):
        made = word.Document(io.BytesIO(render(composed(corpus(), 2017, cut, only=only), "docx", Templates())))
        heads = [section.header for section in made.sections if not section.header.is_linked_to_previous]
        heads += [made.sections[0].first_page_header] if made.sections[0].different_first_page_header_footer else []
        assert heads
        assert all("UTKAST" in "".join(p.text for p in head.paragraphs) for head in heads)
    decided = composed(corpus(), 2017, "ks", day=datetime.date(2018, 6, 1))
    made = word.Document(io.BytesIO(render(decided, "docx", Templates())))
    assert "UTKAST" not in "".join(p.text for p in made.sections[0].header.paragraphs)


def test_no_picture_of_another_document_is_left_in_word():
    import zipfile

    with zipfile.ZipFile(io.BytesIO(render(solna("ks"), "docx", Templates()))) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert b"thumbnail" not in archive.read("_rels/.rels")
