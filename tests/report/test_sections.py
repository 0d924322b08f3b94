"""What the sections say, and that they say what is missing."""

from __future__ import annotations

import datetime
import itertools

import pytest

from tests.render.solna import solna
from tests.report.small import YEAR, blocks, edited, files, report, section, tables, words
from vbe.domain.document_status import Changed
from vbe.errors import VbeError
from vbe.report import SECTIONS
from vbe.report.model import Group, Table
from vbe.report.plain import plain

SOCIAL = "followup/2024/socialnamnden.yaml"


def test_every_section_is_there_in_order():
    made = report()
    assert [s.id for s in made.sections] == ["page-one", *(part.id for part in SECTIONS)]
    assert [s.number for s in made.sections] == ["", *map(str, range(1, len(SECTIONS) - 2)), "Bilaga 1", "Bilaga 2", ""]
    assert all(s.blocks for s in made.sections)


@pytest.mark.parametrize(
    "made",
    [report(), solna(), *map(solna, ("ks", "webb", "trygghetsradet", "personal"))],
    ids=["small", "solna", "ks", "webb", "tr", "staff"],
)
def test_no_cell_is_empty_and_no_id_stands_twice(made):
    ids = [s.id for s in made.sections]
    for s in made.sections:
        ids.append(f"{s.id}-rubrik")
        for block in blocks(s):
            if isinstance(block, Table):
                ids += [block.id, f"{block.id}-rubrik"]
                assert block.caption
                for row in block.rows:
                    assert len(row) == len(block.columns)
                    assert all(cell.mark or any(cell.lines) for cell in row)
            if isinstance(block, Group):
                ids.append(block.id)
    assert len(ids) == len(set(ids)), [i for i, g in itertools.groupby(sorted(ids)) if len(list(g)) > 1]


@pytest.mark.parametrize("made", [solna(), solna("webb")], ids=["full", "webb"])
def test_the_words_of_the_page_are_swedish_and_claim_no_effect(made):
    text = words(made).lower()
    for bad in ("none", "null", "deadline", "todo", "overdue", "minskade extremism", "har lett till färre", "  "):
        assert bad not in text.splitlines() if bad in ("none", "null") else bad not in text, bad
    assert "mäter inte vilken effekt" in text or made.reader != "Kommunstyrelsen"


def test_a_board_that_has_not_reported_is_listed_everywhere():
    made = report(without=(SOCIAL,))
    assert "En av två nämnder har svarat; svar saknas från socialnämnden." in words(section(made, "summary"))
    assert "redovisning saknas" in words(section(made, "method"))
    assert "Nämnden har inte lämnat någon redovisning för 2024." in words(section(made, "boards"))
    assert "uppmanar socialnämnden att lämna sin redovisning för 2024" in words(section(made, "proposal"))
    assert "Ingen har redovisat området" in words(section(made, "areas"))


def test_what_is_red_says_why_and_what_comes_next_or_that_it_is_missing():
    row = tables(section(report(), "page-one"))["page-one-red-rows"].rows[0]
    assert [said.lines[0] for said in row] == ["1.1 Samordningsgruppen träffas varje kvartal", "Kommunstyrelsen", *["saknas"] * 3]
    told = edited(
        "followup/2024/kommunstyrelsen.yaml",
        (
            "    result: Gruppen träffades fyra gånger.\n",
            "    result: Gruppen träffades en gång.\n    cause: Tiden räckte inte.\n    next_step: Ny tid bokas.\n    next_step_due: 2025-06-30\n",
        ),
    )
    row = tables(section(report(told), "page-one"))["page-one-red-rows"].rows[0]
    assert [said.lines[0] for said in row][2:] == ["Tiden räckte inte", "Ny tid bokas", "30\u00a0juni 2025"]
    assert "Ny tid bokas (senast 30\u00a0juni 2025)." in words(section(report(told), "areas"))
    assert "30\u00a0juni 2025" in words(section(report(told), "plan"))


