"""pydantic's complaints in plain words: the rule, the message, the remedy, and what was most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.language import N_, _, enumerate_words
from vbe.model.fields import PATTERN_HINTS
from vbe.model.guesses import Guess, day_meant, number_meant, text_meant, truth_meant, value_meant, word_meant
from vbe.model.labels import value_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

TYPES = frozenset(
    ("string_type", "int_type", "float_type", "bool_type", "tuple_type", "dict_type", "model_type", "model_attributes_type")
)
CHOICES = ("literal_error", "enum", "union_tag_invalid")
DATES = ("iso_date", "impossible_date")
PLAIN_HINT = N_("Use only a–z, 0–9 and hyphens.")


class Complaint(NamedTuple):
    """What is wrong with a value."""

    rule: str
    message: str
    hint: str
    guess: Guess


def complaint_of(listed: Sequence[ErrorDetails], name: str, allowed: Sequence[str]) -> Complaint:
    """What is said of one value: of one that fits none of several forms it is said once.

    `name` is that of its field, `allowed` the words that the field is limited to.
    """
    details = listed[0]
    guess = _guess(listed, name, allowed)
    rule, message, hint = _alternatives(listed) if len(listed) > 1 else _explain(details, guess, allowed)
    if guess.hint:
        hint = guess.hint
    elif guess.is_certain and details["type"] not in CHOICES:
        hint = _("Write {text}.").format(text=guess.text)
    elif guess.text and (details["type"] in DATES or len(listed) > 1):
        hint = f"{_meant(guess.text)} {hint}".strip()
    return Complaint(rule, message, hint, guess)


def _guess(listed: Sequence[ErrorDetails], name: str, allowed: Sequence[str]) -> Guess:
    """What was most likely meant."""
    details = listed[0]
    value, context, problem = details.get("input"), details.get("ctx", {}), details["type"]
    if not isinstance(value, str):
        return Guess()
    if len(listed) > 1:
        return value_meant(value) if any(each["type"] in ("int_type", "float_type") for each in listed) else Guess()
    if problem in CHOICES:
        return word_meant(value, allowed)
    if problem in DATES:
        return day_meant(value, name)
    if problem in ("int_type", "float_type"):
        return number_meant(value, whole=problem == "int_type")
    if problem == "bool_type":
        return truth_meant(value)
    return text_meant(value, str(context.get("pattern", ""))) if problem == "string_pattern_mismatch" else Guess()


def _alternatives(listed: Sequence[ErrorDetails]) -> tuple[str, str, str]:
    """A value that may be one of several things, and is none of them."""
    problems = {details["type"] for details in listed}
    forms = [
        words
        for words, kinds in (
            (_("a number"), ("int_type", "float_type")),
            (_("true or false"), ("bool_type",)),
            (_("“<5” for a small number"), ("string_pattern_mismatch",)),
            (_("a text"), ("string_type",)),
            (_("a list"), ("tuple_type",)),
        )
        if problems.intersection(kinds)
    ]
    message = _("It is none of what it may be here: {forms}.").format(forms=enumerate_words(forms))
    return "wrong-type", message, _("Write a number in figures: 2150 or 12.5.") if "int_type" in problems else ""


def _meant(guess: str) -> str:
    return _("Did you mean “{name}”?").format(name=guess) if guess else ""


def _with_word(value: str) -> str:
    """An allowed value, with what it means."""
    word = value_word(value)
    return value if word in (value, value.replace("_", " ")) else f"{value} ({word})"


def _explain(details: ErrorDetails, guess: Guess, allowed: Sequence[str]) -> tuple[str, str, str]:
    """The rule, the message and the remedy for one of pydantic's complaints."""
    problem = details["type"]
    context = details.get("ctx", {})
    value = details.get("input")
    if problem in CHOICES:
        message = _("The value is not one of those allowed.")
        hint = _("Allowed: {values}.").format(values=enumerate_words(_with_word(word) for word in allowed))
        return "value-not-allowed", message, f"{_meant(guess.text)} {hint}".strip()
    if problem in TYPES:
        return "wrong-type", *_type_words(problem, value)
    if problem in DATES:
        message = _("This is no date in the calendar.") if problem == "impossible_date" else _("This is not a date.")
        return "bad-date", message, _("Write year, month and day: 2017-12-31.")
    if problem == "one_clock":
        message = _("A commitment has only one of deadline, every_months, when and yearly_on.")
        return "several-clocks", message, _("Keep the one that the decision states and delete the others.")
    if problem == "no_first_time":
        message = _("What comes again after the first time needs the first time.")
        return "bad-form", message, _("Write deadline, or every_months instead of then_every_months.")
    if problem in ("blank_text", "string_too_short"):
        return "bad-form", _("The text is empty."), _("Write something, or delete the field.")
    if problem == "string_too_long":
        message = _("The text is longer than {count} characters.").format(count=context.get("max_length"))
        return "bad-form", message, _("Shorten it.")
    if problem == "string_pattern_mismatch":
        hint = f"{_meant(guess.text)} {_(PATTERN_HINTS.get(context.get('pattern', ''), PLAIN_HINT))}".strip()
        return "bad-form", _("The value is not written in the right form."), hint
    if problem in ("too_short", "tuple_too_short"):
        return "bad-form", _("The list is empty."), _("At least one is needed.")
    if problem.startswith(("greater_than", "less_than")):
        limit = next((context[k] for k in ("ge", "gt", "le", "lt") if k in context), "")
        words = _("at least {limit}") if problem.startswith("greater") else _("at most {limit}")
        message = _("The number is out of range.")
        return "bad-form", message, _("It must be {words}.").format(words=words.format(limit=limit))
    return "wrong-type", _("The value has the wrong form."), ""


def _type_words(problem: str, value: object) -> tuple[str, str]:
    quote = _('Put the value in quotation marks: "…".')
    if value is None:
        return _("The field is empty."), _("Fill it in, or delete the field.")
    words = {
        "string_type": (_("A text is wanted here."), quote if isinstance(value, int | float) else ""),
        "int_type": (_("A whole number is wanted here."), _("Write it in figures, without quotation marks.")),
        "float_type": (_("A number is wanted here."), _("Write it in figures, with a decimal point, without quotation marks.")),
        "bool_type": (_("true or false is wanted here."), _("Write true or false, without quotation marks.")),
        "tuple_type": (_("A list is wanted here."), _("Write one line for each, beginning with a hyphen and a space.")),
    }
    keys = (_("Keys with values are wanted here."), _("Write one line for each: key, colon, space, value."))
    return words.get(problem, keys)
