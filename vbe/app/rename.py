"""Giving something another id: where it stands, everywhere that names it, and the files whose paths hold it, in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.diagnostics import Location
from vbe.documents import line_starts
from vbe.domain.identify import identify
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.fields import SLUG
from vbe.model.places import OVERALL, PLACES
from vbe.model.profile import PROFILE
from vbe.model.records import ALL_KINDS
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ACTOR, CHANNEL, ORGANISATION
from vbe.scaffold.plan import Change, check_changes
from vbe.store.editing.layout import LIMIT
from vbe.store.editing.scalars import one_line, quoted
from vbe.store.editing.splice import Splice, apply
from vbe.store.loader import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.places import Place
    from vbe.model.records import Record
    from vbe.store.repository import Source

ANYTHING = "record"
"""The kind that a field names whose id may be of any kind."""
ID_LENGTH = 160


class Replacement(NamedTuple):
    """A place that holds the old id, and what stands there afterwards."""

    location: Location
    text: str


class Renaming(NamedTuple):
    """What is to be done: the places by file, the files that move (old path → new), and where the old id stays in prose."""

    old: str
    new: str
    places: tuple[Replacement, ...]
    moves: dict[str, str]
    mentions: tuple[Location, ...]
    changes: tuple[Change, ...]


def rename(source: Source, word: str, new: str) -> Renaming:
    """All edits that give something another id, proven in memory; every other byte of the files stays as it is.

    Raises where the word means nothing or several things, where the new id is taken or has another form than ids of the kind,
    and where the repository would have an error that it does not have now.
    """
    corpus = load(source)
    entry = identify(corpus, word)
    wanted = _whole_id(entry, new.strip())
    _refuse(corpus, entry, wanted)
    moves = dict(_moved(corpus, entry, wanted))
    ids = {(entry.kind, entry.id): wanted}
    for record in corpus.records:
        if record.file in moves:
            ids[record.kind, record.id] = _id_of(moves[record.file])
    places = tuple(
        sorted(
            {*_own_place(entry, wanted), *_naming(corpus, ids), *_waived(corpus, ids, moves), *_answering(corpus, entry, wanted)}
        )
    )
    changes = tuple(_changes(source, places, moves))
    check_changes(source, list(changes))
    return Renaming(entry.id, wanted, places, moves, tuple(_mentions(corpus, entry, places)), changes)


def _whole_id(entry: Entry, new: str) -> str:
    """The new id with the parts that it leaves out: a document's folder stays where only its name is given."""
    head, slash, _name = entry.id.rpartition("/")
    return f"{head}/{new}" if slash and "/" not in new else new


def _refuse(corpus: Corpus, entry: Entry, wanted: str) -> None:
    kind = ALL_KINDS[entry.kind]
    if wanted == entry.id:
        raise VbeError(_("It is called {id} already.").format(id=wanted))
    pattern = SLUG if re.match(SLUG, entry.id) else r"[\w./-]+"
    if len(wanted) > ID_LENGTH or not re.fullmatch(pattern, wanted, re.ASCII):
        raise VbeError(
            _("{id} is no id.").format(id=ascii(wanted)[1:-1][:ID_LENGTH]),
            _("Use only a–z, 0–9 and hyphens: å and ä become a, ö becomes o, a space becomes a hyphen."),
        )
    if corpus.find(kind.name, wanted) is not None:
        raise VbeError(_("There is a {id} already.").format(id=wanted), _("Choose another id."))
    if not entry.route and _path(entry.record, wanted) is None:
        raise VbeError(_("{id} is no id for {file}.").format(id=wanted, file=entry.record.file), _("Look at `vbe show`."))


def _path(record: Record, wanted: str) -> str | None:
    """Where a record lives once it has another id; None where no record of its kind can have it."""
    place = _place(record)
    words = _words(place, record.file)
    parts = wanted.split("/")
    if not place.gaps or len(parts) != len(place.gaps):
        return None
    values = {**dict(zip(place.gaps, parts, strict=True)), "words": words}
    path = re.sub(r"\{(\w+)\}", lambda gap: values[gap[1]], place.path)
    return path if place.identify(path) == wanted else None


def _place(record: Record) -> Place:
    return next(place for place in PLACES if place.kind == record.kind)


def _words(place: Place, file: str) -> str:
    """What stands in the part of a path that is no part of the id."""
    pattern = re.escape(place.path).replace(r"\{words\}", "(?P<words>.+)")
    found = re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+?", pattern), file)
    return found["words"] if found and "words" in found.groupdict() else ""


def _id_of(file: str) -> str:
    return next(identity for place in PLACES if (identity := place.identify(file)) is not None)


