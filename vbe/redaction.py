"""The last door before anything is printed: what must never be echoed is masked, whoever quoted it."""

from __future__ import annotations

from vbe.privacy import email_addresses, is_personal_email, personal_numbers

MASK = "•••"


def redact(text: str) -> str:
    """The text with personal numbers and personal mail addresses masked."""
    hits = [(hit.start, hit.end) for hit in personal_numbers(text)]
    if "@" in text:
        hits += [(hit.start, hit.end) for hit in email_addresses(text) if is_personal_email(text[hit.start : hit.end])]
    for start, end in sorted(hits, reverse=True):
        text = text[:start] + MASK + text[end:]
    return text
