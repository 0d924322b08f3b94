"""A measure of the plan → its entry in the file of its area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.importing import headwords
from vbe.importing.clocks import clock_of, first_day
from vbe.importing.indicators import Indicators
from vbe.importing.measure_fields import PLAIN, SAID_OF, SHOWN, level_of
from vbe.importing.naming import ABSENT, AUDIENCE, COLLECTIVE, split_actors
from vbe.importing.plan import Said
from vbe.importing.standing import Standing, status_of, year_in
from vbe.importing.trail import FIRST, LONG, SECOND, SHORT, THIRD, Trail
from vbe.importing.yaml_lines import Lines, entry
from vbe.language import _
from vbe.language.events import NO_TIME
from vbe.model.fields import NOT_STATED
from vbe.model.records.area import TITLE_LENGTH

if TYPE_CHECKING:
    import datetime

    from vbe.importing.plan import Measure
    from vbe.importing.roster import Roster

ELSEWHERE: Final = (
    headwords.RESPONSIBLE, headwords.WITH, headwords.TIME, headwords.START, headwords.LEVEL, headwords.INDICATOR,
)  # fmt: skip
"""What becomes more than a text."""
FOLLOWED: Final = (headwords.STATUS, headwords.COMMENT)
"""What the year's follow-up has, where the status is one that it knows."""


