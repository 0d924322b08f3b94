"""LibreOffice as a hand: it opens a form, and saves it anew or first does what `libreoffice.xba` says."""

import shutil
import subprocess
from pathlib import Path

import pytest

NEEDED = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
HAND = Path(__file__).with_suffix(".xba")
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
  library:passwordprotected="false"><library:element library:name="Hand"/></library:library>
"""


def _run(home, *words):
    profile = f"-env:UserInstallation=file://{home}"
    subprocess.run(["soffice", "--headless", profile, *map(str, words)], check=True, capture_output=True, timeout=180)


def converted(folder, content, ending, kind=""):
    """The bytes as LibreOffice saves them in another format."""
    (folder / "in.xlsx").write_bytes(content)
    _run(folder / "home", "--convert-to", f"{ending}{kind}", "--outdir", folder / "out", folder / "in.xlsx")
    return (folder / "out" / f"in.{ending}").read_bytes()


def filled_in(folder, content):
    """The bytes after the hand has typed, sorted, inserted, hidden and moved."""
    converted(folder, content, "xlsx", ":Calc MS Excel 2007 XML")
    library = folder / "home" / "user" / "basic" / "Standard"
    shutil.copy(HAND, library / "Hand.xba")
    (library / "script.xlb").write_text(LIBRARY)
    out = folder / "filled.xlsx"
    _run(folder / "home", f'macro:///Standard.Hand.Fill("file://{folder}/in.xlsx","file://{out}")')
    return out.read_bytes()
