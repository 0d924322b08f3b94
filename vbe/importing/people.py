"""What is about persons is stopped before anything is read: it stands in no record, no log and no message."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.document import Document, Piece, Table, cleaned
from vbe.importing.labels import sentences
from vbe.language import N_, _, ngettext
from vbe.privacy.cases import tells_of_a_case
from vbe.privacy.names import looks_like_person_name
from vbe.privacy.personal_numbers import personal_numbers
from vbe.privacy.search import private_hits
from vbe.privacy.titled import titled_names
from vbe.privacy.vocabulary import is_function_word, is_given_name, is_role_word

if TYPE_CHECKING:
    from vbe.importing.trail import Trail

KINDS: Final = {"email": N_("personal e-mail address"), "phone": N_("phone number")}
NAME, STORY = N_("person's name"), N_("story of one person")
WORD: Final = r"[A-ZÅÄÖÉ][^\W\d_]++(?:-[A-ZÅÄÖÉ][^\W\d_]++)?+"
CAPITALS: Final = re.compile(rf"(?<![\w-]){WORD}(?:\s{WORD}){{1,4}}+(?![\w-])")
"""Words with capitals in a row."""
MOST_NAMED: Final = 5


def without_persons(document: Document, trail: Trail) -> Document:
    """The document without contact data, names and stories of persons; a personal number stops everything."""
    _require_no_numbers(document)
    made: dict[Piece, Piece] = {}

    def mended(piece: Piece) -> Piece:
        if piece not in made:
            made[piece] = _mended(piece, trail)
        return made[piece]

    blocks: list[Piece | Table] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append(Table(tuple(tuple(map(mended, row)) for row in block.rows), block.name))
        elif (kept := mended(block)).text:
            blocks.append(kept)
    return Document(document.name, tuple(blocks))


def _require_no_numbers(document: Document) -> None:
    found = [piece.place for piece in document.pieces() if personal_numbers(piece.text)]
    if found:
        places = list(dict.fromkeys(found))
        rest = len(places) - MOST_NAMED
        more = [ngettext("{count} more place", "{count} more places", rest).format(count=rest)] if rest > 0 else []
        message = _("{file} holds a personal number, and nothing is written: {places}.")
        said = "; ".join([*places[:MOST_NAMED], *more])
        raise VbeError(message.format(file=document.name, places=said), _("Take it out of the document, and import it anew."))


def _mended(piece: Piece, trail: Trail) -> Piece:
    text, kinds = without_private(piece.text)
    if not kinds:
        return piece
    trail.stopped += [(piece.place, kind) for kind in kinds]
    items = tuple(item for item in (cleaned(without_private(item)[0]) for item in piece.items) if item)
    return replace(piece, text=text, items=items)


def without_private(text: str) -> tuple[str, list[str]]:
    """The text without what is about persons, and what kinds of it there were."""
    kinds: list[str] = []
    told = [part for part in sentences(text) if tells_of_a_case(part)]
    for part in told:
        text = text.replace(part, "")
        kinds.append(STORY)
    for hit in sorted(private_hits(text), key=lambda hit: -hit.start):
        text = f"{text[: hit.start]} {text[hit.end :]}"
        kinds.append(KINDS.get(hit.kind, NAME))
    for start, end in sorted(titled_names(text), reverse=True):
        text = f"{text[:start]} {text[end:]}"
        kinds.append(NAME)
    lines = []
    for line in text.split("\n"):
        kept = _without_names(line)
        kinds += [NAME] * (kept != line)
        lines.append(kept)
    return (cleaned("\n".join(lines)), list(dict.fromkeys(kinds))) if kinds else (text, [])


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
