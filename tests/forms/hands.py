"""A form filled in by another hand and program: its values read, altered, moved about and saved anew."""

import datetime
import io

import xlsxwriter
from python_calamine import CalamineWorkbook


def tables_of(content):
    book = CalamineWorkbook.from_object(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def answer(tables, sheet, key, column, value):
    """Fill in a cell, named as people name it."""
    rows = tables[sheet]
    at = rows[0].index(column)
    row = next(row for row in rows if row[0] == key)
    row[at] = value


def saved(tables):
    """The tables as a workbook of a program that knows nothing of the form's looks."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in tables.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for at, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(number, at, value, day)
                elif isinstance(value, bool):
                    sheet.write_boolean(number, at, value)
                elif isinstance(value, int | float):
                    sheet.write_number(number, at, value)
                elif value != "":
                    sheet.write_string(number, at, value)
    book.close()
    return out.getvalue()
