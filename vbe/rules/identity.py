"""VBE2xx: identity and references. The path is the identity, and everything that is named must exist."""

from __future__ import annotations

from vbe.language import _, did_you_mean, enumerate_choices, nearest
from vbe.model.places import FILE, OVERALL
from vbe.model.records import ACTOR_TYPES, ALL_KINDS, HOLDERS, KINDS, required_kinds
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR, DEPARTMENT, ORGANISATION
from vbe.rules import Corpus, Finding, Findings, Severity, fault, rule

MAX_LISTED = 5
"""How many that fit are listed."""


@rule("VBE201")
def dangling_reference(corpus: Corpus) -> Findings:
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
    for (kind, identity), references in corpus.incoming.items():
        if kind in HOLDERS and HOLDERS[kind].name in corpus.incomplete:
            continue
        known = known_of.get(kind, set())
        if identity not in known:
            guess = nearest(identity, known)
            hint = did_you_mean(identity, known) or _where_to_add(kind)
            message = _("There is no {kind} “{id}”.").format(kind=kind_name(kind), id=identity)
            for reference in references:
                yield Finding(reference.record.file, message, hint, reference.route, reference.on_key, replacement=guess or "")


@rule("VBE202")
def wrong_kind_of_actor(corpus: Corpus) -> Findings:
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
        entry = corpus.find(ACTOR, reference.id) if reference.refers.kind == ACTOR.name and among else None
        if entry is not None and entry.actor_type not in among:
            message = _("“{id}” is {sort}, and {wanted} is wanted here.").format(
                id=reference.id,
                sort=type_with_article(entry.actor_type),
                wanted=enumerate_choices(type_with_article(each) for each in among),
            )
            candidates = [e.id for e in corpus.all_of(ACTOR) if e.actor_type in among]
            hint = did_you_mean(reference.id, candidates) or _one_of(candidates)
            yield Finding(reference.record.file, message, hint, reference.route, reference.on_key)


@rule("VBE203")
def duplicate_id(corpus: Corpus) -> Findings:
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
def unknown_owner(corpus: Corpus) -> Findings:
    """A folder has the name of no department or board.

    The folder says who owns what stands in it: `routines/<department>`, `guidance/<board>`, `followup/<year>/<board>`.

    Mend it by renaming the folder or file to the id of a department or board in `strategy/organisation.yaml`, or by
    adding the actor there.
    """
    if ORGANISATION.name in corpus.incomplete:
        return
    for kind in KINDS:
        wanted = kind.place.owner
        owners = {e.id for e in corpus.all_of(ACTOR) if e.actor_type == wanted}
        for record in corpus.of_kind(kind.name) if wanted else ():
            if record.owner not in owners and not (wanted == DEPARTMENT.name and record.owner == OVERALL):
                message = _("The organisation has no {sort} “{id}”.").format(sort=_(ACTOR_TYPES[wanted].label), id=record.owner)
                hint = did_you_mean(record.owner, owners) or _("Add it to strategy/organisation.yaml, or rename the folder.")
                yield Finding(record.file, message, hint)


@rule("VBE205")
def foreign_commitment_id(corpus: Corpus) -> Findings:
    """A commitment's id begins with another number than its area's.

    The id is the area's number, a point and the commitment's number, so that anyone can find it.

    Bad (in `measures/04-utbildning.yaml`):

        - id: "5.1"

    Good:

        - id: "4.1"
    """
    for entry in corpus.all_of(COMMITMENT):
        number = int(entry.record.id)
        if int(entry.id.split(".")[0]) != number:
            message = _("The commitment {id} stands in area {number}.").format(id=entry.id, number=number)
            yield Finding(entry.record.file, message, _("Begin the id with the area's number."), (*entry.route, "id"))


@rule("VBE206", Severity.WARNING)
def missing_record(corpus: Corpus) -> Findings:
    """A record that every repository has is missing.

    Without the plan's fact box, the organisation and the list of obligations the chain from text to report cannot be
    checked. A plan whose demands are not listed says so in the profile: `coverage: {obligations: false}`.

    Mend it with the files `strategy/strategy.yaml`, `strategy/organisation.yaml` and `strategy/obligations.yaml`; `vbe
    init` writes them for a new municipality.
    """
    for kind in required_kinds(corpus.profile):
        file = kind.place.path
        if not corpus.of_kind(kind.name) and file not in corpus.texts and file not in corpus.unread:
            yield Finding(FILE, _("The file {file} is missing.").format(file=file), _("Write it, or begin with `vbe init`."))


@fault("VBE207", Severity.WARNING)
def unused_waiver() -> None:
    """A waiver has nothing to waive.

    The gap has been closed, or the waiver names another rule or record than it means. A waiver that is left behind hides
    the next gap.

    Mend it by deleting it from `waivers` in `vbe.yaml`.
    """


def kind_name(kind: str) -> str:
    """The kind of thing, in words."""
    return _(ALL_KINDS[kind].label) if kind in ALL_KINDS else _("record")


def type_with_article(actor_type: str) -> str:
    """The type of actor, in words, with its article."""
    return _(ACTOR_TYPES[actor_type].article)


def _one_of(candidates: list[str]) -> str:
    """Some of those that fit, or where to add one."""
    if not candidates:
        return _where_to_add(ACTOR.name)
    listed = sorted(candidates)
    some = ", ".join(listed[:MAX_LISTED]) + (" …" if len(listed) > MAX_LISTED else "")
    return _("Name one of these: {candidates}.").format(candidates=some)


def _where_to_add(kind: str) -> str:
    """In which file or folder a thing of a kind stands; in a file of many lists, also in which of them."""
    holder = HOLDERS.get(kind)
    if holder is None:
        return ""
    lists = [listed.field for listed in holder.entries if listed.kind.name == kind]
    place = f"{holder.place.folder}/" if holder.place.gaps else holder.place.path
    several = len(holder.entries) > 1 and len(lists) == 1 and not holder.place.gaps
    return _("Add it in {place}, or correct the name.").format(place=f"{place} ({lists[0]})" if several else place)
