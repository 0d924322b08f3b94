"""One repository on one day: stale, its calendar and plan, the mails, the report and the site tell of the same days."""

from __future__ import annotations

import datetime
import json
import re
from email import message_from_bytes

import pytest

from tests.render.solna import composed
from tests.report.repo import commit, repository
from tests.report.small import section, tables
from vbe.app.assess import assessed, setting_of
from vbe.app.mailing import write_mails
from vbe.app.origin import trace_origin
from vbe.app.publishing import load_whole
from vbe.app.site.making import SiteOrder, open_view
from vbe.domain.dates import dates
from vbe.domain.freshness.model import State
from vbe.domain.freshness.plan import NOT_PLANNED, plan
from vbe.output.freshness.as_ics import NOT_DATED
from vbe.output.registry import writer
from vbe.site import Edition
from vbe.store.repository import Disk
from vbe.store.templates import open_templates

DAY = datetime.date(2025, 6, 1)
STAMP = datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)
UID = re.compile(r"^UID:(.+)$", re.MULTILINE)
KINDS = {"strategy", "commitment", "milestone", "routine", "guidance", "followup", "next_step", "remark", "agreement", "waiver"}
EDITS = {
    "strategy/strategy.yaml": ("owner_role:", "next_review_on: 2025-09-30\nowner_role:"),
    "measures/01-samordning.yaml": (
        "    every_months: 3\n",
        "    every_months: 3\n    milestones:\n      - {date: 2025-08-31, what: Halva vägen}\n",
    ),
    "followup/2024/socialnamnden.yaml": (
        "    result: Exemplet har setts över.\n",
        "    result: Exemplet har setts över.\n    next_step: Se över igen.\n    next_step_due: 2025-07-31\n",
    ),
    "vbe.yaml": (
        "contacts:\n",
        'waivers:\n  - {rule: VBE418, record: "*", reason: Prov., decided_by: sakerhetschef, until: 2025-12-31}\ncontacts:\n',
    ),
}


def uids(calendar):
    """The events of a calendar, whose long lines are folded."""
    return UID.findall(re.sub(r"\r\n[ \t]", "", calendar).replace("\r", ""))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    root = repository(tmp_path_factory.mktemp("kommun") / "lindvik")
    for name, (old, new) in EDITS.items():
        text = (root / name).read_text("utf-8")
        assert old in text, name
        (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    commit(root, "Fler dagar", "2025-06-01T12:00:00+02:00")
    return Disk(root)


@pytest.fixture(scope="module")
def whole(source):
    return assessed(source, DAY)


@pytest.fixture(scope="module")
def calendar(whole):
    found, assessment, _history = whole
    setting = setting_of(found, STAMP)
    return uids(str(writer("stale", "ics")(assessment, setting)))


def test_there_are_days_of_every_kind(whole):
    found = {(each.kind, each.day) for each in dates(whole[1].freshness)}
    assert {kind for kind, _day in found} == KINDS
    assert {("strategy", datetime.date(2025, 9, 30)), ("strategy", datetime.date(2026, 10, 14))} <= found


def test_stale_tells_each_once(whole):
    found, assessment, _history = whole
    setting = setting_of(found, STAMP)
    items = json.loads(str(writer("stale", "json")(assessment, setting)))["items"]
    told = [(item["kind"], item["id"]) for item in items]
    assert len(told) == len(set(told))
    assert set(told) == {(each.kind, each.id) for each in assessment.freshness}


def test_the_calendar_has_an_event_for_each_day(whole, calendar):
    wanted = [each for each in dates(whole[1].freshness) if each.kind not in NOT_DATED]
    assert len(calendar) == len(set(calendar)) == len(wanted)


def test_the_plan_has_each_thing(whole):
    made = {(r.freshness.kind, r.freshness.id) for each in plan(whole[1], 120) for r in each.reviews}
    wanted = {(f.kind, f.id) for f in whole[1].freshness if f.kind not in NOT_PLANNED and (f.due_on or f.is_stale)}
    assert made == wanted


def test_the_mails_have_what_is_or_will_soon_be_late(source, whole, tmp_path):
    found, assessment, _history = whole
    setting = setting_of(found, STAMP)
    acute = [f for f in assessment.freshness if (f.is_stale or f.state is State.DUE_SOON) and f.kind not in NOT_PLANNED]
    asked = [f for f in acute if f.reviewer or f.owner_role or setting.heads.get(f.department)]
    told = []
    for path in write_mails(source, DAY, None, None, tmp_path / "mejl"):
        [text] = [part for part in message_from_bytes(path.read_bytes()).walk() if part.get_content_type() == "text/calendar"]
        told += uids(text.get_payload(decode=True).decode())
    assert asked == acute
    assert len(told) == len(set(told)) == sum(f.due_on is not None for each in acute for f in each.by_day())


def test_the_site_has_the_same_events(source, calendar):
    order, origin, templates = SiteOrder(Edition.STAFF, DAY), trace_origin(source), open_templates(source)
    view = open_view(source, load_whole(source), order, DAY, origin, templates, lambda _remark: None)
    told = {uid for content in view.calendars.values() for uid in uids(content.decode())}
    assert told == set(calendar)


def test_the_report_has_the_days_to_come(whole):
    found, assessment, _history = whole
    wanted = {str(each.day) for each in dates(assessment.freshness) if DAY < each.day <= datetime.date(2025, 12, 31)}
    shown = {row[0].value for row in tables(section(composed(found, 2024, day=DAY), "plan"))["plan-tabell"].rows}
    assert wanted
    assert shown == wanted
