"""The last door before anything is printed: what must never be echoed is masked, whoever quoted it."""

from __future__ import annotations

import re
from functools import lru_cache

from vbe.privacy import email_addresses, is_personal_email, looks_like_person_name, personal_numbers, phone_numbers

MASK = "•••"
DOT = "•"
SLUG = re.compile(r"(?<![^\W_-])[a-z]{2,}(?:-[a-z]{2,}){1,3}(?![^\W_-])")
"""An id of several words; one that is a person's name is masked too."""


@lru_cache(maxsize=512)
def redact(text: str) -> str:
    """The text with personal numbers, personal mail addresses, phone numbers and ids that are names masked."""
    for start, end in reversed(_hits(text)):
        text = text[:start] + MASK + text[end:]
    return text


def mask(text: str) -> str:
    """The same, but letter by letter, so that lines and columns stay where they are."""
    for start, end in _hits(text):
        masked = "".join(character if character in "\r\n" else DOT for character in text[start:end])
        text = text[:start] + masked + text[end:]
    return text


def _hits(text: str) -> list[tuple[int, int]]:
    hits = [(hit.start, hit.end) for hit in (*personal_numbers(text), *phone_numbers(text))]
    hits += [(hit.start, hit.end) for hit in email_addresses(text) if is_personal_email(text[hit.start : hit.end])]
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