def test_last_years_remarks_are_answered_or_not():
    asked = {
        "followup/2023/decisions.yaml": (
            "decisions:\n  - {body: kommunstyrelsen, date: 2024-04-08, text: Uppföljningen godkänns.}\n"
            "remarks:\n"
            "  - {id: KS-2024-1, by: kommunstyrelsen, to: socialnamnden, text: Utbilda nya chefer., due: 2024-12-31}\n"
            "  - {id: KS-2024-2, by: kommunstyrelsen, to: socialnamnden, text: Se över rutinen., answer: Gjort., answered_on: 2024-09-02}\n"
        )
    }
    made = report(asked)
    text = words(section(made, "answers"))
    assert "Obesvarad, försenad" in text
    assert "Besvarad 2\u00a0september 2024" in text
    proposal = words(section(made, "proposal"))
    assert "påminner socialnämnden om synpunkten KS-2024-1: Utbilda nya chefer." in proposal
    assert "KS-2024-2" not in proposal
    assert "Det finns inget beslut om uppföljningen för 2023." in words(section(report(), "answers"))


def test_a_part_year_says_so():
    made = report(day=datetime.date(2024, 8, 31))
    assert made.part_year
    assert made.title == "Delårsuppföljning 2024"
    assert "delår" in made.period
    assert any(banner.title == "Delår" for banner in made.banners)
    assert not report().part_year


def test_a_year_that_is_over_is_no_part_of_one_though_nobody_has_reported():
    """Was: "Delårsuppföljning", as of 31 December, over the words that the year has not been followed up."""
    silent = tuple(name for name in files() if name.startswith("followup/2024/"))
    for day in (datetime.date(2024, 12, 31), datetime.date(2025, 1, 10)):
        made = report(without=silent, day=day, committed_on="2024-06-01T00:00:00+00:00")
        assert made.title == "Uppföljning 2024"
        assert "delår" not in made.period
        assert [banner.title for banner in made.banners if banner.title in ("Delår", "Inte följt upp")] == ["Inte följt upp"]


def test_examples_say_that_they_are():
    assert report().example is False
    made = solna()
    assert made.example
    assert made.banners[0].title == "Exempel, ej beslutad"
    for identity in ("boards", "routines", "guidance", "training", "cooperation", "situation"):
        assert "exempel, ej beslutad" in words(section(made, identity)).lower()


def test_the_situation_picture_has_a_day_and_partners_and_no_content():
    text = words(section(solna(), "situation"))
    assert "20\u00a0oktober 2017" in text
    assert "Kommunpolisen" in text


def test_changes_are_told_in_the_sections_of_their_kind():
    changes = (
        Changed("routine", "overall/misstanke", "Rutinen har fått ett nytt steg."),
        Changed("guidance", "x/y", "Nytt exempel."),
    )
    made = report(changes=changes)
    assert "Rutinen har fått ett nytt steg." in words(section(made, "routines"))
    assert "Nytt exempel." in words(section(made, "guidance"))


def test_traceability_lists_every_demand_with_its_carrier():
    table = tables(section(solna(), "traceability"))["sparbarhet"]
    assert len(table.rows) == 138
    small = tables(section(report(), "traceability"))["sparbarhet"]
    told = {row[0].lines[0]: (row[3].lines[0], row[4].mark.colour, row[4].lines[0]) for row in small.rows}
    assert told["O-01-02"] == ("Åtgärd 1.1", "red", "Täcks, men rött")
    assert told["O-00-03"] == ("Verktygets kontroll (VBE201)", "green", "Prövas av verktyget")
    assert told["O-00-02"] == ("Polisen", "grey", "Annans uppgift")
    bare = edited("measures/01-samordning.yaml", ("    obligations: [O-01-02]\n", ""))
    table = tables(section(report(bare), "traceability"))["sparbarhet"]
    row = next(row for row in table.rows if row[0].lines[0] == "O-01-02")
    assert (row[3].lines[0], row[4].mark.colour, row[4].lines[0]) == ("saknas", "red", "Saknar motsvarighet")
    assert "Ett krav i områdets text saknar motsvarighet" in words(section(report(bare), "areas")).replace("\u00a0", " ")


