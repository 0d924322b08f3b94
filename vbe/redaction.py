"""The last door before anything is printed: what must never be echoed is masked, whoever quoted it."""

from __future__ import annotations

from vbe.privacy import email_addresses, is_personal_email, personal_numbers

MASK = "•••"
DOT = "•"


def redact(text: str) -> str:
    """The text with personal numbers and personal mail addresses masked."""
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
    hits = [(hit.start, hit.end) for hit in personal_numbers(text)]
    if "@" in text:
        hits += [(hit.start, hit.end) for hit in email_addresses(text) if is_personal_email(text[hit.start : hit.end])]
    return sorted(hits)