def _moved(corpus: Corpus, entry: Entry, wanted: str) -> Iterator[tuple[str, str]]:
    """Files whose path holds the id: the record's own, or those in the folders of a department and under a board's name."""
    if not entry.route:
        yield entry.record.file, str(_path(entry.record, wanted))
        return
    if entry.kind != ACTOR.name or entry.id == OVERALL:
        return
    for record in corpus.records:
        place = _place(record)
        if place.owner == entry.actor_type and place.owner_in(record.id) == entry.id:
            parts = record.id.split("/")
            parts[place.gaps.index(place.owner)] = wanted
            path = _path(record, "/".join(parts))
            if path is not None:
                yield record.file, path


def _own_place(entry: Entry, wanted: str) -> Iterator[Replacement]:
    """Where the id itself is written; a record's own stands in its path only."""
    if not entry.route:
        return
    document = entry.record.document
    key = entry.route[-1]
    if isinstance(key, int):
        yield _written(entry.record, (*entry.route, "id"), wanted, on_key=False)
    elif document.knows(entry.route):
        yield _written(entry.record, entry.route, wanted, on_key=True)


def _naming(corpus: Corpus, ids: dict[tuple[str, str], str]) -> Iterator[Replacement]:
    """Every place of every record that names what is renamed."""
    for reference in corpus.references:
        kind = reference.refers.kind
        if kind == ANYTHING:
            wanted = next((new for (_kind, old), new in ids.items() if old == reference.id), None)
        else:
            wanted = ids.get((kind, reference.id))
        if wanted is not None:
            yield _written(reference.record, reference.route, wanted, on_key=reference.on_key)


def _waived(corpus: Corpus, ids: dict[tuple[str, str], str], moves: dict[str, str]) -> Iterator[Replacement]:
    """Waivers name a record by its id or its file."""
    renamed = {**{old: new for (_kind, old), new in ids.items()}, **moves}
    for record in corpus.of(PROFILE):
        for index, waiver in enumerate(record.content.waivers):
            if waiver.record in renamed:
                yield _written(record, ("waivers", index, "record"), renamed[waiver.record], on_key=False)


def _answering(corpus: Corpus, entry: Entry, wanted: str) -> Iterator[Replacement]:
    """A demand that the organisation answers for names what does so by its id."""
    for demand in corpus.all_of(OBLIGATION):
        if demand.content.answered_by == ORGANISATION.name and entry.kind in (ACTOR.name, CHANNEL.name):
            for index, answer in enumerate(demand.content.answer):
                head, point, tail = answer.partition(".")
                if head == entry.id:
                    yield _written(demand.record, (*demand.route, "answer", index), f"{wanted}{point}{tail}", on_key=False)


def _written(record: Record, route: Route, wanted: str, *, on_key: bool) -> Replacement:
    """The new id as it is written in place of the old, in the same quotation marks."""
    location = record.document.locate(route, on_key=on_key)
    start = line_starts(record.document.text)[location.line - 1] + location.column - 1
    mark = record.document.text[start : start + 1]
    text = f"'{wanted}'" if mark == "'" else quoted(wanted) if mark == '"' else one_line(wanted, flow=True)
    return Replacement(location, text)


def _changes(source: Source, places: tuple[Replacement, ...], moves: dict[str, str]) -> Iterator[Change]:
    files = dict.fromkeys([*(place.location.file for place in places), *moves])
    for file in files:
        content = source.read(file, LIMIT)
        if not isinstance(content, bytes):
            raise VbeError(f"{file}: {content.message}", content.hint)
        text = content.decode("utf-8")
        starts = line_starts(text)
        splices = [
            Splice(starts[at.line - 1] + at.column - 1, starts[at.end_line - 1] + at.end_column - 1, new)
            for at, new in places
            if at.file == file
        ]
        new = apply(text, splices).encode()
        if file in moves:
            yield Change(moves[file], None, new)
            yield Change(file, content, b"", is_removal=True)
        else:
            yield Change(file, content, new)


def _mentions(corpus: Corpus, entry: Entry, places: tuple[Replacement, ...]) -> Iterator[Location]:
    """Where the old id stands in comments and running text: a person decides what is to stand there."""
    known = {(place.location.file, place.location.line) for place in places}
    pattern = re.compile(rf"(?<![\w./-]){re.escape(entry.id)}(?![\w/-]|\.\w)")
    for file, text in corpus.texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            if (file, number) not in known and entry.id in line and (found := pattern.search(line)):
                yield Location(file, number, found.start() + 1, number, found.end() + 1)
