"""The boards' forms go out and come back: untouched they change nothing, and edits come back as exactly these."""

import datetime
from functools import cache
from pathlib import Path

import pytest

from tests.forms.hands import answer, saved, tables_of
from vbe.app.forms.content import form_of
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.app.forms.workbook import write_form
from vbe.documents import parse
from vbe.domain.asking import organisation_of
from vbe.store.editing.comments import all_comments
from vbe.store.editing.tree import parse_tree
from vbe.store.loader import load
from vbe.store.repository import Disk

REPOSITORY = Path(__file__).parents[2]
SOURCE = Disk(REPOSITORY)
BOARD = "socialnamnden"
FILE = f"followup/2017/{BOARD}.yaml"


@cache
def made(year, board=None):
    return make_forms(SOURCE, year, board)


def form(year=2017):
    return next(iter(made(year, BOARD).values()))


def taken(content, name="svar.xlsx"):
    return take_in(SOURCE, {name: content})


def test_six_boards_out_and_in_untouched_change_nothing():
    forms = made(2017)
    assert len(forms) == 6
    found = take_in(SOURCE, forms)
    assert (found.changes, found.answers, found.conflicts, found.faults) == ([], [], [], [])


def test_a_form_for_a_year_without_answers_changes_nothing_until_it_is_filled_in():
    assert take_in(SOURCE, made(2018)).changes == []


def test_the_same_input_gives_the_same_bytes():
    assert make_forms(SOURCE, 2017, BOARD) == made(2017, BOARD)


def test_one_answer_is_the_only_change_and_every_comment_stays():
    tables = tables_of(form())
    answer(tables, "Åtgärder", "1.5", "Status", "Pågår ")
    [change] = taken(saved(tables)).changes
    old, new = change.old.decode(), change.new.decode()
    gone = [line for line in old.splitlines() if line not in new.splitlines()]
    differing = [(a, b) for a, b in zip(old.splitlines(), new.splitlines(), strict=True) if a != b]
    assert differing == [("    status: continuous", "    status: ongoing")]
    assert not gone
    assert all_comments(parse_tree(old)) == all_comments(parse_tree(new))


def test_a_folded_text_gives_way_to_another_and_stays_in_the_layout():
    tables = tables_of(form())
    answer(tables, "Åtgärder", "1.5", "Resultat", "Rutinerna är genomgångna. " * 8)
    found = taken(saved(tables))
    value = parse(FILE, found.changes[0].new)[0].value
    assert value["commitments"]["1.5"]["result"] == ("Rutinerna är genomgångna. " * 8).strip()
    assert b"    result: >-\n" in found.changes[0].new


def test_a_new_year_becomes_a_file_that_holds_what_was_answered_and_nothing_else():
    tables = tables_of(form(2018))
    answer(tables, "Åtgärder", "1.5", "Status", "löpande")
    answer(tables, "Åtgärder", "1.5", "Resultat", "Rutinerna anger tider.")
    answer(tables, "Nämnden", "Lämnad den", "Svar", "31/1 2019")
    [change] = taken(saved(tables)).changes
    assert (change.file, change.old) == ("followup/2018/socialnamnden.yaml", None)
    assert parse(change.file, change.new)[0].value == {
        "reported_on": "2019-01-31",
        "commitments": {"1.5": {"status": "continuous", "result": "Rutinerna anger tider."}},
    }


@pytest.mark.parametrize(
    ("column", "written", "read"),
    [
        ("Nästa steg senast", "30/6 2018", "2018-06-30"),
        ("Nästa steg senast", datetime.date(2018, 6, 30), "2018-06-30"),
        ("Nästa steg senast", 43281, "2018-06-30"),
        ("Nästa steg senast", "20180630", "2018-06-30"),
        ("Nästa steg senast", "juni 2018", "2018-06-30"),
        ("Paragraf", "§ 14", 14),
        ("Paragraf", 14, 14),
        ("Resultat", "  Klart.\r\nOch följt upp. \xa0", "Klart.\nOch följt upp."),
        ("Resultat", "=1+1", "=1+1"),
        ("Resultat", 2150, "2150"),
    ],
)
def test_days_numbers_and_texts_as_people_write_them(column, written, read):
    tables = tables_of(form())
    answer(tables, "Åtgärder", "1.5", column, written)
    [given_] = taken(saved(tables)).answers
    assert given_.new == read


@pytest.mark.parametrize(
    ("written", "read"), [("2 150", 2150), ("2\xa0150", 2150), ("12,5", 12.5), ("ca 1 900", 1900), ("<5", "<5"), (1900.0, 1900)]
)
def test_values_as_people_write_them(written, read):
    tables = tables_of(form())
    answer(tables, "Mätetal", "orosanmalningar", "Värde", written)
    [given_] = taken(saved(tables)).answers
    assert given_.new == read


def test_rows_sorted_columns_moved_and_empty_rows_put_in_change_nothing():
    tables = tables_of(form())
    for name in ("Åtgärder", "Mätetal", "Nämnden"):
        head, *rows = tables[name]
        order = sorted(range(len(head)), key=lambda at: head[at][::-1])
        moved = [[row[at] for at in order] for row in [head, *sorted(rows, key=str, reverse=True)]]
        tables[name] = [[""] * len(head), *moved[:3], [""] * len(head), *moved[3:]]
    assert taken(saved(tables)).answers == []


@cache
def _corpus():
    return load(SOURCE)


def test_every_board_that_reports_has_a_form_with_all_that_it_is_asked():
    corpus = _corpus()
    for board in organisation_of(corpus, 2018).reporting_boards:
        made_ = form_of(corpus, 2018, board, "")
        tables = tables_of(write_form(made_))
        assert [row[0] for row in tables["Åtgärder"][1:]] == [row.key for row in made_.sheets[1][1]]
