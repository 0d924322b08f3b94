"""Document → plan: what its tables, lists and labels say below which headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vbe.importing.document import BODY, BOX, CONTENTS, MARGIN, Document, Piece, Table
from vbe.importing.gathering import IN_TEXT, ROUTINE, Gatherer, Section
from vbe.importing.grids import Grids, count_measure_tables
from vbe.importing.headwords import MEASURE, is_measure_heading, says_nothing
from vbe.importing.in_text import complete, divide, part_times
from vbe.importing.labels import cover_label, is_duty, is_numbered, leads_to_measures, sentences, split_labels
from vbe.importing.naming import is_body
from vbe.importing.plan import Measure, Said
from vbe.importing.tables import NAMED_MEASURE
from vbe.language import _

if TYPE_CHECKING:
    from vbe.importing.plan import Plan

FRONT: Final = 40
"""So many paragraphs may a cover have."""
LED: Final = re.compile(r"(?:\A|,\s*som\s+)leds av:?\s+(?P<who>\S.{0,120})\Z", re.IGNORECASE)
BESIDE: Final = re.compile(r"(?:Leds av|Bidrar till)\b|Åtgärder i område \d+", re.IGNORECASE)
"""Lines of an area that do not say what it is for."""
ASIDE: Final = re.compile(
    r"\b(?:bakgrund|syfte|inledning|lägesbild|nuläge|uppföljning|utvärdering|organisation|ansvar|källor|läs mer|exempel)",
    re.IGNORECASE,
)
"""Headings among those of measures whose lists are none."""
LEVELS: Final = re.compile(r"\b(?:åtgärd|aktivitet|insats)(?:er|erna)?\b|\b(?:främja|förebygga|förhindra)", re.IGNORECASE)


def read_plan(document: Document) -> Plan:
    """The plan that a document is, as far as it can be told; what is not understood is its prose."""
    reader = _Reader(document)
    for section in _sections(document):
        reader.read(section)
    reader.finish()
    return reader.plan


def _sections(document: Document) -> list[Section]:
    path: list[Piece] = []
    found = [Section(())]
    for block in document.blocks:
        if isinstance(block, Piece) and block.level and not block.is_title:
            while path and path[-1].level >= block.level:
                path.pop()
            path.append(block)
            found.append(Section(tuple(path)))
        else:
            found[-1].blocks.append(block)
    return found


class _Reader:
    """Gathers the plan, section by section."""

    def __init__(self, document: Document) -> None:
        self._gatherer = Gatherer(document.name)
        self.plan = self._gatherer.plan
        self._grids = Grids(self._gatherer, count_measure_tables(document.blocks))
        self._seen = 0
        self._below: dict[Piece, list[Piece]] = {}
        """Heading → the paragraphs right below it."""
        self._captions: dict[Piece, list[Piece]] = {}
        """Heading → the captions of its tables."""

    @property
    def _is_front(self) -> bool:
        return self._seen < FRONT and not self.plan.areas

    def read(self, section: Section) -> None:
        """All of a section."""
        named = NAMED_MEASURE.match(section.heading)
        last = None
        if section.path:
            self._below[section.path[-1]] = [b for b in section.blocks if isinstance(b, Piece) and b.kind == BODY and not b.items]
            self._captions[section.path[-1]] = [b for b in section.blocks if isinstance(b, Piece) and b.kind == CONTENTS]
        if named and named["text"]:
            last = self._gatherer.measure(section, Said(section.heading, section.path[-1]))
        before = len(self.plan.measures())
        lead = ""
        for block in section.blocks:
            if isinstance(block, Table):
                self._grids.read(section, block, is_front=self._is_front)
                last = None
            elif block.is_title and self.plan.title is None:
                self.plan.title = Said(block.line, block)
            elif block.kind not in (BODY, BOX):
                self._margin(block)
            else:
                last = self._paragraph(section, block, last, lead)
                lead = lead if block.items else block.text
            self._seen += 1
        if len(self.plan.measures()) == before and not named:
            self._guess(section)

    def _margin(self, piece: Piece) -> None:
        """What stands beside the text; in margins a cover's line may stand."""
        labelled = cover_label(piece.line) if piece.kind == MARGIN else None
        if labelled and labelled[0] not in self.plan.cover:
            self._cover(labelled, piece)
        else:
            self.plan.prose.append(piece)

    def _cover(self, labelled: tuple[str, str], piece: Piece) -> None:
        self.plan.cover[labelled[0]] = Said(labelled[1], piece)
        self.plan.inline.append(Said(piece.line.partition(":")[0], piece))

    def _paragraph(self, section: Section, piece: Piece, last: Measure | None, lead: str) -> Measure | None:
        """A paragraph or an item; the measure that labels after it belong to."""
        cover_line = cover_label(piece.line) if self._is_front and not piece.items and last is None else None
        if cover_line and cover_line[0] not in self.plan.cover and not is_measure_heading(section.heading):
            self._cover(cover_line, piece)
            return None
        labelled = split_labels(piece.text)
        if labelled.fields:
            measure = self._labelled_measure(section, piece, last)
            if measure is not None:
                return measure
        if self._is_measure(section, piece, lead):
            return self._gatherer.measure(section, Said(piece.line, piece))
        if last is not None and not piece.items and NAMED_MEASURE.match(section.heading):
            last.more.append(("", Said(piece.line, piece)))
            return last
        self.plan.prose.append(piece)
        return None

    def _labelled_measure(self, section: Section, piece: Piece, last: Measure | None) -> Measure | None:
        """The measure that the labels of a paragraph tell of: in it, before it, or named by one of them."""
        text, fields = split_labels(piece.text)
        if text:
            last = self._gatherer.measure(section, Said(" ".join(text.split()), piece))
        elif fields[0][0] == MEASURE:
            self.plan.inline.append(Said(fields[0][1], piece))
            last, fields = self._gatherer.measure(section, Said(fields[0][2], piece)), fields[1:]
        elif last is None:
            loose = self._loose(section)
            if loose is None:
                return None
            last = self._own_heading(section, loose) or self._gatherer.measure(section, Said(loose.line, loose))
        self._gatherer.label(last, fields, piece)
        return last

    def _own_heading(self, section: Section, text: Piece) -> Measure | None:
        """A measure below a numbered heading of its own, `1.2 Fördjupad utbildning`: the area is the heading above."""
        heading = IN_TEXT.match(section.heading)
        if heading is None or len(section.path) < 2 or "." not in heading["number"] or text is section.path[-1]:
            return None
        measure = Measure(Said(text.line, text), number=heading["number"], title=Said(heading["text"], section.path[-1]))
        self._gatherer.used.add(section.path[-1])
        self._gatherer.add(section.path[:-1], measure)
        return measure

    def _loose(self, section: Section) -> Piece | None:
        """The paragraph just before in the section, which labels after it make a measure; else the section's heading."""
        prose = self.plan.prose
        if prose and prose[-1] in section.blocks and prose[-1].kind in (BODY, BOX):
            return prose.pop()
        if section.path and section.path[-1] not in self._gatherer.used and not says_nothing(section.heading):
            return section.path[-1]
        return None

    @staticmethod
    def _is_measure(section: Section, piece: Piece, lead: str) -> bool:
        heading = section.heading
        if not section.path or ROUTINE.search(heading):
            return False
        below = is_measure_heading(heading)
        if piece.items:
            above = [piece.line for piece in section.path[:-1]]
            is_duty_of = is_body(heading) and any(map(LEVELS.search, above))
            over = is_duty_of or (any(map(is_measure_heading, above)) and not ASIDE.search(heading))
            return below or over or bool(LEVELS.search(heading)) or leads_to_measures(lead)
        has_list = any(isinstance(block, Piece) and block.items for block in section.blocks)
        return below and not has_list and is_numbered(piece.text)

    def _guess(self, section: Section) -> None:
        """A section of measures in running text: each paragraph that says what is to be done is one, by guess."""
        below = is_measure_heading(section.heading)
        if not (below or LEVELS.search(section.heading)) or ROUTINE.search(section.heading):
            return
        for block in section.blocks:
            if isinstance(block, Piece) and block in self.plan.prose and (below or any(map(is_duty, sentences(block.text)))):
                self.plan.prose.remove(block)
                measure = self._gatherer.measure(section, Said(block.line, block))
                measure.guess = _("a paragraph below the heading “{heading}”").format(heading=section.heading)

    def finish(self) -> None:
        """What stands between an area's heading and its measures is what it is for; headings that name nothing are prose."""
        plan, used = self.plan, self._gatherer.used
        first = next(iter(self._below), None)
        if plan.title is None and first is not None and first not in used:
            plan.title = Said(first.line, first)
            used.add(first)
        loose = set(plan.prose)
        for area in plan.areas:
            below = self._below.get(area.piece, []) if area.piece is not None else []
            area.purpose = [Said(piece.line, piece) for piece in below if piece in loose and not BESIDE.match(piece.line)]
            captions = self._captions.get(area.piece, []) if area.piece is not None else []
            lines = (piece for piece in (*below, *captions) if piece in loose)
            led = next(((piece, found) for piece in lines if (found := LED.search(piece.line))), None)
            area.lead = Said(led[1]["who"], led[0]) if led is not None else None
            loose -= {sentence.piece for sentence in (*area.purpose, *([area.lead] if area.lead else []))}
        for measure in plan.measures():
            divide(measure, frozenset(plan.indicators))
            part_times(measure)
            complete(measure)
        plan.prose[:] = [piece for piece in plan.prose if piece in loose]
        plan.prose += [heading for heading in self._below if heading not in used]
