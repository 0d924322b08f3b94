"""What somebody most likely meant by a value that its field cannot hold, and whether nothing else can have been meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.language import _, nearest
from vbe.language.letters import hyphenated
from vbe.language.patterns import later
from vbe.language.written import read_day, read_number, read_time
from vbe.model.fields import SLUG
from vbe.model.labels import value_word
from vbe.privacy import looks_like_person_name
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

MAX_SLUG = 80
TYPOGRAPHIC = "”“„’‘»«"
"""Quotation marks of running text, which YAML takes for part of the value."""
ROUND = later(rf"[{TYPOGRAPHIC}]+(?P<inside>[^{TYPOGRAPHIC}]*)[{TYPOGRAPHIC}]+")
PLAIN = later(r"[^\W\d][\w-]*(?: [\w-]+)*")
"""Words that mean themselves without quotation marks."""
SMALL = later(r"<\s*(\d+)")
TRUTHS = {"ja": "true", "nej": "false", "sant": "true", "falskt": "false", "true": "true", "false": "false"}
DUE = ("deadline", "due", "until", "valid_to")
"""How the names of fields end that hold a last day: of a span its last day is meant."""
CLOSE = 0.8
"""How alike a misspelt key and the one that was meant must be for nothing else to have been meant."""


class Guess(NamedTuple):
    """What should stand there; `is_certain` where it is the text of the file to the letter, and nothing else can be meant."""

    text: str = ""
    is_certain: bool = False
    hint: str = ""
    """The remedy in words, where there is more to say than what to write."""


def key_meant(name: str, known: Sequence[str], present: Container[object]) -> Guess:
    """The field that a misspelt key is, of those that the record can have and has not."""
    from difflib import get_close_matches

    free = [key for key in known if key not in present]
    found = get_close_matches(name, free, n=2, cutoff=CLOSE)
    return Guess(found[0], is_certain=True) if len(found) == 1 else Guess(nearest(name, known) or "")


def word_meant(value: str, allowed: Sequence[str]) -> Guess:
    """One of the allowed words, also where it is written in Swedish or in quotation marks of running text."""
    folded = unquoted(value).casefold()
    meant = {value_word(word).casefold(): word for word in allowed} | {word: word for word in allowed}
    if folded in meant:
        return Guess(meant[folded], is_certain=True)
    return Guess(meant.get(nearest(folded, meant) or "", ""))


def day_meant(value: str, name: str) -> Guess:
    """A day written otherwise; of a time that is longer than a day the last one, where the field asks for that."""
    day = read_day(unquoted(value))
    if day is not None:
        return Guess(day.isoformat(), is_certain=True)
    time = read_time(unquoted(value))
    last = time.last if time is not None and name.endswith(DUE) else None
    return Guess(last.isoformat()) if last is not None else Guess()


def number_meant(value: str, *, whole: bool) -> Guess:
    """A number as people write it. What a sign or word beside it says is said elsewhere, so that is no mending."""
    found = read_number(unquoted(value))
    if found is None or (whole and not isinstance(found.value, int)):
        return Guess()
    text = str(found.value)
    if found.is_percent:
        hint = _("Write {text} alone; that it is per cent is said by the indicator's unit.")
    elif found.is_about:
        hint = _("Write {text} alone; that it is only about right is said in `comment`.")
    else:
        return Guess(text, is_certain=True)
    return Guess(text, hint=hint.format(text=text))


def value_meant(value: str) -> Guess:
    """The value of an indicator: a number, yes or no, or a small number that is held back."""
    if small := SMALL.fullmatch(unquoted(value)):
        return Guess(f'"<{int(small[1])}"', is_certain=True)
    return truth_meant(value) if unquoted(value).casefold() in TRUTHS else number_meant(value, whole=False)


def truth_meant(value: str) -> Guess:
    """`ja` or `nej`."""
    found = TRUTHS.get(unquoted(value).casefold(), "")
    return Guess(found, is_certain=bool(found))


def text_meant(value: str, pattern: str) -> Guess:
    """A text in the form that its field wants: without quotation marks of running text, or as an id."""
    inside = unquoted(value)
    if inside != value and re.search(pattern, inside):
        return Guess(inside if PLAIN.fullmatch(inside) else f'"{inside}"', is_certain='"' not in inside)
    return Guess(_slug_of(value)) if pattern == SLUG else Guess()


def unquoted(value: str) -> str:
    """A value without the quotation marks of running text around it."""
    found = ROUND.fullmatch(value.strip())
    return found["inside"].strip() if found else value.strip()


def _slug_of(text: str) -> str:
    """A text as an id; nothing where none can be made, or where it may be about a person."""
    slug = hyphenated(text)
    private = looks_like_person_name(text) or looks_like_person_name(slug.replace("-", " ")) or redact(text) != text
    return slug if 0 < len(slug) <= MAX_SLUG and not private and redact(slug) == slug else ""
