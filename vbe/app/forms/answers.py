"""A cell as people fill it in → the value of its field: status words, days, numbers, texts."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from vbe.app.forms.cells import name_in
from vbe.app.forms.columns import BOARD_ROWS, OUTCOMES
from vbe.app.forms.content import tidy, whole
from vbe.app.forms.workbook import STATUSES, TRUTHS
from vbe.language import _, enumerate_words
from vbe.language.written import read_day, read_number, read_time
from vbe.privacy.hidden import holds_hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.app.forms.cells import Cell
    from vbe.app.forms.rows import AnswerValue, CellValue

SMALL = re.compile(r"<\s*(\d+)")
EPOCH = datetime.date(1899, 12, 30)
"""Day 0 of Excel."""
SERIALS = range(32874, 73051)
"""Numbers that stand for days, 1990–2099."""
BREAKS = re.compile(r"_x000[dD]_")


class Unanswerable(Exception):  # noqa: N818 - becomes a fault with its place
    """A cell cannot be read; the message says what to write."""


def route_of(cell: Cell) -> tuple[str, ...]:
    """The field of the follow-up that a cell answers."""
    if cell.sheet.route:
        return (cell.sheet.route, cell.key, cell.column.field)
    return BOARD_ROWS[cell.key][0]


def read_answer(cell: Cell, unit: str) -> AnswerValue:
    """The value; None where the cell is empty. Raises `Unanswerable`."""
    reads = cell.column.reads if cell.sheet.route else BOARD_ROWS[cell.key][1]
    value = cell.value
    if isinstance(value, str) and not name_in(value):
        return None
    if reads == "status":
        return _word(name_in(value), STATUSES)
    if reads == "outcome":
        return _word(name_in(value), OUTCOMES)
    if reads in ("day", "due"):
        return _day(value, is_due=reads == "due")
    if reads == "value":
        return _yes_no(value) if unit == "yes_no" else _value(value, is_share=unit == "percent")
    return _whole(value) if reads == "whole" else _text(value)


def _word(word: str, words: Mapping[str, str]) -> str:
    found = next((key for key, label in words.items() if word.casefold() in (label.casefold(), key)), None)
    if found is None:
        raise Unanswerable(_("Write one of the words in the list: {words}.").format(words=enumerate_words(words.values())))
    return str(found)


def _day(value: CellValue, *, is_due: bool) -> str:
    day = None
    if isinstance(value, datetime.datetime):
        day = value.date()
    elif isinstance(value, datetime.date):
        day = value
    elif isinstance(value, int | float) and int(value) in SERIALS:
        day = EPOCH + datetime.timedelta(days=int(value))
    else:
        day = read_day(name_in(value))
        time = read_time(name_in(value)) if day is None and is_due else None
        day = time.last if time is not None else day
    if day is None:
        raise Unanswerable(_("Write a day: 2018-06-30, or 30/6 2018."))
    return day.isoformat()


def _yes_no(value: CellValue) -> bool:
    if isinstance(value, bool):
        return value
    found = next((truth for truth, word in TRUTHS.items() if name_in(value).casefold() == word), None)
    if found is None:
        raise Unanswerable(_("Write ja or nej."))
    return found


def _value(value: CellValue, *, is_share: bool) -> AnswerValue:
    if isinstance(value, str) and (small := SMALL.fullmatch(name_in(value))):
        return f"<{int(small[1])}"
    found = _number(value)
    if is_share and isinstance(value, float) and 0 < value < 1:
        raise Unanswerable(_("Write the share as per cent in a cell of text: 92, not 0,92."))
    if is_share and not 0 <= found <= 100:
        raise Unanswerable(_("A share lies between 0 and 100 per cent."))
    return found


def _number(value: CellValue) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return whole(value)
    found = read_number(name_in(value)) if isinstance(value, str) else None
    if found is None:
        raise Unanswerable(_("Write a number: 2 150, 12,5 or 92 %."))
    return whole(found.value)


def _whole(value: CellValue) -> int:
    found = _number(name_in(value).removeprefix("§").strip() if isinstance(value, str) else value)
    if isinstance(found, float):
        raise Unanswerable(_("Write a whole number."))
    return found


def _text(value: CellValue) -> str | None:
    if isinstance(value, bool):
        return TRUTHS[value]
    if isinstance(value, float):
        return str(whole(value)).replace(".", ",")
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    found: str | None = tidy(BREAKS.sub("", str(value)))
    if found is not None and holds_hidden(found):
        raise Unanswerable(_("The text holds a sign that cannot be seen; write the words anew."))
    return found
