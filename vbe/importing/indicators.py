"""A column of indicators → records, as far as its words say what is counted; the rest stays in the notes.

`Andel utbildade, mål 80 % 2026` says a unit and a target; `Enkät` says neither, and is no indicator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.importing.trail import SHORT
from vbe.importing.yaml_lines import Lines, entry
from vbe.language import _
from vbe.language.written import read_number
from vbe.model.fields import NOT_STATED
from vbe.scaffold.choices import free_id, slug

if TYPE_CHECKING:
    from vbe.importing.plan import Said

UNITS: Final = (
    ("percent", r"\A(?:andel\w*|procent\w*|täckningsgrad)\b|\A[^,;:(]*(?:%|\bprocent\b)"),
    ("number", r"\A(?:antal\w*)\b"),
    ("kronor", r"\A(?:kostnad\w*)\b.*\b(?:kr|kronor)\b"),
    ("index", r"\A\w*index\w*\b"),
    ("yes_no", r"\b(?:finns|är framtag\w+|är beslutad\w*|är antag\w+|är genomförd\w*|är klar\w*)[.]?\Z"),
)
"""Unit → the words by which a plan names something that is counted in it."""
DIRECTIONS: Final = (
    ("increase", r"\b(?:ök\w+|fler|mer|minst|höj\w+|större)\b"),
    ("decrease", r"\b(?:minsk\w+|färre|högst|sänk\w+|mindre)\b"),
)
PERSONS: Final = re.compile(
    r"\b(?:personer|unga|ungdomar|barn|elever|deltagare|individer|familjer|föräldrar|anhöriga|klienter|vuxna|utbildade)\b",
    re.IGNORECASE,
)
VALUE: Final = r"(?P<value>\d[\d ,.]*?\s?(?:%|procent)?)\s*"
IN_YEAR: Final = r"[,(]?\s*(?:(?:år|till|senast|under)\s+)?(?P<year>(?:19|20)\d\d)\b"
TARGET: Final = re.compile(rf"\b(?:mål\w*|minst|högst)[:\s]+(?:minst\s+|högst\s+)?{VALUE}{IN_YEAR}", re.IGNORECASE)
BASELINE: Final = re.compile(rf"\b(?:utgångs\w+|nuläge|basvärde|startvärde)[:\s]+{VALUE}{IN_YEAR}", re.IGNORECASE)
LONGEST_ID: Final = 50
YEARLY: Final = 12


@dataclass(slots=True)
class ReadIndicator:
    """What is measured, by the words of one cell, for one measure or several."""

    id: str
    said: Said
    unit: str
    owner: str


@dataclass(slots=True)
class Indicators:
    """The indicators of a plan: those that are known, and those of the area that is being written."""

    known: dict[str, str] = field(default_factory=dict)
    """Id → title."""
    here: dict[str, ReadIndicator] = field(default_factory=dict)
    """Text, without case → indicator."""

    def begin(self) -> None:
        """Begin another area."""
        self.here = {}

    def read(self, statement: Said, owner: str) -> ReadIndicator | None:
        """The indicator that a cell names; None where its words do not say what is counted."""
        unit = unit_of(statement.text)
        if not unit or len(statement.text) > SHORT:
            return None
        known = self.here.get(statement.text.casefold())
        if known is None:
            base = slug(re.split(r"[,;:(]", statement.text)[0])[:LONGEST_ID].strip("-") or "matetal"
            known = self.here[statement.text.casefold()] = ReadIndicator(free_id(base, self.known), statement, unit, owner)
            self.known[known.id] = statement.text
        return known

    def entries(self) -> list[Lines]:
        """Those of the area as entries of its file."""
        return [_entry(read) for read in self.here.values()]


def unit_of(text: str) -> str:
    """What is counted in, by the words; empty where they do not say."""
    return next((unit for unit, words in UNITS if re.search(words, text.strip(), re.IGNORECASE)), "")


def _entry(read: ReadIndicator) -> Lines:
    """The fields that a record needs; what the plan does not say is `not_stated`, and a comment stands above each guess."""
    text, lines = read.said.text, entry()
    direction = next((way for way, words in DIRECTIONS if re.search(words, text, re.IGNORECASE)), "")
    lines.add("id", read.id)
    lines.add("title", text)
    _add(lines, definition=NOT_STATED)
    _add(lines, f"”{text}” ({read.said.piece.place})", unit=read.unit)
    lines.add("direction", direction or "watch", "" if direction else _("the plan does not say which way"))
    if PERSONS.search(text) and read.unit in ("number", "percent"):
        lines.add("counts", "persons", _("the words of the indicator; small numbers are guarded"))
    lines.add("source", NOT_STATED)
    lines.add("owner", read.owner, _("who answers for the measure"))
    lines.add("every_months", YEARLY, _("the year’s follow-up; the plan does not say how often"))
    base, target = BASELINE.search(text), TARGET.search(text)
    if base and (value := read_number(base["value"].strip(" ,."))) is not None:
        lines.add("baseline", value.value)
        lines.add("baseline_year", int(base["year"]))
    if target and (value := read_number(target["value"].strip(" ,."))) is not None:
        goal = Lines()
        goal.add(target["year"], value.value)
        lines.mapping("target", goal)
    return lines


def _add(lines: Lines, guess: str = "", **values: str) -> None:
    """Fields whose names are also those of kinds of record, which is why they are no texts here."""
    for key, value in values.items():
        lines.add(key, value, guess)