def test_indicators_show_three_years_and_what_is_missing():
    table = tables(section(report(), "indicators"))["matetal"]
    assert [column.title for column in table.columns][3:6] == ["2022", "2023", "2024"]
    row = table.rows[0]
    assert [cell.lines[0] for cell in row][1:6] == ["saknas", "4 (2024)", "–", "saknas", "4"]
    earlier = {"followup/2023/kommunstyrelsen.yaml": "reported_on: 2024-02-01\nindicators:\n  moten: {value: 3}\n"}
    row = tables(section(report(earlier), "indicators"))["matetal"].rows[0]
    assert [cell.lines[0] for cell in row][3:6] == ["–", "3", "4"]


def test_charts_start_at_zero_and_end_beyond_every_value():
    charts = [b for s in solna().sections for b in blocks(s) if type(b).__name__ == "Chart"]
    assert charts
    for chart in charts:
        assert chart.description.startswith("Liggande staplar från noll.")
        assert all(bar.value is None or 0 <= bar.value <= chart.maximum for bar in chart.bars)
        assert chart.target is None or chart.target.value <= chart.maximum
        assert len(chart.table.rows) == len(chart.bars)


def test_an_unknown_section_in_a_cut_stops_with_the_nearest_name():
    wrong = edited("vbe.yaml", ("contacts:", "cuts:\n  fel: {name: Fel, sections: [sumary]}\ncontacts:"))
    with pytest.raises(VbeError) as caught:
        report(wrong, cut="fel")
    assert "summary" in caught.value.hint


def test_a_year_without_follow_ups_lists_the_years_there_are():
    from tests.report.small import corpus
    from vbe.domain.period import require_year

    with pytest.raises(VbeError) as caught:
        require_year(corpus(), 2019)
    assert str(YEAR) in caught.value.hint


def test_composing_twice_gives_the_same_model():
    assert plain(report()) == plain(report())


def test_the_solna_report_is_complete():
    made = solna()
    assert len([b for b in section(made, "areas").blocks if isinstance(b, Group)]) == 12
    assert len([b for b in section(made, "boards").blocks if isinstance(b, Group)]) == 6
    assert len(tables(section(made, "indicators"))["matetal"].rows) == 25
    said = section(made, "summary").blocks[0].text
    assert 3 <= said.count(".") <= 7


@pytest.mark.parametrize(
    ("definite", "said"),
    [
        ("definite: strategin", "Strategins krav"),
        ("definite: handlingsplanen", "Handlingsplanens krav"),
        ("", "Dokumentets krav"),
    ],
)
def test_the_document_is_called_what_the_profile_calls_it(definite, said):
    text = words(report(edited("vbe.yaml", ("definite: strategin", definite))))
    assert f"{said} och det som täcker dem" in text
    from_the_files = (
        "Strategi mot våldsbejakande extremism",
        "Strategin gäller en begränsad tid.",
        "Strategin följs upp varje år.",
    )
    for theirs in from_the_files:
        text = text.replace(theirs, "")
    assert ("strategi" in text.lower()) is (definite == "definite: strategin")


def test_a_waiver_that_nobody_has_decided_says_so():
    waiver = "waivers:\n  - {rule: VBE403, record: '*', reason: Saknas., decided_by: socialchef, until: 2025-06-01"
    for example, said in (("", False), (", example: true", True)):
        made = report(edited("vbe.yaml", ("contacts:", f"{waiver}{example}}}\ncontacts:")))
        row = tables(section(made, "deviations"))["avsteg-tabell"].rows[0]
        assert ("Exempel, ej beslutat" in row[2].lines) is said
        assert (
            "Avsteget från VBE403 (”En åtgärd saknar prioritet”) löper ut (exempel, ej beslutat)" in words(section(made, "plan"))
        ) is said


