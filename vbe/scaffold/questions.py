"""What must be known before something is written: given as options, or asked for where there is somebody to ask."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from vbe.domain.meant import meant
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words
from vbe.language.written import read_day, read_number, read_time
from vbe.model.fields import SLUG
from vbe.privacy.hidden import holds_hidden

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    Answers = dict[str, Any]
    """Name of an option → its answer: text, number, day, span or list of these, as the option's own `Prompt` says."""
    Ask = Callable[["Prompt"], str]

MAX_LISTED = 12


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to know: the name of its option, the words to ask with, and what an answer may be."""

    name: str
    prompt: str
    choices: tuple[str, ...] = ()
    what: str = ""
    """What the choices are, for the message: an actor, an area."""
    many: bool = False
    needed: bool = True
    form: str = "text"
    """`text`, `slug`, `date`, `due` (a last day), `span` (the same, kept as it is written) or `number`."""
    default: str = ""
    pattern: str = ""
    may_be_empty: bool = False
    asked: bool = False
    """Whether somebody who is there is asked although it is not needed; else the default is taken."""
    separator: str = ","
    """What stands between several answers; names and citations hold commas."""
    check: Callable[[str], object] | None = None
    """Raises where the answer cannot be used."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the choices are called, where they have names: id → name."""

    @property
    def option(self) -> str:
        """The option that answers it."""
        return f"--{self.name.replace('_', '-')}"

    def parse(self, answer: object) -> object:
        """The answer as a value; raises where it is none."""
        if self.many:
            given = answer if isinstance(answer, list | tuple) else [answer]
            words = [word for part in given for word in str(part).split(self.separator)]
            return [self._one(word) for word in words if word.strip()]
        return self._one(str(answer))

    def _one(self, answer: str) -> str | int | datetime.date:
        answer = unicodedata.normalize("NFC", answer.strip())
        if holds_hidden(answer):
            raise VbeError(_("{option} holds a character that is not seen.").format(option=self.option))
        if not answer and self.may_be_empty:
            return answer
        if self.choices:
            answer = meant(answer, self.choices, self.names)
            if answer not in self.choices:
                message = _("There is no {what} “{answer}”.").format(what=self.what or self.option, answer=answer)
                raise VbeError(message, did_you_mean(answer, self.choices) or self._listed())
        elif self.form == "slug" and not re.match(SLUG, answer):
            raise VbeError(_("“{answer}” cannot be an id.").format(answer=answer), _("Use only a–z, 0–9 and hyphens."))
        elif self.pattern and not re.search(self.pattern, answer):
            message = _("“{answer}” is not written in the right form.").format(answer=answer)
            raise VbeError(message, _("It must match {pattern}.").format(pattern=self.pattern))
        elif self.form in ("date", "due"):
            return _date(answer, is_due=self.form == "due")
        elif self.form == "span":
            return as_due(answer)
        elif self.form == "number":
            return _number(answer)
        elif not answer:
            raise VbeError(_("{option} is empty.").format(option=self.option))
        elif self.check is not None:
            self.check(answer)
        return int(answer) if self.form == "number" else answer

    def _listed(self) -> str:
        if len(self.choices) > MAX_LISTED:
            return ""
        return _("There are: {choices}.").format(choices=enumerate_words(self.choices))


def _date(answer: str, *, is_due: bool) -> datetime.date:
    """A day as people write it; of a span that something is due in, such as `hösten 2027`, its last day."""
    time = read_time(answer)
    day = time.last if is_due and time is not None else read_day(answer)
    if day is None:
        raise VbeError(_("“{answer}” is not a date.").format(answer=answer), _("Write year, month and day: 2017-12-31."))
    return day


def as_due(answer: str) -> datetime.date | str | int:
    """When something is due at the latest: a day, or a span as it is written, such as `hösten 2027` or the year 2027."""
    day, time = _date(answer, is_due=True), read_time(answer)
    if time is None or time.first is None or time.first == time.last:
        return day
    return int(answer) if answer.isdecimal() else answer


def _number(answer: str) -> int:
    found = read_number(answer)
    if found is None or not isinstance(found.value, int) or found.value < 0:
        raise VbeError(_("“{answer}” is not a number.").format(answer=answer))
    return found.value


def answer_all(questions: list[Prompt], given: Answers, ask: Ask | None, names: Mapping[str, str] | None = None) -> Answers:
    """Every question with its answer; `ask` is None where there is nobody to ask. `names` is what ids are called."""
    answers: Answers = {}
    if names:
        questions = [replace(each, names={c: names[c] for c in each.choices if c in names}) for each in questions]
    missing = [question for question in questions if question.needed and not _is_given(given.get(question.name))]
    if missing and ask is None:
        message = _("Needed too: {options}.").format(options=enumerate_words(question.option for question in missing))
        raise VbeError(message, _("On a terminal they are asked for."))
    for question in questions:
        value = given.get(question.name)
        if _is_given(value):
            answers[question.name] = question.parse(value)
        elif (question.needed or question.asked) and ask is not None:
            answers[question.name] = _asked(question, ask)
        elif question.default:
            answers[question.name] = question.parse(question.default)
    return answers


def _is_given(value: object) -> bool:
    return value is not None and value not in ([], "")


def _asked(question: Prompt, ask: Ask) -> object:
    """Ask until the answer can be used; the remark on the last one goes with the next question."""
    current = question
    while True:
        answer = ask(current)
        try:
            value = question.parse(answer)
        except VbeError as error:
            remark = " ".join(part for part in (error.message, error.hint) if part)
            current = replace(question, prompt=f"{remark} {question.prompt}")
            continue
        if value != [] or current.may_be_empty:
            return value
