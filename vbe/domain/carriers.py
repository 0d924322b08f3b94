"""Who carries each demand of the strategy's text, and whether the carrier is live."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.clock import STATES
from vbe.model.records import CARRYING_KINDS, DOCUMENT_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.clock import Freshness
    from vbe.domain.colours import Colour
    from vbe.domain.standing import Standing
    from vbe.model.corpus import Corpus, Reference
    from vbe.model.records.obligations import Obligation

BEST_FIRST: tuple[Colour, ...] = ("green", "yellow", "red", "grey")


class Carrier(NamedTuple):
    """Something that carries a demand: its kind and id, and how it stands."""

    kind: str
    id: str
    colour: Colour


class Carried(NamedTuple):
    """A demand and what carries it."""

    colour: Colour
    carriers: tuple[Carrier, ...]


def carried(corpus: Corpus, standings: Mapping[str, Standing], freshness: Freshness) -> dict[str, Carried]:
    """Obligation → its carriers, those of the same demand elsewhere in the text included."""
    own = {identity: _carriers(corpus, identity, standings, freshness) for identity in corpus.obligations}
    waived = frozenset(waiver.rule for waiver in corpus.profile.waivers)
    table = {}
    for identity, obligation in corpus.obligations.items():
        found = own[identity] or tuple(c for same in obligation.same_as for c in own.get(same, ()))
        table[identity] = Carried(_colour(obligation, found, waived), found)
    return table


def _colour(obligation: Obligation, found: tuple[Carrier, ...], waived: frozenset[str]) -> Colour:
    colours = [carrier.colour for carrier in found]
    if colours:
        return next(colour for colour in BEST_FIRST if colour in colours)
    if obligation.answered_by == "boundary":
        return "grey"
    if obligation.answered_by == "rule" and waived.intersection(obligation.answer):
        return "yellow"
    return "green" if obligation.answered_by in ("rule", "command") and obligation.answer else "red"


def _carriers(corpus: Corpus, identity: str, standings: Mapping[str, Standing], freshness: Freshness) -> tuple[Carrier, ...]:
    naming = (ref for ref in corpus.named_by.get(("obligation", identity), ()) if ref.record.kind in CARRYING_KINDS)
    return tuple(dict.fromkeys(_carrier(corpus, ref, standings, freshness) for ref in naming))


def _carrier(corpus: Corpus, ref: Reference, standings: Mapping[str, Standing], freshness: Freshness) -> Carrier:
    kind = ref.record.kind
    if kind == "area":
        commitment = corpus.subject(ref.record, ref.route)
        known = standings.get(commitment)
        return Carrier("commitment", commitment, known.colour if known else "grey")
    if kind in DOCUMENT_KINDS:
        judged = freshness.get((kind, ref.record.id))
        return Carrier(kind, ref.record.id, STATES[judged.state][0] if judged else "grey")
    if kind == "organisation":
        return Carrier("actor", corpus.subject(ref.record, ref.route), "green")
    return Carrier("strategy", ref.record.id, "green")
