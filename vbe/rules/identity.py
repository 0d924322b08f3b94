"""VBE2xx: identity and references. The path is the identity, and everything that is named must exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Severity
from vbe.language import _, did_you_mean, enumerate_words, nearest
from vbe.model.entries import ACTOR_LISTS
from vbe.rules import fault, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.corpus import Corpus

HOLDERS = {
    "actor": "organisation",
    "channel": "organisation",
    "obligation": "obligations",
    "commitment": "area",
    "indicator": "area",
    "routine": "routine",
}
"""Which kind of file holds the things that are named: while one is broken, what it holds is not known."""
OVERALL = "overall"
MOST = 5
"""How many that fit are listed."""


@rule("VBE201")
def dangling_reference(corpus: Corpus) -> Iterator[Finding]:
    """A record names something that does not exist.

    Actors, commitments, obligations, indicators, routines and channels are named by their ids. A name that leads nowhere
    breaks the chain from the text's demand to the report.

    Bad:

        responsible: [socialnamden]

    Good:

        responsible: [socialnamnden]
    """
    known_of = {kind: set(entries) for kind, entries in corpus.entries.items()}
    known_of["record"] = {entry.id for entry in corpus.all_entries}
    for reference in corpus.references:
        kind = reference.refers.kind
        if HOLDERS.get(kind) in corpus.incomplete:
            continue
        known = known_of.get(kind, set())
        if reference.id not in known:
            guess = nearest(reference.id, known)
            hint = did_you_mean(reference.id, known) or _where_to_add(kind)
            message = _("There is no {kind} “{id}”.").format(kind=kind_name(kind), id=reference.id)
            yield Finding(reference.record.file, message, hint, reference.route, reference.on_key, replacement=guess or "")


@rule("VBE202")
def wrong_kind_of_actor(corpus: Corpus) -> Iterator[Finding]:
    """An actor of another kind is named than the field is for.

    A board (nämnd) decides, a department (förvaltning) carries out, a role answers for a document. When they are mixed
    up, nobody knows who is to do what.

    Bad:

        owner_role: socialnamnden

    Good:

        owner_role: forvaltningschef-socialforvaltningen
    """
    for reference in corpus.references:
        among = reference.refers.among
        entry = corpus.find("actor", reference.id) if reference.refers.kind == "actor" and among else None
        if entry is not None and entry.sort not in among:
            message = _("“{id}” is {sort}, and {wanted} is wanted here.").format(
                id=reference.id, sort=actor_sort(entry.sort), wanted=enumerate_words(actor_sort(sort) for sort in among)
            )
            candidates = [e.id for e in corpus.entries["actor"].values() if e.sort in among]
            hint = did_you_mean(reference.id, candidates) or _one_of(candidates)
            yield Finding(reference.record.file, message, hint, reference.route, reference.on_key)


@rule("VBE203")
def duplicate_id(corpus: Corpus) -> Iterator[Finding]:
    """The same id stands for two things of the same kind.

    An id means one thing for ever. With two, every reference means either, and reports count wrong.

    Mend it by giving the later one a new id; never reuse one.
    """
    for entry in corpus.all_entries:
        first = corpus.find(entry.kind, entry.id)
        if first is not None and first is not entry and (first.record.file, first.route) != (entry.record.file, entry.route):
            place = first.record.document.locate((*first.route, "id"))
            message = _("The id “{id}” is already used on line {line} of {file}.").format(
                id=entry.id, line=place.line, file=place.file
            )
            yield Finding(entry.record.file, message, _("Choose another id."), (*entry.route, "id"))


@rule("VBE204")
def unknown_owner(corpus: Corpus) -> Iterator[Finding]:
    """A folder has the name of no department or board.

    The folder says who owns what stands in it: `routines/<department>`, `guidance/<board>`, `followup/<year>/<board>`.

    Mend it by renaming the folder or file to the id of a department or board in `strategy/organisation.yaml`, or by
    adding the actor there.
    """
    if "organisation" in corpus.incomplete:
        return
    wanted = {"routine": ("department",), "guidance": ("board",), "followup": ("board",)}
    for kind, sorts in wanted.items():
        owners = {e.id for e in corpus.entries.get("actor", {}).values() if e.sort in sorts}
        for record in corpus.of_kind(kind):
            if record.owner not in owners and not (kind == "routine" and record.owner == OVERALL):
                message = _("The organisation has no {sort} “{id}”.").format(
                    sort=actor_sort(sorts[0], article=False), id=record.owner
                )
                hint = did_you_mean(record.owner, owners) or _("Add it to strategy/organisation.yaml, or rename the folder.")
                yield Finding(record.file, message, hint)


@rule("VBE205")
def foreign_commitment_id(corpus: Corpus) -> Iterator[Finding]:
    """A commitment's id begins with another number than its area's.

    The id is the area's number, a point and the commitment's number, so that anyone can find it.

    Bad (in `measures/04-utbildning.yaml`):

        - id: "5.1"

    Good:

        - id: "4.1"
    """
    for entry in corpus.entries.get("commitment", {}).values():
        number = int(entry.record.id)
        if int(entry.id.split(".")[0]) != number:
            message = _("The commitment {id} stands in area {number}.").format(id=entry.id, number=number)
            yield Finding(entry.record.file, message, _("Begin the id with the area's number."), (*entry.route, "id"))


@rule("VBE206", Severity.WARNING)
def missing_record(corpus: Corpus) -> Iterator[Finding]:
    """A record that every repository has is missing.

    Without the strategy's cover, the organisation and the list of obligations the chain from text to report cannot be
    checked.

    Mend it with the files `strategy/strategy.yaml`, `strategy/organisation.yaml` and `strategy/obligations.yaml`; `vbe
    init` writes them for a new municipality.
    """
    for kind in ("strategy", "organisation", "obligations"):
        file = f"strategy/{kind}.yaml"
        if not corpus.of_kind(kind) and file not in corpus.texts:
            yield Finding(
                "vbe.yaml", _("The file {file} is missing.").format(file=file), _("Write it, or begin with `vbe init`.")
            )


@fault("VBE207", Severity.WARNING)
def unused_waiver() -> None:
    """A waiver has nothing to waive.

    The gap has been closed, or the waiver names another rule or record than it means. A waiver that is left behind hides
    the next gap.

    Mend it by deleting it from `waivers` in `vbe.yaml`.
    """


def kind_name(kind: str) -> str:
    """The kind of thing, in words."""
    return {
        "actor": _("actor"),
        "channel": _("channel"),
        "obligation": _("obligation"),
        "commitment": _("commitment"),
        "indicator": _("indicator"),
        "routine": _("routine"),
        "aim": _("aim"),
        "environment": _("environment"),
    }.get(kind, _("record"))


def actor_sort(sort: str, *, article: bool = True) -> str:
    """The kind of actor, in words, with its article."""
    assert sort in ACTOR_LISTS.values()
    words = {
        "board": (_("a board"), _("board")),
        "department": (_("a department"), _("department")),
        "unit": (_("a unit"), _("unit")),
        "role": (_("a role"), _("role")),
        "group": (_("a group"), _("group")),
        "partner": (_("a partner"), _("partner")),
        "audience": (_("an audience"), _("audience")),
        "collective": (_("a collective"), _("collective")),
    }
    return words[sort][0 if article else 1]


def _one_of(candidates: list[str]) -> str:
    """Some of those that fit, or where to add one."""
    if not candidates:
        return _where_to_add("actor")
    listed = sorted(candidates)
    some = ", ".join(listed[:MOST]) + (" …" if len(listed) > MOST else "")
    return _("Name one of these: {candidates}.").format(candidates=some)


def _where_to_add(kind: str) -> str:
    places = {
        "actor": "strategy/organisation.yaml",
        "channel": "strategy/organisation.yaml (channels)",
        "obligation": "strategy/obligations.yaml",
        "commitment": "measures/",
        "indicator": "measures/",
        "routine": "routines/",
        "aim": "vbe.yaml (aims)",
        "environment": "vbe.yaml (environments)",
    }
    return _("Add it in {place}, or correct the name.").format(place=places[kind]) if kind in places else ""
