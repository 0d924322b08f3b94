"""What the site, `vbe show`, the boards' forms and the clocks say of one day: the same as `vbe stale` and the report."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings

from tests.domain.towns import DAYS, YEAR, corpus, lindvik, solna, towns
from tests.report.small import Memory
from vbe.app.assess import judge
from vbe.app.forms.content import form_of
from vbe.app.origin import Origin
from vbe.app.showing import shown_entry
from vbe.app.site.making import PLAIN_CUTS
from vbe.app.site.seen import latest_view
from vbe.domain.asking import asked, organisation_of
from vbe.domain.document_status import document_statuses
from vbe.domain.freshness.assessing import assess
from vbe.domain.known import known_on
from vbe.domain.lifecycle import in_force
from vbe.domain.samples import counted
from vbe.domain.verdicts import judge_all
from vbe.model.records.organisation import BOARD
from vbe.report.model import Provenance
from vbe.report.texts import Texts
from vbe.scaffold.followup import followups
from vbe.site import Edition, SiteView
from vbe.site.pages.organisation import organisation
from vbe.store.repository import Disk

SAMPLED = ("measures/02-stod.yaml", '  - id: "2.1"\n', '  - id: "2.1"\n    example: true\n')
ORIGIN = Origin(None, None, None, dirty=False)


def view_of(files, found, day):
    """The view of the site for staff, and how fresh its records are."""
    known, cut = known_on(found, day), PLAIN_CUTS[Edition.STAFF]
    fresh, made = assess(known, {}, as_of=day).freshness, Provenance("vbe", None, dirty=False, as_of=day.isoformat(), cut="")
    latest = latest_view(Memory(files), known, ORIGIN, day, cut, made, Texts(), fresh)
    states = document_statuses(known, fresh)
    return SiteView(Edition.STAFF, latest.corpus, day, latest, states, made), fresh


def reports_on(view):
    """What the boards' pages say is to be reported: year and name of the board → the colour."""
    names = {board.content.name for board in view.corpus.all_of(BOARD)}
    told = {}
    for page in organisation(view):
        for block in page.blocks if page.title in names else ():
            if block.get("title") == "Att redovisa":
                for each in block["items"]:
                    name, year = each["text"].rsplit(", ", 1)
                    told[int(year), name] = each["mark"]["colour"]
    return told


def _site_agrees(files, day):
    found = corpus(files)
    view, fresh = view_of(files, found, day)
    owed = {f.id: f for f in fresh if f.kind == "followup"}
    told = reports_on(view)
    for board in view.corpus.all_of(BOARD):
        for year in {year for year, _name in told}:
            colour, late = told.get((year, view.organisation.name(board.id))), owed.get(f"{year}/{board.id}")
            assert not view.organisation.exists(board.id) or (colour in ("grey", "red")) is (late is not None)
            assert colour is None or late is None or (colour == "red") is late.is_stale
    for record in view.corpus.documents:
        judged = any((f.kind, f.id) == (record.kind, record.id) for f in fresh)
        assert judged is in_force(record.content, day)
        assert view.states[record.kind, record.id].state in ("draft", "ended") or judged
    if view.latest.followed:
        verdicts = judge_all(known_on(found, view.latest.as_of), view.latest.year, view.latest.as_of, {}, part=view.latest.part)
        assert verdicts.progress == view.latest.verdicts.progress


def _forms_agree(found, year):
    """A form has a row for what its board is asked about, and for what it has answered already."""
    real, wanted = counted(found), asked(found, year)
    for board in organisation_of(real, year).reporting_boards:
        form, told = form_of(real, year, board, ""), real.follow_ups(year).get(board)
        rows = {row.key for row in form.sheets[1][1]} if form else set()
        assert rows == {i for i, boards in wanted.items() if board in boards} | set(told.commitments if told else ())


@pytest.mark.parametrize("day", [datetime.date(2018, 2, 19), datetime.date(2021, 6, 1)])
def test_on_solna(day):
    _site_agrees(solna(), day)
    _forms_agree(corpus(solna()), 2017)


