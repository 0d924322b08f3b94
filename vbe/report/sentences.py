"""Sentences with counts in them, each in agreement with none, one, two and many.

Pure functions of numbers, so that a test can read every one of them aloud; no other module of the report makes a sentence of
a count. Numbers up to twelve are words, and figures where they stand beside a larger one; an area's own sentence keeps its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import NO_BREAK, capital, count, in_words, in_words_of, listed, number, percent, some_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.domain.colours import Colour

LAST_IN_WORDS = 12
BOTH = 2
COLOUR_WORDS: dict[Colour, tuple[str, str, str]] = {
    "green": ("grön", "grönt", "gröna"),
    "yellow": ("gul", "gult", "gula"),
    "red": ("röd", "rött", "röda"),
    "grey": ("grå", "grått", "grå"),
}
"""Colour → of one åtgärd, of one krav, of several."""


def who_answered(some: int, total: int) -> str:
    """`tre av sex nämnder`, `alla sex nämnder som ska redovisa`; for the beginning or the middle of a sentence."""
    if not some:
        return "ingen nämnd"
    if total == 1:
        return "den nämnd som ska redovisa"
    if some == total:
        boards = "båda nämnderna" if total == BOTH else f"alla {in_words(total)} nämnder"
        return f"{boards} som ska redovisa"
    return f"{some_of(some, total)} nämnder"


def who_is_silent(some: int, total: int) -> str:
    """What follows `Kommunstyrelsen noterar att`: how many of the boards that should report have not."""
    if some < total:
        return f"{who_answered(some, total)} inte har redovisat"
    if total == 1:
        return "den nämnd som ska redovisa inte har redovisat"
    return f"ingen av de {in_words(total)} nämnder som ska redovisa har redovisat"


def spread(counts: Mapping[Colour, int], *, neuter: bool = False, among: int = 0, words: bool = False) -> str:
    """`tre gröna och en gul`, without the colours that none has; `ett grått` of neuter nouns such as krav.

    `among`: a larger number that is told beside them. `words`: up to twelve in words beside any number.
    """
    all_of_them = 0 if words else max(among, sum(counts.values()))
    parts = [
        _things(amount, COLOUR_WORDS[colour][neuter], COLOUR_WORDS[colour][2], among=all_of_them, neuter=neuter)
        for colour, amount in counts.items()
        if amount
    ]
    return listed(parts)


def greens(document: str, own: str, counts: Mapping[Colour, int]) -> str:
    """What follows `Enligt uppföljningen för 2017`: how many commitments are green, and what the others are."""
    total, green = sum(counts.values()), counts["green"]
    others = spread({colour: amount for colour, amount in counts.items() if colour != "green"}, words=True)
    if not total:
        return f"har {document} inga åtgärder att följa upp."
    if total == 1:
        return f"är {own} enda åtgärd {'grön: den är genomförd eller går enligt plan' if green else _bare(others)}."
    if not green:
        return f"är ingen av {own} {in_words(total)} åtgärder grön. Av dem är {others}."
    well = "grön: den är genomförd" if green == 1 else "gröna: de är genomförda"
    if green == total:
        everything = f"{own} båda" if total == BOTH else f"alla {own} {in_words(total)}"
        return f"är {everything} åtgärder {well} eller går enligt plan."
    some, whole = _common(green, total), in_words(total)
    return f"är {some} av {own} {whole} åtgärder {well} eller går enligt plan. Av de övriga är {others}."


def ungraded(own: str, total: int) -> str:
    """That it cannot be told how the commitments have gone."""
    which = "enda åtgärd" if total == 1 else in_words_of(total, "åtgärd", "åtgärder")
    return f"Därför går det inte att säga hur {own} {which} har gått."


def ended(amount: int) -> Iterator[str]:
    """How many commitments were ended in an earlier year; nothing when none was."""
    if amount:
        needs = "behöver ingen redovisning"
        yield f"{capital(in_words_of(amount, 'åtgärd', 'åtgärder'))} avslutades ett tidigare år och {needs}."


def areas(counts: Mapping[Colour, int]) -> Iterator[str]:
    """The colours of the areas."""
    total, told = sum(counts.values()), spread(counts, neuter=True)
    if total == 1:
        yield f"Åtgärdsområdet är {_bare(told)}."
    elif total:
        yield f"Av {in_words_of(total, 'åtgärdsområde', 'åtgärdsområden', neuter=True)} är {told}."


def area_state(counts: Mapping[Colour, int]) -> str:
    """The colours of an area's commitments: `tio gröna och en gul av elva åtgärder`."""
    total = sum(counts.values())
    if not total:
        return "inga åtgärder"
    return f"{spread(counts, words=True)} av {in_words_of(total, 'åtgärd', 'åtgärder')}"


