"""All that is public together: reports of several years and editions, a comparison, entries and the history of two versions.

Whoever holds all of it solves the sums: the totals of the indicators, which stand among them, and what somebody else may know
besides (how many took part in a year, or in what one commitment was about). No number that is hidden may be left with fewer
values than the threshold; a mark `<5` is left with what it says.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.render.solna import FULL, composed
from tests.report.linear import feasible
from tests.report.repo import commit, repository
from tests.report.small import corpus, files
from vbe.cli import run
from vbe.domain.disclosure.numbers import NOT_SHOWN
from vbe.language.swedish import MISSING
from vbe.model.profile import Cut, Thresholds
from vbe.model.records.area import COMMITMENT, INDICATOR
from vbe.model.records.followup import FOLLOWUP
from vbe.output.changes.as_json import format_comparison
from vbe.output.changes.comparison import State
from vbe.output.changes.contrast import contrast
from vbe.output.entry.as_json import format_entry
from vbe.output.entry.view import view
from vbe.report.render import render
from vbe.report.shapes import NOT_APPLICABLE
from vbe.store.resources import Templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST = Thresholds().small_count
MOST = 10_000
YEARS = (2023, 2024)
PARTS = ("ena", "andra", "tredje")
AREA = "measures/02-stod.yaml"
CUTS = (Cut(name="alla", sections=FULL), Cut(name="oppen", sections=FULL, visibility="public"))


class Told(NamedTuple):
    """The numbers of one version: those who took part, by commitment and day, and the parts of a total, by year."""

    held: dict[tuple[str, str], int]
    parts: dict[tuple[str, int], int]

    def total(self, year: int) -> int:
        return sum(count for (_part, of), count in self.parts.items() if of == year)


def written(told: Told) -> dict[str, str]:
    """The files of a version."""
    area = files()[AREA]
    for commitment in ("2.1", "2.2"):
        pieces = [
            f"      - {{date: {day}, kind: training, audience: [medarbetare], basis: research, participants: {count}, note: {of} {day}.}}\n"
            for (of, day), count in sorted(told.held.items())
            if of == commitment
        ]
        obligations = {"2.1": "[O-02-01]", "2.2": "[O-02-02]"}[commitment]
        evidence = f"    evidence:\n{''.join(pieces)}" if pieces else ""
        area = area.replace(f"    obligations: {obligations}\n", f"    obligations: {obligations}\n{evidence}", 1)
    for name in (*PARTS, "alla"):
        area += (
            f"  - {{id: {name}, title: Antal {name}, definition: Antal personer., unit: number, counts: persons,"
            f" direction: watch, source: Register, owner: socialnamnden, every_months: 12}}\n"
        )
    made = {AREA: area}
    for year in YEARS:
        given_for = {name: told.parts[name, year] for name in PARTS} | {"alla": told.total(year)}
        lines = "".join(f"  {name}: {{value: {value}}}\n" for name, value in given_for.items())
        text = files()["followup/2024/socialnamnden.yaml"].replace("indicators:\n", f"indicators:\n{lines}", 1)
        made[f"followup/{year}/socialnamnden.yaml"] = text.replace("2025-", f"{year + 1}-")
    return made


def in_report(made: Any) -> Iterator[tuple[Any, str]]:
    """Every number of a report's tables and charts: what it is of, and how it is shown."""
    if isinstance(made, list):
        for part in made:
            yield from in_report(part)
    elif isinstance(made, dict):
        if made.get("type") == "table" and made.get("id") == "utbildningar":
            for row in made["rows"]:
                yield (*row[1]["lines"][0].rstrip(".").split(),), row[3]["lines"][0].split(" (")[0]
        if made.get("type") == "table" and made.get("id") == "matetal":
            heads = [head["title"] for head in made["columns"]]
            for row in made["rows"]:
                for head, cell in zip(heads, row, strict=True):
                    if head.isdecimal() and row[0]["lines"][0].startswith("Antal "):
                        yield (row[0]["lines"][0][6:], int(head)), cell["lines"][0]
        if made.get("type") == "chart" and str(made["title"]).startswith("Antal "):
            for bar in made["bars"]:
                yield (made["title"][6:], int(bar["label"])), bar["text"]
                assert (bar["value"] is None) is not bar["text"][0].isdecimal()
        for part in made.values():
            yield from in_report(part)


def in_entry(shown: Any, kind: str) -> Iterator[tuple[Any, str]]:
    """Every number of an entry as `vbe show` gives it."""
    content = shown["content"]
    if kind == COMMITMENT.name:
        for piece in content.get("evidence", ()):
            yield (*piece["note"].rstrip(".").split(),), str(piece["participants"])
    elif kind == FOLLOWUP.name:
        for name, observation in content["indicators"].items():
            if name in (*PARTS, "alla"):
                yield (name, int(shown["id"].partition("/")[0])), str(observation["value"])


