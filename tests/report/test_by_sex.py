"""Values for women and men: told where a plan asks for them, and never in a way that gives a small number away."""

from __future__ import annotations

import json
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.repo import commit, repository
from tests.report.small import Memory, corpus, edited, files, report, section, tables, words
from tests.report.test_small_counts import AREA, FOLLOWUP, changed
from vbe.app.forms.answers import read_answer
from vbe.app.forms.cells import read_form
from vbe.app.forms.content import form_of
from vbe.app.forms.workbook import write_form
from vbe.cli import run
from vbe.domain.disclosure.guard import Guard, apart
from vbe.domain.disclosure.marked import disclosed
from vbe.domain.disclosure.numbers import NOT_SHOWN
from vbe.domain.disclosure.totals import telling_totals
from vbe.model.profile import Thresholds
from vbe.model.records import Record
from vbe.model.records.area import Area, Indicator
from vbe.model.records.followup import FollowUp, Observation
from vbe.report.governing import compose_plan
from vbe.report.model import Provenance
from vbe.report.render import render
from vbe.rules.checker import check
from vbe.scaffold.followup import followups
from vbe.store.resources import Templates

LIMITS = Thresholds()
SMALL = range(1, LIMITS.small_count)
YEAR = 2024
NUMBERS = ("women", "men", "women_n", "men_n")


def indicator(identity="a", unit="number", counts="persons"):
    return Indicator.model_construct(id=identity, unit=unit, counts=counts, target={}, baseline=None)


def guard(versions, indicators=("a",), unit="number", counts="persons"):
    """A guard over versions, each a table of indicator → observation."""
    area = Area.model_construct(commitments=(), indicators=tuple(indicator(i, unit, counts) for i in indicators))
    told = [
        [
            Record("area", "01", None, area),
            Record("followup", f"{YEAR}/b", None, FollowUp.model_construct(commitments={}, indicators=version)),
        ]
        for version in versions
    ]
    return Guard(told, [LIMITS])


def seen(*parts, total=None, **given):
    """The texts for women and men; the value for both is their sum unless it is given."""
    women, men = parts
    observation = Observation(value=women + men if total is None else total, women=women, men=men, **given)
    return [shown.text for shown in guard([{"a": observation}]).by_sex(observation, "a", YEAR)]


def test_both_are_shown_or_neither():
    for women, men in product(range(12), repeat=2):
        is_open = women not in SMALL and men not in SMALL and women + men > 0
        wanted = [str(women), str(men)] if is_open else [NOT_SHOWN] * 2
        assert seen(women, men) == wanted or (women + men == 0 and seen(women, men) == ["0", "0"]), (women, men)


@given(st.integers(0, 60), st.integers(0, 60))
def test_what_is_hidden_may_be_at_least_so_many(women, men):
    """Who knows the total and that both are hidden knows only that one of them is small, which leaves a mark's range."""
    total = women + men
    if seen(women, men) == [NOT_SHOWN] * 2 and total >= LIMITS.small_count:
        possible = [w for w in range(total + 1) if w in SMALL or total - w in SMALL]
        assert len(possible) >= LIMITS.small_count - 1


def test_one_of_them_alone_is_not_shown_nor_either_beside_a_hidden_total():
    assert seen(44, None, total=48) == [NOT_SHOWN] * 2
    assert seen(30, 20, total=52) == [NOT_SHOWN] * 2  # two of neither
    assert seen(30, 20, total="<5") == [NOT_SHOWN] * 2
    together = {"a": Observation(value=50, women=30, men=20), "b": Observation(value=46), "c": Observation(value="<5")}
    held = guard([together], ("a", "b", "c"))
    assert held.observed(together["a"], "a", YEAR).text == NOT_SHOWN
    assert {shown.text for shown in held.by_sex(together["a"], "a", YEAR)} == {NOT_SHOWN}


def test_another_count_does_not_say_how_many_the_women_are():
    """Of 48 four are men; an indicator that counts 44 beside it would say so."""
    told = {"a": Observation(value=48, women=44, men=4), "b": Observation(value=44)}
    held = guard([told], ("a", "b"))
    shown = [held.observed(told[i], i, YEAR).text for i in ("a", "b")]
    assert NOT_SHOWN in shown
    assert not telling_totals(
        {i: [int(text)] for i, text in zip("ab", shown, strict=True) if text.isdigit()} | {"x": [4]}, LIMITS
    )


