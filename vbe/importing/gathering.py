"""Puts what is found in a document where it belongs in the plan: measures in areas, fields in measures, the rest in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.importing.headwords import MEASURE, NUMBERED, says_nothing
from vbe.importing.plan import Measure, Plan, PlanArea, Said
from vbe.importing.tables import NAMED_MEASURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.importing.document import Piece, Table

ROUTINE: Final = re.compile(r"\brutin|\btecken\b|\bkontakt|\bbilaga\b|\bordlista|\bdefinition", re.IGNORECASE)
"""Headings whose lists are no measures: what to do in one event, signs, addresses."""
NO_PLAN: Final = re.compile(
    r"\brutin|\btecken\b|\bkontakt|\bordlista|\bdefinition|\broller\b|\brollfördelning|\bunderskrift|\bsignatur", re.IGNORECASE
)
"""Headings whose tables are no measures: who has which role, signs, addresses."""
AIM: Final = re.compile(r"\A(?:delmål|mål|målområde|inriktningsmål|effektmål)\b[\s\d.:–-]*", re.IGNORECASE)
IN_TEXT: Final = re.compile(
    r"\A(?P<number>\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=[.)]\s)|[a-zA-Z](?=\)\s)|[ivxIVX]{1,5}(?=[.)]\s))[.)]?\s+(?P<text>\S.*)\Z",
    re.DOTALL,
)


@dataclass(slots=True)
class Section:
    """What stands below a heading, up to the next one."""

    path: tuple[Piece, ...]
    """The heading with those above it, the highest first."""
    blocks: list[Piece | Table] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The nearest heading's text; empty before the first."""
        return self.path[-1].line if self.path else ""


class Gatherer:
    """The plan as it grows."""

    def __init__(self, name: str) -> None:
        self.plan = Plan(name)
        self.used: set[Piece] = set()
        """Headings that have become a title, an area or a measure."""
        self._areas: dict[str, PlanArea] = {}

    def measure(self, section: Section, statement: Said) -> Measure:
        """A measure of the text, with its own number apart from it, in the section's area."""
        path = section.path[:-1] if section.path and statement.piece is section.path[-1] else section.path
        measure = numbered(statement)
        if statement.piece.level:
            self.used.add(statement.piece)
        self.add(path, measure)
        return measure

    def add(self, path: tuple[Piece, ...], measure: Measure, over: Piece | None = None) -> None:
        """Put a measure in the area that the nearest heading names; `over` is a heading within a table."""
        headings = [piece for piece in path if not says_nothing(piece.line)]
        chosen = over or (headings[-1] if headings else path[-1] if path else None)
        key = chosen.line.casefold() if chosen is not None else ""
        area = self._areas.get(key)
        if area is None:
            title = NUMBERED.sub("", chosen.line) if chosen is not None else ""
            area = self._areas[key] = PlanArea(
                title, chosen, is_aim=bool(AIM.match(title)) or (over is not None and not headings)
            )
            self.plan.areas.append(area)
        elif chosen is not None and chosen is not area.piece:
            area.again.append(chosen)
        if chosen is not None:
            self.used.add(chosen)
        area.measures.append(measure)

    def label(self, measure: Measure, fields: Iterable[tuple[str, str, str]], piece: Piece) -> None:
        """Field, label and value → the measure; a second value of a field is kept with its label."""
        for name, label, value in fields:
            if label in piece.text:
                self.plan.inline.append(Said(label, piece))
            if not name or name in measure.fields or name == MEASURE:
                measure.more.append((label, Said(value, piece)))
            else:
                measure.fields[name] = Said(value, piece)


def numbered(statement: Said, number: str = "") -> Measure:
    """A measure with the number that stands before its text, where the plan has not given it elsewhere."""
    found = None if number else IN_TEXT.match(statement.text) or NAMED_MEASURE.match(statement.text)
    if found and found["text"]:
        return Measure(Said(found["text"].strip(), statement.piece), number=found["number"])
    return Measure(statement, number=number)
