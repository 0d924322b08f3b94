"""What a stranger sends as a form ends in a line, before memory is asked for."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from vbe.app.forms.outlet import make_forms
from vbe.store.repository import Disk

BASE = Path(__file__).parents[1] / "rules" / "base"
SHEET, STRINGS = "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"
MEGABYTES = 300
PROGRAM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from vbe.cli import run
code = run(sys.argv[1:])
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(f"{own // 1024} MB")
sys.exit(code)
"""


@pytest.fixture(scope="module")
def form():
    (content,) = make_forms(Disk(BASE), 2024, "socialnamnden").values()
    return content


def changed(content: bytes, part: str, change) -> bytes:
    """The same workbook with a part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, change(held) if name == part else held)
    return out.getvalue()


def begun(rows: bytes):
    """A sheet that begins with these rows."""
    return lambda sheet: sheet.replace(b"<sheetData>", b"<sheetData>" + rows, 1)


def opened(rows: bytes) -> bytes:
    """A workbook of OpenDocument with these rows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        space = b"urn:oasis:names:tc:opendocument:xmlns:"
        names = b" ".join(b'xmlns:%b="%b%b:1.0"' % (n, space, n) for n in (b"office", b"table", b"text"))
        head = b'<office:document-content %b><office:body><office:spreadsheet><table:table table:name="vbe">' % names
        foot = b"</table:table></office:spreadsheet></office:body></office:document-content>"
        archive.writestr("content.xml", head + rows + foot)
    return out.getvalue()


def row(cell: bytes, times: int = 1, columns: int = 1) -> bytes:
    told = b'<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="%d"' % (
        times,
        columns,
    )
    return told + b' office:value-type="string">%b</table:table-cell></table:table-row>' % (
        b"<text:p>%b</text:p>" % cell if cell else b""
    )


FORMS = {
    "a cell at the end of the sheet": lambda f: changed(f, SHEET, begun(b'<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>')),
    "a cell far down": lambda f: changed(f, SHEET, begun(b'<row r="900000"><c r="CV900000" t="s"><v>0</v></c></row>')),
    "a cell beyond all sheets": lambda f: changed(f, SHEET, begun(b'<row r="9"><c r="ZZZZZZZZ99999999999999" t="s"><v>0</v></c></row>')),
    "a row far down": lambda f: changed(f, SHEET, begun(b'<row r="104857600"><c t="s"><v>0</v></c></row>')),
    "cells without end": lambda f: changed(f, SHEET, begun(b'<row r="1">' + b"<c/>" * 8_000_000 + b"</row>")),
    "texts without end": lambda f: changed(f, STRINGS, lambda old: old.replace(b"<si>", b"<si><t>a</t></si><si>", 1) + b"<si/>" * 14_000_000),
    "an index that is none": lambda f: changed(f, SHEET, lambda old: re.sub(rb't="s"><v>\d+<', b't="s"><v>99999999<', old)),
    "another encoding": lambda f: changed(f, SHEET, lambda old: old.decode().encode("utf-16")),
    "open rows repeated": lambda _f: opened(row(b"a", 900_000_000)),
    "open cells repeated": lambda _f: opened(row(b"a", 1, 900_000_000)),
    "empty open rows before one": lambda _f: opened(row(b"", 900_000_000) + row(b"a")),
    "many parts": lambda _f: many(60_000),
    "cut": lambda f: f[: len(f) // 2],
    "nothing": lambda _f: b"",
}  # fmt: skip


def many(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(str(number), b"")
    return out.getvalue()


@pytest.mark.parametrize("name", FORMS)
def test_a_hostile_form_is_told_in_a_line_within_bounds(name, form, tmp_path):
    """Was: one cell far down ended in a traceback, or asked for all memory that there was."""
    (tmp_path / "svar.xlsx").write_bytes(FORMS[name](form))
    command = [sys.executable, "-c", PROGRAM, "intake", str(tmp_path / "svar.xlsx"), "--dry-run", "--root", str(BASE)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, env=os.environ | {"VBE_LANG": "en"})
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr[-500:]
    assert done.stderr.startswith("vbe: svar.xlsx ")
    assert int(done.stdout.split()[0]) < MEGABYTES


def test_a_long_answer_is_told_in_short(form, tmp_path):
    content = changed(form, STRINGS, lambda old: old.replace(b"Alla chefer gick utbildningen.", b"ord " * 500_000))
    (tmp_path / "svar.xlsx").write_bytes(content)
    command = [sys.executable, "-m", "vbe", "intake", str(tmp_path / "svar.xlsx"), "--dry-run", "--root", str(BASE)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert "ord ord" in done.stdout
    assert len(done.stdout) < 5000
