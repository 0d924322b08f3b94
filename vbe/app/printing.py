"""A repository → the governing document in print: what `vbe publish` writes and `vbe verify` makes again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbe.app.origin import made_from, read_epoch, trace_origin
from vbe.app.publishing import load_whole, render_all, texts_for
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from vbe.app.origin import Origin
    from vbe.model.corpus import Corpus
    from vbe.report.governing.compose import Earlier
    from vbe.report.model import Report
    from vbe.store.commit import Commit
    from vbe.store.repository import Source
    from vbe.store.resources import Templates

FORMATS = ("docx", "pdf", "html")
"""The forms of the document, the usual one first."""


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """What somebody wants of the governing document."""

    marked: str | None = None
    """The commit since which changes are marked; None for none."""
    as_of: datetime.date | None = None
    tool: str = ""
    """The program that the document says it was made with; empty for this one."""


def format_of(name: str) -> str:
    """The form with a name; stops where the document has none of that name."""
    if name in FORMATS:
        return name
    hint = did_you_mean(name, FORMATS) or _("The forms are {names}.").format(names=", ".join(FORMATS))
    raise VbeError(_("There is no form of the document with the name {name}.").format(name=name), hint)


def make_plan(
    source: Source, order: PlanOrder, forms: Iterable[str], say: Callable[[str], None] = lambda _step: None
) -> dict[str, bytes]:
    """Form → bytes of the document. Raises `PrivateError` where a person stands in the files or in what was made."""
    from vbe.store.templates import open_templates

    corpus, templates = load_whole(source), open_templates(source)
    plan = compile_plan(source, resolved(source, order), corpus, templates)
    return render_all(plan, forms, templates, corpus, _("the document"), say)


def compile_plan(source: Source, order: PlanOrder, corpus: Corpus | None = None, templates: Templates | None = None) -> Report:
    """The document, from the files of a source; refused where a person was found in them."""
    from vbe.app.refusal import refuse_private
    from vbe.model.profile import PROFILE
    from vbe.model.records.area import AREA
    from vbe.model.records.organisation import ORGANISATION
    from vbe.model.records.strategy import STRATEGY
    from vbe.report.governing import compose_plan
    from vbe.store.resources import PLAN
    from vbe.store.templates import open_templates

    corpus = corpus or load_whole(source)
    needed = (kind.name for kind in (PROFILE, STRATEGY, AREA, ORGANISATION))
    if lacking := sorted(corpus.incomplete.intersection(needed)):
        message = _("The document would be incomplete: files cannot be read ({kinds}).").format(kinds=enumerate_words(lacking))
        raise VbeError(message, _("Run `vbe validate` to see them."))
    refuse_private(corpus)
    origin = trace_origin(source)
    on = order.as_of or _day(corpus, origin)
    earlier = _earlier(source, order.marked) if order.marked else None
    return compose_plan(
        corpus,
        on=on,
        provenance=made_from(origin, order.tool, year=on.year, as_of=on.isoformat(), document=PLAN, marked=order.marked),
        texts=texts_for(source, templates or open_templates(source), PLAN, corpus.profile.language),
        earlier=earlier,
    )


def _earlier(source: Source, revision: str) -> Earlier:
    """The records of a commit of the same repository; refused where a person was found in them."""
    from vbe.app.refusal import refuse_private
    from vbe.report.governing.compose import Earlier

    then = open_earlier(source, revision)
    corpus, origin = load_whole(then), trace_origin(then)
    refuse_private(corpus)
    return Earlier(corpus, _day(corpus, origin))


def open_earlier(source: Source, revision: str) -> Commit:
    """A commit of the repository that a source is from."""
    from vbe.store.commit import Commit
    from vbe.store.git import Git

    git = source.git if isinstance(source, Commit) else Git.open(source.root)
    return Commit(git, git.resolve(revision))


def _day(corpus: Corpus, origin: Origin) -> datetime.date:
    """The day of the commit; without one what SOURCE_DATE_EPOCH says, else a day that the cover names. Never today."""
    import datetime

    when = origin.committed or read_epoch()
    if when is not None:
        return when.date()
    strategy = corpus.strategy
    days = [strategy.revised_on, strategy.valid_from, *(v.decided_on for v in strategy.versions)] if strategy else []
    return max((day for day in days if day is not None), default=datetime.date(1990, 1, 1))


def resolved(source: Source, order: PlanOrder) -> PlanOrder:
    """The same order, with the whole id of the commit that it names."""
    return order if order.marked is None else replace(order, marked=open_earlier(source, order.marked).id)
