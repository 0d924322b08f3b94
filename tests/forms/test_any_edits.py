"""Any edits of any cells that are open come back as exactly these, and stand in the files as exactly these."""

import datetime
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forms.hands import answer, saved, tables_of
from vbe.app.forms.answers import read_answer
from vbe.app.forms.cells import read_form
from vbe.app.forms.columns import BOARD_ROWS, OUTCOMES, REVIEWS, TO_REVISE
from vbe.app.forms.content import plain
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.app.forms.workbook import STATUSES
from vbe.documents import parse
from vbe.store.loader import load
from vbe.store.repository import Disk

SOURCE = Disk(Path(__file__).parents[1] / "rules" / "base")
YEAR, BOARD = 2024, "socialnamnden"
NAME = f"formular-{YEAR}-{BOARD}.xlsx"
TEXTS = st.text("abcåäö  .,:#'\"-!?=<>&", max_size=40)
DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
WHOLE = st.integers(1, 400)
DRAWN = {
    "text": TEXTS,
    "status": st.sampled_from(list(STATUSES.values())),
    "day": DAYS,
    "due": st.one_of(DAYS, DAYS.map(str), DAYS.map(lambda day: f"{day.day}/{day.month} {day.year}")),
    "whole": st.one_of(WHOLE, WHOLE.map(str), WHOLE.map(lambda number: f"{number} ")),
    "value": st.integers(20, 99).flatmap(lambda n: st.sampled_from([n, str(n), f"{n} %", f"{n},0", f"ca {n}"])),
}


@cache
def form():
    return make_forms(SOURCE, YEAR, BOARD)[NAME]


@cache
def cells():
    return {(cell.sheet.name, cell.key, cell.column.title): cell for cell in read_form("svar.xlsx", form()).cells}


def reads(cell):
    return cell.column.reads if cell.sheet.route else BOARD_ROWS[cell.key][1]


@st.composite
def edits(draw):
    """Cell → what somebody writes there. A row of reviews is filled in whole, as it must be."""
    drawn = {}
    free = [place for place, cell in cells().items() if cell.sheet is not REVIEWS]
    for place in draw(st.lists(st.sampled_from(free), unique=True, max_size=8)):
        drawn[place] = draw(DRAWN[reads(cells()[place])])
    for key in {cell.key for cell in cells().values() if cell.sheet is REVIEWS}:
        if draw(st.booleans()):
            drawn[REVIEWS.name, key, "Bedömning"] = draw(st.sampled_from(list(OUTCOMES.values())))
            drawn[REVIEWS.name, key, "Granskad den"] = draw(DAYS)
            drawn[REVIEWS.name, key, "Anteckning"] = draw(TEXTS)
    return drawn


def test_every_kind_of_cell_is_drawn():
    assert {reads(cell) for cell in cells().values()} == {*DRAWN, "outcome"}


@given(drawn=edits())
@settings(max_examples=40)
def test_any_edits_come_back_as_exactly_these(drawn):
    tables = tables_of(form())
    for place, value in drawn.items():
        answer(tables, *place, value)
    read = {place: read_answer(cells()[place]._replace(value=value), "") for place, value in drawn.items()}
    found = take_in(SOURCE, {"svar.xlsx": saved(tables)})
    back = {(a.cell.sheet.name, a.cell.key, a.cell.column.title): a.new for a in found.answers}
    assert found.conflicts == []
    assert back == {place: value for place, value in read.items() if value != plain(cells()[place].base)}
    for change in found.changes:
        before = parse(change.file, change.old)[0].value if change.old else {}
        after = parse(change.file, change.new)[0].value
        mine = [a for a in found.answers if a.file == change.file]
        assert after == _expected(before, mine, load(SOURCE))


def _expected(value, answers, corpus):
    """The file's value with these answers in it."""
    value = _copied(value)
    said = {a.route[2]: a.new for a in answers if a.route[0] == "reviews" and a.new is not None}
    if said:
        [record] = [record for record in corpus.reviewed if record.file == answers[0].file]
        role = record.content.owner_role
        if said["outcome"] == TO_REVISE:
            name = corpus.find("actor", role).content.name
            value["status"] = "under_revision"
            value["notes"] = " ".join((f"Ska revideras ({said['date']}, {name}).", *filter(None, [said.get("note")])))
        else:
            value["reviews"] = (*value.get("reviews", ()), {"by": role, **said})
    for each in answers:
        if each.route[0] != "reviews":
            _put(value, each.route, each.new)
    return value


def _copied(value):
    return {key: _copied(inner) for key, inner in value.items()} if isinstance(value, dict) else value


def _put(value, route, new):
    for part in route[:-1]:
        value = value.setdefault(part, {})
    if new is None:
        value.pop(route[-1], None)
    else:
        value[route[-1]] = new
