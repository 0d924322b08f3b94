"""An area of the plan → the text of its file: what it is for, who leads it, its measures and its indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.importing.measure_fields import level_of
from vbe.importing.measures import MeasureWriter
from vbe.importing.naming import is_body, sort_of, split_actors
from vbe.importing.plan import Said
from vbe.importing.trail import LONG, SHORT, Trail
from vbe.importing.yaml_lines import Lines
from vbe.language import _
from vbe.model.fields import NOT_STATED

if TYPE_CHECKING:
    import datetime

    from vbe.importing.plan import PlanArea
    from vbe.importing.roster import Roster
    from vbe.importing.standing import Standing


class AreaWriter:
    """Writes the areas of one plan."""

    def __init__(self, roster: Roster, trail: Trail, last_day: datetime.date | None) -> None:
        self._roster = roster
        self._trail = trail
        self._measures = MeasureWriter(roster, trail, last_day)

    @property
    def standings(self) -> list[Standing]:
        """What the document says of how far the measures have come, as far as they are written."""
        return self._measures.standings

    def area(self, area: PlanArea, number: int, aims: list[str] | str, ids: list[str]) -> str:
        """The text of an area's file."""
        lines = Lines()
        heading = Said(area.title, area.piece) if area.piece is not None and is_body(area.title) else None
        self._measures.begin(heading, level_of(area.title))
        target = _("area {number}").format(number=number)
        title = area.title if len(area.title) <= SHORT else area.title[: SHORT - 1].rstrip() + "…"
        lines.add("title", title, "" if area.piece is not None else _("the document’s title; the plan has no areas"))
        if area.piece is not None:
            self._trail.record(area.piece.line, area.piece, target, "" if title == area.piece.line else title)
        for again in area.again:
            self._trail.record(again.line, again, target, title)
        purpose = self._purpose(area, target, title)
        lines.add("purpose", purpose or NOT_STATED)
        lines.add("aims", aims)
        self._lead(lines, area.lead, target)
        lines.list("commitments", [self._measures.entry(m, i) for m, i in zip(area.measures, ids, strict=True)])
        lines.list("indicators", self._measures.indicators.entries())
        return str(lines)

    def _lead(self, lines: Lines, leader: Said | None, target: str) -> None:
        names = split_actors(leader.text).names if leader is not None else ()
        if leader is None or len(names) != 1 or not sort_of(names[0]):
            lines.add("lead", NOT_STATED)
            return
        lead = self._roster.find(names[0]).id
        lines.add("lead", lead)
        self._trail.record(leader.piece.line, leader.piece, _("{target}, who leads it").format(target=target), lead)

    def _purpose(self, area: PlanArea, target: str, title: str) -> str:
        """The text between the heading and the measures, as far as it has room; a cut title in full."""
        kept: list[str] = [area.title] if title != area.title else []
        for sentence in area.purpose:
            if sum(map(len, kept)) + len(sentence.text) + len(kept) <= LONG:
                kept.append(sentence.text)
                self._trail.record(sentence.text, sentence.piece, _("{target}, purpose").format(target=target))
            else:
                self._trail.left.append((sentence.piece, _("too long for one field")))
        return " ".join(" ".join(kept).split())
