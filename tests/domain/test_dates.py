"""Every date that demands something is on one list, once; what is done has left it."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest
from hypothesis import given, settings

from tests.domain.towns import DAYS, corpus, lindvik, solna, towns
from tests.render.solna import composed
from tests.report.small import section, tables
from vbe.domain.asking import CLOSED, organisation_of
from vbe.domain.dates import dates
from vbe.domain.freshness.assessing import assess
from vbe.domain.freshness.ended import agreement_names
from vbe.domain.lifecycle import has_begun, in_force
from vbe.domain.period import handed_in
from vbe.domain.samples import counted

WINTER = datetime.date(2018, 12, 31)


def listed(found, day):
    """Kind, id and day of everything on the list that has a day."""
    return Counter((each.kind, each.id, each.day) for each in dates(assess(found, {}, as_of=day).freshness))


def demanded(found, day):
    """The same from the files: every field whose day demands something of somebody, and that is not done."""
    last = {}
    for year in found.years:
        for board, report in handed_in(found, year, day).items():
            last |= {(identity, board): told for identity, told in report.commitments.items()}
    for identity, commitment in found.commitments.items():
        boards = organisation_of(found, day.year).answering_for(commitment)
        done = all(last.get((identity, board)) and last[identity, board].status in CLOSED for board in boards)
        if commitment.deadline is not None and commitment.then_every_months is None and not done:
            yield "commitment", identity, commitment.deadline
        for milestone in commitment.milestones:
            if not done and not (milestone.done_on is not None and milestone.done_on <= day):
                yield "milestone", f"{identity}/{milestone.date}", milestone.date
    for (identity, board), told in last.items():
        if told.next_step_due is not None and told.status not in CLOSED and identity in found.commitments:
            yield "next_step", f"{identity}/{board}/next_step", told.next_step_due
    for record in found.of_kind("decisions"):
        begun = [d.date for d in record.content.decisions if d.date is not None]
        for remark in record.content.remarks:
            answered = remark.answered_on is not None and remark.answered_on <= day
            if remark.due is not None and not answered and (not begun or min(begun) <= day):
                yield "remark", remark.id, remark.due
    for waiver in found.profile.waivers:
        yield "waiver", None, waiver.until
    if found.strategy is not None and found.strategy.valid_to is not None and found.strategy.versions:
        yield "strategy", "strategy", found.strategy.valid_to
    stated, looks = found.strategy.next_review_on, [v.decided_on for v in found.strategy.versions if v.decided_on <= day]
    looks += [each for each in (found.strategy.revised_on, *(r.date for r in found.strategy.reviews if r.date <= day)) if each]
    if stated is not None and max(looks) < stated:
        yield "strategy", "strategy", stated
    for partner in found.organisation.partners:
        for agreement, name in zip(partner.agreements, agreement_names(partner), strict=True):
            if agreement.valid_to is None or not has_begun(agreement, day):
                continue
            begun = agreement.valid_from or agreement.valid_to
            later = [a.valid_from for a in partner.agreements if a.valid_from and a is not agreement]
            if not any(begun < first <= day for first in later):
                yield "agreement", f"{partner.id}/{name}", agreement.valid_to
    first = max(found.strategy.valid_from.year, min(found.years, default=1))
    last = min(day.year, found.strategy.valid_to.year if found.strategy.valid_to else day.year)
    for year in range(first, last + 1):
        for board in set(organisation_of(found, year).reporting_boards) - set(handed_in(found, year, day)):
            yield "followup", f"{year}/{board}", datetime.date(year + 1, 3, 31)
    for kind in ("routine", "guidance"):
        for record in found.of_kind(kind):
            if in_force(record.content, day):
                yield kind, record.id, None


def agrees(found, day):
    items = listed(found, day)
    assert {item: count for item, count in items.items() if count > 1} == {}
    kinds = Counter((kind, identity) for kind, identity, _due in items)
    for kind, identity, due in demanded(found, day):
        if identity is None:
            assert any(item[0] == kind and item[2] == due for item in items), (kind, due)
        elif due is None:
            assert kinds[kind, identity] == 1, (kind, identity)
        else:
            assert items[kind, identity, due] == 1, (kind, identity, due)
    wanted = {(kind, identity, due) for kind, identity, due in demanded(found, day)}
    for kind in ("next_step", "remark", "milestone", "agreement", "followup"):
        assert {item for item in items if item[0] == kind} == {item for item in wanted if item[0] == kind}
    deadlines = {(i, c.deadline) for i, c in found.commitments.items() if c.deadline and c.then_every_months is None}
    assert {item[1:] for item in items if item[0] == "commitment" and item[1:] in deadlines} == {
        item[1:] for item in wanted if item[0] == "commitment"
    }


@pytest.mark.parametrize("day", [datetime.date(2017, 8, 31), datetime.date(2018, 2, 19), WINTER])
def test_every_date_of_solna_is_on_the_list_once(day):
    agrees(corpus(solna()), day)


def test_every_date_of_the_rules_base_is_on_the_list_once():
    agrees(corpus(lindvik()), datetime.date(2025, 6, 1))


@settings(max_examples=60)
@given(towns(), DAYS)
def test_every_date_of_any_municipality_is_on_the_list_once(files, day):
    found = counted(corpus(files))
    if found.strategy.valid_from <= day:
        agrees(found, day)


def test_a_deadline_that_has_passed_is_on_the_list_until_it_is_reported_as_done():
    """Was: 2.7, 4.5, 7.4 and 8.4 in no list on 2018-12-31. 7.4 was done in 2017."""
    found = {f.id: f for f in assess(corpus(solna()), {}, as_of=WINTER).freshness if f.kind == "commitment"}
    assert {str(found[identity].state) for identity in ("2.7", "4.5", "8.4")} == {"overdue"}
    assert "7.4" not in found
    reported = {
        "followup/2018/kommunstyrelsen.yaml": 'reported_on: 2018-12-30\ncommitments:\n  "4.5": {status: done, done_on: 2018-11-30, result: "Alla är utbildade."}\n'
    }
    left = {f.id for f in assess(corpus(solna() | reported), {}, as_of=WINTER).freshness if f.kind == "commitment"}
    assert "4.5" not in left


def test_the_follow_up_and_its_report_back_are_done_by_the_decisions_on_it():
    """Was: 1.10 and 1.11 "nothing shows it" although KS § 38 and trygghetsrådet § 5 stand in the decisions."""
    found = {f.id: f for f in assess(corpus(solna()), {}, as_of=WINTER).freshness}
    assert {str(found[identity].state) for identity in ("1.10", "1.11")} == {"current"}
    assert found["1.10"].due_on == datetime.date(2019, 5, 9)
    assert found["1.11"].due_on == datetime.date(2019, 6, 17)


def test_a_board_that_has_not_handed_in_its_report_is_on_the_list():
    """Was: nothing for 2018 on 2019-06-01."""
    found = corpus(solna())
    owed = {f.id: f for f in assess(found, {}, as_of=datetime.date(2019, 6, 1)).freshness if f.kind == "followup"}
    assert {i for i, f in owed.items() if f.is_stale} == {
        f"2018/{board}" for board in organisation_of(found, 2018).reporting_boards
    }
    assert owed["2018/socialnamnden"].due_on == datetime.date(2019, 3, 31)
    assert not owed["2019/socialnamnden"].is_stale


def test_a_board_asked_by_a_prepared_file_still_owes_its_report():
    prepared = solna() | {"followup/2018/socialnamnden.yaml": 'commitments:\n  "5.1": {status: continuous}\n'}
    owed = {f.id for f in assess(corpus(prepared), {}, as_of=datetime.date(2019, 6, 1)).freshness if f.is_stale}
    assert "2018/socialnamnden" in owed


def test_the_report_reads_the_list():
    """Everything on the list from the day on stands in the report's plan, and nothing else."""
    found, day = corpus(solna()), datetime.date(2018, 2, 19)
    wanted = {d.day for d in dates(assess(found, {}, as_of=day).freshness) if d.kind != "actor"}
    shown = {row[0].value for row in tables(section(composed(found, 2017, day=day), "plan"))["plan-tabell"].rows}
    assert shown == {str(each) for each in wanted if day < each <= datetime.date(2018, 12, 31)}
