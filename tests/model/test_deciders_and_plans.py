"""Joint plans, boards' plans, other countries' codes and letters, and what a cover and an indicator may say."""

from __future__ import annotations

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.report import small
from vbe.app.forms.outlet import make_forms
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.ended import agreement_names
from vbe.errors import VbeError
from vbe.language.letters import plain_letters
from vbe.model.profile import Municipality
from vbe.model.records.organisation import Partner
from vbe.output.entry.view import view
from vbe.rules.checker import check
from vbe.scaffold.choices import slug
from vbe.scaffold.followup import followup_questions, followups
from vbe.store.loader import load

STRATEGY, ORGANISATION, AREA = "strategy/strategy.yaml", "strategy/organisation.yaml", "measures/01-samordning.yaml"
OTHER = "measures/02-stod.yaml"
COVER = """required_by_law: true
title_year: 2022
political_owner: kommunstyrelsen
parent: Trygghetsprogram för Lindvik
related: [Riktlinje för uthyrning]
supersedes: [Handlingsplan 2018]
next_review_on: 2024-06-30
"""
JOINT = """    case_number: "KS/2023:7"
    decisions:
      - {body: kommunfullmaktige, case_number: "KS/2023:7", paragraph: 61, date: 2023-05-15}
      - {body: kommunfullmaktige-i-viken, case_number: "2023/114", paragraph: 12, date: 2023-05-22}
      - {body: kommunfullmaktige-i-sjobo, case_number: "KF 23-88", paragraph: 40, date: 2023-06-01}
      - {body: kommunfullmaktige-i-aro, date: 2023-06-12}
"""
OTHERS = """partners:
  - {id: kommunfullmaktige-i-viken, name: Kommunfullmäktige i Viken, kind: municipality}
  - {id: kommunfullmaktige-i-sjobo, name: Kommunfullmäktige i Sjöbo, kind: municipality}
  - {id: kommunfullmaktige-i-aro, name: Ærø byråd, kind: municipality}
"""


def joint():
    text = small.files()[STRATEGY]
    assert "    paragraph: 61\n" in text
    text = text.replace("    paragraph: 61\n", f"    paragraph: 61\n{JOINT}").rstrip() + "\n" + COVER
    text = text.replace("owner_role: sakerhetschef", "owner_role: kommunledningsforvaltningen")
    changed = {STRATEGY: text} | small.edited(ORGANISATION, ("partners:\n", OTHERS))
    return small.corpus(changed)


def test_a_joint_plan_has_a_decision_of_each_council():
    corpus = joint()
    words = small.words(small.section(small.composed(corpus, 2024), "background"))
    told = "kommunfullmäktige (den 15\u00a0maj 2023, §\u00a061, KS/2023:7), Kommunfullmäktige i Viken (den 22\u00a0maj 2023, §\u00a012, 2023/114)"
    assert told in words
    assert "Ærø byråd (den 12\u00a0juni 2023)" in words
    assert [d for d in check(corpus).diagnostics if d.location.file == STRATEGY] == []


def test_what_the_cover_says_is_told():
    corpus = joint()
    words = small.words(small.section(small.composed(corpus, 2024), "background"))
    for said in (
        "En lag kräver ett sådant dokument.",
        "Årtalet 2022 i titeln är ett annat",
        "Kommunstyrelsen svarar politiskt för strategin.",
        "Version 1.1 har diarienummer KS/2023:7.",
        "Strategin hör till Trygghetsprogram för Lindvik.",
        "Riktlinje för uthyrning",
        "Strategin ersätter Handlingsplan 2018.",
        "30\u00a0juni 2024",
    ):
        assert said in words, said


def test_a_stated_check_is_on_the_list_and_a_department_may_own():
    corpus = joint()
    [found] = [f for f in assess(corpus, {}, as_of=datetime.date(2024, 7, 1)).freshness if f.kind == "strategy"]
    assert (found.due_on, str(found.state), found.owner_role) == (datetime.date(2024, 6, 30), "overdue", "kommundirektor")
    [later] = [f for f in assess(corpus, {}, as_of=datetime.date(2024, 11, 1)).freshness if f.kind == "strategy"]
    assert later.due_on == datetime.date(2026, 10, 1)


