"""What may be told of the numbers of one version of the records, or of several that are told together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.disclosure.numbers import GUARDED, NOT_SHOWN, Shown, is_number, is_small, mark, show_number
from vbe.domain.disclosure.totals import telling_changes, telling_totals
from vbe.model.records.area import AREA, Area, Indicator
from vbe.model.records.evidence import Training
from vbe.model.records.followup import FOLLOWUP, FollowUp

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vbe.domain.disclosure.numbers import Value
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Thresholds
    from vbe.model.records import Record
    from vbe.model.records.followup import Observation

VALUE, TARGET, BASELINE, BY_SEX = "value", "target", "baseline", "by_sex"


class Held(NamedTuple):
    """A number of participants: for which commitment, on which day, and how many."""

    commitment: str
    date: datetime.date
    participants: int


class Group(NamedTuple):
    """Counts that may be parts of one another: those of an area, of persons or of cases, of one aspect and one year."""

    area: str
    counts: str
    aspect: str
    year: int | None


class Guard:
    """What may be told of the numbers of persons and cases in several versions of the records; the strictest limits hold.

    Every output about them asks one guard over all that it tells: whether a number is shown depends on what stands beside it.
    """

    def __init__(self, versions: Sequence[Iterable[Record]], thresholds: Sequence[Thresholds]) -> None:
        self.thresholds = strictest(thresholds)
        concerned = [[record for record in version if self.concerns(record)] for version in versions]
        self._known = _indicators(concerned)
        held = {each for version in concerned for each in _participants(version)}
        self._years = _years_of_few(held, self.thresholds)
        self._is_alone = sum(each.participants > 0 and each.date.year in self._years for each in held) == 1
        self._telling = frozenset(_telling(concerned, self._known, self.thresholds))

    @classmethod
    def over(cls, *corpora: Corpus) -> Guard:
        """Over the states of a repository that are told together."""
        return cls([corpus.records for corpus in corpora], [corpus.profile.thresholds for corpus in corpora])

    @staticmethod
    def concerns(record: Record) -> bool:
        """Whether a record may hold numbers that the guard is about."""
        return record.kind in (AREA.name, FOLLOWUP.name)

    def participants(self, training: Training) -> Shown:
        """How many took part. Where one number of a year is small none of them is shown, nor any of the same commitments.

        The sum of the year, or of the commitment, may be known: with all of them hidden, each may be anything up to it. A
        number that has no other beside it has its mark, which says no more than the sum does.
        """
        count = training.participants
        if count is not None and (is_small(count, self.thresholds) or training.date.year in self._years):
            if not self._is_alone:
                return Shown(NOT_SHOWN)
            if count:
                return Shown(mark(self.thresholds))
        return show_number(count, "number", "persons", self.thresholds)

    def share(self, training: Training) -> Shown:
        """The share of those that a training was for; the participants say how many they are, where they are shown."""
        shown, share = self.participants(training).value, training.share
        n = round(shown * 100 / share) if shown and share else None
        return show_number(share, "percent", "persons", self.thresholds, n)

    def observed(self, observation: Observation | None, identity: str, year: int | None) -> Shown:
        """The value of an indicator for a year, of which what is too small is a mark."""
        value, n = (observation.value, observation.n) if observation else (None, None)
        return self._number(value, identity, VALUE, year, n)

    def by_sex(self, observation: Observation | None, identity: str, year: int | None) -> tuple[Shown, ...]:
        """The values for women and for men: both or none, because the total gives the other one away.

        Empty where none is given. Nothing is shown beside a total that is not shown, which the two would come to, or that they
        do not come to: what is left over would be a third number.
        """
        parts = observation.by_sex if observation else ()
        shown = tuple(self._number(value, identity, BY_SEX, year, n) for value, n in parts)
        total = self.observed(observation, identity, year)
        is_closed = self.counts_people(identity) and (
            any(part.value is None for part in (total, *shown))
            or (apart(identity), VALUE, year) in self._telling
            or ("number" in self._form(identity)[0] and total.value != sum(part.value or 0 for part in shown))
        )
        return tuple(Shown(NOT_SHOWN) for _part in shown) if is_closed else shown

    def computed(self, value: float, identity: str) -> Shown:
        """A value that nobody reports, because it follows from the records."""
        return self._number(value, identity, "computed", None)

    def baseline(self, value: float | None, identity: str) -> Shown:
        """A value at the start."""
        return self._number(value, identity, BASELINE, None)

    def target(self, value: float, identity: str, year: int | None) -> Shown:
        """A target: a share is a wish and tells of nobody, a small count may be somebody."""
        units, _counts = self._form(identity)
        if units == {"percent"} and is_number(value):
            return show_number(value, "percent", "other", self.thresholds)
        return self._number(value, identity, TARGET, year)

    def counts_people(self, identity: str) -> bool:
        """Whether an indicator counts persons or cases; one that nobody knows may."""
        return bool(self._form(identity)[1] & {*GUARDED})

    def _number(self, value: Value, identity: str, aspect: str, year: int | None, n: int | None = None) -> Shown:
        units, counts = self._form(identity)
        guarded = next((each for each in GUARDED if each in counts), "other")
        if value is not None and (identity, aspect, year) in self._telling:
            return Shown(NOT_SHOWN)
        shown = [show_number(value, unit, guarded, self.thresholds, n) for unit in sorted(units)]
        return next((each for each in shown if is_number(value) and each.value is None), shown[0])

    def _form(self, identity: str) -> tuple[set[str], set[str]]:
        """The units that an indicator has had, and what it has counted; anything where it is not known."""
        forms = self._known.get(identity, ())
        units = {form.unit for form in forms} or {"number", "percent"}
        return {str(unit) for unit in units}, {str(form.counts) for form in forms} or {*GUARDED}


def strictest(thresholds: Sequence[Thresholds]) -> Thresholds:
    """The higher of several thresholds."""
    first = thresholds[0]
    return first.model_copy(update={name: max(getattr(each, name) for each in thresholds) for name in type(first).model_fields})


def _indicators(versions: Sequence[Iterable[Record]]) -> dict[str, list[Indicator]]:
    """Indicator → what it is in each version."""
    found: dict[str, list[Indicator]] = {}
    for version in versions:
        for record in version:
            for indicator in record.content.indicators if isinstance(record.content, Area) else ():
                found.setdefault(indicator.id, []).append(indicator)
    return found


def _participants(version: Iterable[Record]) -> Iterator[Held]:
    for record in version:
        for commitment in record.content.commitments if isinstance(record.content, Area) else ():
            for piece in commitment.evidence:
                if isinstance(piece, Training) and piece.participants is not None:
                    yield Held(commitment.id, piece.date, piece.participants)


def _years_of_few(held: Iterable[Held], thresholds: Thresholds) -> frozenset[int]:
    """The years with a small number, and those that share a commitment with one, over and over."""
    left = {(each.commitment, each.date.year) for each in held}
    reached = {(each.commitment, each.date.year) for each in held if is_small(each.participants, thresholds)}
    years, commitments = {year for _, year in reached}, {commitment for commitment, _ in reached}
    while more := {pair for pair in left if (pair[0] in commitments) != (pair[1] in years)}:
        years |= {year for _, year in more}
        commitments |= {commitment for commitment, _ in more}
    return frozenset(years)


def _telling(
    versions: Sequence[Sequence[Record]], known: Mapping[str, Sequence[Indicator]], thresholds: Thresholds
) -> Iterator[tuple[str, str, int | None]]:
    """Indicator, aspect and year of the counts that are not shown because they stand beside others."""
    grouped = [_grouped(version, known, thresholds) for version in versions]
    for group in dict.fromkeys(group for version in grouped for group in version):
        counts = [version.get(group, {}) for version in grouped]
        found = telling_changes(counts, thresholds).union(*(telling_totals(each, thresholds) for each in counts))
        yield from ((identity, group.aspect, group.year) for identity in found)


def _grouped(
    version: Iterable[Record], known: Mapping[str, Sequence[Indicator]], thresholds: Thresholds
) -> dict[Group, dict[str, list[Value]]]:
    """Group → indicator → counts."""
    groups: dict[Group, dict[str, list[Value]]] = {}
    areas: dict[str, str] = {}
    reports: list[tuple[int, FollowUp]] = []

    def add(identity: str, aspect: str, year: int | None, value: Value, under: str = "") -> None:
        forms = known.get(identity, ())
        counts = next((form.counts for form in forms if form.counts in GUARDED), None)
        if counts is not None and any(form.unit == "number" for form in forms) and value is not None:
            group = Group(areas.get(identity, ""), counts, aspect, year)
            groups.setdefault(group, {}).setdefault(under or identity, []).append(value)

    for record in version:
        if isinstance(record.content, FollowUp):
            reports.append((record.year, record.content))
        elif isinstance(record.content, Area):
            for indicator in record.content.indicators:
                areas[indicator.id] = record.id
                add(indicator.id, BASELINE, None, indicator.baseline)
                for year, aim in indicator.target.items():
                    add(indicator.id, TARGET, year, aim)
    for year, report in reports:
        for identity, observation in report.indicators.items():
            add(identity, VALUE, year, observation.value)
            for part in _counts_by_sex(observation, thresholds):
                add(identity, VALUE, year, part, apart(identity))
    return groups


def apart(identity: str) -> str:
    """What the values for women and men of an indicator are called among the counts of its group: no id has a blank."""
    return f"{identity} by sex"


def _counts_by_sex(observation: Observation, thresholds: Thresholds) -> tuple[Value, ...]:
    """The counts for women and men that stand beside others; where either is small only that one, for neither is shown."""
    total, (women, men) = observation.value, (observation.women, observation.men)
    if is_number(total) and is_number(women) != is_number(men):
        women, men = (women, total - women) if is_number(women) else (total - men, men)  # type: ignore[operator]
    small = [part for part in (women, men) if isinstance(part, str) or is_small(part, thresholds)]
    if small:
        return () if isinstance(total, str) or is_small(total, thresholds) else (small[0],)
    return tuple(part for part in (women, men) if is_number(part))
