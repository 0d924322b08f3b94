"""From any entry along the chain: back to what it rests on, and on to what it leads to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from vbe.domain.asking import asked
from vbe.domain.chain.nodes import Broken, Node, Trace, node_of
from vbe.domain.coverage import TOOL, Coverage, Covered
from vbe.domain.expected import is_expected
from vbe.domain.period import handed_in
from vbe.model.kinds import C, EntryKind
from vbe.model.records import ALL_KINDS, ALONG_CHAIN, DOCUMENT_KINDS, DOCUMENTS, HOLDERS
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR, Area, Commitment, Indicator
from vbe.model.records.followup import FOLLOWUP, FollowUp
from vbe.model.records.obligations import OBLIGATION, Obligation
from vbe.model.records.routine import ROUTINE, Clocked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

    Links = Callable[["Chain", Entry], tuple[Node, ...]]


class Chain:
    """A corpus, and what is asked of the whole of it once, however many entries are traced."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._asked: dict[int, dict[str, tuple[str, ...]]] = {}

    @cached_property
    def coverage(self) -> Coverage:
        """What answers for each demand."""
        return Coverage(self.corpus)

    @cached_property
    def has_documents(self) -> bool:
        """Whether the plan has routines or guidance, or asks for them: nothing is said of what it does not have."""
        asked_for = self.corpus.profile.coverage
        return bool(self.corpus.documents or asked_for.routine_departments or asked_for.guidance_boards)

    def is_awaited(self, commitment: str, year: int) -> bool:
        """Whether a report on a commitment is missing: boards that are asked have handed theirs in for the year without it."""
        if year not in self._asked:
            self._asked[year] = asked(self.corpus, year)
        return any(board in handed_in(self.corpus, year) for board in self._asked[year].get(commitment, ()))


def trace(corpus: Corpus, entry: Entry) -> Trace:
    """The chain around an entry."""
    return around(Chain(corpus), entry)


def around(chain: Chain, entry: Entry) -> Trace:
    """The chain around an entry."""
    back = BACK.get(entry.kind, _resting)(chain, entry)
    walk = FORWARD.get(entry.kind)
    forward = _naming(chain, entry) if walk is None else (*walk(chain, entry), *_beside(chain, entry))
    return Trace(node_of(entry), back, tuple(dict.fromkeys(node for node in forward if node not in back)))


def _linked(
    chain: Chain, kind: EntryKind[C], identity: str, walk: Callable[[Chain, Entry[C]], tuple[Node, ...]] | None = None
) -> Node:
    """The entry with an id, and what `walk` finds from there; a broken link where there is none."""
    entry = chain.corpus.find(kind, identity)
    if entry is None:
        return Node(kind.name, identity, broken=Broken.MISSING)
    return node_of(entry).with_children(walk(chain, entry) if walk is not None else ())


def _demands(chain: Chain, entry: Entry) -> tuple[Node, ...]:
    """The demands that an entry carries, wherever in it they are named."""
    return tuple(_linked(chain, OBLIGATION, identity) for _kind, identity in _names_of(chain, entry, (OBLIGATION.name,)))


def _names_of(chain: Chain, entry: Entry, kinds: Collection[str]) -> Iterable[tuple[str, str]]:
    """Kind and id of what an entry names of some kinds, wherever in it that stands."""
    return dict.fromkeys(
        (reference.refers.kind, reference.id)
        for reference in chain.corpus.outgoing(entry.record)
        if reference.refers.kind in kinds and reference.route[: len(entry.route)] == entry.route
    )


def _resting(chain: Chain, entry: Entry) -> tuple[Node, ...]:
    """What an entry names that it builds on, documents first; and the demands it carries that nothing of that carries."""
    beside = HOLDERS[entry.kind].is_beside_chain
    named = () if beside else (*_names_of(chain, entry, DOCUMENT_KINDS), *_names_of(chain, entry, (AREA.name, COMMITMENT.name)))
    linked = tuple(
        _linked(chain, ALL_KINDS[kind], identity, _demands if kind == COMMITMENT.name else None) for kind, identity in named
    )
    reached = {node.id for link in linked for node in link.children}
    return (*linked, *(node for node in _demands(chain, entry) if node.id not in reached))