def behind(counts: Mapping[Colour, int]) -> str:
    """What is behind the colour of an area: `Av 17 åtgärder är tre gula och en röd.`; nothing where all are green."""
    total = sum(counts.values())
    others: dict[Colour, int] = {colour: amount for colour, amount in counts.items() if colour != "green"}
    if not any(others.values()):
        return ""
    if counts["grey"] == total:
        return "Åtgärden är inte bedömd." if total == 1 else f"Ingen av områdets {in_words(total)} åtgärder är bedömd."
    if total == 1:
        return f"Åtgärden är {_bare(spread(others))}."
    return f"Av {in_words_of(total, 'åtgärd', 'åtgärder')} är {spread(others, words=True)}."


def as_planned(well: int, total: int) -> Iterator[str]:
    """How many commitments are done or go as planned; nothing when none does."""
    if not well:
        return
    if total == 1:
        yield "Åtgärden är genomförd eller går enligt plan."
    elif well == total:
        yield f"{'Båda' if total == BOTH else f'Alla {in_words(total)}'} är genomförda eller går enligt plan."
    else:
        rest = "Den återstående" if well == 1 else f"Övriga {in_words(well)}"
        yield f"{rest} är {'genomförd' if well == 1 else 'genomförda'} eller går enligt plan."


def more_commitments(amount: int) -> str:
    """The end of a list of commitments that is cut."""
    return in_words_of(amount, "åtgärd till", "åtgärder till")


def more_documents(amount: int) -> str:
    """The end of a list of documents that is cut."""
    return in_words_of(amount, "dokument till", "dokument till", neuter=True)


def answers_for(amount: int, counts: Mapping[Colour, int]) -> str:
    """What follows the name of a board: how many commitments it answers for, and their colours."""
    if not amount:
        return "svarar inte för någon åtgärd"
    which = "den är" if amount == 1 else "de är"
    told = _bare(spread(counts)) if amount == 1 else spread(counts)
    return f"svarar för {in_words_of(amount, 'åtgärd', 'åtgärder')}: {which} {told}"


def aimless(document: str, total: int, without: int) -> str:
    """How many of the indicators have no target at all."""
    followed = f"{capital(document)} följs med {in_words_of(total, 'mätetal', 'mätetal', neuter=True)}."
    if not without:
        return f"{followed} {'Det har' if total == 1 else 'Alla har'} ett målvärde."
    if without == total:
        return f"{followed} {'Det saknar' if total == 1 else 'Inget av dem har'} målvärde."
    some = number(without) if total > LAST_IN_WORDS else in_words(without)
    return f"{followed} Av dem saknar {some} ett målvärde."


def missing_values(amount: int, year: int) -> Iterator[str]:
    """How many values are missing for the year; nothing when none is."""
    if amount:
        yield f"För {year} saknas {in_words_of(amount, 'värde', 'värden', neuter=True)}."


