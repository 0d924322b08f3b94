"""Every sentence of the report with a count in it, said of none, one, two and many; and that no such sentence stands elsewhere."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from vbe.report.sentences import boards, commitments, documents, indicators, phrases
from vbe.report.texts import Texts

ROOT = Path(__file__).parents[2]
REPORT = sorted((ROOT / "vbe/report").rglob("*.py"))
MAKES_COUNTS = {"count", "in_words", "in_words_of", "some_of", "share"}
"""What writes a number together with what is counted."""


def _colours(green: int = 0, yellow: int = 0, red: int = 0, grey: int = 0) -> dict:
    return {"green": green, "yellow": yellow, "red": red, "grey": grey}


WITHIN = {"spread_of", "things", "common", "bare"}
"""Parts of phrases that no section says by themselves: they are read within the others."""
SENTENCES = {
    name: made
    for module in (boards, commitments, documents, indicators, phrases)
    for name, made in inspect.getmembers(module, inspect.isfunction)
    if made.__module__ == module.__name__ and not name.startswith("_")
}


# What is said, read aloud once and kept here: arguments → the sentence. Numbers to twelve are words, unless beside a larger one.
SAID: dict[str, list[tuple[tuple, str]]] = {
    "who_answered": [
        ((0, 0), "ingen nämnd"),
        ((0, 6), "ingen nämnd"),
        ((1, 1), "den nämnd som ska redovisa"),
        ((1, 2), "en av två nämnder"),
        ((2, 2), "båda nämnderna som ska redovisa"),
        ((5, 6), "fem av sex nämnder"),
        ((6, 6), "alla sex nämnder som ska redovisa"),
        ((2, 13), "2 av 13 nämnder"),
        ((13, 13), "alla 13 nämnder som ska redovisa"),
    ],
    "who_is_silent": [
        ((1, 1), "den nämnd som ska redovisa inte har redovisat"),
        ((1, 2), "en av två nämnder inte har redovisat"),
        ((2, 2), "ingen av de två nämnder som ska redovisa har redovisat"),
        ((6, 6), "ingen av de sex nämnder som ska redovisa har redovisat"),
        ((13, 13), "ingen av de 13 nämnder som ska redovisa har redovisat"),
    ],
    "spread": [
        ((_colours(),), ""),
        ((_colours(yellow=1),), "en gul"),
        ((_colours(green=2, red=1),), "två gröna och en röd"),
        ((_colours(green=13, grey=1),), "13 gröna och 1 grå"),
    ],
    "result": [
        (("Nu", "strategin", "strategins", _colours()), "Nu har strategin inga åtgärder att följa upp."),
        (
            ("Nu", "strategin", "strategins", _colours(green=1)),
            "Nu är strategins enda åtgärd grön: den är genomförd eller går enligt plan.",
        ),
        (("Nu", "strategin", "strategins", _colours(red=1)), "Nu är strategins enda åtgärd röd."),
        (
            ("Nu", "strategin", "strategins", _colours(green=2)),
            "Nu är strategins båda åtgärder gröna: de är genomförda eller går enligt plan.",
        ),
        (
            ("Nu", "strategin", "strategins", _colours(yellow=2)),
            "Nu är ingen av strategins två åtgärder grön. Av dem är två gula.",
        ),
        (
            ("Nu", "strategin", "strategins", _colours(green=1, red=1)),
            "Nu är en av strategins två åtgärder grön: den är genomförd eller går enligt plan. Av de övriga är en röd.",
        ),
        (
            ("Nu", "strategin", "strategins", _colours(green=13)),
            "Nu är alla strategins 13 åtgärder gröna: de är genomförda eller går enligt plan.",
        ),
        (
            ("Nu", "strategin", "strategins", _colours(green=58, yellow=11, red=4, grey=2)),
            (
                "Nu är 58 av strategins 75 åtgärder gröna: de är genomförda eller går enligt plan. "
                "Av de övriga är elva gula, fyra röda och två grå."
            ),
        ),
    ],
    "ungraded": [
        (("strategins", 1), "Därför går det inte att säga hur strategins enda åtgärd har gått."),
        (("strategins", 2), "Därför går det inte att säga hur strategins två åtgärder har gått."),
        (("strategins", 75), "Därför går det inte att säga hur strategins 75 åtgärder har gått."),
    ],
    "ended": [
        ((0,), ""),
        ((1,), "En åtgärd avslutades ett tidigare år och behöver ingen redovisning."),
        ((2,), "Två åtgärder avslutades ett tidigare år och behöver ingen redovisning."),
        ((13,), "13 åtgärder avslutades ett tidigare år och behöver ingen redovisning."),
    ],
    "areas": [
        ((_colours(),), ""),
        ((_colours(yellow=1),), "Åtgärdsområdet är gult."),
        ((_colours(green=1, red=1),), "Av två åtgärdsområden är ett grönt och ett rött."),
        ((_colours(green=5, yellow=5, red=2),), "Av tolv åtgärdsområden är fem gröna, fem gula och två röda."),
        ((_colours(green=5, yellow=6, red=2),), "Av 13 åtgärdsområden är 5 gröna, 6 gula och 2 röda."),
    ],
    "area_state": [
        ((_colours(),), "inga åtgärder"),
        ((_colours(red=1),), "en röd av en åtgärd"),
        ((_colours(green=10, yellow=1),), "tio gröna och en gul av elva åtgärder"),
        ((_colours(green=13, yellow=1),), "13 gröna och en gul av 14 åtgärder"),
    ],
    "behind": [
        ((_colours(green=3),), ""),
        ((_colours(red=1),), "Åtgärden är röd."),
        ((_colours(grey=1),), "Åtgärden är inte bedömd."),
        ((_colours(grey=11),), "Ingen av områdets elva åtgärder är bedömd."),
        ((_colours(green=3, red=1),), "Av fyra åtgärder är en röd."),
        ((_colours(green=12, yellow=2, red=1, grey=2),), "Av 17 åtgärder är två gula, en röd och två grå."),
        ((_colours(green=1, yellow=13, red=1),), "Av 15 åtgärder är 13 gula och en röd."),
    ],
    "as_planned": [
        ((0, 3), ""),
        ((1, 1), "Åtgärden är genomförd eller går enligt plan."),
        ((2, 2), "Båda är genomförda eller går enligt plan."),
        ((4, 4), "Alla fyra är genomförda eller går enligt plan."),
        ((1, 2), "Den återstående är genomförd eller går enligt plan."),
        ((13, 17), "Övriga 13 är genomförda eller går enligt plan."),
    ],
    "more_commitments": [((1,), "en åtgärd till"), ((2,), "två åtgärder till"), ((13,), "13 åtgärder till")],
    "more_documents": [((1,), "ett dokument till"), ((2,), "två dokument till"), ((13,), "13 dokument till")],
    "answers_for": [
        ((0, _colours()), "svarar inte för någon åtgärd"),
        ((1, _colours(red=1)), "svarar för en åtgärd: den är röd"),
        ((3, _colours(green=2, red=1)), "svarar för tre åtgärder: de är två gröna och en röd"),
    ],
    "aimless": [
        (("strategin", 1, 1), "Strategin följs med ett mätetal. Det saknar målvärde."),
        (("strategin", 1, 0), "Strategin följs med ett mätetal. Det har ett målvärde."),
        (("strategin", 2, 0), "Strategin följs med två mätetal. Alla har ett målvärde."),
        (("strategin", 2, 2), "Strategin följs med två mätetal. Inget av dem har målvärde."),
        (("strategin", 25, 24), "Strategin följs med 25 mätetal. Av dem saknar 24 ett målvärde."),
    ],
    "missing_values": [
        ((0, 2017), ""),
        ((1, 2017), "För 2017 saknas ett värde."),
        ((2, 2017), "För 2017 saknas två värden."),
        ((13, 2017), "För 2017 saknas 13 värden."),
    ],
    "guidance": [
        ((_colours(),), ""),
        ((_colours(green=1),), "Vägledningsexemplet är aktuellt."),
        ((_colours(green=11),), "Alla elva vägledningsexempel är aktuella."),
        ((_colours(red=1),), "Vägledningsexemplet är inte aktuellt."),
        ((_colours(green=2),), "Båda vägledningsexemplen är aktuella."),
        ((_colours(red=3),), "Inget av tre vägledningsexempel är aktuellt."),
        ((_colours(green=1, red=1),), "Av två vägledningsexempel är ett aktuellt."),
        ((_colours(green=2, red=1),), "Av tre vägledningsexempel är två aktuella."),
        ((_colours(green=1, red=12),), "Av 13 vägledningsexempel är 1 aktuellt."),
    ],
    "late": [
        ((0,), ""),
        ((1,), "En åtgärd är försenad."),
        ((2,), "Två åtgärder är försenade."),
        ((13,), "13 åtgärder är försenade."),
    ],
    "routines": [
        ((_colours(),), ""),
        ((_colours(grey=1),), "Ingen rutin gäller (ett utkast är inte medräknat)."),
        ((_colours(green=1),), "Den enda rutinen är aktuell."),
        ((_colours(red=1, grey=2),), "Den enda rutinen är inte aktuell (två utkast är inte medräknade)."),
        ((_colours(red=2),), "Ingen av två rutiner är aktuell."),
        ((_colours(green=2),), "Båda rutinerna är aktuella."),
        ((_colours(green=1, red=1),), "Av två rutiner är en aktuell."),
        ((_colours(green=2, red=3),), "Av fem rutiner är två aktuella."),
        ((_colours(green=18),), "Alla 18 rutiner är aktuella."),
        ((_colours(green=10, yellow=4, red=4, grey=1),), "Av 18 rutiner är 14 aktuella (ett utkast är inte medräknat)."),
        ((_colours(green=1, red=17),), "Av 18 rutiner är 1 aktuell."),
    ],
    "current_documents": [
        ((_colours(grey=1),), "Inget av dokumenten ska granskas."),
        ((_colours(red=1),), "Aktuella: 0 av 1 (0 %)."),
        ((_colours(green=1),), "Aktuella: 1 av 1 (100 %)."),
        ((_colours(green=13, yellow=1, red=4),), "Aktuella: 14 av 18 (78 %)."),
    ],
    "demands": [
        (("strategins", _colours(), 0), ""),
        (("strategins", _colours(green=1), 0), "Det enda kravet i strategins text är grönt."),
        (
            ("strategins", _colours(red=1), 1),
            "Det enda kravet i strategins text är rött och har ingen åtgärd, rutin eller funktion.",
        ),
        (
            ("strategins", _colours(green=1, red=1), 1),
            "Av två krav i strategins text är ett grönt och ett rött, och ett krav har ingen åtgärd, rutin eller funktion.",
        ),
        (
            ("strategins", _colours(green=128, red=10), 2, 1),
            (
                "Av 138 krav i strategins text är 128 gröna och 10 röda, och 2 krav har ingen åtgärd, rutin eller funktion "
                "(ett krav till är en annan myndighets uppgift)."
            ),
        ),
        (
            ("strategins", _colours(green=138), 0, 3),
            (
                "Av 138 krav i strategins text är 138 gröna (tre krav till är en annan myndighets uppgift). "
                "Varje krav har en åtgärd, rutin eller funktion."
            ),
        ),
    ],
    "listed_demands": [
        (("strategins", _colours(), 0), "Strategins text innehåller inga krav."),
        (("strategins", _colours(grey=1), 0), "Strategins text innehåller ett krav, som är grått."),
        (
            ("strategins", _colours(green=1, red=1), 1),
            "Strategins text innehåller två krav: ett grönt och ett rött. Därutöver är ett krav en annan myndighets uppgift.",
        ),
        (
            ("strategins", _colours(green=99, yellow=1), 3),
            "Strategins text innehåller 100 krav: 99 gröna och 1 gult. Därutöver är tre krav en annan myndighets uppgift.",
        ),
    ],
    "bare_demands": [
        ((1,), "Ett krav i områdets text saknar motsvarighet:"),
        ((2,), "Två krav i områdets text saknar motsvarighet:"),
        ((13,), "13 krav i områdets text saknar motsvarighet:"),
    ],
    "unreported": [
        ((0, []), ""),
        ((1, []), "Åtgärden är redovisad."),
        ((1, ["”Möten” (1.1)"]), "”Möten” (1.1) är inte redovisad."),
        ((2, []), "Båda åtgärderna är redovisade av minst en nämnd."),
        ((75, []), "Alla 75 åtgärder är redovisade av minst en nämnd."),
        ((3, ["1.1"]), "För en av tre åtgärder finns ingen redovisning: 1.1."),
        ((75, ["1.1", "1.2"]), "För 2 av 75 åtgärder finns ingen redovisning: 1.1 och 1.2."),
    ],
    "partly_reported": [
        (([],), ""),
        (([("socialnämnden", 1)],), "Svar saknas från socialnämnden om en åtgärd som andra har redovisat."),
        (
            ([("kulturnämnden", 2), ("tekniska nämnden", 13)],),
            "Svar saknas från kulturnämnden om två åtgärder och tekniska nämnden om 13 åtgärder som andra har redovisat.",
        ),
    ],
    "told_by": [
        ((1, ""), "En nämnd har redovisat åtgärden."),
        ((2, ""), "Två nämnder har redovisat åtgärden."),
        ((6, "avsnitt 6"), "Sex nämnder har redovisat åtgärden, se avsnitt 6."),
        ((13, ""), "13 nämnder har redovisat åtgärden."),
    ],
    "silent_boards": [
        ((1,), "Svar saknas från en nämnd."),
        ((2,), "Svar saknas från två nämnder."),
        ((13,), "Svar saknas från 13 nämnder."),
    ],
    "hidden": [
        ((0,), ""),
        ((1,), "Ett internt dokument visas inte för den här läsaren men är medräknat."),
        ((2,), "Två interna dokument visas inte för den här läsaren men är medräknade."),
        ((13,), "13 interna dokument visas inte för den här läsaren men är medräknade."),
    ],
    "values": [
        ((2017, 0, [], 0), "Nämnderna redovisar inga mätetal."),
        ((2017, 1, [], 0), "Nämnderna redovisar ett mätetal. Det som väntas för 2017 har ett värde."),
        ((2017, 1, ["Möten"], 0), "Nämnderna redovisar ett mätetal. Värde för 2017 saknas för Möten."),
        ((2017, 1, [], 1), "Nämnderna redovisar ett mätetal. För inget av dem väntas ett värde det året."),
        (
            (2017, 2, [], 1),
            "Nämnderna redovisar två mätetal. Det som väntas för 2017 har ett värde. För ett av dem väntas inget värde det året.",
        ),
        (
            (2017, 16, ["Möten"], 3),
            "Nämnderna redovisar 16 mätetal. Värde för 2017 saknas för Möten. För 3 av dem väntas inget värde det året.",
        ),
        ((2017, 3, [], 0), "Nämnderna redovisar tre mätetal. Alla som väntas för 2017 har ett värde."),
    ],
    "indicators": [
        (("strategin", 1, 0, 2017), "Strategin följs med ett mätetal. För 2017 saknas inget värde."),
        (("strategin", 1, 1, 2017), "Strategin följs med ett mätetal. För 2017 saknas ett värde."),
        (("strategin", 2, 2, 2017), "Strategin följs med två mätetal. För 2017 saknas två värden."),
        (("strategin", 25, 1, 2017), "Strategin följs med 25 mätetal. För 2017 saknas 1 värde."),
    ],
    "targets": [
        (([],), "Inget mätetal har ett målvärde för året."),
        (([True],), "Ett mätetal har ett målvärde för året, och det är nått."),
        (([False],), "Ett mätetal har ett målvärde för året, men det är inte nått."),
        (([None],), "Ett mätetal har ett målvärde för året, men det går inte att säga om det är nått."),
        (([True, True],), "Två mätetal har ett målvärde för året. Båda har nått det."),
        (([True, False],), "Två mätetal har ett målvärde för året. Ett av dem har nått det."),
        (
            ([False, None],),
            "Två mätetal har ett målvärde för året. Inget av dem har nått det. För ett av dem går det inte att säga.",
        ),
        (([True] * 13,), "13 mätetal har ett målvärde för året. Alla har nått det."),
    ],
    "networks": [
        (("strategin", ["A"]), "Det finns ett nätverk som strategin pekar ut: A."),
        (("strategin", ["A", "B"]), "Det finns två nätverk som strategin pekar ut: A och B."),
        (("strategin", ["A"] * 13), "Det finns 13 nätverk som strategin pekar ut: A, A, A, A, A, A, A, A, A, A, A, A och A."),
    ],
    "new_examples": [
        ((1,), "Ett exempel godkändes under året."),
        ((2,), "Två exempel godkändes under året."),
        ((13,), "13 exempel godkändes under året."),
    ],
    "further": [((0,), "lika många"), ((1,), "en fler"), ((-2,), "två färre"), ((13,), "13 fler")],
    "reds": [((1,), "en röd åtgärd"), ((2,), "två röda åtgärder"), ((13,), "13 röda åtgärder")],
    "when_done": [
        ((1, ["”Möten” (8.4)"]), "åtgärden ”Möten” (8.4) blir klar"),
        ((2, ["”Möten” (2.7)", "”Kurser” (4.5)"]), "åtgärderna ”Möten” (2.7) och ”Kurser” (4.5) blir klara"),
        ((1, []), "dess röda åtgärd blir klar"),
        ((4, []), "dess fyra röda åtgärder blir klara"),
        ((13, []), "dess 13 röda åtgärder blir klara"),
    ],
    "further_rows": [
        ((1, ""), "Ytterligare en röd rad visas inte här."),
        ((2, "avsnitt 14"), "Ytterligare två röda rader visas inte här; alla står i avsnitt 14."),
        ((13, ""), "Ytterligare 13 röda rader visas inte här."),
    ],
    "changed": [
        ((0, "bättre", []), ""),
        ((1, "bättre", ["”Möten” (1.1)"]), "En åtgärd har blivit bättre: ”Möten” (1.1)."),
        ((2, "sämre", ["”Möten”", "”Kurser”"]), "Två åtgärder har blivit sämre: ”Möten” och ”Kurser”."),
        ((13, "sämre", []), "13 åtgärder har blivit sämre."),
    ],
    "moved": [
        ((0, 0), "Nu är lika många gröna och lika många röda."),
        ((1, -1), "Nu är en fler gröna och en färre röda."),
        ((-2, 3), "Nu är två färre gröna och tre fler röda."),
        ((13, 0), "Nu är 13 fler gröna och lika många röda."),
    ],
    "soon": [
        ((1,), "En granskning ska göras ”snart” när det är högst en dag kvar."),
        ((2,), "En granskning ska göras ”snart” när det är högst två dagar kvar."),
        ((60,), "En granskning ska göras ”snart” när det är högst 60 dagar kvar."),
    ],
    "size": [
        ((0, 0), "inga åtgärdsområden"),
        ((1, 0), "ett åtgärdsområde med inga åtgärder"),
        ((1, 1), "ett åtgärdsområde med en åtgärd"),
        ((2, 1), "två åtgärdsområden med en åtgärd"),
        ((12, 75), "tolv åtgärdsområden med tillsammans 75 åtgärder"),
    ],
    "aims": [
        (([],), ""),
        ((["främja"],), "Arbetet har ett syfte: främja."),
        ((["främja", "förebygga"],), "Arbetet har två syften: främja och förebygga."),
        ((["främja"] * 13,), f"Arbetet har 13 syften: {', '.join(['främja'] * 12)} och främja."),
    ],
}
TEXTS = Texts()


def say(block: str, **values: str | int) -> str:
    """The prose, of just the values that the block is handed."""
    assert values.keys() == TEXTS.values[block], block
    return TEXTS.say(block, **values)


CASES = [(name, given, said) for name, cases in SAID.items() for given, said in cases]


@pytest.mark.parametrize(("name", "given", "said"), CASES, ids=[f"{name}-{index}" for index, (name, _g, _s) in enumerate(CASES)])
def test_a_sentence_agrees_with_none_one_two_and_many(name, given, said):
    function = SENTENCES[name]
    made = function(say, *given) if next(iter(inspect.signature(function).parameters)) == "say" else function(*given)
    text = " ".join(made) if isinstance(made, Iterator) else made
    assert text.replace("\u00a0", " ") == said


def test_every_sentence_with_a_count_is_read():
    """A new one is not forgotten: it must be said above of one and of several, or this fails."""
    assert set(SENTENCES) - WITHIN == set(SAID)
    assert all(len(cases) >= 3 for cases in SAID.values())


def _counted(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKES_COUNTS:
            yield f"{node.func.id} in line {node.lineno}"
        elif isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Call):
            made = node.value.func
            if isinstance(made, ast.Name) and made.id in ("len", "sum"):
                yield f"{made.id} in a text in line {node.lineno}"


@pytest.mark.parametrize("module", REPORT, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_other_module_of_the_report_makes_a_sentence_of_a_count(module):
    found = list(_counted(ast.parse(module.read_text("utf-8"))))
    assert not found or module.parent.name == "sentences", found


def test_that_test_sees_what_it_looks_for():
    assert list(_counted(ast.parse('f"{len(x)} rader"'))) == ["len in a text in line 1"]
    assert list(_counted(ast.parse("count(3, 'rad', 'rader')"))) == ["count in line 1"]


def test_a_neuter_noun_has_neuter_colours():
    assert phrases.spread(_colours(green=1, yellow=1), neuter=True).replace("\u00a0", " ") == "ett grönt och ett gult"
    assert phrases.spread(_colours(green=1), neuter=True, among=13).replace("\u00a0", " ") == "1 grönt"
