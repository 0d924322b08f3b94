"""Everything that is shown of an entry: what it says, how fresh it is, whom it names, who names it, and its past."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.domain.addresses import site_link
from vbe.domain.chain.nodes import Broken, Node, node_of
from vbe.domain.changes.labels import field_name, in_marks, quotable, value_words
from vbe.domain.changes.names import Names
from vbe.domain.disclosure.marked import disclosed, year_of
from vbe.language import _
from vbe.model.fields import Model
from vbe.model.labels import VALUES
from vbe.model.records import ALL_KINDS, ALONG_CHAIN, HOLDERS
from vbe.output.plain_values import json_value
from vbe.output.trace.view import link_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.domain.freshness.model import Freshness
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.output.plain_values import Json
    from vbe.output.trace.view import Link


class Past(NamedTuple):
    """What git knows: how many versions, and the latest."""

    versions: int
    commit: str
    day: datetime.date | None


class Line(NamedTuple):
    """A field and its value in words; or a heading for what stands below it."""

    depth: int
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One entry, in words and as it is."""

    kind: str
    id: str
    file: str
    here: Link
    is_example: bool
    """Whether it shows how it is done and was never decided."""
    lines: tuple[Line, ...]
    """Every field that is filled in."""
    content: Json
    """The same as JSON holds it."""
    freshness: tuple[Freshness, ...]
    names_these: tuple[Link, ...]
    incoming: tuple[Link, ...]
    past: Past | None
    """None where git does not know the file."""
    page: str = ""
    """Its page in the site that is published; empty where there is none."""


def view(corpus: Corpus, entry: Entry, freshness: tuple[Freshness, ...], past: Past | None) -> View:
    """Gather what is shown of an entry."""
    names = Names(corpus)
    content = disclosed(entry.content, names.guard, year_of(entry.kind, entry.id))
    skipped = ("id",) if entry.route else _apart(entry.kind)
    return View(
        entry.kind,
        entry.id,
        entry.record.file,
        link_of(node_of(entry), names),
        bool(getattr(entry.content, "example", False) or getattr(entry.record.content, "example", False)),
        tuple(_fields(content, names, 0, skipped)),
        json_value(content, names),
        freshness,
        tuple(link_of(node, names) for node in _names_these(corpus, entry)),
        tuple(link_of(node, names) for node in _named_by(corpus, entry)),
        past,
        site_link(corpus, entry.kind, entry.id),
    )


def _apart(kind: str) -> tuple[str, ...]:
    """Fields of the long records, of which there is one, whose members are shown by themselves."""
    described = HOLDERS[kind]
    return () if described.place.gaps else tuple(described.apart)


def _names_these(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    found: dict[tuple[str, str], Node] = {}
    for reference in corpus.outgoing(entry.record):
        if reference.route[: len(entry.route)] != entry.route or ALL_KINDS[reference.refers.kind].is_word:
            continue
        if not entry.route and corpus.entry_at(entry.record, reference.route).route:
            continue
        kind, identity = reference.refers.kind, reference.id
        other = corpus.find(kind, identity)
        found.setdefault((kind, identity), node_of(other) if other is not None else Node(kind, identity, broken=Broken.MISSING))
    return _by_kind(found.values())


def _by_kind(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Those of a kind together, along the chain."""
    return tuple(sorted(nodes, key=lambda node: ALONG_CHAIN.index(node.kind)))


def _named_by(corpus: Corpus, entry: Entry) -> tuple[Node, ...]:
    found: dict[tuple[str, str], Node] = {}
    for reference in corpus.incoming.get((entry.kind, entry.id), ()):
        namer = corpus.entry_at(reference.record, reference.route)
        if (namer.kind, namer.id) != (entry.kind, entry.id):
            found.setdefault((namer.kind, namer.id), node_of(namer))
    return _by_kind(found.values())


def _fields(content: object, names: Names, depth: int, skipped: tuple[str, ...] = ()) -> Iterator[Line]:
    if not isinstance(content, Model):
        yield Line(depth, _("value"), str(content))
        return
    # Notes are an afterthought, wherever the model has them.
    for name, value in sorted(content, key=lambda pair: pair[0] == "notes"):
        if name in skipped or value in (None, (), {}) or (value is False and name != "value"):
            continue
        yield from _field(field_name(type(content), name), value, type(content), name, names, depth)


def _field(label: str, value: object, model: type[Model], name: str, names: Names, depth: int) -> Iterator[Line]:
    if isinstance(value, Model):
        yield Line(depth, label)
        yield from _fields(value, names, depth + 1)
    elif isinstance(value, dict):
        yield Line(depth, label)
        for key, part in value.items():
            yield from _field(str(key), part, model, name, names, depth + 1)
    elif isinstance(value, tuple) and any(isinstance(part, Model) for part in value):
        yield Line(depth, label)
        for number, part in enumerate(value, 1):
            yield Line(depth + 1, f"{number}.")
            yield from _fields(part, names, depth + 2)
    else:
        yield Line(depth, label, _words(value, model, name, names))


def _words(value: object, model: type[Model], name: str, names: Names) -> str:
    """A value in full: texts as they are, not quoted and not cut."""
    if isinstance(value, str):
        short = value_words(value, model, name, names)
        is_text = value not in VALUES and short.startswith(in_marks("")[:1])
        return (value if quotable(value, names) else _("(not shown)")) if is_text else short
    if isinstance(value, tuple):
        texts = [_words(part, model, name, names) for part in value]
        return ("; " if any(" " in part and part.endswith(".") for part in texts) else ", ").join(texts)
    return value_words(value, model, name, names)
