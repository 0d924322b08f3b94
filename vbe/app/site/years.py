"""Each year's follow-up for the site: page one, the boards' extracts, and every form as `vbe report` writes it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.app.publishing import Order, compile_report, require_decided
from vbe.app.site.seen import day_of, view_of_year
from vbe.domain import period
from vbe.domain.decided import decision_on
from vbe.domain.known import known_on
from vbe.errors import VbeError
from vbe.report.model import Section
from vbe.report.parts import EXTRACT_PART
from vbe.report.render import FORMATS, render
from vbe.site.view import YearOfReports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.app.origin import Origin
    from vbe.model.corpus import Corpus
    from vbe.report.model import Report
    from vbe.site import SiteView
    from vbe.store.repository import Source
    from vbe.store.resources import Templates

NOT_DECIDED = "Uppföljningen är inte beslutad än. Den visas här när beslutet är fattat."
INCOMPLETE = "Uppföljningen kan inte visas, för några filer har fel."


def years_of(
    source: Source, corpus: Corpus, view: SiteView, origin: Origin, templates: Templates, remark: Callable[[str], None]
) -> Iterator[YearOfReports]:
    """Every year that some board had reported on by the site's day; for the public only what has been decided is shown."""
    known = known_on(corpus, view.as_of)
    for year in corpus.years:
        if not period.handed_in(corpus, year, view.as_of):
            continue
        as_of = day_of(known, year, view.as_of)
        if view.is_public and decision_on(known, year) is None:
            yield YearOfReports(year, as_of, note=NOT_DECIDED)
            continue
        order = Order(year, view.provenance.cut or None, as_of, draft=not view.is_public)
        try:
            report = compile_report(source, order, corpus, templates)
            require_decided(report, order)
        except VbeError as error:
            remark(f"{year}: {error.message}")
            yield YearOfReports(year, as_of, note=INCOMPLETE)
            continue
        name = f"uppfoljning-{year}"
        files = {f"{name}{form.suffix}": render(report, key, templates) for key, form in FORMATS.items()}
        extracts = dict(_extracts(source, corpus, view, origin, report))
        yield YearOfReports(year, as_of, replace(report, sections=report.sections[:1]), extracts, files)


def _extracts(source: Source, corpus: Corpus, view: SiteView, origin: Origin, report: Report) -> Iterator[tuple[str, Report]]:
    """Board → its extract of the year, all from one assessment."""
    provenance = report.provenance
    as_of = datetime.date.fromisoformat(report.as_of)
    _name, cut = period.find_cut(corpus, provenance.cut or None)
    whole = view_of_year(source, corpus, origin, provenance.year, as_of, cut, provenance, view.latest.texts)
    for board in period.handed_in(corpus, provenance.year, as_of):
        one = replace(whole, board_only=board)
        section = Section(EXTRACT_PART.id, "", EXTRACT_PART.title, tuple(EXTRACT_PART.compose(one)))
        yield board, replace(report, sections=(section,))
