"""Field names and values in the words of a sentence."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.changes.excerpt import beginning
from vbe.domain.changes.fields import refers_of
from vbe.language import N_, _, active_language, enumerate_words, ngettext
from vbe.model.fields import NOT_STATED, Model, written_day
from vbe.model.introspection import fields_of
from vbe.model.labels import value_word
from vbe.privacy import (
    email_addresses,
    is_personal_email,
    looks_like_person_name,
    personal_numbers,
    phone_numbers,
    tells_of_a_case,
)
from vbe.privacy.terminal import one_line
from vbe.privacy.titled import titled_names

if TYPE_CHECKING:
    from vbe.domain.changes.names import Names


INTERVALS = {
    "every_months": N_("Interval"),
    "meets_every_months": N_("Interval between meetings"),
    "review_interval_months": N_("Review interval"),
}
"""Fields that count months, without the unit: their value has it."""


def field_name(model: type[Model], field: str) -> str:
    """What a field is called inside a sentence."""
    described = model.model_fields.get(field)
    named = INTERVALS.get(field) or (described.title if described is not None else None)
    title = named or field.replace("_", " ").title()
    translated = _(title)
    if translated == title:
        return title.lower()
    return translated if translated[1:2].isupper() else translated[:1].lower() + translated[1:]


def value_words(value: object, model: type[Model], field: str, names: Names) -> str:
    """A value as a sentence shows it."""
    if isinstance(value, tuple):
        return enumerate_words(value_words(member, model, field, names) for member in value)
    if isinstance(value, Model):
        return summary(value, names)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime.date):
        return written_day(value)
    if isinstance(value, int | float):
        return number_words(value, field)
    if not isinstance(value, str):
        return _("nothing")
    if value == NOT_STATED:
        return value_word(value)
    refers = refers_of(model, field)
    if refers is not None:
        return one_line(names.called(refers.kind, value))
    if field == "sort" or _is_limited(model, field):
        return value_word(value)
    return quoted(value, names)


def number_words(value: float, field: str = "") -> str:
    """A number, with a decimal comma in Swedish; months with their word."""
    if field.endswith("_months") and isinstance(value, int):
        return ngettext("{count} month", "{count} months", value).format(count=value)
    written = f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
    return written.replace(".", ",") if active_language() == "sv" else written


def quoted(text: str, names: Names) -> str:
    """The beginning of a text in quotation marks; nothing of it where it may be about a person."""
    if not quotable(text, names):
        return _("(not shown)")
    return in_marks(beginning(text))


def in_marks(text: str) -> str:
    """A text in the quotation marks of the language, without its full stop and harmless on a terminal."""
    line = one_line(text)
    return _("“{text}”").format(text=line.removesuffix(".") if not line.endswith("..") else line)


def quotable(text: str, names: Names) -> bool:
    """Whether a text may be shown outside its file. What the privacy rules would find is never repeated."""
    return not (
        personal_numbers(text)
        or any(is_personal_email(text[hit.start : hit.end]) for hit in email_addresses(text))
        or phone_numbers(text, names.phones)
        or looks_like_person_name(text)
        or tells_of_a_case(text)
        or any(titled_names(text))
    )


def summary(content: Model, names: Names) -> str:
    """A part of a record in a few words: who and what, or what and when."""
    shown: list[str] = []
    for field in TELLING:
        value = getattr(content, field, None)
        if value is not None and len(shown) < 2:
            shown.append(value_words(value, type(content), field, names))
    if not shown:
        first = next(((f, v) for f, v in content if v not in (None, (), {}, False)), None)
        return value_words(first[1], type(content), first[0], names) if first is not None else _("nothing")
    return ", ".join(shown)


TELLING = (
    "who", "by", "body", "does", "what", "title", "text", "note", "status", "result", "value", "kind", "name", "date",
)  # fmt: skip
"""The fields that say most about a part of a record, in the order that they are shown."""


def _is_limited(model: type[Model], field: str) -> bool:
    """Whether a field only takes some given words."""
    form = fields_of(model).get(field)
    return form is not None and any(shape is not None and shape.words for shape in (form.shape, form.shape.inner))