def in_change(change: Any, sides: tuple[Told, Told]) -> Iterator[tuple[int, Any, str]]:
    """Every number of a change, before (0) and after (1)."""

    def walk(field: Any) -> Iterator[tuple[int, Any, str]]:
        for part in field.get("parts", ()):
            yield from walk(part)
        path = field["path"]
        for side, value in enumerate((field.get("old"), field.get("new"))):
            if value is None:
                continue
            if "evidence" in path and isinstance(value, dict):
                yield side, (*value["note"].rstrip(".").split(),), str(value["participants"])
            elif path[-1] == "participants":
                yield side, sorted(k for k in sides[1].held if k[0] == change["id"])[path[1]], str(value)
            elif path[0] == "indicators" and path[1] in (*PARTS, "alla"):
                told = value["value"] if isinstance(value, dict) else value
                yield side, (path[1], int(change["id"].partition("/")[0])), str(told)

    for field in change["fields"]:
        yield from walk(field)


Numbers = list[tuple[int, Any, str]]


def public(old: Told, new: Told) -> tuple[Numbers, Numbers]:
    """Every number that anybody can read, of the version before (0) or of today (1), and how it is shown.

    First what is made of today's version alone, then what compares the two.
    """
    before, now = corpus(written(old)), corpus(written(new))
    today: Numbers = []
    for year in YEARS:
        for cut in CUTS:
            made = json.loads(render(composed(replaced(now, cut), year, "prov"), "json", Templates()))
            today += [(1, key, text) for key, text in in_report(made)]
    for kind, identity in (
        *((COMMITMENT.name, i) for i in ("2.1", "2.2")),
        *((FOLLOWUP.name, f"{year}/socialnamnden") for year in YEARS),
        *((INDICATOR.name, name) for name in PARTS),
    ):
        entry = now.find(kind, identity)
        assert entry is not None
        today += [(1, key, text) for key, text in in_entry(json.loads(format_entry(view(now, entry, (), None))), kind)]
    compared = json.loads(format_comparison(contrast(before, now, State("a"), State("b"))))
    return today, [each for change in compared["changes"] for each in in_change(change, (old, new))]


def replaced(found: Any, cut: Cut) -> Any:
    """The corpus with one cut more."""
    from dataclasses import replace

    return replace(found, profile=found.profile.model_copy(update={"cuts": {"prov": cut}}))


def bounds_of(text: str) -> tuple[int, int] | None:
    """What a text says of a number; None where it says nothing."""
    digits = re.sub(r"[\s\u00a0]", "", text)
    if digits.isdecimal():
        return int(digits), int(digits)
    return (1, int(digits[1:]) - 1) if digits.startswith("<") else None


def require_hidden(old: Told, new: Told, shown: list[tuple[int, Any, str]]) -> None:
    """Fail where something that is hidden has fewer values than it must have."""
    values = [{**told.held, **told.parts, **{("alla", year): told.total(year) for year in YEARS}} for told in (old, new)]
    # What is the same in both is one unknown: that nothing is said of it says so.
    cells = {
        (side, key): (0 if values[0].get(key) == value else side, key) for side in (0, 1) for key, value in values[side].items()
    }
    # What nobody says anything of is not hidden, unless it is small.
    hidden = {cells[s, key] for s, key, text in shown if (s, key) in cells and text[:1] in f"{NOT_SHOWN[:1]}<"}
    hidden |= {cell for (side, key), cell in cells.items() if 0 < values[side][key] < LEAST}
    bounds = dict.fromkeys(cells.values(), (0, MOST))
    for side, key, text in shown:
        said = bounds_of(text)
        assert said or text in (NOT_SHOWN, MISSING, NOT_APPLICABLE, "None"), text
        if said and (side, key) in cells:  # the small repository has an indicator of its own besides
            low, high = bounds[cells[side, key]]
            bounds[cells[side, key]] = (max(low, said[0]), min(high, said[1]))
    # A total and its parts, the total counted from the top: then they are a sum as well.
    totals = [(side, year) for side in (0, 1) for year in YEARS]
    less = {cells[side, ("alla", year)]: ("less", side, year) for side, year in totals}
    sums = [((*(cells[s, (part, y)] for part in PARTS), less[cells[s, ("alla", y)]]), MOST) for s, y in totals]
    sums += [((of, under), MOST) for of, under in less.items()]
    bounds |= {under: (MOST - bounds[of][1], MOST - bounds[of][0]) for of, under in less.items()}
    for known in ([], *known_besides(old, new, cells, {side for side, _key, _text in shown})):
        for cell, (low, high) in feasible(bounds, [*sums, *known]).items():
            if cell in hidden and bounds[cell][0] != bounds[cell][1]:
                wanted = bounds[cell][1] - bounds[cell][0] + 1 if bounds[cell][1] < LEAST else LEAST
                assert high - low + 1 >= wanted, (cell, low, high, bounds[cell], known)


