"""Other commands lead to the site where the profile knows its address, and only to what that edition shows."""

from __future__ import annotations

import datetime
import json

import pytest

from tests.report.repo import commit
from vbe.app.mailing import write_mails
from vbe.cli import run
from vbe.store.repository import Disk

HOME = "https://strategi.lindvik.example/start"


def published(base, edition="staff", address=HOME):
    profile = base / "vbe.yaml"
    text = profile.read_text("utf-8").split("\nsite:\n")[0]
    profile.write_text(f"{text}\nsite:\n  address: {address}\n  edition: {edition}\n", "utf-8")
    commit(base, "Adress")


def routine_of(base):
    file = next((base / "routines" / "overall").glob("*.yaml"))
    return file, f"{HOME}/rutiner/overall/{file.stem}.html"


def test_show_leads_to_the_page(base, capsys):
    file, page = routine_of(base)
    assert run(["show", f"overall/{file.stem}", "--root", str(base)]) == 0
    assert "https://" not in capsys.readouterr().out
    published(base)
    assert run(["show", f"overall/{file.stem}", "--root", str(base)]) == 0
    assert page in capsys.readouterr().out
    assert run(["show", f"overall/{file.stem}", "--root", str(base), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["page"] == page


@pytest.mark.parametrize(("edition", "address"), [("public", HOME), ("staff", "https://elsewhere.example/a)b")])
def test_nothing_leads_to_what_is_not_there_or_not_safe(base, capsys, edition, address):
    file, _page = routine_of(base)
    if edition == "public":
        assert "audience: public" not in file.read_text("utf-8")
    published(base, edition, address)
    assert run(["show", f"overall/{file.stem}", "--root", str(base)]) == 0
    assert "https://" not in capsys.readouterr().out


def test_a_mail_leads_to_the_page(base, tmp_path):
    published(base)
    (tmp_path / "post").mkdir()
    written = write_mails(Disk(base), datetime.date(2031, 1, 1), None, None, tmp_path / "post")
    assert any(f"{HOME}/rutiner/" in path.read_text("utf-8").replace("=\n", "") for path in written)


def test_a_comment_leads_to_the_former_address(base, capsys):
    published(base)
    file, page = routine_of(base)
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("scope:", "scope: Ändrad.\nnotes:", 1) if "\nscope: " in text else f"{text}\nscope: Ny.\n", "utf-8"
    )
    published(base, address="https://thief.example/")
    assert run(["diff", "HEAD~1", "HEAD", "--format", "md", "--root", str(base)]) == 0
    said = capsys.readouterr().out
    assert f"]({page})" in said
    assert "](https://thief.example" not in said