def guidance(counts: Mapping[Colour, int]) -> Iterator[str]:
    """How many guidance examples are current, of those that are to be reviewed; nothing when there are none."""
    fresh, reviewed = counts["green"] + counts["yellow"], counts["green"] + counts["yellow"] + counts["red"]
    if not reviewed:
        return
    examples = f"{in_words(reviewed)} vägledningsexempel"
    if reviewed == 1:
        yield f"Vägledningsexemplet är {'' if fresh else 'inte '}aktuellt."
    elif fresh == reviewed:
        yield f"{'Båda vägledningsexemplen' if reviewed == BOTH else f'Alla {examples}'} är aktuella."
    elif not fresh:
        yield f"Inget av {examples} är aktuellt."
    else:
        some = "ett" if fresh == 1 and reviewed <= LAST_IN_WORDS else _common(fresh, reviewed)
        yield f"Av {examples} är {some} {'aktuellt' if fresh == 1 else 'aktuella'}."


def late(amount: int) -> Iterator[str]:
    """How many commitments are late; nothing when none is."""
    if amount:
        yield f"{capital(in_words_of(amount, 'åtgärd', 'åtgärder'))} är {'försenad' if amount == 1 else 'försenade'}."


def routines(counts: Mapping[Colour, int]) -> Iterator[str]:
    """How many routines are current, of those that are to be reviewed; drafts are said to be left out."""
    drafts = counts["grey"]
    reviewed = sum(counts.values()) - drafts
    fresh = counts["green"] + counts["yellow"]
    left_out = f" ({in_words_of(drafts, 'utkast är inte medräknat', 'utkast är inte medräknade', neuter=True)})" if drafts else ""
    if not sum(counts.values()):
        return
    if not reviewed:
        yield f"Ingen rutin gäller{left_out}."
    elif reviewed == 1:
        yield f"Den enda rutinen är {'aktuell' if fresh else 'inte aktuell'}{left_out}."
    elif not fresh:
        yield f"Ingen av {in_words(reviewed)} rutiner är aktuell{left_out}."
    elif fresh == reviewed:
        yield f"{'Båda rutinerna' if reviewed == BOTH else f'Alla {in_words(reviewed)} rutiner'} är aktuella{left_out}."
    else:
        some = _common(fresh, reviewed)
        yield f"Av {in_words(reviewed)} rutiner är {some} {'aktuell' if fresh == 1 else 'aktuella'}{left_out}."


def current_documents(counts: Mapping[Colour, int]) -> str:
    """`Aktuella: 14 av 18 (78 %).`: how many documents are current, of those that are to be reviewed."""
    fresh, reviewed = counts["green"] + counts["yellow"], counts["green"] + counts["yellow"] + counts["red"]
    if not reviewed:
        return "Inget av dokumenten ska granskas."
    return f"Aktuella: {number(fresh)} av {number(reviewed)} ({percent(100 * fresh / reviewed, 0)})."


def demands(own: str, colours: Mapping[Colour, int], without: int, others: int = 0) -> Iterator[str]:
    """The colours of the text's demands, how many have nothing in the register that answers them, and how many are others'."""
    total = sum(colours.values())
    if not total:
        return
    told = spread(colours, neuter=True)
    apart = f" ({in_words_of(others, 'krav', 'krav', neuter=True)} till är en annan myndighets uppgift)" if others else ""
    if total == 1:
        lacking = " och har ingen åtgärd, rutin eller funktion" if without else ""
        yield f"Det enda kravet i {own} text är {_bare(told)}{lacking}{apart}."
    elif without:
        what = _things(without, "krav", "krav", among=total, neuter=True)
        yield f"Av {in_words(total)} krav i {own} text är {told}, och {what} har ingen åtgärd, rutin eller funktion{apart}."
    else:
        yield f"Av {in_words(total)} krav i {own} text är {told}{apart}. Varje krav har en åtgärd, rutin eller funktion."


def listed_demands(own: str, colours: Mapping[Colour, int], others: int) -> str:
    """How many demands the appendix lists, by colour, and how many beside them are another authority's task."""
    total = sum(colours.values())
    if not total:
        return f"{capital(own)} text innehåller inga krav."
    apart = f" Därutöver är {in_words_of(others, 'krav', 'krav', neuter=True)} en annan myndighets uppgift." if others else ""
    told = f", som är {_bare(spread(colours, neuter=True))}" if total == 1 else f": {spread(colours, neuter=True)}"
    return f"{capital(own)} text innehåller {in_words_of(total, 'krav', 'krav', neuter=True)}{told}.{apart}"


