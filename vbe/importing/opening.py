"""A file of a plan → one plain document, whatever program has saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.sheets import read_rows, read_workbook
from vbe.importing.word import read_word
from vbe.language import N_, _, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.importing.document import Document

READERS: Final[dict[str, Callable[[str, bytes], Document]]] = {
    ".docx": read_word, ".xlsx": read_workbook, ".ods": read_workbook, ".xls": read_workbook, ".csv": read_rows,
}  # fmt: skip
"""Ending of the name → its reader."""
HINTS: Final = {
    ".pdf": N_("Open the PDF in Word (File, Open), look it through, and save it as a Word document (.docx)."),
    ".doc": N_("Open it in Word or LibreOffice and save it as .docx."),
    ".docm": N_("Save it as a Word document without macros (.docx)."),
    ".odt": N_("Save it as a Word document (.docx)."),
    ".rtf": N_("Save it as a Word document (.docx)."),
    ".pages": N_("Export it to Word (.docx)."),
    ".xlsm": N_("Save it as an Excel workbook without macros (.xlsx)."),
    ".xlsb": N_("Save it as an Excel workbook (.xlsx)."),
    ".numbers": N_("Export it to Excel (.xlsx)."),
}
"""Ending of what is not read → what to do."""


def open_document(name: str, content: bytes) -> Document:
    """The document in a file. Raises where it is of no form that can be read, with what to do about it."""
    ending = name[name.rfind(".") :].casefold() if "." in name else ""
    if content.startswith(b"%PDF-"):
        ending = ".pdf"
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
