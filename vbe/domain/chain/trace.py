"""From any entry along the chain: back to what it rests on, and on to what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.chain.carriers import ELSEWHERE, carriers
from vbe.domain.chain.nodes import Broken, Node, Trace, node_of
from vbe.model.records import ALONG_CHAIN, DOCUMENT_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

    Walk = Callable[[Corpus, Entry], tuple[Node, ...]]


def trace(corpus: Corpus, entry: Entry) -> Trace:
    """The chain around an entry."""
    back = BACK.get(entry.kind, _demands)(corpus, entry)
    forward = FORWARD.get(entry.kind, _naming)(corpus, entry)
    return Trace(node_of(entry), back, tuple(node for node in forward if node not in back))


def _linked(corpus: Corpus, kind: str, identity: str, walk: Walk | None = None) -> Node:
    """The entry with an id, and what `walk` finds from there; a broken link where there is none."""
    entry = corpus.find(kind, identity)
    if entry is None:
        return Node(kind, identity, broken=Broken.MISSING)
    return node_of(entry).with_children(walk(corpus, entry) if walk is not None else ())


def _demands(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    """The demands that an entry carries, wherever in it they are named."""
    found = dict.fromkeys(
        reference.id
        for reference in corpus.references_of(entry.record)
        if reference.refers.kind == "obligation" and reference.route[: len(entry.route)] == entry.route
    )
    return tuple(_linked(corpus, "obligation", identity) for identity in found)


def _back_from_document(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    commitments = tuple(_linked(corpus, "commitment", identity, _demands) for identity in entry.content.commitments)
    reached = {node.id for commitment in commitments for node in commitment.children}
    based = getattr(entry.content, "based_on", None)
    return (
        *((_linked(corpus, "routine", based),) if based else ()),
        *commitments,
        *(node for node in _demands(corpus, entry) if node.id not in reached),
    )


def _back_from_commitment(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    area = corpus.find("area", entry.record.id)
    return (*((node_of(area),) if area is not None else ()), *_demands(corpus, entry))


def _back_from_indicator(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return tuple(node_of(c).with_children(_demands(corpus, c)) for c in _namers(corpus, entry, ("commitment",)))


def _back_from_follow_up(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return tuple(_linked(corpus, "commitment", identity, _demands) for identity in entry.content.commitments)


def _back_from_obligation(_corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return (Node("section", entry.content.section, file=entry.record.file),)


def _namers(corpus: Corpus, entry: Entry, kinds: Iterable[str]) -> tuple[Entry, ...]:
    """The entries of some kinds that name an entry."""
    found: dict[tuple[str, str], Entry] = {}
    for reference in corpus.named_by.get((entry.kind, entry.id), ()):
        namer = corpus.entry_at(reference.record, reference.route)
        if namer.kind in kinds and namer is not entry:
            found.setdefault((namer.kind, namer.id), namer)
    return tuple(found.values())


def _forward_from_obligation(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    obligation = entry.content
    found = tuple(_carrier(corpus, carrier) for carrier in carriers(corpus, entry.id))
    if obligation.answered_by in ELSEWHERE and obligation.answer:
        found = (*found, *(Node(obligation.answered_by, answer) for answer in obligation.answer))
    if obligation.answered_by == "boundary":
        return (*found, Node("boundary", ""))
    if found:
        return found
    same = tuple(_linked(corpus, "obligation", other, _only_carriers) for other in obligation.same_as)
    if any(node.children for node in same):
        return same
    return (*same, Node(obligation.answered_by, "", broken=Broken.NO_CARRIER))


def _only_carriers(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return tuple(_carrier(corpus, carrier) for carrier in carriers(corpus, entry.id))


def _carrier(corpus: Corpus, entry: Entry) -> Node:
    walk = FORWARD.get(entry.kind) if entry.kind in ("commitment", *DOCUMENT_KINDS) else None
    return node_of(entry).with_children(walk(corpus, entry) if walk is not None else ())


def _forward_from_commitment(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    documents = tuple(node_of(document) for document in _namers(corpus, entry, DOCUMENT_KINDS))
    shown = tuple(
        Node("evidence", "", getattr(piece, "note", None) or "", entry.record.file, state=piece.kind, date=piece.date)
        for piece in sorted(entry.content.evidence, key=lambda piece: piece.date)
    )
    if not documents and not shown:
        shown = (Node("evidence", "", broken=Broken.NOTHING_SHOWS),)
    indicators = tuple(_linked(corpus, "indicator", identity, _values) for identity in entry.content.indicators)
    return (*documents, *shown, *indicators, *_follow_ups(corpus, entry))


def _follow_ups(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    """What the boards have reported on a commitment, year by year."""
    nodes: list[Node] = []
    for year in corpus.years:
        said = {board: f.commitments[entry.id] for board, f in corpus.follow_ups(year).items() if entry.id in f.commitments}
        if not said:
            nodes.append(Node("followup", str(year), broken=Broken.NO_FOLLOW_UP))
        for board, reported in said.items():
            file = f"followup/{year}/{board}.yaml"
            children = (Node("report", str(year), state=entry.record.id),)
            title = reported.result or ""
            nodes.append(Node("followup", f"{year}/{board}", title, file, (board,), reported.status, children=children))
    return tuple(nodes)


def _values(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    """Which boards have given a value of an indicator, year by year."""
    nodes: list[Node] = []
    indicator = entry.content
    for year in corpus.years:
        boards = [board for board, f in corpus.follow_ups(year).items() if entry.id in f.indicators]
        nodes.extend(Node("value", f"{year}/{board}", file=f"followup/{year}/{board}.yaml", owners=(board,)) for board in boards)
        if not boards and not indicator.computed and indicator.is_measured_in(year):
            nodes.append(Node("value", str(year), broken=Broken.NO_VALUE))
    return tuple(nodes)


def _forward_from_document(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    built = tuple(node_of(namer) for namer in _namers(corpus, entry, ("routine",)))
    return (*built, *(Node("report", str(year), state=entry.kind) for year in corpus.years))


def _forward_from_area(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return tuple(_linked(corpus, "commitment", c.id, _forward_from_commitment) for c in entry.content.commitments)


def _forward_from_follow_up(_corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    return (Node("report", entry.id.partition("/")[0], state="followup"),)


def _naming(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    """Who names it, for what stands beside the chain: an actor, a channel, a remark."""
    return tuple(node_of(namer) for kind in ALONG_CHAIN for namer in _namers(corpus, entry, (kind,)))


BACK: dict[str, Walk] = {
    "obligation": _back_from_obligation,
    "commitment": _back_from_commitment,
    **dict.fromkeys(DOCUMENT_KINDS, _back_from_document),
    "indicator": _back_from_indicator,
    "followup": _back_from_follow_up,
}
"""What an entry of a kind rests on; for the others, the demands that they carry."""
FORWARD: dict[str, Walk] = {
    "obligation": _forward_from_obligation,
    "area": _forward_from_area,
    "commitment": _forward_from_commitment,
    **dict.fromkeys(DOCUMENT_KINDS, _forward_from_document),
    "indicator": _values,
    "followup": _forward_from_follow_up,
}
"""What an entry of a kind leads to; for the others, who names them."""