def bare_demands(amount: int) -> str:
    """What stands before the demands of an area that nothing answers."""
    return f"{capital(in_words_of(amount, 'krav', 'krav', neuter=True))} i områdets text saknar motsvarighet:"


def unreported(total: int, missing: list[str]) -> Iterator[str]:
    """Which commitments nobody has reported."""
    if total == 1:
        yield f"{missing[0]} är inte redovisad." if missing else "Åtgärden är redovisad."
    elif missing:
        yield f"För {some_of(len(missing), total)} åtgärder finns ingen redovisning: {listed(missing)}."
    elif total:
        yield f"{'Båda åtgärderna' if total == BOTH else f'Alla {in_words(total)} åtgärder'} är redovisade av minst en nämnd."


def partly_reported(owed: Sequence[tuple[str, int]]) -> Iterator[str]:
    """How many commitments each board has not told of, of those that some other board has."""
    if owed:
        told = (f"{board} om {in_words_of(amount, 'åtgärd', 'åtgärder')}" for board, amount in owed)
        yield f"Svar saknas från {listed(told)} som andra har redovisat."


def told_by(boards: int, place: str) -> str:
    """How many boards have reported a commitment, and where their words stand."""
    said = f"{capital(in_words_of(boards, 'nämnd', 'nämnder'))} har redovisat åtgärden"
    return f"{said}, se {place}." if place else f"{said}."


def silent_boards(amount: int) -> str:
    """How many boards have said nothing about a commitment."""
    return f"Svar saknas från {in_words_of(amount, 'nämnd', 'nämnder')}."


def hidden(amount: int) -> Iterator[str]:
    """How many documents this reader does not see."""
    if amount:
        what = in_words_of(amount, "internt dokument", "interna dokument", neuter=True)
        counted = "medräknat" if amount == 1 else "medräknade"
        yield f"{capital(what)} visas inte för den här läsaren men är {counted}."


def values(year: int, asked: int, missing: list[str], pausing: int) -> str:
    """How many indicators the boards report, which have no value, and for how many none is expected."""
    if not asked:
        return "Nämnderna redovisar inga mätetal."
    said = f"Nämnderna redovisar {in_words_of(asked, 'mätetal', 'mätetal', neuter=True)}."
    if missing:
        said += f" Värde för {year} saknas för {listed(missing)}."
    elif asked > pausing:
        expected = asked - pausing
        said += f" {'Det' if expected == 1 else 'Alla'} som väntas för {year} har ett värde."
    if pausing:
        them = _things(pausing, "av dem", "av dem", among=asked, neuter=True) if pausing < asked else "inget av dem"
        said += f" För {them} väntas {'inget' if pausing < asked else 'ett'} värde det året."
    return said


def indicators(document: str, total: int, missing: int, year: int) -> str:
    """How many indicators there are, and how many values are missing for the year."""
    lacking = "inget värde" if not missing else _things(missing, "värde", "värden", among=total, neuter=True)
    followed = f"{capital(document)} följs med {in_words_of(total, 'mätetal', 'mätetal', neuter=True)}."
    return f"{followed} För {year} saknas {lacking}."


def targets(reached: Sequence[bool | None]) -> Iterator[str]:
    """How many indicators should have reached a value this year, and how many did; None where it cannot be told."""
    total, met, unknown = len(reached), sum(r is True for r in reached), sum(r is None for r in reached)
    if not total:
        yield "Inget mätetal har ett målvärde för året."
    elif total == 1:
        ends = {True: "och det är nått", False: "men det är inte nått", None: "men det går inte att säga om det är nått"}
        yield f"Ett mätetal har ett målvärde för året, {ends[reached[0]]}."
    else:
        yield f"{capital(in_words_of(total, 'mätetal', 'mätetal', neuter=True))} har ett målvärde för året."
        if met == total:
            yield "Båda har nått det." if total == BOTH else "Alla har nått det."
        elif unknown < total:
            yield f"{capital(in_words(met)) if met else 'Inget'} av dem har nått det."
        if unknown:
            yield f"För {in_words(unknown)} av dem går det inte att säga."