class MeasureWriter:
    """Writes the measures of one plan."""

    def __init__(self, roster: Roster, trail: Trail, last_day: datetime.date | None) -> None:
        self._roster = roster
        self._trail = trail
        self._last_day = last_day
        self._heading: Said | None = None
        """The area's heading, where it is the name of a body: what stands below it is that body's."""
        self._level_of_area = ""
        self.indicators = Indicators()
        self.standings: list[Standing] = []

    def begin(self, heading: Said | None, level: str) -> None:
        """Begin an area: its heading, where that is the name of a body, and its level of prevention."""
        self._heading, self._level_of_area = heading, level
        self.indicators.begin()

    def entry(self, measure: Measure, identity: str) -> Lines:
        """The entry of a measure; its indicators and how far it has come are kept for later."""
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
        self._level(lines, measure.fields.get(headwords.LEVEL), target, notes)
        for name, (key, most) in PLAIN.items():
            statement = measure.fields.get(name)
            if statement is not None and len(statement.text) <= most:
                lines.add(key, statement.text)
                self._trail.record(statement.text, statement.piece, f"{target}, {_(SHOWN[key])}")
            elif statement is not None:
                self._note(notes, key, statement, target)
        lines.add("indicators", self._measured(measure, target, notes))
        is_told = self._standing(measure, identity)
        for name, statement in measure.fields.items():
            if name not in (*ELSEWHERE, *PLAIN) and not (is_told and name in FOLLOWED):
                self._note(notes, SAID_OF.get(name, name.capitalize()), statement, target)
        for head, statement in measure.more:
            self._note(notes, head, statement, target)
        lines.add("notes", "\n".join(notes))
        return lines

    def _measured(self, measure: Measure, target: str, notes: list[str]) -> list[str]:
        """The ids of its indicators; what does not say what is counted stands in the notes."""
        statement = measure.fields.get(headwords.INDICATOR)
        if statement is None:
            return []
        names = split_actors(measure.fields[headwords.RESPONSIBLE].text).names if headwords.RESPONSIBLE in measure.fields else ()
        owners = [member.id for member in map(self._roster.find, names) if member.sort not in (AUDIENCE, COLLECTIVE)]
        found = []
        for text in statement.text.split("\n") if "\n" in statement.text else statement.piece.items or (statement.text,):
            one = Said(text, statement.piece)
            read = self.indicators.read(one, owners[0]) if len(owners) == 1 else None
            if read is not None:
                found.append(read.id)
                self._trail.record(text, statement.piece, _("indicator {id}").format(id=read.id), read.unit)
            else:
                self._note(notes, SAID_OF[headwords.INDICATOR], one, target)
                asked = _("{target} says how it is measured: write it with `vbe new indicator`.")
                self._trail.ask(THIRD, asked.format(target=target))
        return list(dict.fromkeys(found))

    def _standing(self, measure: Measure, identity: str) -> bool:
        """Whether a column says how far it has come, so that the follow-up has it and its comment."""
        statement = measure.fields.get(headwords.STATUS)
        status = status_of(statement.text) if statement is not None else ""
        if statement is None or not status:
            return False
        target = _("follow-up of commitment {id}").format(id=identity)
        self._trail.record(statement.text, statement.piece, target, status)
        comment = measure.fields.get(headwords.COMMENT)
        if comment is not None:
            self._trail.record(comment.text, comment.piece, target)
        head = measure.heads.get(headwords.STATUS, "")
        self.standings.append(Standing(identity, status, statement, comment, year_in(head)))
        return True

    def _title(self, lines: Lines, title: Said | None, target: str, notes: list[str]) -> None:
        if title is not None and len(title.text) <= TITLE_LENGTH:
            lines.add("title", title.text)
            self._trail.record(title.piece.line, title.piece, target, title.text)
        elif title is not None:
            self._note(notes, "", title, target)

    def _text(self, lines: Lines, measure: Measure, target: str) -> None:
        text = measure.text.text
        if len(text) > LONG:
            text = text[: LONG - 1].rsplit(" ", 1)[0] + "…"
            self._trail.left.append((measure.text.piece, _("too long for one field")))
            self._trail.ask(FIRST, _("The text of {target} is too long and was cut.").format(target=target))
        lines.add("text", text, measure.guess)
        self._trail.record(
            f"{measure.number} {measure.text.text}".strip(), measure.text.piece, target, text if text != measure.text.text else ""
        )

    def _who(self, lines: Lines, measure: Measure, target: str, notes: list[str]) -> None:
        responsible, beside = measure.fields.get(headwords.RESPONSIBLE) or self._heading, measure.fields.get(headwords.WITH)
        who = split_actors(responsible.text) if responsible is not None else split_actors("")
        answering = [self._roster.find(name) for name in who.names]
        others = [self._roster.find(name) for name in who.partners]
        others += [self._roster.find(name) for name in split_actors(beside.text).names] if beside is not None else []
        names = list(dict.fromkeys(m.id for m in answering if m.sort != AUDIENCE))
        ours = list(dict.fromkeys(m.id for m in others if m.sort != AUDIENCE and m.id not in names))
        exact = (
            responsible is not None
            and headwords.RESPONSIBLE not in measure.in_text
            and len(answering) == 1
            and not others
            and responsible.text.casefold() == answering[0].name.casefold()
        )
        lines.add("responsible", names or NOT_STATED, "" if responsible is None or exact else _cited(responsible))
        lines.add("with", ours, _cited(beside) if beside is not None and len(ours) != 1 else "")
        for one in (responsible, beside):
            if one is not None:
                self._trail.record(
                    one.text,
                    one.piece,
                    f"{target}, {_(SHOWN['responsible' if one is responsible else 'with'])}",
                    ", ".join(names if one is responsible else ours) or "–",
                )
        outside = [m.name for m in (*answering, *others) if m.sort == AUDIENCE]
        if outside:
            notes.append(f"{SAID_OF[headwords.WITH]}: {', '.join(outside)}")
        self._asked_of_who(names, responsible, who.persons, target)

    def _asked_of_who(self, names: list[str], responsible: Said | None, persons: int, target: str) -> None:
        if persons:
            self._trail.ask(SECOND, _("{target} named a person; write the role instead.").format(target=target))
        if not names:
            why = _("the plan names nobody") if responsible is None else _("no actor of the municipality’s own was found")
            self._trail.ask(SECOND, _("Who answers for {target}? {why}.").format(target=target, why=why[:1].upper() + why[1:]))

    def _time(self, lines: Lines, measure: Measure, target: str, notes: list[str]) -> None:
        time, start = measure.fields.get(headwords.TIME), measure.fields.get(headwords.START)
        is_told = time is not None and not _is_absent(time.text)
        clock = clock_of(time.text, self._last_day) if time is not None and is_told else clock_of("", None)
        if start is not None:
            clock = clock._replace(starts_on=first_day(start.text) or clock.starts_on)
            self._trail.record(start.text, start.piece, f"{target}, {_(SHOWN['time'])}", str(clock.starts_on or "–"))
            if first_day(start.text) is None:
                notes.append(f"{SAID_OF[headwords.START]}: {start.text}")
        guess = _cited(time) if time is not None and clock.is_guess else ""
        values = {key: value for key, value in clock._asdict().items() if key != "is_guess" and value is not None}
        for key, value in values.items():
            lines.add(key, value, guess if key != "starts_on" or start is None else "")
        if time is not None:
            read = ", ".join(f"{key}: {value}" for key, value in values.items() if str(value) != time.text) or (
                "" if values else "–"
            )
            self._trail.record(time.text, time.piece, f"{target}, {_(SHOWN['time'])}", read)
        if not clock.is_told:
            self._no_time(lines, time, target, notes)

    def _no_time(self, lines: Lines, time: Said | None, target: str, notes: list[str]) -> None:
        lines.add("when", NOT_STATED)
        time = None if time is not None and _is_absent(time.text) else time
        if time is not None:
            notes.append(f"{SAID_OF[headwords.TIME]}: {time.text}")
        why = _("the plan gives no time") if time is None else _("“{words}” was not understood").format(words=time.text)
        self._trail.ask(SECOND, _("When is {target} to be done? {why}.").format(target=target, why=why[:1].upper() + why[1:]))

    def _level(self, lines: Lines, statement: Said | None, target: str, notes: list[str]) -> None:
        level = level_of(statement.text) if statement is not None else self._level_of_area
        guess = statement.text if statement is not None else _("the heading of the area")
        lines.add("level", level or None, guess)
        if statement is not None and level:
            self._trail.record(statement.text, statement.piece, f"{target}, {_(SHOWN['level'])}", level)
        elif statement is not None:
            self._note(notes, SAID_OF[headwords.LEVEL], statement, target)

    def _note(self, notes: list[str], head: str, statement: Said, target: str) -> None:
        """A word of the plan that has no field of its own stands in the notes, where nothing is lost and nothing is counted."""
        line = f"{head}: {statement.text}" if head else statement.text
        if sum(map(len, notes)) + len(notes) + len(line) <= LONG:
            notes.append(line)
            self._trail.record(statement.text, statement.piece, _("{target}, notes").format(target=target))
        else:
            self._trail.left.append((statement.piece, _("too long for one field")))


def _is_absent(text: str) -> bool:
    """Whether words say that no time is told."""
    return bool(ABSENT.fullmatch(text) or NO_TIME.match(text))


def _cited(statement: Said) -> str:
    return f"”{statement.text}” ({statement.piece.place})"
