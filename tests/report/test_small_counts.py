"""From all that a public edition, a comparison and a history show, nobody can work out a number that is hidden."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.repo import commit, repository
from tests.report.small import BASE, corpus, files, report
from vbe.cli import run
from vbe.domain.disclosure.guard import Guard
from vbe.domain.disclosure.marked import disclosed
from vbe.domain.disclosure.numbers import NOT_SHOWN, show_number
from vbe.model.profile import Thresholds
from vbe.model.records.followup import FollowUp
from vbe.report.render import FORMATS, render
from vbe.rules.checker import examine
from vbe.store.repository import Disk
from vbe.store.resources import Templates

LIMITS = Thresholds()
AREA, FOLLOWUP = "measures/02-stod.yaml", "followup/2024/socialnamnden.yaml"
COUNTED = """indicators:
  - id: samtal
    title: Antal personer i samtal
    definition: Antal personer som har haft samtal.
    unit: number
    counts: persons
    direction: watch
    source: Register
    owner: socialnamnden
    every_months: 12
    baseline: {baseline}
  - id: andel
    title: Andel personer i samtal
    definition: Andel personer som har haft samtal.
    unit: percent
    counts: persons
    direction: watch
    source: Register
    owner: socialnamnden
    every_months: 12
    baseline: 37
