"""What is wrong with the answers of a form, each at its cell: private first, then what the rules say of the files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.forms.columns import SHEETS
from vbe.app.refusal import CODES, KINDS
from vbe.diagnostics import Severity
from vbe.documents import parse
from vbe.language import _
from vbe.privacy.search import private_hits
from vbe.rules.checker import check, find_private
from vbe.scaffold.plan import Overlay, identity
from vbe.store.loader import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.app.forms.intake import Answer
    from vbe.diagnostics import Diagnostic
    from vbe.documents import Value
    from vbe.model.corpus import Corpus
    from vbe.scaffold.plan import Change
    from vbe.store.repository import Source


HEADS = {
    column.field: column.title for sheet in SHEETS for column in sheet.columns if sheet.route and len(column.field) > len("by")
}
FIELD = re.compile(r"`?(?P<name>\b[a-z]+(?:_[a-z]+)*\b)`?")


class Fault(NamedTuple):
    """Where, what, and the remedy; an error, or something to think of."""

    place: str
    message: str
    hint: str = ""
    is_error: bool = True


def find_private_answers(source: Source, corpus: Corpus, answers: Sequence[Answer], changes: list[Change]) -> list[Fault]:
    """The answers that point out a person: of what kind, never what."""
    contacts = corpus.profile.contacts
    emails, phones = frozenset(contacts.emails), frozenset(contacts.phones)
    hint = _("Write roles, never persons. Nothing has been written.")
    found = {
        answer.cell.place: Fault(answer.cell.place, _(KINDS[hit.kind]) + ".", hint)
        for answer in answers
        if isinstance(answer.new, str)
        for hit in private_hits(answer.new, emails, phones)
    }
    if not found and changes:
        known = {identity(diagnostic) for diagnostic in find_private(corpus)}
        for diagnostic in find_private(load(Overlay(source, changes))):
            if identity(diagnostic) not in known:
                place = _place(diagnostic, answers, changes)
                found[place] = Fault(place, _(CODES[diagnostic.code]) + ".", hint)
    return list(found.values())


def find_faults(source: Source, corpus: Corpus, answers: Sequence[Answer], changes: list[Change]) -> list[Fault]:
    """What `vbe validate` would say of the files with the answers in them, and does not say now; errors first."""
    if not changes:
        return []
    without = list(_without_status(answers, changes))
    if without:
        return without
    known = {identity(diagnostic) for diagnostic in check(corpus).open}
    files = {change.file for change in changes}
    fresh = [
        diagnostic
        for diagnostic in check(load(Overlay(source, changes))).open
        if identity(diagnostic) not in known
        and (
            diagnostic.severity is Severity.ERROR
            or (diagnostic.severity is Severity.WARNING and diagnostic.location.file in files)
        )
    ]
    faults = [
        Fault(_place(d, answers, changes), in_heads(d.message), in_heads(d.hint), d.severity is Severity.ERROR) for d in fresh
    ]
    return sorted(faults, key=lambda fault: not fault.is_error)


def in_heads(text: str) -> str:
    """A sentence of a rule with the heads of the form in place of the fields' names: who answers there has not seen the file."""
    return FIELD.sub(lambda found: HEADS.get(found["name"], found[0]), text)


def _without_status(answers: Sequence[Answer], changes: Sequence[Change]) -> Iterator[Fault]:
    """Actions that are answered without saying how far they have come."""
    values = {change.file: _value(change) for change in changes}
    reported: set[tuple[str, str]] = set()
    for answer in answers:
        if answer.route[0] != "commitments" or (answer.file, answer.cell.key) in reported:
            continue
        actions = values[answer.file].get("commitments")
        action = actions.get(answer.cell.key) if isinstance(actions, dict) else None
        if isinstance(action, dict) and action.get("status") is None:
            reported.add((answer.file, answer.cell.key))
            cell = answer.cell._replace(column=answer.cell.sheet.columns[0])
            yield Fault(cell.place, _("The status is missing."), _("Choose one of the words in the list."))


def _value(change: Change) -> dict[str | int, Value]:
    document, _findings = parse(change.file, change.new)
    return document.value if document is not None else {}


def _place(diagnostic: Diagnostic, answers: Sequence[Answer], changes: Sequence[Change]) -> str:
    """The cell that a fault is about; the file and line where it is about none."""
    location = diagnostic.location
    change = next((change for change in changes if change.file == location.file), None)
    document = parse(change.file, change.new)[0] if change is not None else None
    if document is not None:
        spans = [(document.locate(answer.route), answer) for answer in answers if answer.file == location.file]
        inside = [(span.end_line - span.line, answer) for span, answer in spans if span.line <= location.line <= span.end_line]
        if inside:
            return min(inside, key=lambda each: each[0])[1].cell.place
        for answer in answers:
            if answer.file == location.file and diagnostic.subject == answer.cell.key:
                return answer.cell.place
    return f"{location.file}:{location.line}"
