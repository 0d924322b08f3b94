"""The indicators that nobody reports because they follow from the repository.

Keyed by the indicator's id in the records. An indicator that is marked as computed and is not here is missing.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.coverage import Coverage
from vbe.domain.evidence import evidence
from vbe.domain.labels import DRAFT, GONE
from vbe.domain.lifecycle import latest_version
from vbe.model.records.evidence import Horizon, SituationPicture
from vbe.model.records.routine import GUIDANCE, ROUTINE

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from vbe.domain.demands import Demand
    from vbe.domain.document_status import DocumentStatuses
    from vbe.domain.progress import Progress
    from vbe.model.corpus import Corpus

REVIEWED = ("current", "due_soon", "not_harmonised", "edited_since_review")
"""States of a document that was reviewed within its interval."""


class Given(NamedTuple):
    """What the values are computed from."""

    corpus: Corpus
    year: int
    as_of: datetime.date
    progress: Mapping[str, Progress]
    freshness: DocumentStatuses
    demands: Mapping[str, Demand]


def computed(given: Given) -> dict[str, float]:
    """Indicator → value, where there is one."""
    values = {}
    for identity, indicator in given.corpus.indicators.items():
        function = COMPUTED.get(identity) if indicator.computed else None
        value = function(given) if function else None
        if value is not None:
            values[identity] = value
    return values


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def late_commitments(given: Given) -> float | None:
    """M-22: the share of commitments that are past their date or their tolerance."""
    return _share(sum(verdict.late for verdict in given.progress.values()), len(given.progress))


def carried_demands(given: Given) -> float | None:
    """M-23: the share of demands that something current answers for; what the text repeats is counted once."""
    coverage = Coverage(given.corpus, given.as_of)
    own = {min(coverage.twins(i)): demand for i, demand in given.demands.items() if not demand.is_others}
    return _share(sum(demand.is_live for demand in own.values()), len(own))


def situation_picture_age(given: Given) -> float | None:
    """M-13: whole months since the situation picture was made."""
    pictures = evidence(given.corpus, SituationPicture, None, given.as_of)
    if not pictures:
        return None
    latest = pictures[-1][1].date
    months = (given.as_of.year - latest.year) * 12 + given.as_of.month - latest.month
    return float(months - (given.as_of.day < latest.day))


def reported_assignments(given: Given) -> float | None:
    """M-21: how many assignments have been reported back."""
    assignments = [c for c in given.corpus.commitments.values() if c.basis is not None and c.deadline is not None]
    done = [c for c in assignments if any(e.kind == "report_back" and e.date <= given.as_of for e in c.evidence)]
    return float(len(done)) if assignments else None


def horizon_entries(given: Given) -> float | None:
    """M-16: the entries of the horizon scanning in the year."""
    return float(len(evidence(given.corpus, Horizon, given.year, given.as_of)))


def departments_with_current_routine(given: Given) -> float | None:
    """M-08: the share of departments that should have a routine and have one that was reviewed within its interval."""
    wanted, have = given.corpus.profile.coverage.routine_departments, _with_reviewed(given, ROUTINE.name)
    return _share(sum(department in have for department in wanted), len(wanted))


def boards_with_current_guidance(given: Given) -> float | None:
    """M-10: the share of boards that should have a guidance example and have one that was reviewed within its interval."""
    named = given.corpus.profile.coverage.guidance_boards
    wanted = {member for board in named for member in given.corpus.members(board)}
    return _share(len(wanted & _with_reviewed(given, GUIDANCE.name)), len(wanted))


def _with_reviewed(given: Given, kind: str) -> set[str]:
    """The owners of a document of a kind that was reviewed within its interval."""
    found = given.freshness.items()
    return {key[1].split("/")[0] for key, judged in found if key[0] == kind and judged.state in REVIEWED}


def harmonised_routines(given: Given) -> float | None:
    """M-09: the share of routines in force that are in line with the latest version of the strategy."""
    in_force = [
        judged for (kind, _), judged in given.freshness.items() if kind == ROUTINE.name and judged.state not in (DRAFT, GONE)
    ]
    return _share(sum(judged.harmonised for judged in in_force), len(in_force))


def days_to_harmonised_routine(given: Given) -> float | None:
    """M-11: the median of days from the decision on the strategy to the review that followed it."""
    version = latest_version(given.corpus.strategy, given.as_of)
    if version is None:
        return None
    days = []
    for routine in given.corpus.routines.values():
        reviewed = [review.date for review in routine.reviews if review.version == version.version]
        after = [day for day in reviewed if version.decided_on <= day <= given.as_of]
        days += [(min(after) - version.decided_on).days] if after else []
    return float(int(median(days) + 0.5)) if days else None


COMPUTED: dict[str, Callable[[Given], float | None]] = {
    "forsenade-atgarder": late_commitments,
    "krav-med-barare": carried_demands,
    "lagesbildens-alder": situation_picture_age,
    "avrapporterade-uppdrag": reported_assignments,
    "omvarldsnoteringar": horizon_entries,
    "aktuella-rutiner": departments_with_current_routine,
    "harmoniserade-rutiner": harmonised_routines,
    "aktuell-vagledning": boards_with_current_guidance,
    "dagar-till-uppdaterad-rutin": days_to_harmonised_routine,
}
