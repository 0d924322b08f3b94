"""Beginnings: what a plan has is asked for once, what nobody has said is left out, and each kind of plan has what it needs."""

from __future__ import annotations

import datetime

import pytest

from tests.cli.test_new import converse
from vbe.cli import run
from vbe.errors import VbeError
from vbe.model.fields import stated
from vbe.rules.checker import check
from vbe.scaffold.beginnings import answer_beginning, presets
from vbe.scaffold.decided import Partaker, read_partaker
from vbe.scaffold.municipality import compose
from vbe.scaffold.repository import FilesInMemory, compose_repository
from vbe.store.loader import load
from vbe.store.repository import Disk

NAMED = ("--name", "Lindviks kommun", "--code", "9999")
KINDS_NAMED = ("mal", "omraden", "nivaer", "numrerad", "lagkrav", "gemensam", "namndplan", "brottsforebyggande", "solna")
MINE = {"name": "Lindviks kommun", "code": "9999"}


class Talk:
    """Somebody who answers by the name of the question, and by nothing where they do not know; every question is kept."""

    def __init__(self, **answers: str) -> None:
        self.answers = {key: value.split(" | ") for key, value in answers.items()}
        self.asked = []

    def __call__(self, question) -> str:
        self.asked.append(question)
        given = self.answers.get(question.name)
        return given.pop(0) if given else question.default


def corpus_of(talk: Talk):
    answers = answer_beginning(dict(MINE), talk)
    return load(FilesInMemory(compose_repository(compose({**answers, "year": 2026}))))


def began(folder, *words: str):
    assert run(["init", str(folder), *NAMED, *words]) == 0
    corpus = load(Disk(folder))
    assert [(d.code, d.message) for d in check(corpus).open if d.code != "VBE130"] == []
    return corpus


def test_there_is_a_kind_for_each_way_of_planning_with_a_line_on_it():
    assert set(KINDS_NAMED) <= set(presets())
    assert all(20 < len(said) < 140 and said.endswith(".") for said in presets().values())


class TestJointPlan:
    """Decided by several councils, each in its own register; what one of them has not said is left out."""

    def test_each_decision_stands_under_the_version(self, tmp_path):
        sharing = ["--joint-with", "Näs kommun=2026-03-02, KS 2026/7, § 31", "--joint-with", "Sjöbo kommun=§ 12, 9/3 2026"]
        decided = ["--decided-on", "2026-02-23", "--paragraph", "14", "--case-number", "KS/2026:12"]
        corpus = began(tmp_path / "g", "--preset", "gemensam", *sharing, "--joint-with", "Ås kommun", *decided)
        version = corpus.strategy.versions[0]
        assert [(d.body, d.case_number, d.paragraph, d.date and d.date.isoformat()) for d in version.decisions] == [
            ("kommunfullmaktige", "KS/2026:12", 14, "2026-02-23"),
            ("nas-kommun", "KS 2026/7", 31, "2026-03-02"),
            ("sjobo-kommun", None, 12, "2026-03-09"),
        ]
        assert version.decided_by == "kommunfullmaktige"

    def test_on_a_terminal_each_municipality_is_asked_for_its_decision(self):
        talk = Talk(preset="gemensam", joint_with="Näs kommun; Ås kommun | 2 mars 2026, § 31 | ", decided_on="2026-02-23")
        decisions = corpus_of(talk).strategy.versions[0].decisions
        assert [(d.body, d.paragraph) for d in decisions] == [("kommunfullmaktige", None), ("nas-kommun", 31)]
        assert [q.prompt.partition(":")[0] for q in talk.asked if q.name == "joint_with"][1:] == ["Näs kommun", "Ås kommun"]

    def test_without_an_answer_nobody_and_nothing_is_made_up(self, tmp_path):
        corpus = began(tmp_path / "g", "--preset", "gemensam")
        assert corpus.strategy.versions == ()
        assert "partners" not in (tmp_path / "g/strategy/organisation.yaml").read_text("utf-8").replace("vbe new partner", "")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--joint-with", "Näs=2026-03-02"], "--decided-on"),
            (["--joint-with", "Näs=2026-03-02, 2026-03-03", "--decided-on", "2026-02-01"], "Näs"),
            (["--joint-with", "Näs", "--joint-with", "näs", "--decided-on", "2026-02-01"], "två gånger"),
            (["--joint-with", "=2026-03-02"], "namnet på en kommun"),
        ],
    )
    def test_what_cannot_be_right_is_one_line_and_nothing_is_written(self, words, said, tmp_path, capsys):
        assert run(["init", str(tmp_path / "g"), *NAMED, "--preset", "gemensam", *words, "--lang", "sv"]) == 2
        err = capsys.readouterr().err
        assert (len(err.strip().splitlines()), said in err) == (1, True)
        assert not (tmp_path / "g").exists()

    def test_a_decision_is_read_in_any_order_and_a_comma_too_many_is_forgiven(self):
        known = Partaker("Näs kommun", datetime.date(2026, 3, 2), "KS 2026/7", 31)
        assert read_partaker("Näs kommun = § 31, , KS 2026/7, 2/3 2026") == known
        assert read_partaker("Näs kommun") == Partaker("Näs kommun")


