"""Which records somebody means who says that they have been reviewed: by id, file or name, or a whole department's."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NoReturn

from vbe.domain.identify import identify
from vbe.domain.lifecycle import documents_in_force
from vbe.domain.meant import meant
from vbe.domain.organisation import Organisation
from vbe.domain.owners import of_document
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_first, enumerate_words, nearest, ngettext
from vbe.model.corpus import Reviewed
from vbe.model.places import PLACES
from vbe.model.records import DOCUMENT_KINDS, REVIEWED_KINDS
from vbe.model.records.area import Area
from vbe.model.records.organisation import DEPARTMENT, Department
from vbe.model.records.routine import Clocked
from vbe.rules.checker import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records import Record
    from vbe.rules.result import CheckResult

MOST_NAMED = 6
"""So many documents are named to choose from."""


def wanted_records(corpus: Corpus, words: Sequence[str], department: str | None) -> list[Record[Reviewed]]:
    """The records that are meant by these words, or everything in force of a department; none of them has faults."""
    if department is not None:
        department = department_meant(corpus, department)
        records: list[Record[Reviewed]] = [*of_department(corpus, department)]
        refuse_unread(corpus, department)
    else:
        records = find_reviewed(corpus, [file_meant(corpus, word) for word in words])
    if not records:
        raise VbeError(_("The department has nothing in force to review."))
    refuse_invalid(records, check(corpus))
    return records


def file_meant(corpus: Corpus, word: str) -> str:
    """The file of the record that a word means, as `vbe show` reads it; the word itself where it means nothing."""
    if any(record.id == word for kind in REVIEWED_KINDS for record in corpus.of_kind(kind)):
        return word
    try:
        entry = identify(corpus, word)
    except VbeError:
        return word
    if entry.kind not in REVIEWED_KINDS:
        refuse_other(corpus, entry)
    return entry.record.file


def find_reviewed(corpus: Corpus, ids: Sequence[str]) -> list[Record[Reviewed]]:
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


def refuse_invalid(records: Sequence[Record[Reviewed]], verdict: CheckResult) -> None:
    """A record with errors is not reviewed: what is wrong must be mended first."""
    for record in records:
        wrong = [d for d in verdict.within([record.file]).open if d.severity.value == "error"]
        if wrong:
            message = _("{file} has faults and is not reviewed: {message}").format(file=record.file, message=wrong[0].message)
            raise VbeError(message, _("Run `vbe validate {file}`.").format(file=record.file))