def test_parts_of_parts_are_not_shown_where_a_small_one_could_be_told():
    """The women of one indicator less those of another are three; both are hidden apart, and the totals stand."""
    told = {
        "a": Observation(value=100, women=43, men=57),
        "b": Observation(value=90, women=40, men=50),
        "c": Observation(value=3),
    }
    held = guard([told], ("a", "b", "c"))
    by_sex = {i: [shown.text for shown in held.by_sex(told[i], i, YEAR)] for i in ("a", "b")}
    assert [NOT_SHOWN] * 2 in by_sex.values()
    assert apart("a") != "a"


def test_what_changed_beside_a_hidden_part_is_not_shown():
    """The total grew by one and the women not: shown in the later version, the men of the earlier would be told."""
    before, after = Observation(value=48, women=44, men=4), Observation(value=49, women=44, men=5)
    held = guard([{"a": before}, {"a": after}])
    assert {shown.text for shown in held.by_sex(after, "a", YEAR)} == {NOT_SHOWN}
    assert held.observed(after, "a", YEAR).text == NOT_SHOWN
    assert [s.text for s in guard([{"a": after}]).by_sex(after, "a", YEAR)] == ["44", "5"]


@pytest.mark.parametrize(
    ("unit", "given", "shown"),
    [
        ("percent", {"value": 50, "n": 200, "women": 40, "women_n": 100, "men": 60, "men_n": 100}, True),
        ("percent", {"value": 50, "n": 200, "women": 40, "women_n": 100, "men": 60}, False),
        ("percent", {"value": 50, "n": 200, "women": 49, "women_n": 190, "men": 50, "men_n": 10}, False),
        ("percent", {"value": 50, "women": 40, "women_n": 100, "men": 60, "men_n": 100}, False),
        ("per_100000", {"value": 30, "n": 90000, "women": 30, "women_n": 45000, "men": 30, "men_n": 45000}, True),
        ("per_100000", {"value": 30, "n": 20000, "women": 30, "women_n": 10000, "men": 30, "men_n": 10000}, False),
        ("index", {"value": 71, "women": 73, "men": 68}, True),
    ],
)
def test_shares_need_what_they_are_of(unit, given, shown):
    observation = Observation(**given)
    found = guard([{"a": observation}], unit=unit).by_sex(observation, "a", YEAR)
    assert {part.value is not None for part in found} == {shown}


def test_what_counts_nobody_is_shown():
    observation = Observation(value=5, women=4, men=1)
    assert [s.text for s in guard([{"a": observation}], counts="other").by_sex(observation, "a", YEAR)] == ["4", "1"]


@settings(max_examples=40)
@given(st.sampled_from([(44, 4), (45, 3), (30, 20), (0, 20)]), st.booleans())
def test_a_disclosed_record_holds_no_hidden_part(parts, with_base):
    women, men = parts
    more = {"women_n": women, "men_n": men} if with_base else {}
    content = FollowUp.model_construct(
        commitments={}, indicators={"a": Observation(value=women + men, women=women, men=men, **more)}
    )
    held = guard([content.indicators])
    shown = disclosed(content, held, YEAR).indicators["a"]
    values = [getattr(shown, name) for name in NUMBERS if getattr(shown, name) is not None]
    if min(parts) in SMALL:
        assert not [value for value in values if isinstance(value, int)]
    else:
        assert (shown.women, shown.men) == parts


OPEN = "52, women: 30, men: 22"
HIDDEN = ("52, women: 48, men: 4", "52, women: 49, men: 3")


def told_by_sex(value):
    held = changed(value, 2000, [])
    held[AREA] = held[AREA].replace(
        "    unit: number\n    counts: persons\n", "    unit: number\n    by_sex: true\n    counts: persons\n"
    )
    return held


def test_the_report_has_a_table_of_women_and_men():
    rows = tables(section(report(told_by_sex(OPEN)), "indicators"))["matetal-kon"].rows
    found = {(row[0].lines[0], row[1].lines[0]): row[-1].lines[0] for row in rows}
    assert found["Antal personer i samtal", "Kvinnor"] == "30"
    assert found["Antal personer i samtal", "Män"] == "22"
    hidden = tables(section(report(told_by_sex(HIDDEN[0])), "indicators"))["matetal-kon"].rows
    assert {row[-1].lines[0] for row in hidden} == {NOT_SHOWN}
    assert "matetal-kon" not in tables(section(report(), "indicators"))


@pytest.mark.parametrize("form", ["html", "md", "json", "xlsx"])
def test_another_hidden_part_makes_the_same_bytes(form):
    first, second = (render(report(told_by_sex(value)), form, Templates()) for value in HIDDEN)
    assert first == second


