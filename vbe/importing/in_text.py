"""What the text of a measure itself says of who and when, where no column and no label does.

`Erbjud stöd (socialnämnden, löpande)`, `Kommunstyrelsen får i uppdrag att … senast den 30 juni 2022`. Only what stands there in
so many words is read; the sentence stays whole, and what was read of it carries its words as a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vbe.importing.clocks import clock_of
from vbe.importing.headwords import FOLLOWUP, INDICATOR, LEVEL, RESPONSIBLE, TARGET, TIME
from vbe.importing.naming import AUDIENCE, BOARD, DEPARTMENT, PARTNER, sort_of, split_actors
from vbe.importing.plan import Said
from vbe.language.events import EVENT
from vbe.language.written import read_time

if TYPE_CHECKING:
    from vbe.importing.plan import Measure

BRACKET: Final = re.compile(r"\A(?P<text>.{3,}?)\s*\((?P<inner>[^()]{2,160})\)\s*[.;]?\Z", re.DOTALL)
APART: Final = re.compile(r"\s*[,;–]\s+|\s*[;\n]\s*")
ASSIGNED: Final = re.compile(
    r"\A(?P<who>[^.:;]{2,140}?)\s+(?:(?:får|ges|har|fick|gavs)\s+(?:också\s+)?i\s+uppdrag\b|uppdras\b|(?:ansvarar|svarar)\s+för\b)"
)
DUTY: Final = re.compile(r"\A(?P<who>[^.:;]{2,140}?)\s+(?:ska|skall)\b")
BEGINS: Final = re.compile(
    r"\b(?:senast|före|under|till och med|våren|hösten|sommaren|vt|ht|kvartal|årligen|kvartalsvis|terminsvis|månadsvis|halvårsvis"
    r"|varje|vartannat|vart|löpande|fortlöpande|kontinuerligt|(?:minst\s+)?(?:en|två|tre|fyra|\d)\s+(?:gång(?:er)?|ggr))\b",
    re.IGNORECASE,
)
LEVEL_WORD: Final = re.compile(r"(?:universell|generell|selektiv|specifik|indikerad|individinriktad)(?:t|a)?", re.IGNORECASE)
MOST_WORDS: Final = 7
"""Of a time in a sentence: `senast vid utgången av andra kvartalet 2025`."""
BODIES: Final = re.compile(r"nämnder|förvaltningar|styrelser", re.IGNORECASE)
"""Words for several boards or departments: `Samtliga nämnder ska`."""
LONGEST, LONGEST_TIME = 4000, 120
"""Letters of a text in which a time is looked for, and of a time."""
NO_DUTY: Final = (AUDIENCE, PARTNER)


def complete(measure: Measure) -> None:
    """Add to a measure who answers for it and when, where its own text says so and nothing else has."""
    if RESPONSIBLE not in measure.fields:
        _read_bracket(measure)
    if RESPONSIBLE not in measure.fields:
        who = assigned(measure.text.text)
        if who:
            measure.fields[RESPONSIBLE] = Said(who, measure.text.piece)
            measure.in_text.add(RESPONSIBLE)
    if TIME not in measure.fields:
        time = time_in(measure.text.text)
        if time:
            measure.fields[TIME] = Said(time, measure.text.piece)


def divide(measure: Measure, indicators: frozenset[str]) -> None:
    """Lines of a cell that belong elsewhere: a level below a target group, a listed indicator below follow-up."""
    target, followed = measure.fields.get(TARGET), measure.fields.get(FOLLOWUP)
    if target is not None and LEVEL not in measure.fields:
        _divide(measure, TARGET, LEVEL, target, [line for line in _lines(target) if LEVEL_WORD.fullmatch(line)])
    if followed is not None and INDICATOR not in measure.fields:
        _divide(measure, FOLLOWUP, INDICATOR, followed, [line for line in _lines(followed) if line.casefold() in indicators])


def part_times(measure: Measure) -> None:
    """A time that stands among the actors is the measure's time: `Rektor, vt 2023`."""
    responsible = measure.fields.get(RESPONSIBLE)
    parts = [part for part in APART.split(responsible.text) if part] if responsible is not None else []
    times = [part for part in parts if is_time(part)]
    if responsible is None or not times or len(times) == len(parts):
        return
    measure.fields[RESPONSIBLE] = Said(", ".join(part for part in parts if part not in times), responsible.piece)
    if TIME in measure.fields:
        measure.more += [("", Said(time, responsible.piece)) for time in times]
    else:
        measure.fields[TIME] = Said(", ".join(times), responsible.piece)


def _lines(statement: Said) -> list[str]:
    return [line.strip() for line in statement.piece.text.split("\n") if line.strip()]


def _divide(measure: Measure, name: str, other: str, statement: Said, moved: list[str]) -> None:
    if not moved or measure.heads.get(name) is None:
        return
    kept = [line for line in _lines(statement) if line not in moved]
    measure.fields[other] = Said("\n".join(moved), statement.piece)
    if kept:
        measure.fields[name] = Said(" ".join(kept), statement.piece)
    else:
        del measure.fields[name]


def _read_bracket(measure: Measure) -> None:
    """A bracket that ends the text and says nothing but who, and when."""
    found = BRACKET.match(measure.text.text)
    if found is None:
        return
    parts = [part for part in APART.split(found["inner"]) if part]
    first_time = next((at for at, part in enumerate(parts) if is_time(part)), len(parts))
    who, times = parts[:first_time], parts[first_time:]
    if not who or not all(map(is_actor, who)) or not all(map(is_time, times)) or (times and TIME in measure.fields):
        return
    measure.text = Said(found["text"].rstrip(" .;,"), measure.text.piece)
    measure.fields[RESPONSIBLE] = Said(", ".join(who), measure.text.piece)
    if times:
        measure.fields[TIME] = Said(", ".join(times), measure.text.piece)


def is_actor(text: str) -> bool:
    """Whether a text names nobody but actors whose sort its words tell."""
    who = split_actors(text)
    return bool(who.names) and not who.persons and all(map(sort_of, (*who.names, *who.partners)))


def is_time(text: str) -> bool:
    """Whether a text is a time or an event and nothing else."""
    clock = clock_of(text, None)
    return bool(EVENT.match(text)) or (read_time(text) is not None) or (clock.is_told and clock.when is None)


def assigned(text: str) -> str:
    """Who is given a measure by its own sentence: `Socialnämnden ges i uppdrag att …`; empty where nobody is."""
    given, duty = ASSIGNED.match(text), DUTY.match(text)
    found = given or duty
    if found is None or not is_actor(found["who"]):
        return ""
    names = split_actors(found["who"]).names
    sorts = {BOARD if BODIES.search(name) else sort_of(name) for name in names}
    is_ours = not sorts & set(NO_DUTY) if given else sorts <= {BOARD, DEPARTMENT}
    return found["who"] if is_ours else ""


def time_in(text: str) -> str:
    """The one time that a sentence tells; empty where it tells none, or several."""
    found: dict[str, None] = {}
    end = 0
    for begin in BEGINS.finditer(text[:LONGEST]):
        if begin.start() < end:
            continue
        words = re.split(r"(?<=\S)(?=\s)", text[begin.start() : begin.start() + LONGEST_TIME])[: MOST_WORDS + 1]
        for count in range(len(words), 0, -1):
            time = "".join(words[:count]).strip(" .,;)")
            if read_time(time) is not None:
                found[time] = None
                end = begin.start() + len("".join(words[:count]))
                break
    return next(iter(found)) if len(found) == 1 else ""
