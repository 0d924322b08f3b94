"""Recording a review: which records, who, when and with what outcome; and the text that comes of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from vbe.documents import parse_text
from vbe.domain.lifecycle import documents_in_force, has_begun, latest_version
from vbe.domain.meant import meant
from vbe.domain.organisation import Organisation
from vbe.domain.owners import of_document
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_first, enumerate_words, nearest, ngettext
from vbe.model.corpus import Reviewed
from vbe.model.places import PLACES
from vbe.model.records import DOCUMENT_KINDS, HOLDERS
from vbe.model.records.area import Area
from vbe.model.records.organisation import DEPARTMENT, ROLE, Department
from vbe.model.records.routine import Clocked
from vbe.model.records.strategy import Strategy
from vbe.model.validation import validate
from vbe.privacy.redaction import redact
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.documents import Value
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.rules.verdict import Verdict

OUTCOMES = ("no-change", "revised")
MOST_NAMED = 6
"""So many documents are named to choose from."""


class ReviewEntry(NamedTuple):
    """A review: what it came to, who made it, on which day, a note, and the version it brought the record into line with."""

    outcome: str
    by: str | None
    on: datetime.date
    note: str | None = None
    harmonised: bool = False


class EditedRecord(NamedTuple):
    """A record with its text before and after."""

    record: Record[Reviewed]
    text: str
    by: str


def choose(corpus: Corpus, ids: Sequence[str]) -> list[Record[Reviewed]]:
    """The records with these ids or file names."""
    records = corpus.reviewed
    chosen: dict[str, Record[Reviewed]] = {}
    for name in ids:
        found = [record for record in records if name.removeprefix("./") in (record.id, record.file)]
        if len(found) > 1:
            files = enumerate_words(record.file for record in found)
            raise VbeError(_("{id} means several records.").format(id=name), _("Name the file: {files}.").format(files=files))
        if not found:
            raise VbeError(*_missing(corpus, name, records))
        chosen[found[0].file] = found[0]
    return list(chosen.values())


def _missing(corpus: Corpus, name: str, records: Sequence[Record[Reviewed]]) -> tuple[str, str]:
    broken = {finding.file for finding in corpus.findings} - set(corpus.by_file)
    for file in broken:
        if name.removeprefix("./") in (file, file.partition("/")[2].removesuffix(".yaml")):
            return _("{file} has faults and is not reviewed.").format(file=file), _("Run `vbe validate {file}`.").format(
                file=file
            )
    near = nearest(name, [record.id for record in records]) or next(
        (record.id for record in records if nearest(name, [record.id.rpartition("/")[2]])), None
    )
    hint = _("Did you mean “{name}”?").format(name=near) if near else ""
    return _("There is no record {id} that can be reviewed.").format(id=name), hint or _("`vbe stale` lists what there is.")


def refuse_other(corpus: Corpus, entry: Entry) -> NoReturn:
    """What is no document is not reviewed; the documents that rest on it are."""
    found = _documents_there(corpus, entry)
    hint = _("`vbe stale` lists what there is.")
    if found:
        hint = _("What can be reviewed there: {ids}.").format(ids=enumerate_words(found[:MOST_NAMED]))
    if len(found) > MOST_NAMED:
        hint += " " + _("`vbe trace {id}` shows more.").format(id=entry.id)
    raise VbeError(_("{id} has no review of its own.").format(id=entry.id), hint)


def _documents_there(corpus: Corpus, entry: Entry) -> list[str]:
    """A department's documents; else those that name an entry or a part of it; else those that name its area."""
    if isinstance(entry.content, Department):
        return [record.id for record in of_department(corpus, entry.id)]
    inside = [e for e in corpus.all_entries if e.record is entry.record]
    named = _naming(corpus, [e for e in inside if e.route[: len(entry.route)] == entry.route])
    return named or (_naming(corpus, inside) if isinstance(entry.record.content, Area) else [])


def _naming(corpus: Corpus, entries: Sequence[Entry]) -> list[str]:
    records = [reference.record for e in entries for reference in corpus.incoming.get((e.kind, e.id), ())]
    return sorted({record.id for record in records if record.kind in DOCUMENT_KINDS})


def department_meant(corpus: Corpus, word: str) -> str:
    """The department that somebody means by its id or its name."""
    names = {entry.id: entry.content.name for entry in corpus.all_of(DEPARTMENT)}
    return meant(word, names, names)


def of_department(corpus: Corpus, department: str, on: datetime.date | None = None) -> list[Record[Clocked]]:
    """Every routine and guidance example in force on a day that a department answers for."""
    known = [entry.id for entry in corpus.all_of(DEPARTMENT)]
    if department not in known:
        raise VbeError(_("There is no department “{name}”.").format(name=department), did_you_mean(department, known))
    organisation = Organisation(corpus, on)
    in_force = documents_in_force(corpus, on)
    return [record for record in in_force if department in of_document(record, record.content, organisation)]


def _folders(department: Entry[Department]) -> set[str]:
    """Where a department's documents lie: in its own folder, and in those of the boards that it serves."""
    return {department.id, *department.content.boards}


