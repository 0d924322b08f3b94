"""What has changed since an earlier version: listed first, and marked in words where it stands."""

from __future__ import annotations

import datetime

from tests.report.small import corpus, edited, tables, words
from vbe.report.governing import compose_plan
from vbe.report.governing.compose import Earlier
from vbe.report.model import Provenance

DAY, BEFORE = datetime.date(2025, 3, 1), datetime.date(2024, 11, 1)
AREA = "measures/01-samordning.yaml"
STRATEGY = "strategy/strategy.yaml"


def plan(new: dict[str, str] | None = None, old: dict[str, str] | None = None, *, marked: bool = True):
    earlier = Earlier(corpus(old), BEFORE) if marked else None
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, as_of=str(DAY), document="plan")
    return compose_plan(corpus(new), on=DAY, provenance=origin, earlier=earlier)


def section(made, identity: str):
    return next(section for section in made.sections if section.id == identity)


def test_nothing_marked_where_nothing_printed_has_changed():
    evidence = edited(AREA, ("Gruppen gick igenom årets utbildningar.", "Gruppen hade möte."))
    made = plan(evidence)
    assert made.sections[0].id == "changes"
    assert "Inget har ändrats i dokumentet sedan den 1\u00a0november 2024." in words(made.sections[0])
    assert made.sections[1:] == plan(evidence, marked=False).sections


def test_a_changed_time_is_listed_first_and_marked_in_its_row():
    made = plan(edited(AREA, ("every_months: 3", "every_months: 6")))
    assert made.sections[0].id == "changes"
    assert "1. Samordning: 1.1: tid: Varje halvår (tidigare: Varje kvartal)" in words(made.sections[0])
    table = tables(section(made, "areas"))["atgarder-01"]
    assert table.columns[-1].title == "Ändring"
    row = dict(zip([head.title for head in table.columns], table.rows[0], strict=True))
    assert row["Tid"].lines == ("Varje halvår", "Tidigare: varje kvartal".replace("varje", "Varje"))
    assert (row["Ändring"].mark.symbol, row["Ändring"].mark.word, row["Ändring"].lines) == ("±", "Ändrad", ("Tid",))


def test_a_new_measure_and_one_that_goes_are_marked_and_listed():
    new = edited(
        AREA, ("indicators:\n  - id: moten", _measure("1.2", "Kommunen utbildar alla nya chefer.") + "indicators:\n  - id: moten")
    )
    made = plan(new)
    assert "1. Samordning: 1.2 Kommunen utbildar alla nya chefer" in words(made.sections[0])
    assert _marks(made) == ["–", "Ny"]
    gone = plan(old=new)
    assert _marks(gone) == ["–", "Utgår"]
    assert "Kommunen utbildar alla nya chefer." in words(section(gone, "areas"))
    assert "Utgår" in [group.title for group in gone.sections[0].blocks[1:]]


def test_a_measure_that_goes_is_marked_where_it_stood():
    """Between those that stay, and first where it was the first."""
    held = "indicators:\n  - id: moten"
    three = [_measure(f"1.{n}", f"Kommunen utbildar grupp {n}.") for n in (2, 3, 4)]
    old = edited(AREA, (held, "".join(three) + held))
    for gone, place in ((1, 2), (0, 1)):
        new = edited(AREA, (held, "".join(text for at, text in enumerate(three) if at != gone) + held))
        made = plan(new, old)
        rows = tables(section(made, "areas"))["atgarder-01"].rows
        assert [row[0].lines[0] for row in rows] == ["1.1", "1.2", "1.3", "1.4"]
        assert _marks(made) == ["Utgår" if at == place else "–" for at in range(4)]


def test_a_measure_with_another_number_is_the_same_measure():
    made = plan(edited(AREA, ('id: "1.1"', 'id: "1.7"')))
    assert _marks(made) == ["Ändrad"]
    assert "1.7: nr" in words(made.sections[0])


def test_texts_and_the_cover_are_compared_too():
    made = plan(
        edited(STRATEGY, ("valid_to: 2026-10-14", "valid_to: 2027-12-31"), ("inte våld som medel", "aldrig våld som medel")),
    )
    fact = next(f for block in section(made, "cover").blocks for f in block.facts if f.term == "Giltighetstid")
    assert fact.mark.word == "Ändrad"
    assert "tidigare: 1\u00a0januari 2023–14\u00a0oktober 2026" in fact.value
    assert "Ändrad: Kommunen godtar aldrig våld som medel för idéer. Tidigare: Kommunen godtar inte våld" in words(
        section(made, "purpose")
    )


def test_an_area_that_is_new_or_gone_says_so_in_its_heading():
    fewer = plan(None, None)
    assert all(group.mark is None for group in section(fewer, "areas").blocks)
    renamed = plan(edited(AREA, ("title: Samordning", "title: Samverkan")))
    group = section(renamed, "areas").blocks[0]
    assert (group.title, group.mark.word) == ("1. Samverkan", "Ändrad")
    assert "Tidigare rubrik: 1. Samordning" in words(group)


def _measure(identity: str, text: str) -> str:
    return (
        f'  - id: "{identity}"\n    text: {text}\n    responsible: [kommunstyrelsen]\n    priority: 1\n    every_months: 12\n'
        "    cause: Lägesbilden från 2022.\n    budget_ref: Verksamhetsplan och budget 2023\n    obligations: [O-01-02]\n"
    )


def _marks(made) -> list[str]:
    table = tables(section(made, "areas"))["atgarder-01"]
    return [row[-1].mark.word if row[-1].mark else row[-1].lines[0] for row in table.rows]
