"""A repository and a year → the report: what `vbe report` writes and `vbe verify` makes again.

Nothing here asks what day it is: dates come from the commit, else from SOURCE_DATE_EPOCH, else from the boards' reports.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vbe.app.origin import made_from, trace_origin
from vbe.app.report_year import changes_in, freshness_before, freshness_on
from vbe.errors import VbeError
from vbe.language import _, enumerate_words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator

    from vbe.app.origin import Origin
    from vbe.model.corpus import Corpus
    from vbe.report.model import Provenance, Report
    from vbe.report.texts import Texts
    from vbe.store.repository import Source
    from vbe.store.resources import Templates

EXTRACT_PAGES = 3
"""The most that one board's part may be on paper."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants a report of."""

    year: int
    cut: str | None = None
    as_of: datetime.date | None = None
    masked: bool = False
    """Whether what is private is masked instead of refused; only in an edition that is not public."""
    only: str | None = None
    """The part that is wanted, `page-one` or `appendix`; None for the ordinary report."""
    board: str | None = None
    """The one board that is wanted; None for all."""
    draft: bool = True
    """Whether an edition for the public may be made before there is a decision; it says that it is a draft."""
    tool: str = ""
    """The program that the report says it was made with; empty for this one."""
    decided: bool = False
    """Whether the report that was decided on is wanted, of its own commit and day."""


def make_report(
    source: Source,
    order: Order,
    forms: Iterable[str],
    say: Callable[[str], None] = lambda _step: None,
    remark: Callable[[str], None] = lambda _text: None,
) -> dict[str, bytes]:
    """Form → bytes of the report on a year. Raises `PrivateError` where a person stands in the files or in what was made.

    `say` is told each step; `remark` what whoever reads the report should know of it.
    """
    from vbe.app.deciding import decided_order, tell_decision
    from vbe.store.templates import open_templates

    corpus = load_whole(source)
    if order.decided:
        _require_whole(source, corpus)
        source, order = decided_order(source, corpus, order)
        corpus = load_whole(source)
    templates = open_templates(source)
    report = compile_report(source, order, corpus, templates)
    files = render_all(report, forms, templates, corpus, _("the report"), say)
    if "pdf" in files and (text := _too_long(corpus, order, files["pdf"])):
        remark(text)
    if not order.decided and (undecided := tell_decision(corpus, order.year)):
        remark(undecided)
    return files


def render_all(
    report: Report, forms: Iterable[str], templates: Templates, corpus: Corpus, name: str, say: Callable[[str], None]
) -> dict[str, bytes]:
    """Form → bytes of a document, which messages call `name`; refused where a person stands in what was made."""
    from vbe.app.refusal import refuse_private
    from vbe.report.render import FORMATS, render
    from vbe.store.templates import TEMPLATES

    files = {}
    for form in forms:
        say(_("Making {form}").format(form=form))
        files[form] = render(report, form, templates)
    shown = report if any(FORMATS[name].has_sheets for name in files) else replace(report, sheets=())
    # The same words stand in many rows: each text is searched once.
    texts = {name: "\n\ufffd\n".join(dict.fromkeys(text for _trail, text in texts_of(shown)))}
    refuse_private(corpus, texts | files | {f"{TEMPLATES}/{name}": content for name, content in templates.used.items()})
    return files


def _too_long(corpus: Corpus, order: Order, pdf: bytes) -> str:
    """That the edition has more pages than it may; nothing where it does not."""
    from vbe.domain import period
    from vbe.report.render.pdf import count_pages

    name, cut = period.find_cut(corpus, order.cut)
    limit = EXTRACT_PAGES if order.board else None if order.only else cut.pages
    pages = count_pages(pdf)
    if limit is None or pages <= limit:
        return ""
    text = _("The report is {pages} pages long; the edition {name} may have {limit}.")
    return text.format(pages=pages, name=order.board or name, limit=limit)


def load_whole(source: Source) -> Corpus:
    """The records, with the text around them for searching it."""
    from vbe.store.loader import load
    from vbe.store.surroundings import read_surroundings

    around = read_surroundings(source)
    corpus = load(source)
    return replace(corpus, surroundings=around.texts, findings=(*corpus.findings, *around.findings))