"""
GIVEN = """    evidence:
"""


def changed(value: object, baseline: object, participants: list[int | None], share: str = "{value: 43}") -> dict[str, str]:
    """The base with an indicator of persons, a share of persons, and trainings."""
    area = files()[AREA]
    held = "".join(
        f"      - {{date: 2024-0{1 + i % 9}-1{i % 9}, kind: training, audience: [medarbetare], basis: research"
        f"{f', participants: {count}' if count is not None else ''}}}\n"
        for i, count in enumerate(participants)
    )
    area = area.replace(
        "    indicators: [utbildade]\n",
        f"    indicators: [utbildade]\n{GIVEN}{held}" if held else "    indicators: [utbildade]\n",
        1,
    )
    area = area.replace("indicators:\n  - id:", COUNTED.format(baseline=baseline) + "  - id:", 1)
    told = files()[FOLLOWUP].replace("indicators:\n", f"indicators:\n  samtal: {{value: {value}}}\n  andel: {share}\n", 1)
    return {AREA: area, FOLLOWUP: told}


def cells(made: dict, identity: str) -> list[list[str]]:
    """The texts of a table of the report's JSON."""

    def walk(part):
        if isinstance(part, dict):
            if part.get("type") == "table" and part.get("id") == identity:
                yield [["\n".join(cell["lines"]) for cell in row] for row in part["rows"]]
            for inner in part.values():
                yield from walk(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from walk(inner)

    return next(walk(made), [])


def public_json(files_changed: dict[str, str]) -> tuple[dict, str]:
    made = render(report(files_changed), "json", Templates()).decode()
    return json.loads(made), made


def ranges(shown: list[str], total: int) -> list[int]:
    """How many values each hidden cell may still have, given the cells that are shown and a total that is known.

    A mark `<5` says 1 to 4; a cell that is not shown may be anything from 0 on. One sum of whole numbers: the bounds are exact.
    """
    known = sum(int(re.sub(r"\D", "", text)) for text in shown if text[0].isdigit())
    bounds = [
        (1, int(text[1:]) - 1) if text[0] == "<" else (0, total) for text in shown if not text[0].isdigit() and text != "saknas"
    ]
    rest = total - known
    found = []
    for at, (low, high) in enumerate(bounds):
        others = [bound for i, bound in enumerate(bounds) if i != at]
        least, most = rest - sum(b for _a, b in others), rest - sum(a for a, _b in others)
        found.append(min(high, most) - max(low, least) + 1)
    return found


COUNTS = st.lists(st.integers(0, 60) | st.integers(0, 6), min_size=1, max_size=8)


@given(COUNTS)
@settings(max_examples=25, deadline=None)
def test_no_hidden_participant_is_pinned_by_what_the_public_report_shows(values):
    made, text = public_json(changed(40, 2000, values))
    rows = cells(made, "utbildningar")
    shown = [row[3] for row in rows]
    assert len(shown) == len(values)
    total = sum(values)
    if total >= LIMITS.small_count:
        assert all(count >= LIMITS.small_count for count in ranges(shown, total)), (values, shown)
    assert "saknas" not in shown
    assert text


@given(st.integers(1, 4), st.integers(1, 4))
@settings(max_examples=16, deadline=None)
def test_no_small_value_and_no_small_baseline_is_shown(value, start):
    made, text = public_json(changed(value, start, []))
    (row,) = [row for row in cells(made, "matetal") if row[0] == "Antal personer i samtal"]
    assert row[1] == "<5"
    assert row[-2] == "<5"
    assert "Antal personer i samtal" in text
    bars = re.findall(r'"label": "(?:Utgångsvärde|2024)",\s*"value": ([^,]*),\s*"text": "<5"', text)
    assert all(bar == "null" for bar in bars)


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_shows_a_share_without_what_it_is_of(form):
    made = render(report(changed(40, 2000, [])), form, Templates())
    if form in ("html", "md", "json"):
        assert not re.search(r"(?<!\d)(?:43|37)\s?%", made.decode())
    else:
        made_json, _text = public_json(changed(40, 2000, []))
        (row,) = [row for row in cells(made_json, "matetal") if row[0] == "Andel personer i samtal"]
        assert (row[1], row[-2]) == (NOT_SHOWN, NOT_SHOWN)


@pytest.mark.parametrize(
    ("value", "n", "shown"),
    [(50, None, False), (50, 19, False), (50, 20, True), (0.4, 900, False), (99.6, 900, False), (0, 90, True), (100, 90, True)],
)
def test_a_share_is_shown_only_where_both_sides_are_many(value, n, shown):
    assert (show_number(value, "percent", "persons", LIMITS, n).value is not None) is shown


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_comparison_history_and_entry_show_no_small_number(form, tmp_path, capfd):
    own = repository(tmp_path / "egen")
    numbers = ((40, 2000, [40, 12]), (3, 4, [3, 12]), (2, 3, [2, 12]))
    for value, start, held in numbers:
        for file, text in changed(value, start, held).items():
            (own / file).write_text(text, encoding="utf-8")
        commit(own, "Ändra")
    said = []
    for arguments in (
        ("diff", "HEAD~1", "HEAD"),
        ("diff", "HEAD~2", "HEAD"),
        ("diff", "HEAD~2", "HEAD~1"),
        ("show", "samtal"),
        ("show", "2024/socialnamnden"),
        ("show", "2.1"),
    ):
        if arguments[0] == "show" and form == "md":
            continue
        capfd.readouterr()
        assert run([arguments[0], "--root", str(own), *arguments[1:], "--format", form, "--lang", "sv"]) in (0, 1)
        said.append(capfd.readouterr().out)
    text = "\n".join(said)
    assert "<5" in text.replace("&lt;", "<").replace("\\<", "<")
    assert not re.search(r"(?:från|till|från:|value:|värde:|utgångsvärde:|deltagare:) [234](?![\d.])", text)
    assert not re.search(r'"(?:value|baseline|participants|share|old|new)": [234]\b', text)


@pytest.mark.parametrize("code", ["VBE603", "VBE604", "VBE605"])
def test_small_counts_are_neither_suppressed_nor_waived(code, tmp_path):
    shutil.copytree(BASE, tmp_path / "tree")
    values = {"VBE603": (3, "{value: 43, n: 500}"), "VBE604": (40, "{value: 4, n: 50}"), "VBE605": (40, "{value: 43}")}
    value, share = values[code]
    for file, text in changed(value, 2000, [], share).items():
        marked = re.sub(r"(?m)^(  (?:samtal|andel): .*)$", rf"\1 # vbe: ignore[{code}] prov", text)
        (tmp_path / "tree" / file).write_text(marked, encoding="utf-8")
    with (tmp_path / "tree" / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(
            f'waivers:\n  - {{rule: {code}, record: "*", reason: Prov., decided_by: sakerhetschef, until: 2099-12-31}}\n'
        )
    found = [d for d in examine(Disk(tmp_path / "tree")).diagnostics if d.code == code]
    assert found
    assert not any(d.waived for d in found)


@pytest.mark.parametrize("line", ["small_count: 2", "share_base: 1"])
def test_the_thresholds_are_never_lowered(line, tmp_path):
    shutil.copytree(BASE, tmp_path / "tree")
    with (tmp_path / "tree" / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write(f"thresholds: {{{line}}}\n")
    assert "vbe.yaml" in {d.location.file for d in examine(Disk(tmp_path / "tree")).diagnostics if d.severity.value == "error"}


def test_what_is_prepared_for_the_next_year_holds_no_small_number(tmp_path, capfd):
    own = repository(tmp_path / "egen")
    for file, text in changed(3, 2000, []).items():
        (own / file).write_text(text, encoding="utf-8")
    run(["new", "followup", "--root", str(own), "--year", "2025", "--board", "socialnamnden", "--yes"])
    capfd.readouterr()
    made = "".join(p.read_text("utf-8") for p in (own / "followup").rglob("*.yaml") if "2025" in p.parts)
    assert "2024: 3" not in made


def test_a_record_is_disclosed_as_a_whole():
    held = corpus(changed(40, 2000, []))
    content = FollowUp.model_validate(
        {"indicators": {"samtal": {"value": 3}, "okand": {"value": 2}}, "reported_on": date(2025, 1, 1)}
    )
    shown = disclosed(content, Guard.over(held), 2024)
    assert shown.indicators["samtal"].value == "<5"
    assert isinstance(shown.indicators["okand"].value, str)
    assert content.indicators["samtal"].value == 3


@pytest.mark.parametrize("form", ["html", "md", "json", "xlsx"])
@pytest.mark.parametrize("only", [None, "appendix"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, 2000, [], "2"), (4, 2000, [], "2")),
        ((40, 1, [], "2"), (40, 4, [], "2")),
        ((40, 2000, [], "2"), (40, 2000, [], "3")),
        ((40, 2000, [40, 3, 4], "2"), (40, 2000, [40, 4, 3], "2")),
        ((40, 2000, [40, 3], "2"), (40, 2000, [41, 2], "2")),
    ],
    ids=["value", "baseline", "target", "three parts", "two parts"],
)
def test_another_hidden_number_makes_the_same_bytes(one, other, only, form):
    """Nothing at all can be worked out from what does not change with it: charts, sheets and checksums included."""

    def made(value, start, held, aim):
        told = changed(value, start, held)
        told[AREA] = told[AREA].replace(f"baseline: {start}\n", f"baseline: {start}\n    target: {{2024: {aim}}}\n", 1)
        return render(report(told, only=only), form, Templates())

    assert made(*one) == made(*other)
