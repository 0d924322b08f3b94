"""What office programs open: Swedish Excel, workbooks, and calendars that believe a day that has moved."""

import csv
import datetime
import io
import re
import zipfile
from dataclasses import replace

import pytest
from icalendar import Calendar

from tests.cli.conftest import repository, vbe  # noqa: F401 - fixtures
from vbe.domain.freshness.assessment import Assessment
from vbe.domain.freshness.model import Freshness, Reason, State
from vbe.domain.freshness.plan import plan
from vbe.language import activate
from vbe.output.freshness import Setting
from vbe.output.registry import writer

DAY = datetime.date(2018, 2, 19)
STAMP = datetime.datetime(2018, 2, 1, 11, tzinfo=datetime.UTC)
SETTING = Setting(
    {"chef": "Socialchefen", "social": "Socialförvaltningen"}, ("social",), {"social": "chef"}, "Lindvik", "9999", STAMP
)
LATE = Reason(State.OVERDUE, "Granskad 2017; åäö", due_on=datetime.date(2018, 2, 15))
THING = Freshness(
    "social/a", "routine", "=1+1; rutin", "routines/social/a.yaml", ("social",), "chef", (LATE,),
    due_on=datetime.date(2018, 2, 15), as_of=DAY,
)  # fmt: skip
WHOLE = Assessment(DAY, "complete", (THING,))


def test_excel_in_swedish_gets_columns_letters_and_headings():
    activate("sv")
    content = writer("stale", "csv-excel")(WHOLE, SETTING).encode()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:5] == ["Förvaltning", "Läge", "Slag", "Titel", "Senast"]
    assert rows[1][0:6] == ["Socialförvaltningen", "försenad", "Rutin", "'=1+1; rutin", "2018-02-15", "4"]
    assert len(rows[1]) == len(rows[0])
    assert content.count(b"\r\n") == 2


def test_a_workbook_has_days_and_numbers_and_no_formula():
    activate("sv")
    content = writer("stale", "xlsx")(WHOLE, SETTING)
    assert content == writer("stale", "xlsx")(WHOLE, SETTING)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet, texts = (archive.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "sharedStrings"))
    assert "=1+1; rutin" in texts
    assert "<f>" not in sheet
    assert "<v>43146</v>" in sheet  # 2018-02-15, counted as Excel counts days
    assert "<autoFilter" in sheet


@pytest.mark.parametrize("view", ["stale", "plan"])
def test_a_day_that_moves_is_told_by_a_number_that_grows(view):
    def event(as_of, due):
        whole = replace(WHOLE, as_of=as_of, freshness=(replace(THING, as_of=as_of, due_on=due, reasons=()),))
        results = (whole, SETTING) if view == "stale" else (plan(whole, 12), whole, SETTING)
        [found] = Calendar.from_ical(writer(view, "ics")(*results)).walk("VEVENT")
        return found

    before = event(datetime.date(2018, 1, 10), datetime.date(2018, 4, 3))
    after = event(datetime.date(2018, 3, 20), datetime.date(2018, 9, 4))
    assert before["UID"] == after["UID"]
    assert before["DTSTART"].dt < after["DTSTART"].dt
    assert 0 < before["SEQUENCE"] < after["SEQUENCE"] < 2**31


def test_a_list_goes_into_a_folder_under_its_own_name_and_over_no_file(vbe, repository, tmp_path):  # noqa: F811
    words = ["stale", "--as-of", "2026-03-01", "--format", "xlsx", "-o"]
    code, out, err = vbe(*words, tmp_path)
    [made] = tmp_path.glob("*.xlsx")
    assert (code, out) == (1, "")
    assert made.name in err
    assert vbe(*words, tmp_path)[0] == 1  # the same once more
    kept = repository.root / "vbe.yaml"
    before = kept.read_bytes()
    code, _out, err = vbe(*words, kept)
    assert (code, kept.read_bytes()) == (2, before)
    assert re.search(r"vbe\.yaml is there already", err)


def test_a_report_goes_into_a_folder_that_is_there(vbe, tmp_path):  # noqa: F811
    code, _out, err = vbe("report", "--year", "2024", "--format", "md", "-o", tmp_path)
    assert (code, [path.name for path in tmp_path.glob("*.md")]) == (0, ["uppfoljning-2024.md"]), err
