"""How each demand of the strategy's text stands: what answers for it, how, and the colour that follows.

A colour is earned. A demand takes the worst colour of the commitments that carry it; where none does, of its routines and
guidance examples. That an actor, a channel or a line of the strategy names a demand says who or where, and not that it is
kept: alone it is grey, not judged. A demand whose channels have all been closed, or whose actors have all ended, is red.
One that vbe itself tests is green, and at best yellow where the rule is waived. What is another's task is grey. Demands
that say the same share one colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.colours import worst
from vbe.domain.coverage import ANSWERED, TOOL, Coverage, Covered
from vbe.domain.labels import STATE_COLOURS
from vbe.domain.lifecycle import has_ended
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import Actor, Channel

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.domain.colours import Colour
    from vbe.domain.document_status import DocumentStatuses
    from vbe.domain.progress import Progress
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry


class Bearer(NamedTuple):
    """Something that carries a demand: its kind and id, and how it stands."""

    kind: str
    id: str
    colour: Colour

    @property
    def is_place(self) -> bool:
        """Whether it says who or where, and not how it goes: an actor, a channel, a line of the strategy."""
        return self.kind != COMMITMENT.name and self.kind not in DOCUMENT_KINDS


class Demand(NamedTuple):
    """A demand: how it is answered, the colour, and what carries it."""

    covered: Covered
    colour: Colour
    covered_by: tuple[Bearer, ...]

    @property
    def is_others(self) -> bool:
        """Whether it is another authority's task: counted apart."""
        return self.covered is Covered.BOUNDARY

    @property
    def is_live(self) -> bool:
        """Whether something that is current answers for it, however the rest stands."""
        if not self.is_answered:
            return False
        present = any(b.colour in ("green", "yellow") or (b.is_place and b.colour == "grey") for b in self.covered_by)
        return present or self.covered is Covered.BY_TOOL

    @property
    def is_answered(self) -> bool:
        """Whether anything answers for it."""
        return self.covered in ANSWERED


def judge_demands(
    corpus: Corpus, progress: Mapping[str, Progress], freshness: DocumentStatuses, on: datetime.date
) -> dict[str, Demand]:
    """Obligation → how it stands on a day, with those that carry the same demand elsewhere in the text."""
    coverage = Coverage(corpus, on)
    waived = frozenset(waiver.rule for waiver in corpus.profile.waivers)
    table = {}
    for identity in corpus.obligations:
        covered, group = coverage.of(identity), coverage.twins(identity)
        covered_by = _bearers(coverage, identity, progress, freshness, on)
        answers = frozenset(
            answer for twin in group if corpus.obligations[twin].answered_by in TOOL for answer in corpus.obligations[twin].answer
        )
        colour: Colour = "red"
        if covered is Covered.BOUNDARY:
            colour = "grey"
        elif covered in ANSWERED:
            colour = _earned(covered_by, tested=bool(answers), waived=bool(waived & answers))
        table[identity] = Demand(covered, colour, covered_by)
    return table


def _earned(covered_by: Iterable[Bearer], *, tested: bool, waived: bool) -> Colour:
    """The colour that those who carry a demand have earned for it."""
    listed = tuple(covered_by)
    commitments = [bearer.colour for bearer in listed if bearer.kind == COMMITMENT.name]
    documents = [bearer.colour for bearer in listed if bearer.kind in DOCUMENT_KINDS]
    places = [bearer.colour for bearer in listed if bearer.is_place]
    colours = list(commitments)
    if not commitments and tested:
        colours.append("green")
    elif not commitments:
        colours += documents
    if waived:
        colours.append("yellow")
    if places and set(places) == {"red"}:
        colours.append("red")
    return worst(colours)


def _bearers(
    coverage: Coverage, identity: str, progress: Mapping[str, Progress], freshness: DocumentStatuses, on: datetime.date
) -> tuple[Bearer, ...]:
    """What carries a demand, here or where the text says the same, and holds; else the drafts. Its own first."""
    group = (identity, *sorted(coverage.twins(identity) - {identity}))
    held = tuple(carrier for twin in group for carrier in coverage.holding(twin))
    found = held or tuple(carrier for twin in group for carrier in coverage.carriers(twin) if carrier.is_draft)
    return tuple(dict.fromkeys(_bearer(carrier.entry, progress, freshness, on) for carrier in found))


def _bearer(entry: Entry, progress: Mapping[str, Progress], freshness: DocumentStatuses, on: datetime.date) -> Bearer:
    if entry.kind == COMMITMENT.name:
        known = progress.get(entry.id)
        return Bearer(entry.kind, entry.id, known.colour if known else "grey")
    if entry.kind in DOCUMENT_KINDS:
        judged = freshness.get((entry.kind, entry.id))
        return Bearer(entry.kind, entry.id, STATE_COLOURS[judged.state] if judged else "grey")
    return Bearer(entry.kind, entry.id, "red" if _is_gone(entry, on) else "grey")


def _is_gone(entry: Entry, on: datetime.date) -> bool:
    """Whether a channel has been closed by a day, or an actor had ended before it."""
    content = entry.content
    if isinstance(content, Channel):
        return content.closed_on is not None and content.closed_on <= on
    return isinstance(content, Actor) and has_ended(content, on)
