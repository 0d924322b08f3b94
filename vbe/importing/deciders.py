"""Who decided a joint plan: several councils, each with its day, its paragraph and its case number."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from vbe.importing.headwords import cover_field_of, plain
from vbe.importing.plan import Said
from vbe.language.written import read_day

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from vbe.importing.document import Piece, Table

DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}[- ]\d{4}|(?:den\s+)?\d{1,2}\s+[a-zåäö]+\s+\d{4}", re.IGNORECASE)
PARAGRAPH: Final = re.compile(r"§+\s*(\d{1,4})")
NUMBER: Final = re.compile(
    r"\b(?:dnr|diarienr|diarienummer|ärende)[.:]?\s*(?P<told>[^\s,;()]+(?:\s\d{4}[/:-]\d+)?)"
    r"|(?P<bare>\b[A-ZÅÄÖ]{2,6}[ /-]?\d{2,4}[/:-]\d{1,6}\b)"
)
BODY: Final = re.compile(
    r"\b(?P<body>(?:kommunfullmäktige|kommunstyrelsen|stadsfullmäktige|direktionen|[\w-]+nämnden)\s+(?:i|för)\s+"
    r"[A-ZÅÄÖ][^\d§,;:()\n]{0,80}?|kommunfullmäktige|stadsfullmäktige)(?=\s*(?:[,;:()\n–]|\bden\s|\d|§|\bdnr\b|\bdiarie|\boch\s+[\w-]+\s+(?:i|för)\s|\Z))",
    re.IGNORECASE,
)
PLACES: Final = (
    "kommun", "kommuner", "part", "parter", "instans", "organ", "beslutande", "beslutande organ", "beslutsinstans", "beslutad av",
    "antagen av", "fastställd av",
)  # fmt: skip
"""Heads of the column that says which council or municipality."""
COUNCIL_OF: Final = "Kommunfullmäktige i {place}"
MAX_DECIDERS: Final = 40


class Decider(NamedTuple):
    """One body that decided the plan; what the document does not say of it is None."""

    body: str
    day: datetime.date | None
    paragraph: int | None
    case_number: str | None
    said: Said


def read_deciders(pieces: Iterable[Piece]) -> list[Decider]:
    """The councils that some lines say have decided the plan together; empty where they are fewer than two."""
    found = [decider for piece in pieces for decider in _in_line(piece)]
    bodies = {decider.body.casefold() for decider in found}
    return found if len(bodies) > 1 and any(" " in body for body in bodies) else []


def _in_line(piece: Piece) -> Iterator[Decider]:
    text = piece.line
    bodies = list(BODY.finditer(text))
    for body, following in zip_longest(bodies, bodies[1:]):
        rest = text[body.end() : following.start() if following else len(text)]
        decider = _decider(body["body"], rest, Said(text[body.start() : body.end() + len(rest)].strip(" ,;."), piece))
        if decider.day is not None or decider.paragraph is not None:
            yield decider


def _decider(body: str, rest: str, cited: Said) -> Decider:
    day = next((day for found in DAY.findall(rest) if (day := read_day(found)) is not None), None)
    paragraph, number = PARAGRAPH.search(rest), NUMBER.search(DAY.sub(" ", rest))
    case_number = (number["told"] or number["bare"]) if number else None
    name = " ".join(body.split())
    return Decider(
        name[:1].upper() + name[1:], day, int(paragraph[1]) if paragraph and int(paragraph[1]) else None, case_number, cited
    )


def table_of_deciders(table: Table) -> list[Decider]:
    """The rows of a table of municipalities and their decisions; empty where the table is none."""
    if len(table.rows) < 3 or len(table.rows) > MAX_DECIDERS:
        return []
    heads = [plain(piece.text) for piece in table.rows[0]]
    place = next((column for column, head in enumerate(heads) if head in PLACES), None)
    fields = {cover_field_of(head) for column, head in enumerate(heads) if column != place}
    if place is None or not fields & {"decided_on", "paragraph", "decided_by"}:
        return []
    found = []
    for row in table.rows[1:]:
        cells = dict(zip(heads, row, strict=True))
        rest = "; ".join(_labelled(head, piece.line) for head, piece in cells.items() if piece is not row[place] and piece.line)
        name = row[place].line
        body = BODY.match(name)
        if name:
            found.append(_decider(body["body"] if body else COUNCIL_OF.format(place=name), rest, Said(name, row[place])))
    return found if len(found) > 1 and all(decider.day or decider.paragraph for decider in found) else []


def _labelled(head: str, text: str) -> str:
    """A cell with the mark that its column's head stands for: `§ 12`, `dnr KS 2024/1`."""
    field = cover_field_of(head)
    mark = {"paragraph": "§ ", "case_number": "dnr "}.get(field, "")
    return text if not mark or text.casefold().startswith(mark.strip()) else f"{mark}{text}"


def is_own(body: str, municipality: str) -> bool:
    """Whether a body is the municipality's own: `Kommunfullmäktige i Västra Berg` and `Västra Bergs kommun`."""
    if " " not in body:
        return True
    return _place(re.split(r"\s(?:i|för)\s", body, maxsplit=1)[-1]) == _place(municipality)


def _place(name: str) -> str:
    return re.sub(r"\s+(?:kommun|stad|stads)\Z", "", name.strip().casefold()).rstrip("s")
