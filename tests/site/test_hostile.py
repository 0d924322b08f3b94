"""Texts that try to be something else come out as the texts that they are."""

from __future__ import annotations

import json
import re

from tests.report.repo import commit
from vbe.app.site.making import SiteOrder, make_site
from vbe.site import Edition
from vbe.site.index import search_index
from vbe.site.shapes import Page
from vbe.store.repository import Disk

NASTY = """</script><script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7 * 7 }} {% raw %} #set ${x} ]]> & <b>"""


def test_a_hostile_text_is_shown_and_does_nothing(base):
    file = next((base / "routines").rglob("*.yaml"))
    text = file.read_text("utf-8")
    said = json.dumps(f"Rutin {NASTY}", ensure_ascii=True)
    file.write_text(re.sub(r"(?m)^title: .*$", lambda _match: f"title: {said}", text), "utf-8")
    commit(base, "Ändra", "2025-04-02T12:00:00+02:00")
    files = make_site(Disk(base), SiteOrder(Edition.STAFF)).files
    page = files[f"rutiner/{file.parent.name}/{file.stem}.html"].decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    for path, content in files.items():
        if path.endswith((".html", ".xml")) and "/filer/" not in path:
            assert b"<script>alert" not in content, path
            assert b"<img src=x" not in content, path
    index = files["sok-index.js"].decode()
    told = json.loads(index.removeprefix("var vbeIndex = ").removesuffix(";\n"))
    assert any("<script>alert(1)</script>" in row[1] for row in told["pages"])
    assert "&lt;script&gt;" in files["andringar.xml"].decode()


def test_a_line_separator_does_not_end_the_index():
    page = Page("a.html", "Före\u2028efter", "Rutiner", ())
    assert "\u2028" not in search_index([page]).decode()