class TestPlanOfABoard:
    """Below the municipality's own document; the board reports, and gets the report."""

    def test_it_says_under_which_document_it_stands(self, tmp_path):
        words = ["--preset", "namndplan", "--board", "Kultur-, idrotts- och fritidsnämnden", "--parent", "Kommunens riktlinjer"]
        corpus = began(tmp_path / "n", *words)
        assert (corpus.strategy.title, corpus.strategy.parent) == (
            "Kultur-, idrotts- och fritidsnämndens plan",
            "Kommunens riktlinjer",
        )
        board = "kultur-idrotts-och-fritidsnamnden"
        assert (corpus.profile.coverage.reporting_boards, corpus.profile.report_recipients) == ((board,), (board,))

    def test_on_a_terminal_it_is_asked(self):
        talk = Talk(
            preset="namndplan", boards="Miljönämnden", parent="Riktlinjen", decided_on="2026-02-02", decided_by="Miljönämnden"
        )
        strategy = corpus_of(talk).strategy
        assert (strategy.parent, strategy.versions[0].decided_by, strategy.versions[0].paragraph) == (
            "Riktlinjen",
            "miljonamnden",
            None,
        )


def test_where_each_area_is_an_aim_the_aims_bear_the_plans_own_words(tmp_path):
    corpus = began(tmp_path / "m", "--preset", "mal", "--area", "Ökad kunskap", "--area", "Tidiga insatser")
    assert corpus.profile.aims == {"okad-kunskap": "Ökad kunskap", "tidiga-insatser": "Tidiga insatser"}
    assert [area.aims for area in corpus.areas.values()] == [("okad-kunskap",), ("tidiga-insatser",)]
    assert {stated(area.purpose) for area in corpus.areas.values()} == {""}


def test_the_law_that_demands_a_plan_is_asked_for_and_else_left_out(tmp_path):
    law = "Lag (2003:778) om skydd mot olyckor, 3 kap. 8 §"
    assert began(tmp_path / "a", "--preset", "lagkrav", "--law-ref", law).strategy.law_refs == (law,)
    assert began(tmp_path / "b", "--preset", "lagkrav").strategy.law_refs == ()
    assert corpus_of(Talk(preset="lagkrav", law_refs=law)).strategy.law_refs == (law,)


def test_what_the_plan_does_not_have_is_asked_once_and_remembered():
    talk = Talk(preset="handlingsplan", examples="none", priorities="nej", demands="nej", indicators="nej")
    corpus = corpus_of(talk)
    has = corpus.profile.coverage
    assert (has.priorities, has.obligations, has.indicators) == (False, False, False)
    assert check(corpus).open == ()
    names = [question.name for question in talk.asked]
    assert [names.count(each) for each in ("examples", "priorities", "demands", "indicators")] == [1, 1, 1, 1]
    assert all(question.choices for question in talk.asked if question.name in ("priorities", "demands", "indicators", "preset"))


