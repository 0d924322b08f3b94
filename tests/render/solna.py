"""The report on the repository's own data, composed without git: the same wherever the tests run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from vbe.domain import period
from vbe.domain.document_status import document_statuses
from vbe.domain.freshness.assessing import assess
from vbe.report import SECTIONS, compose
from vbe.report.model import Provenance, Report
from vbe.store.loader import load
from vbe.store.repository import Disk

REPOSITORY = Path(__file__).parents[2]
YEAR = 2017
FULL = tuple(part.id for part in SECTIONS)


@cache
def corpus(root: Path = REPOSITORY):
    return load(Disk(root))


def composed(found, year: int, cut: str | None = None, day=None, **more) -> Report:
    """A report on a corpus, with freshness from the records alone; without a cut page one and every full section."""
    day = day or period.as_of(found, year)
    name, chosen = period.find_cut(found, cut)
    if cut is None and not chosen.sections:
        chosen = chosen.model_copy(update={"sections": FULL})
    made = more.pop("committed_on", f"{year + 1}-03-01T00:00:00+00:00")
    only, board = more.pop("only", None), more.pop("board", None)
    origin = Provenance("vbe 0", "0" * 40, made, dirty=False, year=year, as_of=str(day), cut=name, only=only, board=board)
    verdicts = document_statuses(found, assess(found, {}, as_of=day).freshness)
    return compose(found, year, as_of=day, freshness=verdicts, changes=more.pop("changes", ()), provenance=origin, cut=chosen)


def solna(cut: str | None = None) -> Report:
    return composed(corpus(), YEAR, cut)
