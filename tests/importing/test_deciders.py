"""Plans that several councils have decided, and a board's own plan below its city's: read without invention."""

import datetime
from typing import NamedTuple

import pytest

from tests.importing.later_plans import a_board_below_its_city
from tests.importing.paper import Paper
from tests.importing.plans import PLANS
from tests.importing.scoring import lost_words
from vbe.cli import run
from vbe.diagnostics import Severity
from vbe.importing.composing import import_document
from vbe.importing.opening import open_document
from vbe.rules.checker import check
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load

HEAD = ("Åtgärd", "Ansvarig", "Tid")
ROW = ("Gemensam utbildning", "Kommunstyrelsen", "2025")
WHOSE = ["--name", "Stockens kommun", "--code", "0000"]


class Decided(NamedTuple):
    body: str
    day: datetime.date | None
    paragraph: int | None
    case_number: str | None


def read(paper, name="Västra Bergs kommun"):
    document = open_document("plan.docx", paper.content)
    made = import_document(document, name, "0000")
    corpus = load(FilesInMemory(made.files))
    assert [d.message for d in check(corpus).open if d.severity is Severity.ERROR] == []
    assert lost_words(document, made) == ()
    return made, corpus


def decisions(corpus):
    return [Decided(d.body, d.date, d.paragraph, d.case_number) for d in corpus.strategy.versions[0].decisions]


BERG = [
    Decided("kommunfullmaktige", datetime.date(2023, 11, 27), 101, None),
    Decided("kommunfullmaktige-i-mellersta-berg", datetime.date(2023, 12, 4), 88, None),
    Decided("kommunfullmaktige-i-ostra-berg", datetime.date(2023, 12, 11), 95, None),
]


def test_the_deciders_of_a_joint_plan_in_a_cell_of_the_cover():
    _made, corpus = read(PLANS["joint_plan"]()[0])
    assert decisions(corpus) == BERG
    version = corpus.strategy.versions[0]
    assert (version.decided_on, version.decided_by, version.paragraph) == (BERG[0].day, "kommunfullmaktige", 101)
    assert corpus.strategy.decided_by == "kommunfullmaktige"
    assert [(p.name, p.kind) for p in corpus.organisation.partners if p.id.startswith("kommunfull")] == [
        ("Kommunfullmäktige i Mellersta Berg", "municipality"),
        ("Kommunfullmäktige i Östra Berg", "municipality"),
    ]


def test_who_of_them_is_our_own_is_asked_where_the_name_does_not_tell():
    made, corpus = read(PLANS["joint_plan"]()[0], "Älvhults kommun")
    assert len(decisions(corpus)) == 3
    assert corpus.strategy.decided_by is None
    assert "Vilken av dem som beslutade planen är vår egen?" in made.log.decode()


def test_four_deciders_in_a_table_with_their_own_case_numbers():
    rows = [
        ("Ås kommun", "2024-02-26", "14", "KS 2023/11"), ("Ö kommun", "2024-03-04", "22", "2023-118"),
        ("Ny kommun", "2024-03-18", "§ 9", "KS/2023:77"), ("Stockens kommun", "26 februari 2024", "31", "KS 2023/402"),
    ]  # fmt: skip
    paper = Paper("Gemensam plan 2024–2027").table(("Kommun", "Beslutsdatum", "Paragraf", "Diarienummer"), *rows)
    _made, corpus = read(paper.heading("Åtgärder").table(HEAD, ROW), "Stockens kommun")
    found = decisions(corpus)
    assert [(d.paragraph, d.case_number) for d in found] == [
        (14, "KS 2023/11"),
        (22, "2023-118"),
        (9, "KS/2023:77"),
        (31, "KS 2023/402"),
    ]
    assert found[3] == Decided("kommunfullmaktige", datetime.date(2024, 2, 26), 31, "KS 2023/402")


def test_deciders_on_lines_of_their_own():
    paper = Paper("Gemensam plan").text("Antagen av:")
    paper.items(
        "Kommunfullmäktige i Stocken den 26 februari 2024, § 31, dnr KS 2023/402", "Kommunfullmäktige i Ås 2024-03-04 § 14"
    )
    _made, corpus = read(paper.heading("Åtgärder").table(HEAD, ROW), "Stockens kommun")
    assert [(d.body, d.paragraph, d.case_number) for d in decisions(corpus)] == [
        ("kommunfullmaktige", 31, "KS 2023/402"),
        ("kommunfullmaktige-i-as", 14, None),
    ]


def test_councils_that_are_only_spoken_of_have_decided_nothing():
    paper = Paper("Plan").text(
        "Antagen av kommunfullmäktige 2024-02-12, § 14", "Samarbete finns med kommunfullmäktige i Ås och i Ö."
    )
    _made, corpus = read(paper.heading("Åtgärder").table(HEAD, ROW))
    assert decisions(corpus) == []
    assert corpus.strategy.versions[0].paragraph == 14


def test_a_boards_plan_has_its_own_number_its_history_and_what_it_stands_below():
    made, corpus = read(a_board_below_its_city()[0])
    strategy = corpus.strategy
    assert (strategy.case_number, strategy.decided_by) == ("AVN 2017-0187", "arbetsmarknads-och-vuxenutbildningsnamnden")
    assert strategy.parent == "Stadens riktlinjer mot våldsbejakande extremism"
    assert [(v.version, str(v.decided_on)) for v in strategy.versions] == [
        ("1", "2017-05-31"),
        ("2", "2017-08-31"),
        ("3", "2018-03-31"),
    ]
    text = made.files["strategy/strategy.yaml"].decode()
    assert "# läst som: ”maj 2017”; dokumentet säger inte vilken dag" in text
    assert "Vilken dag beslutades version 1?" in made.log.decode()


def test_a_plan_below_another_named_in_running_text():
    made, corpus = read(PLANS["goals_for_each_board"]()[0])
    assert corpus.strategy.parent == "Stadens riktlinjer"
    assert "# läst som: texten, som nämner det" in made.files["strategy/strategy.yaml"].decode()


@pytest.fixture
def city(tmp_path, capsys):
    file, board = tmp_path / "stad.docx", tmp_path / "namnd.docx"
    file.write_bytes(PLANS["strategy_with_cover"]()[0].content)
    board.write_bytes(a_board_below_its_city()[0].content)
    assert run(["import", str(file), "--into", str(tmp_path / "k"), *WHOSE]) == 0
    capsys.readouterr()
    return tmp_path / "k", board


def test_a_boards_plan_comes_into_a_folder_below_the_citys(city, capsys):
    folder, board = city
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run(["import", str(board), "--into", str(folder / "namnden"), *WHOSE]) == 0
    capsys.readouterr()
    assert {path: path.read_bytes() for path in before} == before
    for root in (folder, folder / "namnden"):
        assert run(["validate", "--root", str(root)]) == 0, capsys.readouterr().out
    assert "0 fel" in capsys.readouterr().out
    assert run(["show", "strategy", "--root", str(folder / "namnden")]) == 0
    assert "Stadens riktlinjer mot våldsbejakande extremism" in capsys.readouterr().out.replace("\n", " ")


def test_another_plan_never_takes_the_place_of_the_first(city, capsys):
    folder, board = city
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run(["import", str(board), "--into", str(folder)]) == 2
    err = capsys.readouterr().err
    assert "namnd.docx är en annan plan än den i" in err
    assert "--into" in err
    assert len(err.strip().splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
