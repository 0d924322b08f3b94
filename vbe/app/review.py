"""Recording a review: who made it, when and with what outcome; and the text that comes of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.reviewed import MOST_NAMED
from vbe.documents import parse_text
from vbe.domain.lifecycle import has_begun, latest_version
from vbe.domain.meant import meant
from vbe.domain.organisation import Organisation
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_first, enumerate_words
from vbe.model.corpus import Reviewed
from vbe.model.records import HOLDERS
from vbe.model.records.organisation import ROLE
from vbe.model.records.routine import Clocked
from vbe.model.records.strategy import Strategy
from vbe.model.validation import validate
from vbe.privacy.redaction import redact
from vbe.scaffold.plan import Change
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable
from vbe.store.history.notes import together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.documents import Value
    from vbe.model.corpus import Corpus
    from vbe.model.records import Record

OUTCOMES = ("no-change", "revised")


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

    @property
    def change(self) -> Change:
        """The file to write."""
        return Change(self.record.file, self.record.document.text.encode(), self.text.encode())


def edit_all(corpus: Corpus, records: Sequence[Record[Reviewed]], act: ReviewEntry) -> tuple[list[EditedRecord], str]:
    """Those that the review changes, and a sentence on the others, which hold it already. Raises where all of them do."""
    if len(records) > 1:
        act = act._replace(note=together(act.note, len(records)))
    edited = [edit(corpus, record, act) for record in records]
    changed = [each for each in edited if each.text != each.record.document.text]
    if len(changed) == len(edited):
        return changed, ""
    ids = enumerate_first((each.record.id for each in edited if each not in changed), MOST_NAMED)
    message = _("The review of {ids} on {date} is already recorded; a second one of the same day shows with a --note.")
    message = message.format(ids=ids, date=act.on)
    if not changed:
        raise VbeError(message)
    return changed, message


def edit(corpus: Corpus, record: Record[Reviewed], act: ReviewEntry) -> EditedRecord:
    """The record's text with the review in it; every other byte as it was."""
    by = _role(corpus, record, act)
    if act.note is not None and redact(act.note) != act.note:
        message = _("The note holds a personal number or a personal mail address.")
        raise VbeError(message, _("Write roles, never persons: the history can be asked for by anyone."))
    _refuse_day(record, act)
    values = {
        "date": act.on.isoformat(),
        "by": by,
        "outcome": act.outcome,
        "version": _version(corpus, record, act.on) if act.harmonised else None,
        "note": act.note,
    }
    text = _added(record, {name: part for name, part in values.items() if part is not None})
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