def known_besides(old: Told, new: Told, cells: dict[Any, Any], sides: set[int]) -> Iterator[list[Any]]:
    """What somebody else may know of one version: how many took part in a year, for one commitment in a year, or for it in all."""
    for side in sides:
        told = (old, new)[side]
        groups = [{key for key in told.held if key[1].startswith(str(year))} for year in YEARS]
        groups += [{key for key in told.held if key[0] == of} for of in ("2.1", "2.2")]
        groups += [{key for key in group if key[0] == of} for group in groups[:2] for of in ("2.1", "2.2")]
        for group in groups:
            total = sum(told.held[key] for key in group)
            if sum(told.held[key] > 0 for key in group) > 1 and total >= LEAST:
                yield [(tuple(cells[side, key] for key in sorted(group)), total)]


COUNT = st.integers(0, 6) | st.integers(5, 60)
KEYS = [(of, f"{year}-0{month}-15") for of in ("2.1", "2.2") for year in YEARS for month in (3, 9)]
HELD = st.dictionaries(st.sampled_from(KEYS), COUNT, max_size=6)
COUNTED = st.fixed_dictionaries({(part, year): COUNT for part in PARTS for year in YEARS})


@given(HELD, COUNTED, st.data())
@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_nothing_hidden_is_pinned_by_all_that_is_public(held, counted, data):
    changes = data.draw(st.dictionaries(st.sampled_from([*KEYS, *counted]), COUNT, max_size=3))
    old = Told(held, counted)
    new = Told(
        held | {k: v for k, v in changes.items() if k in KEYS}, counted | {k: v for k, v in changes.items() if k in counted}
    )
    today, compared = public(old, new)
    require_hidden(old, new, compared)
    require_hidden(old, new, today)
    require_hidden(old, new, [*today, *(each for each in compared if each[0])])


FIRST, SECOND, OTHER = ("2.1", "2024-03-15"), ("2.1", "2024-09-15"), ("2.2", "2024-03-15")
VERSIONS = ({FIRST: 9731}, {FIRST: 9732}, {FIRST: 9732, SECOND: 3}, {FIRST: 9733, SECOND: 3, OTHER: 8842})
LARGE = re.compile(r"9[\s\u00a0]?73[123]|8[\s\u00a0]?842|participants\W+3\b|deltagare\W+3\b")
SAME = dict.fromkeys(((part, year) for part in PARTS for year in YEARS), 70)


def test_no_command_tells_of_a_number_that_stands_beside_a_small_one(tmp_path: Path, capfd: Any) -> None:
    """What stands alone may be told, beside 3 not: nor in what the versions were called before, below one another."""
    own = repository(tmp_path / "egen")
    for held in VERSIONS:
        for file, text in written(Told(held, SAME)).items():
            (own / file).parent.mkdir(parents=True, exist_ok=True)
            (own / file).write_text(text, encoding="utf-8")
        commit(own, "Ändra")
    commands = [
        ("diff", "HEAD~3", "HEAD", *("text", "md", "json")),
        ("diff", "HEAD~2", "HEAD", *("text", "md", "json")),
        ("diff", "HEAD~1", "HEAD", *("text", "md", "json")),
        ("show", "2.1", "text", "json"),
        ("show", "2.2", "text", "json"),
        ("history", AREA, "table", "json"),
        ("history", "2.1", "table", "json"),
        ("trace", "2.1", "text", "json"),
        ("status", "text", "json", "csv"),
    ]
    for name, *rest in commands:
        forms = [word for word in rest if word in ("text", "md", "json", "table", "csv")]
        for form in forms:
            arguments = [word for word in rest if word not in forms]
            capfd.readouterr()
            code = run([name, "--root", str(own), *arguments, "--format", form, "--lang", "sv"])
            told = capfd.readouterr()
            assert code in (0, 1), (name, form, told.err)
            assert told.out
            assert not LARGE.search(told.out), (name, arguments, form)
    capfd.readouterr()
    assert run(["diff", "HEAD~3", "HEAD~2", "--root", str(own), "--format", "json"]) in (0, 1)
    assert LARGE.search(capfd.readouterr().out)