COUNCILS = """boards:
  - {id: kommunfullmaktige-i-viken, name: Kommunfullmäktige i Viken, level: council, municipality: viken}
  - {id: kommunstyrelsen-i-viken, name: Kommunstyrelsen i Viken, level: executive, municipality: viken}
  - {id: socialnamnden-i-viken, name: Socialnämnden i Viken, municipality: viken}
"""
VIKEN = "followup/2024/kommunstyrelsen-i-viken.yaml"
SAID = """reported_on: 2025-01-20
summary: Viken har ordnat en utbildningsdag.
commitments:
  "2.2": {status: ongoing, result: En dag har hållits., deviation: Få kom., cause: Kort varsel., next_step: Bjud in tidigare., next_step_due: 2025-05-01}
"""


def shared(late="2023-05-22"):
    """A plan of two municipalities, each with its council, its case number, its boards and its measures."""
    joint_version = f"""    decisions:
      - {{body: kommunfullmaktige, case_number: "KS/2023:7", paragraph: 61, date: 2023-05-15}}
      - {{body: kommunfullmaktige-i-viken, case_number: "2023/114", paragraph: 12, date: {late}}}
"""
    organisation = small.edited(
        ORGANISATION,
        ("boards:\n", COUNCILS),
        ("partners:\n", "partners:\n  - {id: viken, name: Vikens kommun, kind: municipality}\n"),
    )
    cover = small.edited(STRATEGY, ("    paragraph: 61\n", f"    paragraph: 61\n{joint_version}"))
    area = small.edited(
        OTHER, ("responsible: [socialforvaltningen]", "responsible: [socialforvaltningen, kommunstyrelsen-i-viken]")
    )
    profile = small.edited("vbe.yaml", ("reporting_boards: [", "reporting_boards: [kommunstyrelsen-i-viken, "))
    return organisation | cover | area | profile | {VIKEN: SAID}


def extract(corpus, reader, **more):
    made = small.composed(corpus, 2024, board=reader, **more)
    return small.words(made)


def test_each_council_of_a_joint_plan_gets_its_own_part():
    corpus = small.corpus(shared())
    assert [d for d in check(corpus).diagnostics if d.severity == "error"] == []
    viken = extract(corpus, "kommunfullmaktige-i-viken")
    assert extract(corpus, "viken").replace("Vikens kommun", "Kommunfullmäktige i Viken").count("Viken har ordnat") == 1
    for told in (
        "Kommunfullmäktige i Viken svarar för",
        "är beslutad av kommunfullmäktige i Viken (den 22\u00a0maj 2023, §\u00a012, 2023/114).",
        "Viken har ordnat en utbildningsdag.",
        "Kort varsel.",
    ):
        assert told in viken, told
    for foreign in ("KS/2023:7", "1.1"):
        assert foreign not in viken
    ours = extract(corpus, "kommunfullmaktige")
    assert "KS/2023:7" in ours
    assert "2023/114" not in ours
    assert "Viken har ordnat" not in ours
    assert "Viken har ordnat en utbildningsdag." in extract(corpus, "kommunstyrelsen-i-viken")


def test_whoever_has_no_part_is_told_who_has():
    with pytest.raises(VbeError, match="kommunfullmaktige-i-vike") as told:
        extract(small.corpus(shared()), "kommunfullmaktige-i-vike")
    assert "kommunfullmaktige-i-viken" in told.value.hint
    with pytest.raises(VbeError):
        extract(small.corpus(), "kommunfullmaktige")
    with pytest.raises(VbeError) as told:
        extract(small.corpus(), "polisen")
    assert "municipality: polisen" in told.value.hint


def test_each_municipality_gets_its_files_and_its_forms():
    held = {name: text for name, text in (small.files() | shared()).items() if name != VIKEN}
    corpus = load(small.Memory(held))
    asked = {prompt.name: prompt.choices for prompt in followup_questions(corpus, {})}
    assert {"viken", "kommunfullmaktige-i-viken", "kommunstyrelsen-i-viken"} <= set(asked["board"])
    made = followups(small.Memory(held), corpus, {"year": 2024, "board": "viken"})
    assert [change.file for change in made] == [VIKEN]
    assert '"2.2":' in made[0].new.decode()
    assert list(make_forms(small.Memory(held), 2024, "viken")) == ["formular-2024-kommunstyrelsen-i-viken.xlsx"]


