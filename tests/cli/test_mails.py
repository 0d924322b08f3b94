"""`vbe stale --mail`: a mail for each owner role, as a mail program reads it, without what only those who keep the files need."""

from __future__ import annotations

import email
import email.policy
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from vbe.cli import run
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2018-02-19")
EVIL = "<script>alert(1)</script> =HYPERLINK(1) 🙂 گفت"


def read(folder: Path) -> dict[str, email.message.EmailMessage]:
    """Role → mail."""
    return {path.stem[11:]: email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in folder.iterdir()}


def parts(mail) -> tuple[str, str, str]:
    """The text, the page and the calendar."""
    [attached] = mail.iter_attachments()
    return mail.get_body(("plain",)).get_content(), mail.get_body(("html",)).get_content(), attached.get_content()


@pytest.fixture(scope="module")
def solna(tmp_path_factory):
    """Solna's mails of a day."""
    folder = tmp_path_factory.mktemp("mails") / "brev"
    assert run(["stale", "--mail", str(folder), "--root", str(ROOT), *DAY, "--lang", "sv"]) == 0
    return folder


def test_each_owner_role_gets_one_mail_with_its_own_things_and_no_others(solna):
    mails = read(solna)
    assert len(mails) == 6
    text, page, calendar = parts(mails["forvaltningschef-kultur-och-fritidsforvaltningen"])
    for title in ("Föreningsbidrag", "Uthyrning av lokaler"):
        assert title in text
        assert title in page
        assert title in calendar.replace("\r\n ", "")
    assert "Orosanmälan" not in text
    assert "3 saker" in mails["forvaltningschef-kultur-och-fritidsforvaltningen"]["Subject"]


def test_no_mail_has_an_id_a_file_or_a_command(solna):
    corpus = load(Disk(ROOT))
    ids = {entry.id for entry in corpus.all_entries if re.search(r"[/-]", entry.id)} | {record.file for record in corpus.records}
    for mail in read(solna).values():
        text, page, calendar = parts(mail)
        told = [text, re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)]
        told += [str(event[key]) for event in Calendar.from_ical(calendar).walk("VEVENT") for key in ("SUMMARY", "DESCRIPTION")]
        for said in told:
            assert not re.search(r"\bvbe\b|`|--[a-z]", said), said
            assert [identity for identity in ids if identity in said.split()] == []


def test_a_mail_program_opens_it_as_a_draft_with_a_calendar_beside(solna):
    for mail in read(solna).values():
        assert mail["X-Unsent"] == "1"
        assert mail["To"] is None
        assert mail["From"] is None
        assert mail.get_content_type() == "multipart/mixed"
        [attached] = mail.iter_attachments()
        assert (attached.get_content_type(), attached.get_filename()) == ("text/calendar", "kalender.ics")
        assert Calendar.from_ical(attached.get_content()).walk("VEVENT")


def test_the_same_records_give_the_same_bytes_and_nobodys_file_is_written_over(repository, vbe, tmp_path):
    folder = tmp_path / "brev"
    words = ("stale", "--mail", folder, "--as-of", "2026-01-01")
    assert vbe(*words)[0] == 0
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert before
    assert vbe(*words)[0] == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    first = min(before)
    first.write_text("min egen text", encoding="utf-8")
    code, _out, err = vbe(*words)
    assert (code, len(err.splitlines())) == (2, 1)
    assert first.read_text(encoding="utf-8") == "min egen text"


def test_a_title_is_only_text_in_a_mail(repository, vbe, tmp_path):
    repository.edit("routines/overall/misstanke.yaml", ("title: Misstanke om radikalisering", f"title: '{EVIL}'"))
    assert vbe("stale", "--mail", tmp_path / "brev", "--as-of", "2026-01-01")[0] == 0
    [mail] = [mail for mail in read(tmp_path / "brev").values() if "گفت" in parts(mail)[0]]
    assert "<script" not in parts(mail)[1]
    assert "\n" not in mail["Subject"]


def test_nothing_is_written_while_something_private_is_found(repository, vbe, tmp_path):
    repository.edit("routines/overall/misstanke.yaml", ("title: Misstanke om radikalisering", "title: Ring 070-174 06 05"))
    code, _out, err = vbe("stale", "--mail", tmp_path / "brev", "--as-of", "2026-01-01")
    assert code == 2
    assert "070-174" not in err
    assert not (tmp_path / "brev").exists()


def test_where_nothing_is_outdated_nothing_is_written(repository, vbe, tmp_path):
    code, _out, err = vbe("stale", "--mail", tmp_path / "brev", "--as-of", "2024-03-02", "--within", "0")
    assert code == 0
    assert err.count("\n") == len(list((tmp_path / "brev").glob("*.eml"))) or "Nobody" in err


LINKS = re.compile(r"[a-z]+://|www\.\w|(?:javascript|mailto):\S", re.IGNORECASE)
HOSTILE = (
    r"Se https://ond.example/in och www.ond.example [läs](http://ond.example) javascript:alert(1)"
    r" <img src='//ond.example/p.png'> <a href='https://ond.example'>x</a> <style>@import url(//ond.example)</style> @team"
)


def test_nothing_in_a_mail_leads_anywhere(repository, vbe, tmp_path):
    """Titles, names and the municipality's are a stranger's: no link, no picture, no style, no header of theirs."""
    title = HOSTILE.replace("'", "''")
    repository.edit("routines/overall/misstanke.yaml", ("title: Misstanke om radikalisering", f"title: '{title}'"))
    repository.edit("vbe.yaml", ("name: Lindviks kommun", 'name: "Lindviks kommun\r\nBcc: alla\r\n\r\nhttps://ond.example"'))
    repository.edit("strategy/organisation.yaml", ("name: Säkerhetschefen", 'name: "Chefen\nX-Ond: ja https://ond.example"'))
    assert vbe("stale", "--mail", tmp_path / "brev", "--as-of", "2026-01-01")[0] == 0
    mails = read(tmp_path / "brev")
    assert any("ond.example" in parts(mail)[0] for mail in mails.values())
    for mail in mails.values():
        assert set(mail.keys()) == {"Subject", "Date", "X-Unsent", "Auto-Submitted", "MIME-Version", "Content-Type"}
        text, page, calendar = parts(mail)
        assert len(list(mail.walk())) == 5
        own = page[: page.index("<title>")] + page[page.index("<style>") : page.index("</style>")]
        assert "ond" not in own
        for said in (text, page.replace(own, ""), calendar.replace("\r\n ", ""), mail["Subject"]):
            assert not LINKS.search(re.sub(r"<style>.*?</style>", "", said, flags=re.DOTALL)), LINKS.search(said)
        assert not re.search(r"<(?:img|a|script|link|iframe|form|object|style(?!>body))\b", page)
        assert all(line.split(":")[0].split(";")[0].isupper() for line in calendar.replace("\r\n ", "").splitlines() if line)
