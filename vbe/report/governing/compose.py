"""Corpus → the governing document, with what has changed since an earlier one marked where that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.changes.compare import compare
from vbe.domain.disclosure.guard import Guard
from vbe.domain.samples import counted
from vbe.errors import VbeError
from vbe.language import _
from vbe.language.prose import one, said, told
from vbe.language.swedish import date
from vbe.model.profile import Cut
from vbe.model.records.area import COMMITMENT
from vbe.report.governing import parts
from vbe.report.governing.marking import mark_changes
from vbe.report.governing.measures import number_of
from vbe.report.governing.plan import Plan
from vbe.report.model import FIXED, Callout, Report, Section
from vbe.report.own_texts import writing_of
from vbe.report.projection import project
from vbe.report.texts import Texts
from vbe.report.view import EXAMPLE
from vbe.store.resources import PLAN

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from vbe.model.corpus import Corpus
    from vbe.report.model import Block, Provenance

PUBLIC = Cut.model_construct(name="", sections=(), visibility="public", results=True, codes=True, pages=None)
"""Whom the document is for: everybody."""
WITHOUT_CONTENTS = 4
"""A document of no more areas needs no table of contents."""


class PlanSection(NamedTuple):
    """A part of the document: its stable name, its heading, and the function that composes it."""

    id: str
    title: str
    compose: Callable[[Plan], Iterable[Block]]


PLAN_SECTIONS = (
    PlanSection("cover", "Om dokumentet", parts.cover),
    PlanSection("purpose", "Syfte", parts.purpose),
    PlanSection("words", "Begrepp", parts.words),
    PlanSection("areas", "Områden och åtgärder", parts.areas),
    PlanSection("roles", "Ansvar och roller", parts.roles),
    PlanSection("follow-up", "Uppföljning", parts.follow_up),
    PlanSection("signatures", "Underskrifter", parts.signatures),
)
"""In the order of the document. A part that has nothing to say is left out."""


class Earlier(NamedTuple):
    """The records that the changes are marked since, and the day they are from."""

    corpus: Corpus
    day: datetime.date


def compose_plan(
    corpus: Corpus, *, on: datetime.date, provenance: Provenance, texts: Texts | None = None, earlier: Earlier | None = None
) -> Report:
    """The governing document as the public may see it, in the municipality's language."""
    language = corpus.profile.language
    with writing_of(corpus, *([earlier.corpus] if earlier else [])):
        prose = texts or Texts(document=PLAN, language=language)
        guard = Guard.over(corpus, *([earlier.corpus] if earlier else []))
        made = told(_document(corpus, on, provenance, prose, guard), FIXED)
        if earlier is None:
            return made
        old = earlier.corpus
        before = told(_document(old, earlier.day, provenance, prose, guard), FIXED)
        changed = compare(old, corpus, on)
        now, then = corpus.commitments, old.commitments
        same = [(c.id, c.old_id) for c in changed if c.kind == COMMITMENT.name and c.id in now and c.old_id in then]
        renumbered = {number_of(now[new]): number_of(then[was]) for new, was in same}
        return mark_changes(made, before, renumbered, date(earlier.day))


def _document(corpus: Corpus, on: datetime.date, provenance: Provenance, texts: Texts, guard: Guard) -> Report:
    seen = project(counted(corpus), PUBLIC).corpus
    if seen.strategy is None:
        raise VbeError(_("There is no governing document: strategy/strategy.yaml is missing or cannot be read."))
    plan = Plan(seen, seen.strategy, on, texts, guard)
    composed = ((part, tuple(part.compose(plan))) for part in PLAN_SECTIONS)
    town = seen.profile.municipality.name
    return Report(
        title=plan.strategy.title,
        subtitle=plan.type_name,
        municipality=town,
        year=provenance.year,
        period=parts.validity(plan),
        part_year=False,
        example=plan.strategy.example,
        as_of=on.isoformat(),
        as_of_words=date(on),
        reader="",
        visibility="public",
        distribution=said("Öppen"),
        banners=tuple(_banners(plan)),
        provenance=provenance,
        sections=tuple(Section(part.id, "", part.title, blocks) for part, blocks in composed if blocks),
        standing=parts.standing(plan),
        draft=plan.version is None or plan.strategy.example,
        contents=len(seen.areas) > WITHOUT_CONTENTS,
        language=seen.profile.language,
    )


def _banners(plan: Plan) -> Iterable[Callout]:
    if plan.strategy.example:
        yield Callout("example", one(EXAMPLE), plan.say("example", city=plan.corpus.profile.municipality.name))
