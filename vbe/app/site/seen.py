"""What the report on a year is composed from, for the readers of the site: the latest year, and each year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.report_year import freshness_on
from vbe.domain import period
from vbe.domain.decided import decision_on
from vbe.domain.disclosure.guard import Guard
from vbe.domain.document_status import document_statuses
from vbe.domain.known import known_on
from vbe.domain.verdicts import judge_all
from vbe.report.held import held_by
from vbe.report.projection import project
from vbe.report.view import View

if TYPE_CHECKING:
    import datetime

    from vbe.app.origin import Origin
    from vbe.domain.freshness.model import Freshness
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

    For the public: the latest year that had been decided on. Until then nothing is said of how it goes. `found` is how fresh
    the records are on the day.
    """
    reported = [year for year in corpus.years if period.handed_in(corpus, year, day) and _is_shown(corpus, year, cut)]
    year = reported[-1] if reported else day.year
    as_of = day_of(corpus, year, day) if reported else day
    fresh = found if as_of == day else None
    return view_of_year(source, corpus, origin, year, as_of, cut, provenance, texts, shown=corpus, fresh=fresh)


def day_of(known: Corpus, year: int, day: datetime.date) -> datetime.date:
    """The day that a year's follow-up tells of, by a day: when the last report came in, and once it is decided on, that day.

    Before it the report is a draft, which no public edition may hold. `known`: what was known on `day`.
    """
    decided, as_of = decision_on(known, year), period.as_of(known, year)
    return min(day, max(as_of, decided.date) if decided is not None and decided.date is not None else as_of)


def _is_shown(corpus: Corpus, year: int, cut: Cut) -> bool:
    """Whether readers may see how it went in a year; `corpus` is what was known on the day."""
    return cut.visibility != "public" or decision_on(corpus, year) is not None


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
    part = period.goes_on(known, year, as_of, provenance.committed_on)
    freshness = document_statuses(known, freshness_on(source, known, origin, as_of) if fresh is None else fresh)
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
        held=held_by(shown or known),
    )