@settings(max_examples=12)
@given(towns(), DAYS)
def test_on_any_municipality(files, day):
    _site_agrees(files, day)
    for year in (YEAR - 1, YEAR, YEAR + 1):
        _forms_agree(corpus(files), year)


def test_the_site_waits_for_no_report_of_a_year_before_anybody_reported():
    """Was: "Skulle ha lämnats" in red, of years that `vbe stale` does not list."""
    files = lindvik()  # The plan holds from 2023, and the first reports are of 2024.
    view, _fresh = view_of(files, corpus(files), datetime.date(2025, 6, 1))
    assert {year for year, _name in reports_on(view)} == {YEAR, YEAR + 1}


def test_a_sample_that_has_given_way_is_not_said_to_be_late(tmp_path):
    """Was: `vbe show` gave it a clock, `vbe stale` none."""
    for name, text in lindvik(SAMPLED).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    day, source = datetime.date(2030, 1, 1), Disk(tmp_path)
    assert shown_entry(source, "2.1", day).freshness == ()
    assert shown_entry(source, "1.1", day).freshness != ()


@pytest.mark.parametrize("clock", ["every_months: 3", 'yearly_on: ["03-31"]'])
def test_what_comes_back_has_no_day_where_nobody_knows_when_the_plan_began(clock):
    """Was: what is done on days of the year got the next one from whichever day was asked about, and was never late."""
    files = {name: text for name, text in lindvik().items() if not name.startswith("followup/")}
    area = "measures/01-samordning.yaml"
    files[area] = re.sub(r"    evidence:\n(?: {6}.*\n)+", "", files[area].replace("every_months: 3", clock))
    plan = "title: Plan mot våldsbejakande extremism\ndocument_type: strategi\n"
    found = corpus(files | {"strategy/strategy.yaml": plan})
    judged = [
        (f.state, f.due_on)
        for day in (datetime.date(2025, 6, 1), datetime.date(2035, 6, 1))
        for f in assess(found, {}, as_of=day).freshness
        if (f.kind, f.id) == ("commitment", "1.1")
    ]
    assert judged == [("never_reviewed", None)] * 2


def test_a_board_that_stale_waits_for_gets_a_file_and_a_form_although_nothing_is_asked_of_it():
    """Was: `vbe stale` named a command that refused. A board that reports every year hands in that it had nothing."""
    board = "overformyndarnamnden"
    files = solna(
        (
            "strategy/organisation.yaml",
            "boards:\n",
            f"boards:\n  - {{id: {board}, name: Överförmyndarnämnden, level: board}}\n",
        ),
        ("vbe.yaml", "    - omvardnadsnamnden\n", f"    - omvardnadsnamnden\n    - {board}\n"),
    )
    found, day = corpus(files), datetime.date(2019, 6, 1)
    assert all(board not in boards for boards in asked(found, 2018).values())

    def owed(files):
        return {f.id for f in assess(corpus(files), {}, as_of=day).freshness if f.kind == "followup"}

    assert f"2018/{board}" in owed(files)
    assert form_of(found, 2018, board, "") is not None
    (begun,) = followups(Memory(files), found, {"year": 2018, "board": board})
    handed_in = begun.new.decode().replace("# reported_on:", "reported_on:")
    assert f"2018/{board}" not in owed(files | {begun.file: handed_in})


@pytest.mark.parametrize("day", [datetime.date(2017, 6, 1), datetime.date(2018, 2, 19)])
def test_stale_knows_of_a_day_what_the_report_knows(day, tmp_path):
    """Was: `vbe stale` judged samples that had given way to what came later, and showed them with the reports of later days."""
    for name, text in solna().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    judged, _setting = judge(Disk(tmp_path), day, None)
    reported = assess(known_on(corpus(solna()), day), {}, as_of=day)
    assert {(f.kind, f.id) for f in judged.freshness} == {(f.kind, f.id) for f in reported.freshness}
    known = known_on(corpus(solna()), day)
    assert {f.file for f in judged.freshness if f.kind in ("routine", "guidance")} <= set(known.by_file)
