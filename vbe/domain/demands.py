"""How each demand of the strategy's text stands: what answers for it, how, and the colour that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.colours import BEST_FIRST
from vbe.domain.coverage import ANSWERED, Coverage, Covered
from vbe.domain.labels import STATE_COLOURS
from vbe.model.records import DOCUMENT_KINDS, HOLDERS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR, ORGANISATION
from vbe.model.records.strategy import STRATEGY

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.clock import Freshness
    from vbe.domain.colours import Colour
    from vbe.domain.progress import Progress
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry


class Bearer(NamedTuple):
    """Something that carries a demand: its kind and id, and how it stands."""

    kind: str
    id: str
    colour: Colour


class Demand(NamedTuple):
    """A demand: how it is answered, the colour, and what carries it."""

    covered: Covered
    colour: Colour
    bearers: tuple[Bearer, ...]

    @property
    def is_answered(self) -> bool:
        """Whether anything answers for it."""
        return self.covered in ANSWERED


def judge_demands(corpus: Corpus, progress: Mapping[str, Progress], freshness: Freshness, on: datetime.date) -> dict[str, Demand]:
    """Obligation → how it stands on a day, with those that carry the same demand elsewhere in the text."""
    coverage = Coverage(corpus, on)
    waived = frozenset(waiver.rule for waiver in corpus.profile.waivers)
    table = {}
    for identity, obligation in corpus.obligations.items():
        covered = coverage.of(identity)
        bearers = _bearers(coverage, identity, progress, freshness)
        colour: Colour = "red"
        if covered is Covered.BY_TOOL and not bearers:
            colour = "yellow" if waived.intersection(obligation.answer) else "green"
        elif covered is Covered.BOUNDARY and not bearers:
            colour = "grey"
        elif covered in ANSWERED:
            colour = next((c for c in BEST_FIRST if c in {bearer.colour for bearer in bearers}), "red")
        table[identity] = Demand(covered, colour, bearers)
    return table


def _bearers(coverage: Coverage, identity: str, progress: Mapping[str, Progress], freshness: Freshness) -> tuple[Bearer, ...]:
    """What carries a demand and holds; else what carries the same elsewhere; else the drafts."""
    twins = sorted(coverage.twins(identity) - {identity})
    own = coverage.holding(identity) or tuple(c for twin in twins for c in coverage.holding(twin))
    found = own or tuple(c for each in (identity, *twins) for c in coverage.carriers(each) if c.is_draft)
    return tuple(dict.fromkeys(_bearer(carrier.entry, progress, freshness) for carrier in found))


def _bearer(entry: Entry, progress: Mapping[str, Progress], freshness: Freshness) -> Bearer:
    if entry.kind == COMMITMENT.name:
        known = progress.get(entry.id)
        return Bearer(COMMITMENT.name, entry.id, known.colour if known else "grey")
    if entry.kind in DOCUMENT_KINDS:
        judged = freshness.get((entry.kind, entry.id))
        return Bearer(entry.kind, entry.id, STATE_COLOURS[judged.state] if judged else "grey")
    if HOLDERS[entry.kind] is ORGANISATION:
        return Bearer(ACTOR.name, entry.id, "green")
    return Bearer(STRATEGY.name, entry.id, "green")