def test_comparison_history_and_entry_show_both_or_neither(tmp_path, capfd):
    own = repository(tmp_path / "egen")
    for value in (OPEN, *HIDDEN):
        for file, text in told_by_sex(value).items():
            (own / file).write_text(text, encoding="utf-8")
        commit(own, "Ändra")
    said = ""
    for asked in (("diff", "HEAD~1"), ("diff", "HEAD~2"), ("diff", "HEAD~2", "HEAD~1"), ("show", "2024/socialnamnden")):
        for form in ("text", "json"):
            capfd.readouterr()
            assert run([asked[0], "--root", str(own), *asked[1:], "--format", form, "--lang", "sv"]) in (0, 1)
            said += capfd.readouterr().out
    assert NOT_SHOWN in said
    assert not [number for number in ("48", "49") if f" {number}" in said or f": {number}" in said]
    assert not [number for number in (3, 4) if f'"women": {number}' in said or f'"men": {number}' in said]


def test_a_followup_and_a_form_ask_for_women_and_men():
    held = files() | told_by_sex(OPEN)
    del held[FOLLOWUP]
    source = Memory(held)
    [made] = followups(source, corpus(told_by_sex(OPEN), (FOLLOWUP,)), {"year": YEAR, "board": "socialnamnden"})
    assert "  # Även för kvinnor och män: {value: …, women: …, men: …}\n  samtal: {value: null}\n" in made.new.decode()
    asked = form_of(corpus(told_by_sex(OPEN)), YEAR, "socialnamnden", "")
    sheet, rows = next((sheet, rows) for sheet, rows in asked.sheets if sheet.name == "Mätetal")
    assert [column.title for column in sheet.columns][2:6] == ["Kvinnor", "Kvinnor, andel av", "Män", "Män, andel av"]
    assert next(row.answers for row in rows if row.key == "samtal")[2:6] == (30, None, 22, None)
    without, _rows = next((s, r) for s, r in form_of(corpus(), YEAR, "socialnamnden", "").sheets if s.name == "Mätetal")
    assert "Kvinnor" not in [column.title for column in without.columns]


@pytest.mark.parametrize(("held", "are_asked"), [(told_by_sex(OPEN), True), ({}, False)])
def test_the_columns_come_back(held, are_asked):
    """Also a form that was made without them, as by an earlier version."""
    form = form_of(corpus(held), YEAR, "socialnamnden", "")
    cells = read_form("svar.xlsx", write_form(form)).cells
    found = {(cell.key, cell.column.field): read_answer(cell, "number") for cell in cells if cell.sheet.name == "Mätetal"}
    assert [found.get(("samtal", field)) for field in ("women", "men")] == ([30, 22] if are_asked else [None, None])
    assert (("utbildade", "women") in found) is are_asked


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (OPEN, set()),
        ("52, women: 30, men: 20", {"VBE621"}),
        ("52, women: 30", {"VBE621"}),
        ("null, women: 30, men: 22", {"VBE621"}),
        ("52, women: 48, men: 4", {"VBE603"}),
        ('52, women: 48, men: "<5"', {"VBE622"}),
        ('52, women: "<5", men: "<5"', {"VBE622"}),
        ("52, women: -1, men: 53", {"VBE615"}),
    ],
)
def test_what_is_kept_by_sex(value, codes):
    found = check(corpus(told_by_sex(value))).diagnostics
    own = [d for d in found if d.location.file == FOLLOWUP and d.code != "VBE605"]
    assert {d.code for d in own} == codes
    assert all("<5" not in d.hint for d in own)


@pytest.mark.parametrize("unit", ["per_100000", "kronor", "index"])
def test_a_wrong_value_of_any_unit_is_told(unit):
    held = edited("measures/01-samordning.yaml", ("    unit: number\n", f"    unit: {unit}\n"))
    held |= edited("followup/2024/kommunstyrelsen.yaml", ("moten: {value: 4}", "moten: {value: true}"))
    [found] = [d for d in check(corpus(held)).diagnostics if d.code == "VBE615"]
    assert found.hint


def test_the_plan_in_print_says_that_it_is_told_by_sex():
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=YEAR, document="plan")
    printed = compose_plan(corpus(told_by_sex(OPEN)), on=date(2025, 3, 1), provenance=origin)
    assert words(printed).count("Redovisas även för kvinnor och män var för sig.") == 1


def test_json_of_the_report_holds_the_values():
    made = json.loads(render(report(told_by_sex(OPEN)), "json", Templates()))
    assert "Mätetal för kvinnor och män" in json.dumps(made, ensure_ascii=False)