def _back_from_commitment(chain: Chain, entry: Entry[Commitment]) -> tuple[Node, ...]:
    area = chain.corpus.find(AREA, entry.record.id)
    return (*((node_of(area),) if area is not None else ()), *_demands(chain, entry))


def _back_from_indicator(chain: Chain, entry: Entry[Indicator]) -> tuple[Node, ...]:
    return tuple(node_of(c).with_children(_demands(chain, c)) for c in _namers(chain, entry, (COMMITMENT.name,)))


def _back_from_follow_up(chain: Chain, entry: Entry[FollowUp]) -> tuple[Node, ...]:
    return tuple(_linked(chain, COMMITMENT, identity, _demands) for identity in entry.content.commitments)


def _back_from_obligation(_chain: Chain, entry: Entry[Obligation]) -> tuple[Node, ...]:
    return (Node("section", entry.content.section, file=entry.record.file),)


def _namers(chain: Chain, entry: Entry, kinds: Iterable[str]) -> tuple[Entry, ...]:
    """The entries of some kinds that name an entry."""
    found: dict[tuple[str, str], Entry] = {}
    for reference in chain.corpus.incoming.get((entry.kind, entry.id), ()):
        namer = chain.corpus.entry_at(reference.record, reference.route)
        if namer.kind in kinds and namer is not entry:
            found.setdefault((namer.kind, namer.id), namer)
    return tuple(found.values())


def _forward_from_obligation(chain: Chain, entry: Entry[Obligation]) -> tuple[Node, ...]:
    """What names the demand as its own; what answers for one that says the same, where nothing does so here."""
    obligation, covered = entry.content, chain.coverage.of(entry.id)
    found = _carriers(chain, entry)
    if obligation.answered_by in TOOL and obligation.answer:
        found = (*found, *(Node(obligation.answered_by, answer) for answer in obligation.answer))
    if covered is Covered.BOUNDARY:
        return (*found, Node("boundary", ""))
    if not chain.coverage.is_answered(entry.id):
        broken = Broken.ONLY_DRAFT if covered is Covered.BY_DRAFT else Broken.NO_CARRIER
        return (*found, Node(obligation.answered_by, "", broken=broken))
    if found:
        return found
    twins = sorted(chain.coverage.twins(entry.id) - {entry.id})
    same = tuple(_linked(chain, OBLIGATION, other, _carriers) for other in twins)
    return tuple(node for node in same if node.children) or same


def _carriers(chain: Chain, entry: Entry) -> tuple[Node, ...]:
    return tuple(_carrier(chain, carrier.entry) for carrier in chain.coverage.carriers(entry.id))


def _carrier(chain: Chain, entry: Entry) -> Node:
    walk = FORWARD.get(entry.kind) if entry.kind in (COMMITMENT.name, *DOCUMENT_KINDS) else None
    return node_of(entry).with_children(walk(chain, entry) if walk is not None else ())


def _forward_from_commitment(chain: Chain, entry: Entry[Commitment]) -> tuple[Node, ...]:
    documents = tuple(node_of(document) for document in _namers(chain, entry, DOCUMENT_KINDS))
    shown = tuple(
        Node("evidence", "", getattr(piece, "note", None) or "", entry.record.file, state=piece.kind, date=piece.date)
        for piece in sorted(entry.content.evidence, key=lambda piece: piece.date)
    )
    follow_ups = _follow_ups(chain, entry)
    if not documents and not shown and (chain.has_documents or not follow_ups):
        shown = (Node("evidence", "", broken=Broken.NOTHING_SHOWS if chain.has_documents else Broken.NOT_SHOWN),)
    indicators = tuple(_linked(chain, INDICATOR, identity, _values) for identity in entry.content.indicators)
    return (*documents, *shown, *indicators, *follow_ups)


