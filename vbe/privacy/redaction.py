"""Masking of personal data in whatever leaves the program: texts, and values with texts in them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar, cast

from vbe.language.patterns import later
from vbe.privacy import looks_like_person_name, tells_of_a_case
from vbe.privacy.search import private_hits

T = TypeVar("T")

MASK = "•••"
DOT = "•"
SLUG = later(r"(?<![^\W_-])[a-z]{2,}(?:-[a-z]{2,}){1,3}(?![^\W_-])")
"""An id of several words; one that is a person's name is masked too."""
MAY_HOLD = later(r"[\d@\uff20\ufe6b&\[(-]")
"""What a number, an address or an id of several words cannot be without."""


@lru_cache(maxsize=512)
def redact(text: str) -> str:
    """The text with personal numbers, personal mail addresses, phone numbers and ids that are names masked."""
    if not MAY_HOLD.search(text):
        return text
    for start, end in reversed(_hits(text)):
        text = text[:start] + MASK + text[end:]
    return text


def masked(value: T) -> T:
    """A value as it may leave the program: every text in it redacted, in dictionaries (keys too), lists, tuples, dataclasses.

    A text that tells of one person, or is nothing but a person's name, is masked whole. The shape stays what it was.
    """
    done: object = value
    if isinstance(value, str):
        done = MASK if _is_about_a_person(value) else redact(value)
    elif isinstance(value, dict):
        done = {masked(key): masked(part) for key, part in value.items()}
    elif isinstance(value, list):
        done = [masked(part) for part in value]
    elif isinstance(value, tuple):
        parts = [masked(part) for part in value]
        done = type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: masked(getattr(value, field.name)) for field in fields(value) if field.init}
        done = replace(value, **changed)
    return cast("T", done)


def _is_about_a_person(text: str) -> bool:
    return looks_like_person_name(text) or tells_of_a_case(text)


def mask(text: str) -> str:
    """The same, but letter by letter, so that lines and columns stay where they are."""
    for start, end in _hits(text):
        masked = "".join(character if character in "\r\n" else DOT for character in text[start:end])
        text = text[:start] + masked + text[end:]
    return text


def _hits(text: str) -> list[tuple[int, int]]:
    hits = [(hit.start, hit.end) for hit in private_hits(text)]
    hits += [slug.span() for slug in SLUG.finditer(text) if looks_like_person_name(slug[0].replace("-", " "))]
    return _apart(sorted(hits))


def _apart(hits: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those that overlap become one."""
    apart: list[tuple[int, int]] = []
    for start, end in hits:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
