"""What is our reading of the adopted text, and why: each reason once, with everything that rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.prose import one
from vbe.language.swedish import by_number, listed, order
from vbe.model.records.area import AREA
from vbe.report.shapes import cell, column, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from vbe.report.model import Block
    from vbe.report.view import View

VALUES = {
    "lead": "Vem som leder",
    "aims": "Syftena med",
    AREA.name: "Platsen för",
    "text": "Orden i",
    "demand": "Orden i",
    "definition": "Orden om",
    "responsible": "Ansvarig för",
    "deadline": "Slutdatum för",
    "every_months": "Hur ofta det gäller:",
    "when": "När det gäller:",
    "basis": "Vem som gav uppdraget:",
    "target": "Målvärdet för",
    "first_year": "Första året för",
    "decided_on": "Dagen för",
}
"""Field of a reading → what stands before the names of the records; every field of every reading is here."""
Noun = tuple[str, str]
"""What stands before one name, and before several."""
AREAS: Noun = ("område", "områdena")
COMMITMENTS: Noun = ("åtgärd", "åtgärderna")
DEMANDS: Noun = ("krav", "kraven")
INDICATORS: Noun = ("mätetalet", "mätetalen")
VERSIONS: Noun = ("beslutet om version", "besluten om versionerna")


def readings(view: View) -> Iterator[Block]:
    """A table of the reasons; nothing where every value is the text's own."""
    names_of: dict[str, dict[tuple[str, Noun], list[str]]] = {}
    for noun, name, reading in _records(view):
        for field in type(reading).model_fields:
            reason = getattr(reading, field)
            if reason is not None:
                names_of.setdefault(reason, {}).setdefault((field, noun), []).append(name)
    if names_of:
        heads = (column("Vår läsning", width=4), column("Varför", width=6))
        rows = [(cell(*_lines(where)), cell(reason)) for reason, where in names_of.items()]
        yield table("vara-lasningar", f"Vår läsning av {view.document}: vad som är läst in, och varför", heads, rows)


def _records(view: View) -> Iterator[tuple[Noun, str, BaseModel]]:
    """Noun, name and reading of each record that has one, in the order of the text."""
    corpus = view.corpus
    for version in corpus.strategy.versions if corpus.strategy else ():
        if version.reading is not None:
            yield VERSIONS, version.version, version.reading
    for number, area in sorted(corpus.areas.items()):
        if area.reading is not None:
            yield AREAS, str(int(number)), area.reading
    for identity, commitment in sorted(corpus.commitments.items(), key=lambda pair: by_number(pair[0])):
        if commitment.reading is not None:
            yield COMMITMENTS, identity, commitment.reading
    for indicator in corpus.indicators.values():
        if indicator.reading is not None:
            yield INDICATORS, f"”{indicator.title}”", indicator.reading
    for identity, obligation in sorted(corpus.obligations.items(), key=lambda pair: order(pair[0])):
        if obligation.reading is not None:
            yield DEMANDS, identity, obligation.reading


def _lines(where: dict[tuple[str, Noun], list[str]]) -> Iterator[str]:
    """What rests on a reason, a line for each value: `Ansvarig för åtgärderna 7.1 och 7.2`."""
    for (field, (single, several)), names in where.items():
        yield f"{one(VALUES[field])} {one(single if len(names) == 1 else several)} {listed(names)}"
