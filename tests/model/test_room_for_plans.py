"""A plan is entered as it is: what it does not say is not stated, and what it says beside who and when has room."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from tests.report import small
from vbe.domain.asking import organisation_of
from vbe.domain.changes.compare import compare
from vbe.domain.changes.names import Names
from vbe.domain.freshness.assessing import assess
from vbe.domain.labels import swedish_value
from vbe.model.records.area import COMMITMENT
from vbe.output.entry.view import view
from vbe.rules.checker import check
from vbe.store.loader import load

PLAN = """title: Trygghet
purpose: Fler ska känna sig trygga.
aims: not_stated
lead: not_stated
commitments:
  - id: "2.1"
    number: 7b
    text: Kommunen och polisen går trygghetsvandringar.
    responsible: [polisen]
    with: [socialforvaltningen]
    priority: 1
    starts_on: 2024-03-01
    when: not_stated
    milestones:
      - {date: 2024-05-31, what: En karta över platserna, done_on: 2024-05-02}
      - {date: 2024-10-31, what: Två vandringar}
    target_group: boende i centrum
    level: universal
    place: Centrum
    aims: not_stated
    follow_up: Antalet vandringar räknas varje år.
  - id: "2.2"
    text: Skolorna pratar om hat och hot.
    responsible: not_stated
    with: [polisen]
    priority: 2
    every_months: 12
  - id: "2.3"
    text: Någon följer upp arbetet.
    responsible: not_stated
    priority: 3
    when: not_stated
"""
TOLD = 'reported_on: 2024-12-31\ncommitments:\n  "2.1": {status: ongoing, result: Vi har gått en gång.}\n'
AREA = "measures/02-stod.yaml"
MISSING = "anges inte i planen"


@cache
def plan(text=PLAN):
    held = {name: part for name, part in small.files(**{AREA: text}).items() if not name.startswith(("followup", "guidance"))}
    return load(small.Memory(held | {"followup/2024/socialnamnden.yaml": TOLD}))


def findings(corpus):
    return [d for d in check(corpus).diagnostics if d.location.file == AREA and d.code not in NOT_OURS]


NOT_OURS = {"VBE404", "VBE405", "VBE601"}
"""Budget, cause and indicators: the profile's business, not the form's."""


def test_what_the_plan_does_not_say_is_no_fault():
    corpus = plan()
    assert not corpus.findings
    assert findings(corpus) == []


def test_what_is_not_stated_has_no_clock():
    kinds = {(f.kind, f.id) for f in assess(plan(), {}, as_of=datetime.date(2030, 1, 1)).freshness}
    assert ("commitment", "2.1") not in kinds
    assert ("commitment", "2.3") not in kinds
    assert ("commitment", "2.2") in kinds


def test_a_milestone_is_on_the_list_until_it_is_reached():
    found = [f for f in assess(plan(), {}, as_of=datetime.date(2024, 11, 1)).freshness if f.kind == "milestone"]
    assert [(f.id, str(f.state), f.due_on) for f in found] == [("2.1/2024-10-31", "overdue", datetime.date(2024, 10, 31))]
    before = assess(plan(), {}, as_of=datetime.date(2024, 4, 30)).freshness
    assert {f.id for f in before if f.kind == "milestone"} == {"2.1/2024-05-31", "2.1/2024-10-31"}


def test_a_clock_runs_from_the_measures_own_first_day():
    text = PLAN.replace("every_months: 12", "every_months: 12\n    starts_on: 2026-01-01")
    due = {f.id: f.due_on for f in assess(plan(text), {}, as_of=datetime.date(2025, 6, 1)).freshness}
    assert due["2.2"] == datetime.date(2027, 2, 1)


def test_the_board_that_works_with_the_partner_answers():
    corpus = plan()
    answering = organisation_of(corpus, 2024).answering_for
    assert answering(corpus.commitments["2.1"]) == ("socialnamnden",)
    assert answering(corpus.commitments["2.2"]) == ("kommunstyrelsen",)
    assert "polisen" not in organisation_of(corpus, 2024).reporting_boards
    asked = {f.id for f in assess(corpus, {}, as_of=datetime.date(2026, 1, 1)).freshness if f.kind == "followup"}
    assert asked
    assert not any("polisen" in each for each in asked)


def test_every_field_is_shown():
    corpus = plan()
    entry = corpus.find(COMMITMENT, "2.1")
    shown = {line.label: line.value for line in view(corpus, entry, (), None).lines}
    assert shown["tillsammans med"] == "socialförvaltningen"
    assert shown["nivå"] == "universell"
    assert shown["syften"] == MISSING
    assert {"nummer", "börjar", "delmål", "målgrupp", "plats", "uppföljning"} <= set(shown)
    nobody = {line.label: line.value for line in view(corpus, corpus.find(COMMITMENT, "2.3"), (), None).lines}
    assert nobody["ansvarig"] == MISSING


def test_every_field_is_compared():
    new = plan(PLAN.replace("place: Centrum", "place: Norra torget").replace("responsible: [polisen]", "responsible: not_stated"))
    told = " ".join(str(part) for change in compare(plan(), new) for part in change.fields)
    assert "Norra torget" in told
    assert "not_stated" in told
    assert Names(new).actor("not_stated") == MISSING


def test_the_report_says_what_the_plan_says():
    words = small.words(small.composed(plan(), 2024))
    for said in (
        "7b Kommunen",
        "Tillsammans med socialförvaltningen",
        "För: boende i centrum.",
        "Nivå: universell.",
        "Plats: Centrum.",
    ):
        assert said in words
    assert "klart den 2\u00a0maj 2024" in words
    assert "Två vandringar, senast den 31\u00a0oktober 2024" in words
    assert "Följs upp: Antalet vandringar räknas varje år." in words
    assert "Anges inte i planen" in words
    assert "not_stated" not in words


def test_an_aim_that_no_area_names_is_not_missed_where_the_plan_names_none():
    assert not [d for d in check(plan()).diagnostics if d.code == "VBE406"]


@pytest.mark.parametrize("level", ["universal", "selective", "indicated"])
def test_the_levels_have_swedish_words(level):
    assert swedish_value(level) != level


def test_a_partner_is_asked_in_a_referral():
    text = PLAN + "    evidence:\n      - {date: 2024-02-01, kind: referral, sent_to: [polisen, socialnamnden]}\n"
    corpus = plan(text)
    assert not corpus.findings
    assert findings(corpus) == []


def test_not_stated_is_nobodys_id():
    wrong = plan(PLAN.replace("responsible: [polisen]", "responsible: [not_stated]"))
    assert [f.file for f in wrong.findings] == [AREA]


def test_until_further_notice_and_a_last_day_do_not_go_together():
    strategy = small.files()["strategy/strategy.yaml"]
    both = small.corpus({"strategy/strategy.yaml": strategy.rstrip() + "\nuntil_further_notice: true\n"})
    assert "VBE305" in {d.code for d in check(both).diagnostics}


def test_a_list_of_one_wrong_name_has_one_fault_and_an_empty_list_its_own():
    [wrong] = plan(PLAN.replace("responsible: [polisen]", "responsible: [Rektor]")).findings
    assert (wrong.rule, wrong.replacement) == ("bad-form", "rektor")
    [empty] = plan(PLAN.replace("responsible: [polisen]", "responsible: []")).findings
    assert empty.rule == "bad-form"
