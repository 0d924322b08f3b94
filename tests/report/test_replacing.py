"""A report is written over an earlier one that nobody has changed, and over nothing else unless that is asked for."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import docx
import pytest

from tests.render import sample
from tests.report.repo import repository, vbe
from vbe.report.render import FORMATS, is_sealed, render
from vbe.report.render.seal import seal, unsealed
from vbe.store.resources import Templates


@pytest.fixture(scope="module")
def made():
    """Form → bytes."""
    return {form: render(sample.short(), form, Templates()) for form in FORMATS}


@pytest.fixture
def town(tmp_path):
    return repository(tmp_path / "lindvik")


def report(town, file, *arguments):
    return vbe(town, "report", "--year", "2024", "-o", file, *arguments, VBE_LANG="en")


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_carries_a_sum_that_fits_and_no_other_forms(made, form):
    assert is_sealed(made[form], form)
    assert made[form] == render(sample.short(), form, Templates()), "the same bytes each time"
    for other in FORMATS:
        if (form in ("docx", "xlsx")) == (other in ("docx", "xlsx")):
            continue
        assert not is_sealed(made[other], form)


@pytest.mark.parametrize("form", ["html", "md", "json", "pdf"])
def test_a_changed_byte_anywhere_breaks_it(made, form):
    content = made[form]
    for at in range(0, len(content), max(1, len(content) // 200)):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert not is_sealed(changed, form), at
    assert not is_sealed(content + b" ", form)
    assert not is_sealed(unsealed(content), form)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_changed_added_or_lost_part_breaks_it(made, form):
    with zipfile.ZipFile(io.BytesIO(made[form])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def packed(**changes):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in (parts | changes).items():
                if content is not None:
                    archive.writestr(name, content)
        return out.getvalue()

    assert is_sealed(packed(), form), "packed otherwise, the same document"
    for name, content in parts.items():
        assert not is_sealed(packed(**{name: content + b" "}), form), name
        assert not is_sealed(packed(**{name: None}), form), name
    assert not is_sealed(packed(**{"word/extra.xml": b"<x/>"}), form)


def test_a_text_that_looks_like_a_sum_does_no_harm():
    text = 'vbe.seal" content="' + "0" * 64 + " vbe.seal=" + "0" * 64 + ' "seal": "' + "0" * 64
    for form in FORMATS:
        content = render(replace(sample.short(), subtitle=text), form, Templates())
        assert is_sealed(content, form), form


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04", b"vbe.seal=" + b"0" * 64, seal(b"vbe.seal=") + b"1" * 64])
def test_nothing_else_is_sealed(content):
    assert not any(is_sealed(content, form) for form in FORMATS)


def edited_in_word(content: bytes) -> bytes:
    document = docx.Document(io.BytesIO(content))
    document.paragraphs[0].add_run(" (ändrad av en människa)")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_breaks_it_by_saving(made):
    assert not is_sealed(edited_in_word(made["docx"]), "docx")


@pytest.mark.parametrize("form", ["html", "json", "docx"])
def test_an_edited_report_stays_and_force_writes_over_it(town, form):
    file = town / f"rapport.{form}"
    assert report(town, file.name).returncode == 0
    first = file.read_bytes()
    assert report(town, file.name, "--as-of", "2025-01-31").returncode == 0, "an unchanged one is replaced"
    edited = edited_in_word(file.read_bytes()) if form == "docx" else file.read_bytes() + b"\n"
    file.write_bytes(edited)
    done = report(town, file.name)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"--force" in done.stderr
    assert file.read_bytes() == edited
    assert report(town, file.name, "--force").returncode == 0
    assert file.read_bytes() == first


@pytest.mark.parametrize("name", ["README.md", "schema.json", "index.html", "vbe.yaml"])
def test_what_vbe_has_not_written_is_never_overwritten(town, name):
    file = town / name
    if not file.exists():
        file.write_text("{}")
    before = file.read_bytes()
    done = report(town, name, "--format", "json")
    assert done.returncode == 2
    assert b"--force" in done.stderr
    assert file.read_bytes() == before


def test_one_file_that_may_not_be_replaced_leaves_all_the_others(town):
    (town / "build").mkdir()
    (town / "build" / "MANIFEST.sha256").write_text("mina egna summor\n")
    (town / "build" / "uppfoljning-2024.md").write_text("mina anteckningar")
    for _round in range(2):
        done = vbe(town, "report", "--year", "2024", "--format", "json,md")
        assert done.returncode == 2
        assert len(list((town / "build").iterdir())) == 2
        (town / "build" / "uppfoljning-2024.md").unlink(missing_ok=True)
        (town / "build" / "uppfoljning-2024.html").write_text("")
    (town / "build" / "MANIFEST.sha256").unlink()
    for _round in range(2):
        assert vbe(town, "report", "--year", "2024", "--format", "json,md").returncode == 0


def test_the_same_bytes_are_no_overwriting(town):
    (town / "templates" / "report").mkdir(parents=True)
    (town / "templates" / "report" / "report.html.j2").write_text("Utan uppgifter om ursprunget: {{ report.title }}")
    assert report(town, "r.html").returncode == 0
    assert report(town, "r.html").returncode == 0
    (town / "r.html").write_text("annat")
    assert report(town, "r.html").returncode == 2


def test_the_sum_is_told_with_the_rest_of_the_origin(town):
    assert report(town, "r.json").returncode == 0
    told = json.loads((town / "r.json").read_bytes())["provenance"]["seal"]
    assert len(told) == 64
    assert told != "0" * 64
