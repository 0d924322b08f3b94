"""Bytes → text: strict UTF-8, and none of the characters that make a text show other than it is."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from vbe.documents.faults import Fault
from vbe.language import _
from vbe.language.patterns import later
from vbe.privacy.hidden import hidden_places, is_plain

BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
CONFLICT = later(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
MAX_LISTED = 20


def decode(content: bytes) -> tuple[str | None, list[Fault]]:
    """The text of a file, or None where the bytes are no text, with what is wrong with its characters."""
    if content.startswith(BYTE_ORDER_MARKS):
        hint = _("Save the file as UTF-8 without a byte order mark.")
        return None, [Fault("byte-order-mark", _("The file starts with a byte order mark."), hint)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start)
        start = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[start : error.start].decode("utf-8", "replace"))
        hint = _("Save the file as UTF-8; å, ä and ö were probably written in another encoding.")
        return None, [Fault("not-utf8", _("The file is not UTF-8."), hint, line, column)]
    return text, scan(text, is_plain=is_plain(content))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)


def scan(text: str, *, is_plain: bool) -> list[Fault]:
    """What is wrong with the characters of a text: hidden ones, conflict markers, decomposed letters."""
    faults = []
    for offset in () if is_plain else islice(hidden_places(text), MAX_LISTED):
        name = f"U+{ord(text[offset]):04X}"
        message = _("The character {name} is not allowed: it is not seen, or it changes how the text is shown.").format(name=name)
        faults.append(Fault("hidden-character", message, _("Delete the character."), *_place(text, offset)))
    if "<<<<<<<" in text or ">>>>>>>" in text:
        marker = CONFLICT.search(text)
        if marker:
            hint = _("Choose one of the versions and delete the lines with <<<<<<<, ======= and >>>>>>>.")
            message = _("The file holds a merge conflict that has not been settled.")
            faults.append(Fault("conflict-marker", message, hint, *_place(text, marker.start()), length=7))
    if not is_plain and not text.isascii() and not unicodedata.is_normalized("NFC", text):
        offset = next((i for i, c in enumerate(text) if unicodedata.combining(c)), 0)
        hint = _("Write the letter anew on the keyboard; it is stored as a letter and a loose accent.")
        message = _("A letter is written in parts (the text is not NFC).")
        faults.append(Fault("decomposed-letter", message, hint, *_place(text, max(offset - 1, 0))))
    return faults
