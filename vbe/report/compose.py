"""Corpus, verdicts and a cut → the report. What each section shows is in `vbe.report.sections`."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, NamedTuple, ParamSpec

from vbe.domain import period
from vbe.domain.disclosure import Guard
from vbe.domain.known import known_on
from vbe.domain.verdicts import judge_all
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.language.prose import told as told_in_full
from vbe.language.prose import writing
from vbe.language.swedish import capital, date, listed, lowered
from vbe.report.held import held_by
from vbe.report.model import FIXED, Callout, Report, Section
from vbe.report.projection import project
from vbe.report.sections.about import about
from vbe.report.sections.accountability import answers, assignments, deviations
from vbe.report.sections.activities import cooperation, situation
from vbe.report.sections.ahead import plan
from vbe.report.sections.ahead_brief import ahead_brief
from vbe.report.sections.appendices import glossary, traceability
from vbe.report.sections.areas import areas
from vbe.report.sections.areas_brief import areas_brief
from vbe.report.sections.boards import boards
from vbe.report.sections.comments import commented, require_known
from vbe.report.sections.documents import guidance, routines
from vbe.report.sections.documents_brief import documents_brief
from vbe.report.sections.extract import extract
from vbe.report.sections.measures import indicators
from vbe.report.sections.measures_brief import indicators_brief
from vbe.report.sections.memo import memo
from vbe.report.sections.opening import as_of_words, background, distribution, facts, is_draft, method, standing
from vbe.report.sections.opening import period as covered
from vbe.report.sections.page_one import page_one
from vbe.report.sections.residents import done, help_, how
from vbe.report.sections.summary import nobody_told, proposal, summary
from vbe.report.sections.training import training
from vbe.report.sheets import sheets
from vbe.report.texts import Texts
from vbe.report.view import View

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from vbe.domain.clock import Changed, Freshness
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Cut
    from vbe.report.model import Block, Provenance


Asked = ParamSpec("Asked")


class SectionSpec(NamedTuple):
    """A section: its stable name, its heading, and the function that composes it."""

    id: str
    title: str
    compose: Callable[[View], Iterable[Block]]
    appendix: bool = False


PAGE_ONE = "page-one"
"""The section that comes first for every reader, and that may stand alone."""
APPENDIX = "appendix"
"""The file beside the report, with everything that is known."""
EXTRACT = "board"
FIRST = SectionSpec(PAGE_ONE, "Läget på en sida", page_one)
EXTRACT_PART = SectionSpec(EXTRACT, "Nämndens uppföljning", extract)
BRIEF: tuple[SectionSpec, ...] = (
    SectionSpec("areas-brief", "Område för område", areas_brief),
    SectionSpec("indicators-brief", "Mätetal", indicators_brief),
    SectionSpec("documents-brief", "Rutiner och vägledning", documents_brief),
    SectionSpec("ahead-brief", "Det som kommer", ahead_brief),
    SectionSpec("done", "Det här har gjorts", done),
    SectionSpec("help", "Hit vänder du dig", help_),
    SectionSpec("how", "Så följs arbetet upp", how),
    SectionSpec("about", "Om rapporten", about),
    SectionSpec(period.MEMO, "Tjänsteskrivelse", memo),
)
"""The short sections, for those who read eight pages."""
ORDINARY = ("areas-brief", "indicators-brief", "documents-brief", "ahead-brief", "about")
"""What comes after page one where a cut names no sections."""

SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("facts", "Faktaruta", facts),
    SectionSpec("summary", "Sammanfattning", summary),
    SectionSpec("proposal", "Förslag till beslut", proposal),
    SectionSpec("background", "Bakgrund", background),
    SectionSpec("method", "Så har uppföljningen gjorts", method),
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
    SectionSpec("answers", "Svar på förra årets beslut", answers),
    SectionSpec("plan", "Plan för kommande år", plan),
    SectionSpec("traceability", "Spårbarhet", traceability, appendix=True),
    SectionSpec("glossary", "Ordlista och metod", glossary, appendix=True),
)
"""The full sections, in the order of the appendix, which has all of them. A cut may name these too."""
ALL = (FIRST, *BRIEF, *SECTIONS)
PROPOSAL = "proposal"
WITHOUT_CONTENTS = 9
"""A report of no more sections needs no table of contents."""
UNREPORTED = (
    PAGE_ONE,
    "facts",
    "summary",
    PROPOSAL,
    "method",
    "answers",
    "plan",
    "ahead-brief",
    "help",
    "how",
    "about",
    EXTRACT,
    period.MEMO,
)
"""The sections that a report has while no board has handed in anything for the year."""


def _in_its_language(make: Callable[Concatenate[Corpus, Asked], Report]) -> Callable[Concatenate[Corpus, Asked], Report]:
    """A report is composed in Swedish, but for days, numbers and blocks of prose, and told in its own language at the end."""

    @wraps(make)
    def made(corpus: Corpus, /, *args: Asked.args, **more: Asked.kwargs) -> Report:
        with writing(corpus.profile.language):
            return told_in_full(make(corpus, *args, **more), FIXED)

    return made


@_in_its_language
def compose(
    corpus: Corpus,
    year: int,
    *,
    as_of: datetime.date,
    freshness: Freshness,
    changes: tuple[Changed, ...],
    provenance: Provenance,
    cut: Cut,
    texts: Texts | None = None,
    before: Freshness | None = None,
) -> Report:
    """The annual follow-up for one kind of reader: of what was known on its day, and of nothing that came later."""
    guard = Guard.over(corpus)
    corpus = known_on(corpus, as_of)
    freshness = {key: judged for key, judged in freshness.items() if corpus.find(*key) is not None}
    part = period.is_part(year, as_of) or period.is_unknown(corpus, year, as_of, provenance.committed_on)
    verdicts = judge_all(corpus, year, as_of, freshness, part=part, before=before)
    seen = project(corpus, cut)
    told = period.handed_in(corpus, year, as_of) or period.is_part(year, as_of)
    chosen = (EXTRACT_PART,) if provenance.board else _chosen(cut, provenance.only)
    held = held_by(corpus)
    chosen = tuple(part for part in (chosen if told else _short(chosen)) if held.has(part.id))
    view = View(
        corpus=seen.corpus,
        hidden=seen.hidden,
        held=held,
        verdicts=verdicts,
        year=year,
        as_of=as_of,
        part=part,
        cut=cut,
        changes=() if cut.visibility == "public" else changes,
        provenance=provenance,
        numbers=_numbers(chosen),
        texts=texts or Texts(language=corpus.profile.language),
        guard=guard,
        board_only=provenance.board,
    )
    require_known(view, (part.id for part in ALL))
    sections = tuple(
        Section(p.id, view.numbers[p.id], _title(p, view), (*p.compose(view), *commented(view, p.id))) for p in chosen
    )
    return _report(view, sections)


def _title(part: SectionSpec, view: View) -> str:
    """The heading of a section; a decision that exists stands where its proposal stood."""
    return "Beslut" if part.id == PROPOSAL and view.decided is not None else part.title


def _short(chosen: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
    """The sections that have something to say of a year for which nobody has handed in a report."""
    return tuple(part for part in chosen if part.id in UNREPORTED) or chosen


def _report(view: View, sections: tuple[Section, ...]) -> Report:
    strategy = view.corpus.strategy
    return Report(
        title=_named(view),
        subtitle=strategy.title if strategy else view.corpus.profile.municipality.name,
        municipality=view.corpus.profile.municipality.name,
        year=view.year,
        period=covered(view),
        part_year=view.part,
        example=bool(view.examples),
        as_of=view.as_of.isoformat(),
        as_of_words=as_of_words(view),
        reader=view.cut.name,
        visibility=view.cut.visibility,
        distribution=distribution(view),
        banners=tuple(_banners(view)),
        standing=standing(view),
        draft=is_draft(view),
        provenance=view.provenance,
        sections=sections,
        sheets=sheets(view) if view.answered and _is_whole(view) else (),
        contents=len(sections) > WITHOUT_CONTENTS,
        language=view.corpus.profile.language,
    )


def _is_whole(view: View) -> bool:
    """Whether the file is the report or its appendix, not a page or a letter of it."""
    return view.provenance.only != PAGE_ONE and view.board_only is None and period.MEMO not in view.numbers


def _named(view: View) -> str:
    """The report's title, and which part of the follow-up it is where it is not the whole."""
    whole = f"{'Delårsuppföljning' if view.part else 'Uppföljning'} {view.year}"
    if period.MEMO in view.numbers:
        return f"Tjänsteskrivelse: {lowered(whole)}"
    if view.board_only is not None:
        return f"{whole}: {view.inside(view.board_only)}"
    return f"{whole}: bilaga" if view.provenance.only == APPENDIX else whole


