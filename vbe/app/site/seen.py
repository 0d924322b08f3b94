"""What the report on a year is composed from, for the readers of the site: the latest year, and each year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.report_year import freshness_on
from vbe.domain import period
from vbe.domain.clock import judged
from vbe.domain.disclosure import Guard
from vbe.domain.known import known_on
from vbe.domain.verdicts import judge_all
from vbe.report.projection import project
from vbe.report.view import View

if TYPE_CHECKING:
    import datetime

    from vbe.app.origin import Origin
    from vbe.domain.freshness import Freshness
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Cut
    from vbe.report.model import Provenance
    from vbe.report.texts import Texts
    from vbe.store.repository import Source


def latest_view(
    source: Source,
    corpus: Corpus,
    origin: Origin,
    day: datetime.date,
    cut: Cut,
    provenance: Provenance,
    texts: Texts,
    found: tuple[Freshness, ...],
) -> View:
    """The view of the latest year that boards had reported on by a day: the records of the day, judged as that report is.

    `found` is how fresh the records are on the day.
    """
    told = [year for year in corpus.years if period.handed_in(corpus, year, day)]
    year = told[-1] if told else day.year
    as_of = min(day, period.as_of(corpus, year)) if told else day
    fresh = found if as_of == day else None
    return view_of_year(source, corpus, origin, year, as_of, cut, provenance, texts, shown=corpus, fresh=fresh)


def view_of_year(
    source: Source,
    corpus: Corpus,
    origin: Origin,
    year: int,
    as_of: datetime.date,
    cut: Cut,
    provenance: Provenance,
    texts: Texts,
    *,
    shown: Corpus | None = None,
    fresh: tuple[Freshness, ...] | None = None,
) -> View:
    """The view of a year, of what was known on its day; `shown` are the records that are told, where they are others.

    `fresh` is how fresh they were on that day, where that is known already.
    """
    known = known_on(corpus, as_of)
    part = period.is_part(year, as_of) or not period.handed_in(corpus, year, as_of)
    freshness = judged(known, freshness_on(source, known, origin, as_of) if fresh is None else fresh)
    seen = project(shown or known, cut)
    return View(
        corpus=seen.corpus,
        hidden=seen.hidden,
        verdicts=judge_all(known, year, as_of, freshness, part=part),
        year=year,
        as_of=as_of,
        part=part,
        cut=cut,
        changes=(),
        provenance=provenance,
        numbers={},
        texts=texts,
        guard=Guard.over(shown or known),
    )
