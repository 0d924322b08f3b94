"""An area of the plan → the text of its file, with its measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from vbe.importing.clocks import clock_of, first_day
from vbe.importing.headwords import (
    CAUSE,
    COMMENT,
    COST,
    FOLLOWUP,
    GOAL,
    INDICATOR,
    LEVEL,
    METHOD,
    RESPONSIBLE,
    START,
    STATUS,
    TARGET,
    TIME,
    WITH,
)  # fmt: skip
from vbe.importing.naming import AUDIENCE, is_body, sort_of, split_actors
from vbe.importing.plan import Said
from vbe.importing.trail import FIRST, LONG, SECOND, SHORT, THIRD, Trail
from vbe.importing.yaml_lines import Lines, entry
from vbe.language import N_, _
from vbe.model.fields import NOT_STATED
from vbe.model.records.area import TITLE_LENGTH

if TYPE_CHECKING:
    import datetime

    from vbe.importing.plan import Measure, PlanArea
    from vbe.importing.roster import Roster

PLAIN: Final = {
    TARGET: ("target_group", SHORT), CAUSE: ("cause", LONG), GOAL: ("operative_goal", LONG), FOLLOWUP: ("follow_up", LONG),
    COST: ("budget_ref", SHORT),
}  # fmt: skip
"""What a plan says that has a field of its own, and how long it may be."""
SHOWN: Final = {
    "responsible": N_("who answers for it"), "with": N_("with whom"), "time": N_("time"), "level": N_("level"),
    "target_group": N_("target group"), "cause": N_("cause"), "operative_goal": N_("goal"), "follow_up": N_("follow-up"),
    "budget_ref": N_("budget"),
}  # fmt: skip
"""Field → what the log calls it."""
LEVELS: Final = (("indicated", r"individ|indikerad"), ("selective", r"specifik|selektiv"), ("universal", r"generell|universell"))
SAID_OF: Final = {
    WITH: "Samverkan",
    STATUS: "Status",
    COMMENT: "Kommentar",
    INDICATOR: "Mäts med",
    METHOD: "Så görs det",
    LEVEL: "Nivå",
    TIME: "Tid",
    START: "Start",
}
"""What stands before a word of the plan that has no field. Swedish, as the files are."""


class MeasureWriter:
    """Writes the measures of one plan."""

    def __init__(self, roster: Roster, trail: Trail, last_day: datetime.date | None) -> None:
        self._roster = roster
        self._trail = trail
        self._last_day = last_day
        self._heading: Said | None = None
        """The area's heading, where it is the name of a body: what stands below it is that body's."""

    def area(self, area: PlanArea, number: int, aims: list[str] | str, ids: list[str]) -> str:
        """The text of an area's file."""
        lines = Lines()
        self._heading = Said(area.title, area.piece) if area.piece is not None and is_body(area.title) else None
        target = _("area {number}").format(number=number)
        title = area.title if len(area.title) <= SHORT else area.title[: SHORT - 1].rstrip() + "…"
        lines.add("title", title, "" if area.piece is not None else _("the document’s title; the plan has no areas"))
        if area.piece is not None:
            self._trail.take(area.piece.line, area.piece, target, "" if title == area.piece.line else title)
        for again in area.again:
            self._trail.take(again.line, again, target, title)
        purpose = self._purpose(area, target, title)
        lines.add("purpose", purpose or NOT_STATED)
        lines.add("aims", aims)
        self._lead(lines, area.lead, target)
        level = _level(area.title)
        lines.list("commitments", [self._measure(m, i, level) for m, i in zip(area.measures, ids, strict=True)])
        return str(lines)

    def _lead(self, lines: Lines, said: Said | None, target: str) -> None:
        names = split_actors(said.text).names if said is not None else ()
        if said is None or len(names) != 1 or not sort_of(names[0]):
            lines.add("lead", NOT_STATED)
            return
        lead = self._roster.find(names[0]).id
        lines.add("lead", lead)
        self._trail.take(said.piece.line, said.piece, _("{target}, who leads it").format(target=target), lead)

    def _purpose(self, area: PlanArea, target: str, title: str) -> str:
        """The text between the heading and the measures, as far as it has room; a cut title in full."""
        kept: list[str] = [area.title] if title != area.title else []
        for said in area.purpose:
            if sum(map(len, kept)) + len(said.text) + len(kept) <= LONG:
                kept.append(said.text)
                self._trail.take(said.text, said.piece, _("{target}, purpose").format(target=target))
            else:
                self._trail.left.append((said.piece, _("too long for one field")))
        return " ".join(" ".join(kept).split())

    def _measure(self, measure: Measure, identity: str, level: str) -> Lines:
        lines, notes = entry(), list[str]()
        target = _("commitment {id}").format(id=identity)
        lines.add("id", identity)
        number = measure.number.strip(" .")
        lines.add("number", number if number != identity and len(number) <= SHORT else None)
        self._title(lines, measure.title, target, notes)
        self._text(lines, measure, target)
        if measure.guess:
            self._trail.ask(FIRST, _("Is {target} a measure? It was {guess}.").format(target=target, guess=measure.guess))
        self._who(lines, measure, target, notes)
        self._time(lines, measure, target, notes)
        self._level(lines, measure.fields.get(LEVEL), level, target, notes)
        for name in (TARGET, CAUSE, GOAL, FOLLOWUP, COST):
            said, (key, most) = measure.fields.get(name), PLAIN[name]
            if said is not None and len(said.text) <= most:
                lines.add(key, said.text)
                self._trail.take(said.text, said.piece, f"{target}, {_(SHOWN[key])}")
            elif said is not None:
                self._note(notes, key, said, target)
        for name, said in measure.fields.items():
            if name not in (RESPONSIBLE, WITH, TIME, START, LEVEL, *PLAIN):
                self._note(notes, SAID_OF.get(name, name.capitalize()), said, target)
                if name == INDICATOR:
                    self._trail.ask(
                        THIRD, _("{target} says how it is measured: write it with `vbe new indicator`.").format(target=target)
                    )
        for head, said in measure.more:
            self._note(notes, head, said, target)
        lines.add("notes", "\n".join(notes))
        return lines

    def _title(self, lines: Lines, title: Said | None, target: str, notes: list[str]) -> None:
        if title is not None and len(title.text) <= TITLE_LENGTH:
            lines.add("title", title.text)
            self._trail.take(title.piece.line, title.piece, target, title.text)
        elif title is not None:
            self._note(notes, "", title, target)

    def _text(self, lines: Lines, measure: Measure, target: str) -> None:
        text = measure.text.text
        if len(text) > LONG:
            text = text[: LONG - 1].rsplit(" ", 1)[0] + "…"
            self._trail.left.append((measure.text.piece, _("too long for one field")))
            self._trail.ask(FIRST, _("The text of {target} is too long and was cut.").format(target=target))
        lines.add("text", text, measure.guess)
        self._trail.take(
            f"{measure.number} {measure.text.text}".strip(), measure.text.piece, target, text if text != measure.text.text else ""
        )

    def _who(self, lines: Lines, measure: Measure, target: str, notes: list[str]) -> None:
        said, beside = measure.fields.get(RESPONSIBLE) or self._heading, measure.fields.get(WITH)
        who = split_actors(said.text) if said is not None else split_actors("")
        answering = [self._roster.find(name) for name in who.names]
        others = [self._roster.find(name) for name in who.partners]
        others += [self._roster.find(name) for name in split_actors(beside.text).names] if beside is not None else []
        names = list(dict.fromkeys(m.id for m in answering if m.sort != AUDIENCE))
        ours = list(dict.fromkeys(m.id for m in others if m.sort != AUDIENCE and m.id not in names))
        exact = (
            said is not None
            and RESPONSIBLE not in measure.in_text
            and len(answering) == 1
            and not others
            and said.text.casefold() == answering[0].name.casefold()
        )
        lines.add("responsible", names or NOT_STATED, "" if said is None or exact else _cited(said))
        lines.add("with", ours, _cited(beside) if beside is not None and len(ours) != 1 else "")
        for one in (said, beside):
            if one is not None:
                self._trail.take(
                    one.text,
                    one.piece,
                    f"{target}, {_(SHOWN['responsible' if one is said else 'with'])}",
                    ", ".join(names if one is said else ours) or "–",
                )
        outside = [m.name for m in (*answering, *others) if m.sort == AUDIENCE]
        if outside:
            notes.append(f"{SAID_OF[WITH]}: {', '.join(outside)}")
        self._asked_of_who(names, said, who.persons, target)

    def _asked_of_who(self, names: list[str], said: Said | None, persons: int, target: str) -> None:
        if persons:
            self._trail.ask(SECOND, _("{target} named a person; write the role instead.").format(target=target))
        if not names:
            why = _("the plan names nobody") if said is None else _("no actor of the municipality’s own was found")
            self._trail.ask(SECOND, _("Who answers for {target}? {why}.").format(target=target, why=why[:1].upper() + why[1:]))

    def _time(self, lines: Lines, measure: Measure, target: str, notes: list[str]) -> None:
        said, start = measure.fields.get(TIME), measure.fields.get(START)
        clock = clock_of(said.text, self._last_day) if said is not None else clock_of("", None)
        if start is not None:
            clock = clock._replace(starts_on=first_day(start.text) or clock.starts_on)
            self._trail.take(start.text, start.piece, f"{target}, {_(SHOWN['time'])}", str(clock.starts_on or "–"))
            if first_day(start.text) is None:
                notes.append(f"{SAID_OF[START]}: {start.text}")
        guess = _cited(said) if said is not None and clock.is_guess else ""
        values = {key: value for key, value in clock._asdict().items() if key != "is_guess" and value is not None}
        for key, value in values.items():
            lines.add(key, value, guess if key != "starts_on" or start is None else "")
        if said is not None:
            read = ", ".join(f"{key}: {value}" for key, value in values.items() if str(value) != said.text) or (
                "" if values else "–"
            )
            self._trail.take(said.text, said.piece, f"{target}, {_(SHOWN['time'])}", read)
        if not clock.is_told:
            self._no_time(lines, said, target, notes)

    def _no_time(self, lines: Lines, said: Said | None, target: str, notes: list[str]) -> None:
        lines.add("when", NOT_STATED)
        if said is not None:
            notes.append(f"{SAID_OF[TIME]}: {said.text}")
        why = _("the plan gives no time") if said is None else _("“{words}” was not understood").format(words=said.text)
        self._trail.ask(SECOND, _("When is {target} to be done? {why}.").format(target=target, why=why[:1].upper() + why[1:]))

    def _level(self, lines: Lines, said: Said | None, of_area: str, target: str, notes: list[str]) -> None:
        level = _level(said.text) if said is not None else of_area
        guess = said.text if said is not None else _("the heading of the area")
        lines.add("level", level or None, guess)
        if said is not None and level:
            self._trail.take(said.text, said.piece, f"{target}, {_(SHOWN['level'])}", level)
        elif said is not None:
            self._note(notes, SAID_OF[LEVEL], said, target)

    def _note(self, notes: list[str], head: str, said: Said, target: str) -> None:
        """A word of the plan that has no field of its own stands in the notes, where nothing is lost and nothing is counted."""
        line = f"{head}: {said.text}" if head else said.text
        if sum(map(len, notes)) + len(notes) + len(line) <= LONG:
            notes.append(line)
            self._trail.take(said.text, said.piece, _("{target}, notes").format(target=target))
        else:
            self._trail.left.append((said.piece, _("too long for one field")))


def _cited(said: Said) -> str:
    return f"”{said.text}” ({said.piece.place})"


def _level(text: str) -> str:
    return next((level for level, words in LEVELS if re.search(words, text.casefold())), "")