def test_a_routine_is_out_of_line_by_its_version_or_only_by_its_review():
    def harmonised(made):
        cells = [row for t in tables(section(made, "routines")).values() for row in t.rows]
        return {row[4].lines[0] for row in cells}

    assert "nej, granskad före version 1.0" in harmonised(solna())
    assert not any(said.startswith("nej, med version") for said in harmonised(solna()))


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("2024: 4", "Två\u00a0mätetal har ett målvärde för året. Båda har nått det."),
        ("2024: 5", "Två\u00a0mätetal har ett målvärde för året. Ett av dem har nått det."),
        ("2030: 4", "Ett mätetal har ett målvärde för året, och det är nått."),
    ],
)
def test_targets_of_the_year_are_told_in_a_sentence(target, said):
    text = words(
        section(report(edited("measures/01-samordning.yaml", ("target: {2024: 4}", f"target: {{{target}}}"))), "indicators")
    )
    assert said in text
    assert "; 0 av dem" not in text


def test_assignments_say_where_they_were_given():
    table = tables(section(solna(), "assignments"))["uppdrag"]
    assert [column.title for column in table.columns][1:3] == ["Givet av", "Givet i"]
    assert {row[2].lines[0] for row in table.rows} >= {"Verksamhetsplan och budget 2017", "Strategin KS/2016:365"}
    assert "Inget uppdrag är registrerat." in words(section(report(), "assignments"))


def test_a_cut_without_results_promises_no_cause():
    full = tables(section(solna(), "page-one"))["page-one-red-rows"]
    assert [c.title for c in full.columns] == ["Åtgärd", "Ansvarig", "Orsak", "Nästa steg", "Senast"]
    bare = section(solna("webb"), "page-one")
    assert [c.title for c in tables(bare)["page-one-red-rows"].columns] == ["Åtgärd", "Ansvarig", "Läge"]
    bare = words(bare)
    assert "nästa steg" not in bare.lower()


def test_the_glossary_has_the_documents_own_definitions_with_their_source():
    told = words(section(solna(), "glossary"))
    assert "som inte godtar ett demokratiskt samhälle och som främjar våld för ett ideologiskt mål" in told
    assert "Källa: KS/2016:365, avsnittet Våldsbejakande extremism och radikalisering." in told
    assert "inget politiskt organ fattar något formellt beslut" in told
    # A municipality whose document defines nothing has only the report's own words.
    bare = words(section(report(), "glossary"))
    assert "Källa:" not in bare
    assert "våldsbejakande extremism" not in bare.lower()


def test_a_report_that_nobody_has_handed_in_is_no_answer():
    line = next(row + "\n" for row in files()[SOCIAL].splitlines() if row.startswith("reported_on:"))
    made = report(edited(SOCIAL, (line, "")))
    assert "En av två nämnder har svarat; svar saknas från socialnämnden." in words(section(made, "summary"))
    assert "En av två nämnder har lämnat sin redovisning" in words(section(made, "method"))
    assert "inte lämnat sin redovisning för 2024" in words(section(made, "boards"))
    proposal = words(section(made, "proposal"))
    assert "noterar att en av två nämnder inte har redovisat" in proposal
    assert "godkänn" not in proposal + words(section(made, "summary"))
    assert "godkänner" in words(section(report(), "proposal"))


def test_a_document_that_is_an_example_says_so_where_its_decision_is_told():
    text = files()["strategy/strategy.yaml"]
    made = report({"strategy/strategy.yaml": f"{text}\nexample: true\n"})
    assert made.example
    assert made.banners[0].title == "Exempel, ej beslutad"
    assert made.banners[0].text.startswith("Uppgifterna om strategin är exempel")
    assert "(exempel, ej beslutad)." in words(section(made, "background"))
    assert "(exempel, ej beslutad)" in words(section(made, "facts"))
    assert "exempel, ej beslutad" not in words(section(report(), "background"))


