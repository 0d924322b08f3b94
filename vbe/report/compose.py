"""Corpus, verdicts and a cut → the report. What each section shows is in `vbe.report.sections`."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from vbe.domain import period
from vbe.domain.disclosure.guard import Guard
from vbe.domain.known import known_on
from vbe.domain.verdicts import judge_all
from vbe.language.prose import told as told_in_full
from vbe.language.swedish import capital, date, listed, lowered
from vbe.report.held import held_by
from vbe.report.model import FIXED, Callout, Report, Section
from vbe.report.own_texts import writing_of
from vbe.report.parts import ALL, APPENDIX, EXTRACT_PART, PROPOSAL, WITHOUT_CONTENTS, numbered, sections_of, short
from vbe.report.projection import project
from vbe.report.sections.comments import commented, require_known
from vbe.report.sections.opening import as_of_words, distribution, is_draft, standing
from vbe.report.sections.opening import period as covered
from vbe.report.sections.red import PAGE_ONE
from vbe.report.sections.summary import nobody_told
from vbe.report.sheets import sheets
from vbe.report.texts import Texts
from vbe.report.view import View

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from vbe.domain.document_status import Changed, DocumentStatuses
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Cut
    from vbe.report.model import Provenance
    from vbe.report.parts import SectionSpec


Asked = ParamSpec("Asked")


def _in_its_language(make: Callable[Concatenate[Corpus, Asked], Report]) -> Callable[Concatenate[Corpus, Asked], Report]:
    """A report is composed in Swedish, but for days, numbers and blocks of prose, and told in its own language at the end."""

    @wraps(make)
    def made(corpus: Corpus, /, *args: Asked.args, **more: Asked.kwargs) -> Report:
        with writing_of(corpus):
            return told_in_full(make(corpus, *args, **more), FIXED)

    return made


@_in_its_language
def compose(
    corpus: Corpus,
    year: int,
    *,
    as_of: datetime.date,
    freshness: DocumentStatuses,
    changes: tuple[Changed, ...],
    provenance: Provenance,
    cut: Cut,
    texts: Texts | None = None,
    before: DocumentStatuses | None = None,
) -> Report:
    """The annual follow-up for one kind of reader: of what was known on its day, and of nothing that came later."""
    guard = Guard.over(corpus)
    corpus = known_on(corpus, as_of)
    freshness = {key: judged for key, judged in freshness.items() if corpus.find(*key) is not None}
    part = period.goes_on(corpus, year, as_of, provenance.committed_on)
    seen, held = project(corpus, cut), held_by(corpus)
    chosen = _chosen(corpus, year, as_of, cut, provenance)
    chosen = tuple(section for section in chosen if held.has(section.id))
    view = View(
        corpus=seen.corpus,
        hidden=seen.hidden,
        held=held,
        verdicts=judge_all(corpus, year, as_of, freshness, part=part, before=before),
        year=year,
        as_of=as_of,
        part=part,
        cut=cut,
        changes=() if cut.visibility == "public" else changes,
        provenance=provenance,
        numbers=numbered(chosen),
        texts=texts or Texts(language=corpus.profile.language),
        guard=guard,
        board_only=provenance.board,
    )
    require_known(view, (section.id for section in ALL))
    return _report(view, chosen)


def _chosen(corpus: Corpus, year: int, as_of: datetime.date, cut: Cut, provenance: Provenance) -> tuple[SectionSpec, ...]:
    """The sections of an edition; the few that have something to say where no board has handed in anything."""
    chosen = (EXTRACT_PART,) if provenance.board else sections_of(cut, provenance.only)
    is_asked_for = period.handed_in(corpus, year, as_of) or period.is_part(year, as_of)
    return chosen if is_asked_for else short(chosen)


def _title(part: SectionSpec, view: View) -> str:
    """The heading of a section; a decision that exists stands where its proposal stood."""
    return "Beslut" if part.id == PROPOSAL and view.decided is not None else part.title


def _report(view: View, chosen: tuple[SectionSpec, ...]) -> Report:
    """The report of those of the sections that have anything to tell."""
    chosen = tuple(part for part in chosen if part.has(view) or any(commented(view, part.id)))
    view = replace(view, numbers=numbered(chosen))
    sections = tuple(
        Section(p.id, view.numbers[p.id], _title(p, view), (*p.compose(view), *commented(view, p.id))) for p in chosen
    )
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
    whole = f"{'Delårsuppföljning' if view.is_interim else 'Uppföljning'} {view.year}"
    if period.MEMO in view.numbers:
        return f"Tjänsteskrivelse: {lowered(whole)}"
    if view.board_only is not None:
        return f"{whole}: {view.inside(view.board_only)}"
    return f"{whole}: bilaga" if view.provenance.only == APPENDIX else whole


def _banners(view: View) -> Iterable[Callout]:
    if view.examples:
        named = capital(listed(view.examples))
        town = view.corpus.profile.municipality.name
        yield Callout("example", "Exempel, ej beslutad", view.say("banner_example", what=named, municipality=town))
    if not view.answered:
        title = "Ännu inte redovisat" if view.is_interim else "Inte följt upp"
        yield Callout("warning", title, nobody_told(view))
    if period.is_part(view.year, view.as_of):
        yield Callout("note", "Delår", view.say("banner_part", as_of=date(view.as_of)))
    if view.provenance.dirty:
        yield Callout("warning", "Arbetsversion", view.say("banner_draft_files"))
