"""The bytes of a form that has come back → its cells, each with its place, whatever program has saved it.

Rows are known by their first column's name and columns by their heads, so both may be moved, sorted, hidden or added.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.forms.columns import INDICATORS, INDICATORS_BY_SEX, MARK, META, SEXES, SHEETS, VERSION
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.records.organisation import BOARD
from vbe.store.bounds import exceeds_bounds

if TYPE_CHECKING:
    from vbe.app.forms.columns import Column, Sheet
    from vbe.app.forms.rows import AnswerValue, CellValue

ANSWERING = BOARD.name
"""The fact that says which board a form is for."""
FACTS = ("form", "tool", "municipality", "year", ANSWERING, "commit")


Base = dict[tuple[str, str, str], "AnswerValue"]
"""Sheet, row and head of an answer → what it was when the form was made."""


class Cell(NamedTuple):
    """An answer as it stands: in which sheet, row (from 1) and column, and what it held when the form was made."""

    file: str
    sheet: Sheet
    key: str
    column: Column
    row: int
    value: CellValue
    base: AnswerValue

    @property
    def place(self) -> str:
        """`svar.xlsx, Åtgärder, rad 7, kolumn Status`."""
        return _("{file}, {sheet}, row {row}, column {column}").format(
            file=self.file, sheet=self.sheet.name, row=self.row, column=self.column.title
        )


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that has come back."""

    file: str
    facts: dict[str, str]
    cells: tuple[Cell, ...]
    marks: dict[str, str]
    """Document → the day of its latest review when the form was made; empty where there was none."""


def read_form(file: str, content: bytes) -> Returned:
    """The form's cells. Raises where it is no form of ours, a newer one, or lacks a row or a column."""
    tables = _tables(file, content)
    meta = tables.get(META)
    if meta is None:
        raise VbeError(_("{file} is no form from vbe.").format(file=file), _("`vbe form` makes one."))
    facts, base = _meta(file, meta)
    cells: list[Cell] = []
    for sheet in SHEETS:
        wanted = [key for name, key, title in base if name == sheet.name and title != MARK]
        if wanted:
            asked_sheet = INDICATORS if sheet is INDICATORS_BY_SEX and not _asks_by_sex(base) else sheet
            cells += _cells(file, asked_sheet, tables.get(sheet.name), dict.fromkeys(wanted), base)
    marks = {key: str(value) for (_name, key, title), value in base.items() if title == MARK}
    return Returned(file, facts, tuple(cells), marks)


def _asks_by_sex(base: Base) -> bool:
    """Whether the form was made with columns for women and men."""
    return any(title == SEXES[0].title for name, _key, title in base if name == INDICATORS.name)


def _tables(file: str, content: bytes) -> dict[str, list[list[CellValue]]]:
    """Sheet → rows of values from the first cell on; what a formula shows is its value."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if exceeds_bounds(archive):
                raise VbeError(_("{file} is too large to be a form.").format(file=file))
        book = CalamineWorkbook.from_object(io.BytesIO(content))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, zipfile.BadZipFile, ValueError, OSError):
        message = _("{file} is no workbook that can be read.").format(file=file)
        raise VbeError(message, _("Save it as an Excel workbook (.xlsx), without a password.")) from None


def _meta(file: str, rows: list[list[CellValue]]) -> tuple[dict[str, str], Base]:
    facts: dict[str, str] = {}
    base: Base = {}
    spoilt = VbeError(_("The hidden sheet of {file} has been changed.").format(file=file), _("`vbe form` makes a new form."))
    for row in rows:
        name, key, title, value = (*(str(cell) for cell in row[:4]), "", "", "", "")[:4]
        if name in FACTS and not key:
            facts[name] = value.removesuffix(".0")
        elif name:
            try:
                base[name, key, title] = json.loads(value)
            except ValueError:
                raise spoilt from None
    version = facts.get("form", "")
    if version.isdecimal() and int(version) > VERSION:
        message = _("{file} was made by a newer version of vbe ({version}).").format(file=file, version=facts.get("tool", "?"))
        raise VbeError(message, _("Install that version first."))
    if set(facts) != set(FACTS) or not facts["year"].isdecimal():
        raise spoilt
    return facts, base


def _cells(
    file: str,
    sheet: Sheet,
    rows: list[list[CellValue]] | None,
    keys: dict[str, None],
    base: Base,
) -> list[Cell]:
    head, columns = _head(file, sheet, rows or [])
    cells: list[Cell] = []
    seen: dict[str, int] = {}
    for number, row in enumerate((rows or [])[head + 1 :], head + 2):
        key = name_in(row[columns[sheet.key]])
        answers = [(column, row[columns[column.title]]) for column in sheet.columns]
        if not key and not any(name_in(value) for _column, value in answers):
            continue
        if key not in keys or key in seen:
            message = _("{file}, {sheet}, row {row}: the row does not say what it answers.")
            if key in seen:
                message = _("{file}, {sheet}, row {row}: the row stands twice, also in row {other}.")
            hint = _("The column {column} must hold what it held in the form.").format(column=sheet.key)
            raise VbeError(message.format(file=file, sheet=sheet.name, row=number, other=seen.get(key, 0)), hint)
        seen[key] = number
        cells += [Cell(file, sheet, key, c, number, value, base.get((sheet.name, key, c.title))) for c, value in answers]
    lost = [key for key in keys if key not in seen]
    if lost:
        message = _("{file}, {sheet}: the row {name} is gone.").format(file=file, sheet=sheet.name, name=lost[0])
        raise VbeError(message, _("Put it back, or hide it instead: a row that is left as it is changes nothing."))
    return cells


def _head(file: str, sheet: Sheet, rows: list[list[CellValue]]) -> tuple[int, dict[str, int]]:
    """The row of the heads, and where each stands."""
    for number, row in enumerate(rows):
        names = [name_in(value) for value in row]
        if sheet.key in names and sheet.columns[0].title in names:
            missing = [column.title for column in sheet.columns if column.title not in names]
            if missing:
                message = _("{file}, {sheet}: the column {column} is gone.")
                raise VbeError(message.format(file=file, sheet=sheet.name, column=missing[0]), _("`vbe form` makes a new form."))
            return number, {name: names.index(name) for name in (sheet.key, *(column.title for column in sheet.columns))}
    message = _("{file}: the sheet {sheet}, or its row of heads, is gone.").format(file=file, sheet=sheet.name)
    raise VbeError(message, _("`vbe form` makes a new form."))


def name_in(value: CellValue) -> str:
    """What a cell says, as a name: blanks at the ends do not count."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value).replace("\u00a0", " ").strip()