def _follow_ups(chain: Chain, entry: Entry[Commitment]) -> tuple[Node, ...]:
    """What the boards have reported on a commitment, year by year."""
    nodes: list[Node] = []
    for year in chain.corpus.years:
        reports = handed_in(chain.corpus, year)
        parts = {board: f.commitments[entry.id] for board, f in reports.items() if entry.id in f.commitments}
        if not parts and chain.is_awaited(entry.id, year):
            nodes.append(Node(FOLLOWUP.name, str(year), broken=Broken.NO_FOLLOW_UP))
        for board, reported in parts.items():
            file = f"followup/{year}/{board}.yaml"
            children = (Node("report", str(year), state=entry.record.id),)
            title = reported.result or ""
            nodes.append(Node(FOLLOWUP.name, f"{year}/{board}", title, file, (board,), reported.standing, children=children))
    return tuple(nodes)


def _values(chain: Chain, entry: Entry[Indicator]) -> tuple[Node, ...]:
    """Which boards have given a value of an indicator, year by year."""
    nodes: list[Node] = []
    indicator = entry.content
    for year in chain.corpus.years:
        observed = {board: f.indicators.get(entry.id) for board, f in handed_in(chain.corpus, year).items()}
        boards = [board for board, given in observed.items() if given is not None and given.value is not None]
        nodes.extend(Node("value", f"{year}/{board}", file=f"followup/{year}/{board}.yaml", owners=(board,)) for board in boards)
        if not boards and not indicator.computed and observed and is_expected(chain.corpus, indicator, year):
            nodes.append(Node("value", str(year), broken=Broken.NO_VALUE))
    return tuple(nodes)


def _forward_from_document(chain: Chain, entry: Entry[Clocked]) -> tuple[Node, ...]:
    built = tuple(node_of(namer) for namer in _namers(chain, entry, (ROUTINE.name,)))
    return (*built, *(Node("report", str(year), state=entry.kind) for year in chain.corpus.years))


def _forward_from_area(chain: Chain, entry: Entry[Area]) -> tuple[Node, ...]:
    return tuple(_linked(chain, COMMITMENT, c.id, _forward_from_commitment) for c in entry.content.commitments)


def _forward_from_follow_up(_chain: Chain, entry: Entry[FollowUp]) -> tuple[Node, ...]:
    return (Node("report", entry.id.partition("/")[0], state=FOLLOWUP.name),)


def _naming(chain: Chain, entry: Entry) -> tuple[Node, ...]:
    """Who names it, for what stands beside the chain: an actor, a channel, a remark."""
    return tuple(node_of(namer) for kind in ALONG_CHAIN for namer in _namers(chain, entry, (kind,)))


def _beside(chain: Chain, entry: Entry) -> tuple[Node, ...]:
    """Who names it of the kinds that no walk knows: a remark of a board, or a kind that has come since."""
    unknown = (name for name in ALONG_CHAIN if name not in FORWARD and not HOLDERS[name].is_beside_chain)
    return tuple(node_of(namer) for namer in _namers(chain, entry, frozenset(unknown)))


def _walk(kind: EntryKind[C], walk: Callable[[Chain, Entry[C]], tuple[Node, ...]]) -> tuple[str, Links]:
    """How entries of a kind are walked from; the types see to it that the walk is one for that kind."""
    return kind.name, cast("Links", walk)


BACK: dict[str, Links] = dict(
    (
        _walk(OBLIGATION, _back_from_obligation),
        _walk(COMMITMENT, _back_from_commitment),
        _walk(INDICATOR, _back_from_indicator),
        _walk(FOLLOWUP, _back_from_follow_up),
    )
)
"""What an entry of a kind rests on; for the others, what they name along the chain."""
FORWARD: dict[str, Links] = dict(
    (
        _walk(OBLIGATION, _forward_from_obligation),
        _walk(AREA, _forward_from_area),
        _walk(COMMITMENT, _forward_from_commitment),
        *(_walk(kind, _forward_from_document) for kind in DOCUMENTS),
        _walk(INDICATOR, _values),
        _walk(FOLLOWUP, _forward_from_follow_up),
    )
)
"""What an entry of a kind leads to; for the others, who names them."""