def test_a_council_that_decided_later_does_not_show_before():
    corpus = small.corpus(shared(late="2025-02-10"))
    assert "2023/114" not in small.words(small.composed(corpus, 2024, day=datetime.date(2025, 2, 1)))
    assert "2023/114" in small.words(small.composed(corpus, 2024, day=datetime.date(2025, 3, 1)))


def test_a_partner_alone_is_answered_for_by_the_board_that_works_with_it_in_the_report_too():
    changed = small.edited(
        OTHER, ("responsible: [socialforvaltningen]", "responsible: [polisen]\n    with: [socialforvaltningen]")
    )
    assert "2.2" in extract(small.corpus(changed), "socialnamnden")


@pytest.mark.parametrize("code", ["0184", "851", "0301", "E06000022"])
def test_every_countrys_codes(code):
    assert TypeAdapter(Municipality).validate_python({"name": "Ærø", "code": code}).code == code


@pytest.mark.parametrize("code", ["", "18", "184 ", "e0600"])
def test_what_is_no_code(code):
    with pytest.raises(ValidationError):
        TypeAdapter(Municipality).validate_python({"name": "Ærø", "code": code})


@pytest.mark.parametrize(("name", "plain"), [("Tromsø", "tromso"), ("Ærø", "aro"), ("Århus", "arhus"), ("Växjö", "vaxjo")])
def test_letters_of_ids(name, plain):
    assert plain_letters(name) == plain == slug(name)
    partner = Partner.model_validate({"id": "x", "name": "x", "agreements": ({"title": name},)})
    assert agreement_names(partner) == [plain]


@pytest.mark.parametrize(("unit", "words"), [("per_100000", "per 100 000 invånare"), ("kronor", "kronor"), ("index", "index")])
def test_an_indicator_of_another_unit(unit, words):
    changed = small.edited(
        AREA, ("    unit: number\n", f"    unit: {unit}\n    by_sex: true\n    baseline: 3\n    baseline_year: 2022\n")
    )
    corpus = small.corpus(changed)
    told = small.words(small.section(small.composed(corpus, 2024), "indicators"))
    assert f"Enhet: {words}." in told.replace("\u00a0", " ")
    assert "Redovisas även för kvinnor och män var för sig." in told
    assert "Utgångsvärdet är från 2022." in told


def test_what_a_measure_costs():
    changed = small.edited(AREA, ("    every_months: 3\n", "    every_months: 3\n    cost: {2024: 200000, 2025: 150000}\n"))
    corpus = small.corpus(changed)
    assert "Kostnad: 2024 200\u00a0000 kronor och 2025 150\u00a0000 kronor." in small.words(small.composed(corpus, 2024))
    entry = corpus.find("commitment", "1.1")
    assert any(line.label == "kostnad" for line in view(corpus, entry, (), None).lines)


def test_groups_and_partners_say_what_is_whose_task():
    changed = small.edited(
        ORGANISATION,
        (
            "    meets_every_months: 3\n",
            "    meets_every_months: 3\n    on_call: [socialchef]\n    mandate: Håller ihop arbetet.\n",
        ),
    )
    words = small.words(small.section(small.composed(small.corpus(changed), 2024), "cooperation"))
    assert "Samordningsgruppen: Håller ihop arbetet. Träffas varje kvartal. Vid behov deltar socialchefen." in words
    assert "Polisen: Utreder brott." in words


@pytest.mark.parametrize(
    ("owner", "asked"),
    [
        ("socialchef", "socialchef"),
        ("socialforvaltningen", "socialchef"),
        ("kommunstyrelsen", "kommundirektor"),
        ("samordningsgruppen", "sakerhetschef"),
        ("polisen", None),
    ],
)
def test_whoever_owns_the_document_somebody_is_asked_to_review_it(owner, asked):
    """A role, a department, a board, a joint body or a partner; beside them a political owner."""
    corpus = small.corpus(
        small.edited(STRATEGY, ("owner_role: sakerhetschef", f"owner_role: {owner}\npolitical_owner: kommunstyrelsen"))
    )
    assert check(corpus).diagnostics == ()
    [found] = [f for f in assess(corpus, {}, as_of=datetime.date(2025, 1, 1)).freshness if f.kind == "strategy"]
    assert found.owner_role == asked
    assert found.department
