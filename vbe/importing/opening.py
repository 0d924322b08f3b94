"""A file of a plan → one plain document, whatever program has saved it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.sheets import read_rows, read_workbook
from vbe.importing.word import read_word
from vbe.language import N_, _, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.importing.document import Document

OLD_WORD: Final = "old Word"
READERS: Final[dict[str, Callable[[str, bytes], Document]]] = {
    ".docx": read_word, ".xlsx": read_workbook, ".ods": read_workbook, ".xls": read_workbook, ".csv": read_rows,
}  # fmt: skip
"""Ending of the name → its reader."""
HINTS: Final = {
    ".pdf": N_("Open the PDF in Word (File, Open), look it through, and save it as a Word document (.docx)."),
    ".doc": N_("Open it in Word or LibreOffice and save it as .docx."),
    OLD_WORD: N_("It is of an older Word, or has a password: open it in Word and save it as .docx without one."),
    ".docm": N_("Save it as a Word document without macros (.docx)."),
    ".odt": N_("Save it as a Word document (.docx)."),
    ".rtf": N_("Save it as a Word document (.docx)."),
    ".pages": N_("Export it to Word (.docx)."),
    ".xlsm": N_("Save it as an Excel workbook without macros (.xlsx)."),
    ".xlsb": N_("Save it as an Excel workbook (.xlsx)."),
    ".numbers": N_("Export it to Excel (.xlsx)."),
}
"""Ending of what is not read → what to do."""


PACKAGE_PARTS: Final = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("xl/workbook.bin", ".xlsb"))
"""Part of a package → the ending that its form has."""
OPEN_FORMS: Final = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those of today that have a password."""


def ending_of(content: bytes, ending: str) -> str:
    """The ending that a file's content asks for, whatever its name says; empty where the content does not tell."""
    if content.startswith(b"%PDF-"):
        return ".pdf"
    if content.startswith(b"{\\rtf"):
        return ".rtf"
    if content.startswith(OLD_OFFICE):
        return {".docx": OLD_WORD, ".doc": OLD_WORD}.get(ending, "")
    if content.startswith(b"PK\x03\x04") and ending not in HINTS:
        return _ending_of_package(content)
    return ""


def _ending_of_package(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return OPEN_FORMS.get(archive.read("mimetype").strip(), "")
            return next((ending for part, ending in PACKAGE_PARTS if part in names), "")
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return ""


def open_document(name: str, content: bytes) -> Document:
    """The document in a file. Raises where it is of no form that can be read, with what to do about it."""
    ending = name[name.rfind(".") :].casefold() if "." in name else ""
    ending = ending_of(content, ending) or ending
    reader = READERS.get(ending)
    if reader is None:
        hint = HINTS.get(ending, "")
        forms = enumerate_words(READERS)
        raise VbeError(
            _("{file} cannot be imported.").format(file=name), _(hint) if hint else _("vbe reads {forms}.").format(forms=forms)
        )
    if not content:
        raise VbeError(_("{file} is empty.").format(file=name))
    return reader(name, content)