def test_a_year_that_nobody_has_reported_on_claims_no_day_ahead():
    from tests.report.small import corpus
    from vbe.domain.period import as_of

    bare = {}
    for file, text in files().items():
        if file.startswith("followup/2024/"):
            bare[file] = "".join(row for row in text.splitlines(True) if not row.startswith("reported_on:"))
    found = corpus(bare)
    assert as_of(found, YEAR) == datetime.date(2024, 12, 31)
    assert as_of(found, YEAR, datetime.date(2024, 11, 22)) == datetime.date(2024, 11, 22)
    assert as_of(found, YEAR, datetime.date(2025, 3, 1)) == datetime.date(2024, 12, 31)
    over, early = report(bare), report(bare, day=datetime.date(2024, 11, 22))
    assert not over.part_year
    assert early.part_year
    said = "Ingen nämnd har redovisat 2024"
    for made, title, how in (
        (over, "Inte följt upp", "; året är inte följt upp."),
        (early, "Ännu inte redovisat", " än, och året är inte slut."),
    ):
        assert title in {banner.title for banner in made.banners}
        assert said + how in words(section(made, "page-one"))
    unknown = report(bare, committed_on=None)
    assert unknown.part_year
    assert "31\u00a0december 2024" not in words(section(unknown, "facts")) + words(section(unknown, "summary"))


def test_a_demand_whose_rule_is_waived_is_not_green():
    waiver = "waivers:\n  - {rule: VBE201, record: '*', reason: Saknas., decided_by: socialchef, until: 2025-06-01}\ncontacts:"
    table = tables(section(report(edited("vbe.yaml", ("contacts:", waiver))), "traceability"))["sparbarhet"]
    told = {row[0].lines[0]: (row[4].mark.colour, row[4].lines[0]) for row in table.rows}
    assert told["O-00-03"] == ("yellow", "Avsteg finns")


def test_a_waiver_says_what_its_rule_finds():
    waiver = "waivers:\n  - {rule: VBE403, record: '*', reason: Saknas., decided_by: socialchef, until: 2025-06-01}\ncontacts:"
    made = report(edited("vbe.yaml", ("contacts:", waiver)))
    code, said = tables(section(made, "deviations"))["avsteg-tabell"].rows[0][0].lines
    assert code == "VBE403"
    assert "prioritet" in said


def test_no_row_of_a_board_only_points_elsewhere():
    made = solna()
    text = words(section(made, "boards"))
    assert "Se område" not in text
    assert "Resultaten står i avsnitt 5, område för område. Det som många nämnder redovisar står i stället här." in text
    results = tables(section(made, "boards"))["namnd-socialnamnden-resultat"]
    assert {row[0].lines[0].split(" ", 1)[0] for row in results.rows} >= {"1.5", "1.7"}


def test_a_board_tells_its_results_in_its_own_rows_where_the_areas_are_left_out():
    cut = edited("vbe.yaml", ("contacts:", "cuts:\n  kort: {name: Kort, sections: [boards]}\ncontacts:"))
    told = section(report(cut, cut="kort"), "boards")
    assert [c.title for c in tables(told)["namnd-socialnamnden-atgarder"].columns][-1] == "Resultat"
    assert "Resultaten står" not in words(told)


def test_the_cover_says_what_the_fact_box_says():
    made = solna()
    said = {f.term: f.value for f in section(made, "facts").blocks[0].facts}
    assert (said["Uppgifterna gäller per"], said["Spridning"]) == (made.as_of_words, made.distribution)
    assert (made.as_of_words, made.distribution) == ("19\u00a0februari 2018", "Intern")
    assert solna("webb").distribution == "Öppen"