def texts_of(report: Report) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a report, with the way to it."""
    from vbe.report.plain import plain
    from vbe.report.render.places import texts

    return texts(plain(report))


def compile_report(source: Source, order: Order, corpus: Corpus | None = None, templates: Templates | None = None) -> Report:
    """The report on a year, from the files of a source; refused where a person was found in them."""
    from vbe.app.refusal import MASKABLE, refuse_private
    from vbe.domain import period
    from vbe.domain.document_status import document_statuses
    from vbe.domain.meant import meant, names_in
    from vbe.privacy.redaction import masked
    from vbe.report import compose
    from vbe.store.resources import REPORT
    from vbe.store.templates import open_templates

    corpus = corpus or load_whole(source)
    _require_whole(source, corpus)
    period.require_year(corpus, order.year)
    if order.board is not None:
        order = replace(order, board=meant(order.board, corpus.actors, names_in(corpus)))
    name, cut = period.find_cut(corpus, order.cut)
    if order.masked and cut.visibility == "public":
        message = _("The edition is public, so nothing in it may be masked.")
        raise VbeError(message, _("Mend the files, or write an internal edition."))
    refuse_private(corpus, besides=MASKABLE if order.masked else frozenset())
    origin = trace_origin(source)
    as_of = order.as_of or period.as_of(corpus, order.year, origin.committed.date() if origin.committed else None)
    report = compose(
        corpus,
        order.year,
        as_of=as_of,
        freshness=document_statuses(corpus, freshness_on(source, corpus, origin, as_of)),
        changes=changes_in(corpus, origin, order.year, as_of),
        provenance=_made_from(origin, order, name, as_of),
        cut=cut,
        texts=texts_for(source, templates or open_templates(source), REPORT, corpus.profile.language),
        before=freshness_before(source, corpus, origin, order.year),
    )
    require_decided(report, order)
    return replace(masked(report), provenance=report.provenance) if order.masked else report


def _made_from(origin: Origin, order: Order, cut: str, as_of: datetime.date) -> Provenance:
    """What the report says that it was made from."""
    return made_from(
        origin,
        order.tool,
        year=order.year,
        as_of=as_of.isoformat(),
        cut=cut,
        only=order.only,
        board=order.board,
        masked=order.masked or None,
    )


def check_templates(source: Source) -> tuple[tuple[str, ...], list[str]]:
    """The blocks of prose that are the municipality's own, and what is wrong in its templates, a line each."""
    from vbe.report.texts import Texts
    from vbe.store.resources import FOLDERS, REPORT, own_texts_of
    from vbe.store.templates import open_templates, template_findings

    found = [f"{finding.file}: {finding.message} {finding.hint}".strip() for finding in template_findings(source)]
    templates = open_templates(source)
    overridden: list[str] = []
    for document in FOLDERS:
        texts = Texts(templates, document, strict=False)
        found += [f"templates/{fault.file}:{fault.line}: {fault.message} {fault.hint}".strip() for fault in texts.faults()]
        place = "" if document == REPORT else f" (templates/{own_texts_of(document)})"
        overridden += [f"{name}{place}" for name in texts.overridden]
    return tuple(overridden), found


def require_decided(report: Report, order: Order) -> None:
    """Stop where an edition for the public would be made before anybody has decided on the follow-up."""
    if report.visibility == "public" and report.draft and not order.draft:
        message = _("The follow-up of {year} has not been decided on, and this edition is public.").format(year=order.year)
        hint = _("Write the decision in followup/{year}/decisions.yaml, or make a draft with --draft.")
        raise VbeError(message, hint.format(year=order.year))


def texts_for(source: Source, templates: Templates, document: str, language: str) -> Texts:
    """The prose of a document. Texts of an old commit that today's vbe cannot use are passed over: a commit cannot be mended."""
    from vbe.report.texts import Texts
    from vbe.store.commit import Commit

    if not isinstance(source, Commit):
        return Texts(templates, document, language)
    texts = Texts(templates, document, language, strict=False)
    for fault in texts.faults()[:1]:
        message = _("{file} of the commit cannot be used by this version and is passed over: {message}")
        source.remark(message.format(file=f"templates/{fault.file}", message=fault.message))
    return texts


def _require_whole(source: Source, corpus: Corpus) -> None:
    """Stop where kinds are lacking of which the report tells."""
    if lacking := _lacking(source, corpus):
        kinds = enumerate_words(lacking)
        message = _("The report would be incomplete: files cannot be read ({kinds}).").format(kinds=kinds)
        raise VbeError(message, _("Run `vbe validate` to see them."))


def _lacking(source: Source, corpus: Corpus) -> list[str]:
    """The kinds without which there is no report. A commit cannot be mended: what is there is reported, with a remark."""
    from vbe.model.records import required_kinds
    from vbe.store.commit import Commit

    if isinstance(source, Commit):
        return [kind.name for kind in required_kinds(corpus.profile) if not corpus.of_kind(kind.name)]
    return sorted(corpus.incomplete)
