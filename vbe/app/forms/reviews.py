"""The sheet of reviews, inwards: each is recorded as `vbe review` records it; what must be revised becomes under revision."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.assess import today
from vbe.app.forms.answers import Unanswerable, read_answer
from vbe.app.forms.columns import REVIEWS, TO_REVISE
from vbe.app.forms.faults import Fault
from vbe.app.review import ReviewEntry, edit
from vbe.errors import VbeError
from vbe.language import N_, _, in_swedish
from vbe.model.records import HOLDERS
from vbe.model.values import same
from vbe.scaffold.plan import Change
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.forms.cells import Cell, Returned
    from vbe.documents import Value
    from vbe.model.corpus import Corpus, Reviewed
    from vbe.model.fields import Model
    from vbe.model.records import Record

REVISING = "under_revision"
"""The status of a document that must be revised: no clock is started anew by the review that showed it."""


class FilledReview(NamedTuple):
    """What a row says anew: its cells and values by field, of which record, and the file with it in it."""

    cells: dict[str, Cell]
    values: dict[str, str | None]
    record: Record[Reviewed]
    changes: tuple[Change, ...]
    """One; none where it cannot be recorded."""
    is_conflict: bool = False


def told_reviews(corpus: Corpus, form: Returned, unread: list[Fault]) -> Iterator[FilledReview]:
    """The rows that were filled in. What cannot be read or recorded is told of at its cell."""
    rows: dict[str, dict[str, Cell]] = {}
    for cell in form.cells:
        if cell.sheet is REVIEWS:
            rows.setdefault(cell.key, {})[cell.column.field] = cell
    for key, cells in rows.items():
        values, faults = _read(cells)
        unread += faults
        if faults or all(same(values[field], cell.base) for field, cell in cells.items()):
            continue
        record = next((record for record in corpus.reviewed if record.id == key), None)
        if record is None:
            unread.append(Fault(cells["outcome"].place, _("{id} is not here any more.").format(id=key)))
            continue
        try:
            change = _recorded(corpus, record, values)
        except VbeError as why:
            unread.append(Fault(cells["outcome"].place, why.message, why.hint))
            yield FilledReview(cells, values, record, ())
            continue
        if change is not None:
            latest = record.content.reviewed_on
            is_conflict = (latest.isoformat() if latest else "") != form.marks.get(key, "")
            yield FilledReview(cells, values, record, (change,), is_conflict)


def _read(cells: dict[str, Cell]) -> tuple[dict[str, str | None], list[Fault]]:
    """Field → value, and what is wrong with them; nothing is wrong with a row that nobody has filled in."""
    values: dict[str, str | None] = {}
    faults = []
    for field, cell in cells.items():
        try:
            answer = read_answer(cell, "")
            values[field] = None if answer is None else str(answer)
        except Unanswerable as why:
            faults.append(Fault(cell.place, str(why)))
    if faults or all(same(values[field], cell.base) for field, cell in cells.items()):
        return values, faults
    if values["outcome"] is None:
        faults.append(
            Fault(cells["outcome"].place, _("It does not say what the review led to."), _("Choose one of the words in the list."))
        )
    elif values["date"] is None:
        faults.append(
            Fault(cells["date"].place, _("The day of the review is missing."), _("Write a day: 2018-06-30, or 30/6 2018."))
        )
    elif values["date"] > today().isoformat():
        message = _("{date} has not come yet.").format(date=values["date"])
        faults.append(Fault(cells["date"].place, message, _("A review is recorded when it has been made.")))
    return values, faults


def _recorded(corpus: Corpus, record: Record[Reviewed], values: dict[str, str | None]) -> Change | None:
    """The record with the review in it; None where it holds it already."""
    day = datetime.date.fromisoformat(str(values["date"]))
    if values["outcome"] == TO_REVISE:
        text = _revising(record, values)
    else:
        text = edit(corpus, record, ReviewEntry(str(values["outcome"]), values["by"], day, values["note"])).text
    old = record.document.text
    return Change(record.file, old.encode(), text.encode()) if text != old else None


def _revising(record: Record[Reviewed], values: dict[str, str | None]) -> str:
    """The record under revision, with the note to those who write: no review is recorded before the text holds again."""
    value = record.document.value
    decision = ", ".join(str(part) for part in (values["date"], values["by"]) if part)
    note = " ".join(part for part in (f"{in_swedish(N_('To be revised'))} ({decision}).", values["note"]) if part)
    earlier = str(value.get("notes") or "")
    notes = earlier if note in earlier else f"{earlier}\n{note}".strip()
    value = {**value, "status": REVISING, "notes": notes}
    return reshaped(record.file, record.document.text, value, HOLDERS[record.kind].model)


def reshaped(file: str, text: str, value: dict[str | int, Value], model: type[Model]) -> str:
    """A file's text with another value; raises where more than that would change."""
    try:
        return reshape(text, value, model)
    except Unformattable:
        message = _("{file} cannot be edited without changing more than the answers.").format(file=file)
        raise VbeError(message, _("Lay it out with `vbe fmt` first, or write the fields by hand.")) from None