def refuse_unread(corpus: Corpus, department: str) -> None:
    """A department is not reviewed as a whole where a document of it could not be read: it would be passed over in silence."""
    entry = corpus.find(DEPARTMENT, department)
    folders = _folders(entry) if entry is not None else set()
    below = tuple(
        place.glob(folder).removesuffix("*.yaml") for place in PLACES if place.kind in DOCUMENT_KINDS for folder in folders
    )
    unread = {finding.file for finding in corpus.findings} - set(corpus.by_file)
    files = sorted(file for file in unread if file.startswith(below) and file.endswith((".yaml", ".yml")))
    if files:
        message = ngettext(
            "{files} has faults, so nothing is reviewed.", "{files} have faults, so nothing is reviewed.", len(files)
        )
        hint = _("Run `vbe validate` to see them.")
        if len(files) == 1:
            hint = _("Run `vbe validate {file}`.").format(file=files[0])
        raise VbeError(message.format(files=enumerate_first(files, MOST_NAMED)), hint)


def refuse_invalid(records: Sequence[Record[Reviewed]], verdict: Verdict) -> None:
    """A record with errors is not reviewed: what is wrong must be mended first."""
    for record in records:
        wrong = [d for d in verdict.within([record.file]).open if d.severity.value == "error"]
        if wrong:
            message = _("{file} has faults and is not reviewed: {message}").format(file=record.file, message=wrong[0].message)
            raise VbeError(message, _("Run `vbe validate {file}`.").format(file=record.file))


def edit(corpus: Corpus, record: Record[Reviewed], act: ReviewEntry) -> EditedRecord:
    """The record's text with the review in it; every other byte as it was."""
    by = _role(corpus, record, act)
    if act.note is not None and redact(act.note) != act.note:
        message = _("The note holds a personal number or a personal mail address.")
        raise VbeError(message, _("Write roles, never persons: the history can be asked for by anyone."))
    _refuse_day(record, act)
    said = {
        "date": act.on.isoformat(),
        "by": by,
        "outcome": act.outcome,
        "version": _version(corpus, record, act.on) if act.harmonised else None,
        "note": act.note,
    }
    text = _added(record, {name: part for name, part in said.items() if part is not None})
    _check(record, text)
    return EditedRecord(record, text, by)


def _added(record: Record[Reviewed], review: dict[str | int, Value]) -> str:
    """The record's text with one review more, last in the list; as it is where it holds just this one already."""
    value, model = record.document.value, HOLDERS[record.kind].model
    earlier = value.get("reviews") or ()
    assert isinstance(earlier, tuple)
    if review in earlier:
        return record.document.text
    try:
        return reshape(record.document.text, {**value, "reviews": (*earlier, review)}, model)
    except Unformattable:
        message = _("{file} cannot be edited without changing more than the review.").format(file=record.file)
        raise VbeError(message, _("Lay it out with `vbe fmt` first, or write the review by hand.")) from None


def _refuse_day(record: Record[Reviewed], act: ReviewEntry) -> None:
    """A review comes after the one before it, and after the approval, unless it was what led to that."""
    earlier = record.content.reviewed_on
    if earlier is not None and act.on < earlier:
        message = _("{id} was reviewed {date}, which is later.").format(id=record.id, date=earlier)
        raise VbeError(message, _("Give the day of the new review with --on."))
    approved = record.content.approved_on if isinstance(record.content, Clocked) else None
    if approved is not None and act.on < approved and act.outcome != "revised":
        message = _("{id} was approved {date}, and what nobody had approved yet is not reviewed.")
        hint = _("Give a later day with --on, or --outcome revised when the review led to the approval.")
        raise VbeError(message.format(id=record.id, date=approved), hint)


def _role(corpus: Corpus, record: Record[Reviewed], act: ReviewEntry) -> str:
    owner = record.content.owner_role
    role = act.by or (owner and (Organisation(corpus, None).role_of(owner) or owner))
    if role is None:
        message = _("{id} has no owner role.").format(id=record.id)
        raise VbeError(message, _("Say which role made the review: --by ROLE."))
    roles = {entry.id: entry.content for entry in corpus.all_of(ROLE)}
    role = meant(role, roles, {name: content.name for name, content in roles.items()})
    if role not in roles:
        hint = did_you_mean(role, roles) or _("The roles stand in strategy/organisation.yaml.")
        raise VbeError(_("There is no role “{name}” in the organisation.").format(name=role), hint)
    organisation = Organisation(corpus, act.on)
    if not has_begun(roles[role], act.on):
        message = _("The role {name} begins {date}.").format(name=role, date=roles[role].valid_from)
        raise VbeError(message, _("Say which role made the review: --by ROLE."))
    if not organisation.exists(role):
        successors = enumerate_words(organisation.in_office(role) or roles[role].successor)
        hint = _("It was succeeded by {names}.").format(names=successors) if successors else ""
        raise VbeError(_("The role {name} ended {date}.").format(name=role, date=roles[role].valid_to), hint)
    return role


def _version(corpus: Corpus, record: Record[Reviewed], day: datetime.date) -> str:
    latest = latest_version(corpus.strategy, day)
    if isinstance(record.content, Strategy) or latest is None:
        raise VbeError(_("There is no decided version of the plan to be in line with."), _("Leave out --harmonised."))
    return latest.version


def _check(record: Record[Reviewed], text: str) -> None:
    """The last look before anything is written: the new text is a record of the same kind."""
    document, findings = parse_text(record.file, text)
    kind = HOLDERS[record.kind]
    checked, more = validate(document, kind, record.id) if document is not None else (None, [])
    if checked is None:
        problem = [*findings, *more]
        raise VbeError(_("The review would make {file} faulty.").format(file=record.file), problem[0].message if problem else "")
