"""Nothing internal reaches the public site: planted words are looked for in every byte that is written."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

import pytest

from tests.report.repo import commit, git
from tests.site.conftest import DECIDED
from vbe.app.refusal import PrivateError
from vbe.app.site.making import SiteOrder, make_site
from vbe.app.site.said import refuse_in_site
from vbe.report.render.pdf_text import texts
from vbe.site import Edition
from vbe.store.loader import load
from vbe.store.repository import Disk

MARKER = "Hemligmarkering"


def plant(folder):
    """Put the marker into every place that no public output may show."""
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^( *)notes: .*(?:\n\1 +.*)*$", rf"\1notes: {MARKER} i en anteckning", text), "utf-8")
    routine = folder / "routines" / "overall" / "misstanke-om-radikalisering.yaml"
    text = routine.read_text("utf-8").replace("title: Misstanke", f"title: {MARKER} misstanke")
    routine.write_text(re.sub(r"note: (?=\S)", f"note: {MARKER} ", text), "utf-8")
    board = folder / "followup" / "2017" / "socialnamnden.yaml"
    board.write_text(
        re.sub(r"(?m)^( +)result: .*$", rf"\1internal_note: {MARKER} mellan nämnder\n\g<0>", board.read_text("utf-8")), "utf-8"
    )


def readable(name: str, content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(part).decode("utf-8", "replace") for part in archive.namelist())
    if content.startswith(b"%PDF"):
        return "\n".join(texts(content)) + content.decode("latin-1")
    return content.decode("utf-8", "replace")


def test_no_planted_word_reaches_any_byte_of_the_public_site(solna_records, tmp_path):
    import shutil

    folder = tmp_path / "planted"
    shutil.copytree(solna_records, folder)
    profile = folder / "vbe.yaml"
    profile.write_text(
        profile.read_text("utf-8").replace("\nsite:\n", "\nsite:\n  address: https://strategi.solna.example/\n"), "utf-8"
    )
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "Börja", "2018-01-10T12:00:00+01:00")
    plant(folder)
    area = next((folder / "measures").glob("04*.yaml"))
    area.write_text(area.read_text("utf-8").replace("title: Information, ", "title: Upplysning, "), "utf-8")
    commit(folder, "Ändra", "2018-05-30T12:00:00+02:00")
    staff = make_site(Disk(folder), SiteOrder(Edition.STAFF, DECIDED)).files
    public = make_site(Disk(folder), SiteOrder(Edition.PUBLIC, DECIDED)).files
    # Each has its feed, its list of changes and of addresses, its search index and every form of the follow-up.
    assert {"andringar.xml", "andringar.html", "sitemap.xml", "sok-index.js"} <= staff.keys() & public.keys()
    assert "Upplysning" in public["andringar.xml"].decode()
    assert "uppfoljning/2017/filer/uppfoljning-2017.pdf" in public
    for name in ("andringar.xml", "sok-index.js", "andringar.html"):
        assert MARKER in staff[name].decode(), name
    assert any(MARKER in readable(name, content) for name, content in staff.items())
    found = [
        name
        for name, content in public.items()
        if MARKER.casefold() in readable(name, content).casefold() or MARKER.casefold() in name.casefold()
    ]
    assert found == []


def test_internal_routines_have_no_page_and_no_address(public):
    assert not any(path.startswith("rutiner/overall/") for path in public)
    assert b"misstanke-om-radikalisering" not in b"".join(
        content for name, content in public.items() if not name.endswith((".pdf", ".docx", ".xlsx"))
    )


def test_the_public_front_page_is_for_residents(public):
    page = public["index.html"].decode()
    assert "Är du orolig för någon?" in page
    assert "tel:112" in page
    assert "Min förvaltning" not in page


@pytest.mark.parametrize("is_later", [False, True])
def test_what_is_not_decided_is_not_published(solna_records, tmp_path, is_later):
    """Neither where there is no decision nor before its day: not the files, and not how it goes."""
    import shutil

    folder = tmp_path / "undecided"
    shutil.copytree(solna_records, folder)
    if not is_later:
        (folder / "followup" / "2017" / "decisions.yaml").unlink()
    files = make_site(Disk(folder), SiteOrder(Edition.PUBLIC, datetime.date(2018, 3, 1))).files
    assert "inte beslutad än" in files["uppfoljning/2017.html"].decode()
    assert not any("/filer/" in path for path in files)
    assert "Ingen uppföljning är beslutad än, så läget visas inte." in files["omraden.html"].decode()
    assert not any(b"Kommunstyrelsen 2017: " in content for path, content in files.items() if path.startswith("atgarder/"))
    told = [content for path, content in files.items() if path.startswith(("omraden", "atgarder/"))]
    assert not any(re.search(r"</span>(?:Grön|Gul|Röd|Grå)</span>", content.decode()) for content in told)


def test_what_is_decided_is_published(public):
    assert "Enligt uppföljningen för 2017" in public["index.html"].decode()
    assert "uppfoljning/2017/filer/uppfoljning-2017.pdf" in public
    assert "inte beslutad än" not in public["uppfoljning/2017.html"].decode()


@pytest.mark.parametrize("is_ours", [True, False])
@pytest.mark.parametrize("page", [b"<p>070-174 06 05</p>", b'<p title="070-174 06 05">x</p>'])
def test_a_page_that_shows_somebody_stops_everything_and_is_named(solna_records, page, is_ours):
    with pytest.raises(PrivateError, match=r"b\.html"):
        refuse_in_site(load(Disk(solna_records)), {"a.html": b"<p>x</p>", "b.html": page}, is_ours=is_ours)