def test_the_kind_of_plan_says_what_is_usual_and_the_answer_decides():
    talk = Talk(preset="enkel", demands="ja")
    has = corpus_of(talk).profile.coverage
    assert (has.priorities, has.obligations, has.indicators) == (False, True, False)
    assert {q.name: q.default for q in talk.asked if q.name in ("examples", "priorities")} == {
        "examples": "none",
        "priorities": "nej",
    }


def test_a_decided_plan_is_asked_by_whom_and_an_undecided_one_is_not():
    silent = Talk(preset="enkel")
    assert corpus_of(silent).strategy.versions == ()
    assert "decided_by" not in {question.name for question in silent.asked}
    talk = Talk(preset="enkel", decided_on="23 februari 2026", decided_by="Kommunfullmäktige", paragraph="14")
    version = corpus_of(talk).strategy.versions[0]
    assert (version.decided_by, version.paragraph) == ("kommunfullmaktige", 14)


def test_a_wrong_answer_is_asked_again_where_it_was_given():
    talk = Talk(
        preset="gemensam", joint_with="Näs kommun | 2026-03-02, 2026-03-03 | 2026-03-02", decided_on="i våras | 2026-02-23"
    )
    assert corpus_of(talk).strategy.versions[0].decisions[1].date == datetime.date(2026, 3, 2)
    assert len(talk.asked) == len({q.name for q in talk.asked}) + 3


def test_nobody_to_ask_and_no_kind():
    with pytest.raises(VbeError, match="--preset"):
        answer_beginning(dict(MINE), None)


def test_on_a_real_terminal(tmp_path):
    """Name, code, the kind by its number in the list, and then nothing but the return key."""
    number = str(list(presets()).index("numrerad") + 1)
    assert converse(tmp_path, ["init", "ny"], ["Lindviks kommun", "9999", number, *[""] * 9]) == 0
    assert load(Disk(tmp_path / "ny")).strategy.title == "Handlingsplan för samverkan med polisen"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["--when", "hösten 2027"], "deadline: hösten 2027"),
        (["--deadline", "2027-HT"], "deadline: 2027-HT"),
        (["--when", "2027"], "deadline: 2027"),
        (["--deadline", "Q2 2027"], 'deadline: "Q2 2027"'),
        (["--when", "30/6 2027"], "deadline: 2027-06-30"),
        (["--when", "varje år"], "every_months: 12"),
        (["--starts-on", "1 mars 2027", "--deadline", "2027"], "starts_on: 2027-03-01\n    deadline: 2027"),
    ],
)
def test_a_time_stands_as_the_plan_has_it(words, written, tmp_path):
    began(tmp_path / "p", "--preset", "enkel")
    measure = ["new", "commitment", "--area", "1", "--text", "Kommunen gör något.", "--responsible", "kommunstyrelsen"]
    assert run([*measure, *words, "--root", str(tmp_path / "p")]) == 0
    assert f"    {written}\n" in (tmp_path / "p/measures/01-atgarder.yaml").read_text("utf-8")
    assert check(load(Disk(tmp_path / "p"))).open == ()


def test_explain_tells_whose_decision_a_rule_rests_on(tmp_path, capsys):
    began(tmp_path / "s", "--preset", "solna")
    began(tmp_path / "e", "--preset", "enkel")
    capsys.readouterr()
    said = {}
    for name in ("s", "e"):
        assert run(["explain", "VBE406", "--root", str(tmp_path / name), "--lang", "sv"]) == 0
        said[name] = " ".join(capsys.readouterr().out.split())
    assert "I det här förrådet frågas det efter, enligt Solnas strategi (KS/2016:365), Inledning (aims)." in said["s"]
    assert "I det här förrådet frågas det inte" in said["e"]
