"""What is about persons stops an import, or is left out where the user says so: it stands in no record, no log and no message."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.document import Document, Piece, Table, cleaned
from vbe.importing.headwords import field_of
from vbe.importing.labels import sentences
from vbe.language import N_, _, ngettext
from vbe.privacy.cases import tells_of_a_case
from vbe.privacy.names import looks_like_person_name
from vbe.privacy.personal_numbers import personal_numbers
from vbe.privacy.phones import phone_numbers
from vbe.privacy.search import NONE, private_hits
from vbe.privacy.titled import titled_names
from vbe.privacy.vocabulary import is_function_word, is_given_name, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.importing.trail import Trail

KINDS: Final = {"email": N_("personal e-mail address"), "phone": N_("phone number")}
NAME, STORY = N_("person's name"), N_("story of one person")
WORD: Final = r"[A-ZÅÄÖÉ][^\W\d_]++(?:-[A-ZÅÄÖÉ][^\W\d_]++)?+"
CAPITALS: Final = re.compile(rf"(?<![\w-]){WORD}(?:\s{WORD}){{1,4}}+(?![\w-])")
"""Words with capitals in a row."""
MOST_NAMED: Final = 5
OF_A_FUNCTION: Final = re.compile(
    r"\b(?:kontaktcenter|kundtjänst|kundcenter|medborgarservice|medborgarkontor\w*|servicecenter|(?:telefon|kommun)?växeln?|reception\w*"
    r"|registrator\w*|\w*jour(?:en|telefon\w*)?|stödtelefon\w*|hjälplinje\w*|mottagning\w*|polisen|räddningstjänst\w*)\b",
    re.IGNORECASE,
)
"""Words for a telephone that no one person answers."""


def without_persons(document: Document, trail: Trail, *, leave_out: bool = False) -> Document:
    """The document, with the telephones of functions in `trail.phones`. Raises where anything in it is about a person.

    With `leave_out` contact data, names and stories of persons are left out instead; a personal number stops in any case.
    """
    _require_no_numbers(document)
    trail.phones = tuple(dict.fromkeys(_phones_of_functions(document)))
    phones = frozenset(trail.phones)
    cleaned: dict[Piece, Piece] = {}

    def mended(piece: Piece) -> Piece:
        if piece not in cleaned:
            cleaned[piece] = _mended(piece, trail, phones)
        return cleaned[piece]

    blocks: list[Piece | Table] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(Table(tuple(tuple(map(mended, row)) for row in block.rows), block.name))
        elif (kept := mended(block)).text:
            blocks.append(kept)
    if trail.stopped and not leave_out:
        message = _("{file} tells about persons, and nothing is written: {places}.")
        hint = _("Take it out of the document, or import with --leave-out-persons: import.md then says where it stood.")
        places = [f"{place} ({_(kind)})" for place, kind in trail.stopped]
        raise VbeError(message.format(file=document.name, places=_listed(places)), hint)
    return Document(document.name, tuple(blocks))


def _require_no_numbers(document: Document) -> None:
    found = [piece.place for piece in document.pieces() if personal_numbers(piece.text)]
    if found:
        message = _("{file} holds a personal number, and nothing is written: {places}.")
        hint = _("Take it out of the document, and import it anew.")
        raise VbeError(message.format(file=document.name, places=_listed(found)), hint)


def _listed(found: list[str]) -> str:
    """The first places, and how many more there are."""
    places = list(dict.fromkeys(found))
    rest = len(places) - MOST_NAMED
    more = [ngettext("{count} more place", "{count} more places", rest).format(count=rest)] if rest > 0 else []
    return "; ".join([*places[:MOST_NAMED], *more])


def _phones_of_functions(document: Document) -> Iterator[str]:
    """Telephones on a line or in a row that names a function and no person."""
    parts = [[line] for piece in document.pieces() for line in piece.text.split("\n")]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    parts += [[piece.line for piece in dict.fromkeys(row)] for table in tables for row in table.rows]
    for part in parts:
        names = any(list(_titled(line)) or _without_names(line) != line.strip(" ,;") for line in part)
        if not names and any(map(OF_A_FUNCTION.search, part)):
            yield from (line[hit.start : hit.end] for line in part for hit in phone_numbers(line))


def _mended(piece: Piece, trail: Trail, phones: frozenset[str]) -> Piece:
    text, kinds = without_private(piece.text, phones)
    if not kinds:
        return piece
    trail.stopped += [(piece.place, kind) for kind in kinds]
    items = tuple(item for item in (cleaned(without_private(item, phones)[0]) for item in piece.items) if item)
    return replace(piece, text=text, items=items)


def without_private(text: str, phones: frozenset[str] = NONE) -> tuple[str, list[str]]:
    """The text without what is about persons, and what kinds of it there were; `phones` are those of functions."""
    kinds: list[str] = []
    private = [part for part in sentences(text) if tells_of_a_case(part)]
    for part in private:
        text = text.replace(part, "")
        kinds.append(STORY)
    for hit in sorted(private_hits(text, phones=phones), key=lambda hit: -hit.start):
        text = f"{text[: hit.start]} {text[hit.end :]}"
        kinds.append(KINDS.get(hit.kind, NAME))
    for start, end in sorted(_titled(text), reverse=True):
        text = f"{text[:start]} {text[end:]}"
        kinds.append(NAME)
    lines = []
    for line in text.split("\n"):
        kept = _without_names(line)
        kinds += [NAME] * (kept != line.strip(" ,;"))
        lines.append(kept)
    return (cleaned("\n".join(lines)), list(dict.fromkeys(kinds))) if kinds else (text, [])


def _titled(text: str) -> Iterator[tuple[int, int]]:
    """Names beside a title; the heads of a plan, `Ansvarig Start Slut`, are none."""
    for start, end in titled_names(text):
        if not any(field_of(word, exact=True) for word in text[start:end].split()):
            yield start, end


def _without_names(line: str) -> str:
    """A line without full names; a title beside a name stays."""
    kept = CAPITALS.sub(lambda match: _without_name(match[0].split()), line)
    return "" if kept == line and len(line.split()) <= 4 and looks_like_person_name(line) else kept.strip(" ,;")


def _without_name(words: list[str]) -> str:
    """Words with capitals up to where a given name is followed by another; a title before it stays."""
    for at, word in enumerate(words[:-1]):
        rest = words[at + 1 :]
        if is_given_name(word) and not any(is_function_word(other) or is_role_word(other) for other in rest):
            return " ".join(words[:at])
    return " ".join(words)
