"""The parts of a report: every section by its stable name, which of them an edition has, and how they are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain import period
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.report.sections.about import about
from vbe.report.sections.accountability import answers, assignments, deviations
from vbe.report.sections.activities import cooperation, situation
from vbe.report.sections.ahead import known, plan
from vbe.report.sections.ahead_brief import ahead, ahead_brief
from vbe.report.sections.appendices import glossary, traceability
from vbe.report.sections.areas import areas
from vbe.report.sections.areas_brief import areas_brief
from vbe.report.sections.background import background
from vbe.report.sections.boards import boards
from vbe.report.sections.documents import guidance, routines
from vbe.report.sections.documents_brief import documents_brief
from vbe.report.sections.extract import extract
from vbe.report.sections.measures import indicators
from vbe.report.sections.measures_brief import indicators_brief
from vbe.report.sections.memo import memo
from vbe.report.sections.opening import facts, method
from vbe.report.sections.page_one import page_one
from vbe.report.sections.red import PAGE_ONE
from vbe.report.sections.residents import done, help_, how
from vbe.report.sections.summary import proposal, summary
from vbe.report.sections.training import training

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vbe.model.profile import Cut
    from vbe.report.model import Block
    from vbe.report.view import View


class SectionSpec(NamedTuple):
    """A section: its stable name, its heading, and the function that composes it."""

    id: str
    title: str
    compose: Callable[[View], Iterable[Block]]
    appendix: bool = False
    early: bool = False
    """Whether a report has it while no board has handed in anything for the year."""
    has: Callable[[View], bool] = lambda _view: True
    """Whether there is anything to tell: a heading with nothing under it is left out."""


APPENDIX = "appendix"
"""The file beside the report, with everything that is known."""
EXTRACT = "board"
PROPOSAL = "proposal"
FIRST = SectionSpec(PAGE_ONE, "Läget på en sida", page_one, early=True)
EXTRACT_PART = SectionSpec(EXTRACT, "Nämndens uppföljning", extract, early=True)
BRIEF: tuple[SectionSpec, ...] = (
    SectionSpec("areas-brief", "Område för område", areas_brief),
    SectionSpec("indicators-brief", "Mätetal", indicators_brief),
    SectionSpec("documents-brief", "Rutiner och vägledning", documents_brief),
    SectionSpec("ahead-brief", "Det som kommer", ahead_brief, early=True, has=lambda view: bool(ahead(view))),
    SectionSpec("done", "Det här har gjorts", done),
    SectionSpec("help", "Hit vänder du dig", help_, early=True),
    SectionSpec("how", "Så följs arbetet upp", how, early=True),
    SectionSpec("about", "Om rapporten", about, early=True),
    SectionSpec(period.MEMO, "Tjänsteskrivelse", memo, early=True),
)
"""The short sections, for those who read eight pages."""
ORDINARY = ("areas-brief", "indicators-brief", "documents-brief", "ahead-brief", "about")
"""What comes after page one where a cut names no sections."""

SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("summary", "Sammanfattning", summary, early=True),
    SectionSpec(PROPOSAL, "Förslag till beslut", proposal, early=True),
    SectionSpec("background", "Bakgrund", background),
    SectionSpec("method", "Så har uppföljningen gjorts", method, early=True),
    SectionSpec("areas", "Uppföljning per åtgärdsområde", areas),
    SectionSpec("boards", "Uppföljning per nämnd", boards),
    SectionSpec("routines", "Rutiner", routines),
    SectionSpec("guidance", "Vägledningsexempel", guidance),
    SectionSpec("training", "Utbildning och information", training),
    SectionSpec("cooperation", "Samverkan", cooperation),
    SectionSpec("situation", "Lägesbild och omvärld", situation),
    SectionSpec("indicators", "Mätetal", indicators),
    SectionSpec("assignments", "Uppdrag", assignments),
    SectionSpec("deviations", "Avvikelser, avsteg och risker", deviations),
    SectionSpec("answers", "Svar på förra årets beslut", answers, early=True),
    SectionSpec("plan", "Plan för kommande år", plan, early=True, has=lambda view: bool(known(view))),
    SectionSpec("traceability", "Spårbarhet", traceability, appendix=True),
    SectionSpec("glossary", "Ordlista och metod", glossary, appendix=True),
    SectionSpec("facts", "Faktaruta", facts, early=True),
)
"""The full sections, in the order of the appendix, which has all of them. A cut may name these too."""
ALL = (FIRST, *BRIEF, *SECTIONS)
WITHOUT_CONTENTS = 9
"""A report of no more sections needs no table of contents."""


def short(chosen: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
    """The sections that have something to say of a year for which nobody has handed in a report."""
    return tuple(part for part in chosen if part.early) or chosen


def sections_of(cut: Cut, only: str | None) -> tuple[SectionSpec, ...]:
    """The sections of an edition, or of the part of it that is wanted alone."""
    if only is not None:
        require_alone(only)
        return (FIRST,) if only == PAGE_ONE else SECTIONS
    known = {part.id: part for part in ALL}
    if cut.sections == (period.MEMO,):
        return (known[period.MEMO],)
    for name in cut.sections:
        if name not in known:
            message = _("The cut “{cut}” names the section {name}, which does not exist.").format(cut=cut.name, name=name)
            raise VbeError(message, did_you_mean(name, known) or _("The sections are {names}.").format(names=", ".join(known)))
    return tuple(known[name] for name in dict.fromkeys((PAGE_ONE, *(cut.sections or ORDINARY))))


def require_alone(name: str) -> None:
    """Stop where a part of the report is none that is a file of its own."""
    if name not in (PAGE_ONE, APPENDIX):
        message = _("There is no part of the report with the name {name} that can stand alone.").format(name=name)
        raise VbeError(message, _("They are {names}.").format(names=f"{PAGE_ONE}, {APPENDIX}"))


def numbered(chosen: tuple[SectionSpec, ...]) -> dict[str, str]:
    """Page one, the fact box and what stands alone have no number; sections and appendices count from 1."""
    bare = (PAGE_ONE, "facts", "about", EXTRACT, period.MEMO)
    numbers: dict[str, str] = {part.id: "" for part in chosen if part.id in bare}
    body = [part.id for part in chosen if not part.appendix and part.id not in bare]
    numbers.update({name: str(index) for index, name in enumerate(body, 1)})
    appendices = [part.id for part in chosen if part.appendix]
    numbers.update({name: f"Bilaga {index}" for index, name in enumerate(appendices, 1)})
    return numbers
