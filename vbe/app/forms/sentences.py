"""What came in with the boards' forms, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.forms.columns import BOARD_ROWS
from vbe.app.forms.workbook import shown
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.forms.intake import Answer, Intake
    from vbe.app.forms.rows import AnswerValue


LONGEST = 400
"""Letters of an answer that are told; the file has them all."""


def sentences(found: Intake) -> Iterator[str]:
    """Faults, errors first; then conflicts; then, where nothing is in the way, what is answered."""
    for fault in found.faults:
        kind = _("error") if fault.is_error else _("warning")
        yield f"{fault.place}: {kind}: {fault.message} {fault.hint}".rstrip()
    if any(fault.is_error for fault in found.faults):
        return
    for answer in found.conflicts:
        sentence = _("{place}: the form says {new}, but {file} has been changed to {old} since. It is left as it is.")
        yield sentence.format(
            place=answer.cell.place, new=_said(answer, answer.new), file=answer.file, old=_said(answer, answer.old)
        )
    for answer in found.answers:
        if answer.old is None:
            yield _("{place}: {new}.").format(place=_where(answer), new=_said(answer, answer.new))
        elif answer.new is None:
            yield _("{place}: {old} is taken away.").format(place=_where(answer), old=_said(answer, answer.old))
        else:
            sentence = _("{place}: {old} becomes {new}.")
            yield sentence.format(place=_where(answer), old=_said(answer, answer.old), new=_said(answer, answer.new))


def _where(answer: Answer) -> str:
    return f"{answer.cell.place} ({answer.cell.key})"


def _said(answer: Answer, value: AnswerValue) -> str:
    reads = answer.cell.column.reads if answer.cell.sheet.route else BOARD_ROWS[answer.cell.key][1]
    if value is None:
        return _("nothing")
    text = shown(value, reads)
    return _("“{text}”").format(text=text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …")