def _banners(view: View) -> Iterable[Callout]:
    if view.examples:
        named = capital(listed(view.examples))
        town = view.corpus.profile.municipality.name
        text = f"{named} är exempel som visar hur det går till. De är inte beslutade och säger inget om vad {town} har gjort."
        yield Callout("example", "Exempel, ej beslutad", text)
    if not view.answered:
        title = "Ännu inte redovisat" if view.is_interim else "Inte följt upp"
        yield Callout("warning", title, nobody_told(view))
    if period.is_part(view.year, view.as_of):
        yield Callout("note", "Delår", f"Uppgifterna gäller till och med {date(view.as_of)}. Året är inte slut.")
    if view.provenance.dirty:
        yield Callout("warning", "Arbetsversion", "Rapporten är gjord av filer som inte är incheckade och går inte att göra om.")


def _chosen(cut: Cut, only: str | None) -> tuple[SectionSpec, ...]:
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


def _numbers(chosen: tuple[SectionSpec, ...]) -> dict[str, str]:
    """Page one, the fact box and what stands alone have no number; sections and appendices count from 1."""
    bare = (PAGE_ONE, "facts", "about", EXTRACT, period.MEMO)
    numbers: dict[str, str] = {part.id: "" for part in chosen if part.id in bare}
    body = [part.id for part in chosen if not part.appendix and part.id not in bare]
    numbers.update({name: str(index) for index, name in enumerate(body, 1)})
    appendices = [part.id for part in chosen if part.appendix]
    numbers.update({name: f"Bilaga {index}" for index, name in enumerate(appendices, 1)})
    return numbers
