"""Ids that any command prints, names and Swedish words: what somebody writes is found."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from vbe.app.reviewed import file_meant as record_meant
from vbe.app.reviewed import find_reviewed
from vbe.cli import run
from vbe.cli.asking import numbered
from vbe.cli.review import wanted_outcome
from vbe.cli.stale import wanted_states
from vbe.domain.chain.trace import trace
from vbe.domain.freshness.model import State
from vbe.domain.identify import identify
from vbe.domain.meant import meant, names_in
from vbe.domain.period import find_cut
from vbe.errors import VbeError
from vbe.model.fields import Deadline
from vbe.scaffold.entries import clocked
from vbe.scaffold.questions import Prompt
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
DAY = "2026-11-28"


@pytest.fixture(scope="module")
def corpus():
    return load(Disk(ROOT))


@pytest.fixture(scope="module")
def stale_ids():
    """Every id of `stale --format json`, and how many kinds of thing they are of."""
    words = ["stale", "--all", "--as-of", DAY, "--format", "json", "--root", str(ROOT)]
    said = subprocess.run([sys.executable, "-m", "vbe", *words], capture_output=True, check=False)
    items = json.loads(said.stdout)["items"]
    assert {"waiver", "next_step", "channel", "followup", "situation_picture", "agreement"} <= {item["kind"] for item in items}
    return [item["id"] for item in items]


def test_show_and_trace_know_every_id_that_stale_prints(corpus, stale_ids):
    for identity in stale_ids:
        assert trace(corpus, identify(corpus, identity))


def test_review_knows_every_id_that_stale_prints(corpus, stale_ids):
    """A document is reviewed; of what has no review of its own it says so, and never that there is no such thing."""
    for identity in stale_ids:
        assert _said_of(corpus, identity) in ("", f"{identify(corpus, identity).id} granskas inte för sig."), identity


def _said_of(corpus, identity):
    try:
        find_reviewed(corpus, [record_meant(corpus, identity)])
    except VbeError as why:
        return why.message
    return ""


@pytest.mark.parametrize(
    ("word", "identity"),
    [
        ("Förhöjd riskbild", "overall/forhojd-riskbild"),
        ("förhöjd  RISKBILD ", "overall/forhojd-riskbild"),
        ("Socialfo\u0308rvaltningen", "socialforvaltningen"),
        ("2024/socialnamnden", "socialnamnden"),
        ("2017/socialnamnden", "2017/socialnamnden"),
        ("VBE302/strategy", "profile"),
        ("situation_picture/2.4", "2.4"),
        ("1.1/socialnamnden/next_step", "1.1"),
    ],
)
def test_names_and_combined_ids(corpus, word, identity):
    assert identify(corpus, word).id == identity


@pytest.mark.parametrize("word", ["", " ", "socialforvaltningen/orosanmlan", "1.1/nagonannan/next_step", "polisen/inget-sadant"])
def test_what_is_only_like_an_id_is_still_unknown(corpus, word):
    with pytest.raises(VbeError, match="Det finns inget med id"):
        identify(corpus, word)


def test_states_in_swedish():
    assert wanted_states(["försenad, Aldrig granskad", "due-soon"]) == (State.OVERDUE, State.NEVER_REVIEWED, State.DUE_SOON)
    with pytest.raises(VbeError, match="finns inte"):
        wanted_states(["försvunnen"])


def test_a_department_by_its_name(capsys):
    run(["stale", "--department", "Socialförvaltningen", "--as-of", DAY, "--format", "json", "--root", str(ROOT)])
    by_name = capsys.readouterr().out
    run(["stale", "--department", "socialforvaltningen", "--as-of", "28/11 2026", "--format", "json", "--root", str(ROOT)])
    assert capsys.readouterr().out == by_name
    assert json.loads(by_name)["items"]


@pytest.mark.parametrize("word", ["Socialnämnden", "socialnamnden"])
def test_a_board_s_part_of_the_report_by_its_name(word, tmp_path, capsys):
    file = tmp_path / "del.md"
    assert run(["report", "--year", "2017", "--board", word, "--as-of", "31/3 2018", "-o", str(file), "--root", str(ROOT)]) == 0
    assert "socialnämnden" in file.read_text(encoding="utf-8").splitlines()[0]
    assert run(["form", "--year", "2018", "--board", word, "-o", str(tmp_path), "--root", str(ROOT)]) == 0
    assert (tmp_path / "formular-2018-socialnamnden.xlsx").is_file()


def test_a_cut_and_an_outcome_by_their_names(corpus):
    assert find_cut(corpus, "kommunstyrelsen")[0] == find_cut(corpus, "Kommunstyrelsen")[0] == "ks"
    assert [wanted_outcome(word) for word in ("gäller oförändrad", "Har reviderats", "no-change")] == [
        "no-change",
        "revised",
        "no-change",
    ]


@pytest.mark.parametrize("year", ["0", "99999"])
def test_a_year_that_is_none_is_refused_in_one_line(year, tmp_path, capsys):
    assert run(["form", "--year", year, "--all-boards", "-o", str(tmp_path), "--root", str(ROOT)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_name_of_two_things_is_no_name_of_one():
    assert meant("Nämnden", ("a", "b"), {"a": "Nämnden", "b": "nämnden"}) == "Nämnden"
    assert meant("genomförd", ("done", "ongoing")) == "done"


def test_an_answer_is_an_id_a_name_a_word_or_a_number_of_the_list(corpus):
    board = Prompt("board", "", ("kommunstyrelsen", "socialnamnden"), names=names_in(corpus))
    assert [board.parse(numbered(board, word)) for word in ("socialnamnden", "Socialnämnden", "2")] == ["socialnamnden"] * 3
    assert Prompt("unit", "", ("number", "percent")).parse("procent") == "percent"
    area = Prompt("area", "", ("4", "5"))
    assert numbered(area, "4") == "4"


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        ("hösten 2027", {"deadline": "hösten 2027"}),
        ("senast 30/6 2018", {"deadline": datetime.date(2018, 6, 30)}),
        ("2027", {"deadline": 2027}),
        ("vartannat år", {"every_months": 24}),
        ("18", {"every_months": 18}),
    ],
)
def test_a_time_under_when_becomes_the_clock(said, answers):
    found = clocked({"when": said})
    assert found == {"when": None, **answers}
    if "deadline" in found:
        assert isinstance(TypeAdapter(Deadline).validate_python(found["deadline"]), datetime.date)


def test_what_is_no_time_stays_an_event():
    assert clocked({"when": "Vid misstanke"}) == {"when": "Vid misstanke"}


def test_days_and_numbers_are_answered_as_people_write_them():
    assert Prompt("date", "", form="date").parse("den 30 juni 2018") == datetime.date(2018, 6, 30)
    assert Prompt("deadline", "", form="due").parse("HT 2027") == datetime.date(2027, 12, 31)
    assert Prompt("n", "", form="number").parse("2 150") == 2150
    for form, wrong in (("date", "hösten 2027"), ("number", "12,5"), ("number", "många")):
        with pytest.raises(VbeError):
            Prompt("x", "", form=form).parse(wrong)