def networks(document: str, names: list[str]) -> str:
    """Which networks the document names."""
    return f"Det finns {in_words_of(len(names), 'nätverk', 'nätverk', neuter=True)} som {document} pekar ut: {listed(names)}."


def new_examples(amount: int) -> str:
    """How many guidance examples were approved in the year."""
    return f"{capital(in_words_of(amount, 'exempel', 'exempel', neuter=True))} godkändes under året."


def reds(amount: int) -> str:
    """`en röd åtgärd`, `tre röda åtgärder`; for the beginning or the middle of a sentence."""
    return in_words_of(amount, "röd åtgärd", "röda åtgärder")


def when_done(amount: int, names: list[str]) -> str:
    """What follows `redovisa när och hur`: `åtgärden ”Se över reglerna” (8.4) blir klar`; many are counted, not named."""
    if not names:
        return "dess röda åtgärd blir klar" if amount == 1 else f"dess {in_words(amount)} röda åtgärder blir klara"
    if amount == 1:
        return f"åtgärden {names[0]} blir klar"
    return f"åtgärderna {listed(names)} blir klara"


def moved(green: int, red: int) -> str:
    """How many more or fewer commitments are green and red than the year before."""
    return f"Nu är {_further(green)} gröna och {_further(red)} röda."


def _further(step: int) -> str:
    return f"{in_words(abs(step)) if abs(step) != 1 else 'en'} {'fler' if step > 0 else 'färre'}" if step else "lika många"


def further_rows(amount: int, place: str) -> str:
    """How many red rows are left out, and where they all stand."""
    more = f"Ytterligare {in_words_of(amount, 'röd rad', 'röda rader')} visas inte här"
    return f"{more}; alla står i {place}." if place else f"{more}."


def changed(amount: int, how: str, names: Sequence[str]) -> Iterator[str]:
    """How many commitments have become `bättre` or `sämre`, and which where they are named."""
    if amount:
        named = f": {listed(names)}" if names else ""
        yield f"{capital(in_words_of(amount, 'åtgärd', 'åtgärder'))} har blivit {how}{named}."


def soon(days: int) -> str:
    """When a review is to be made soon."""
    return f"En granskning ska göras ”snart” när det är högst {in_words_of(days, 'dag', 'dagar')} kvar."


def size(areas: int, commitments: int) -> str:
    """`tolv åtgärdsområden med tillsammans 75 åtgärder`."""
    if not areas:
        return "inga åtgärdsområden"
    measures = in_words_of(commitments, "åtgärd", "åtgärder") if commitments else "inga åtgärder"
    between = "med tillsammans" if areas > 1 and commitments > 1 else "med"
    return f"{in_words_of(areas, 'åtgärdsområde', 'åtgärdsområden', neuter=True)} {between} {measures}"


def aims(names: list[str]) -> Iterator[str]:
    """Which aims the work has."""
    if names:
        yield f"Arbetet har {in_words_of(len(names), 'syfte', 'syften', neuter=True)}: {listed(names)}."


def _things(amount: int, one: str, many: str, *, among: int, neuter: bool = False) -> str:
    """A number of things; in figures beside a number that is too large to be a word."""
    return count(amount, one, many) if among > LAST_IN_WORDS else in_words_of(amount, one, many, neuter=neuter)


def _common(amount: int, among: int = 0) -> str:
    """A number of things of common gender: `en`, `två`; in figures beside a number that is too large to be a word."""
    if among > LAST_IN_WORDS:
        return number(amount)
    return "en" if amount == 1 else in_words(amount)


def _bare(told: str) -> str:
    """The colour of the only one: `en röd` → `röd`."""
    return told.rsplit(NO_BREAK, maxsplit=1)[-1]
