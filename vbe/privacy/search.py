"""One question for every text on its way out: does it hold a number, an address or a telephone of a person?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.privacy.emails import email_addresses, is_personal_email
from vbe.privacy.personal_numbers import personal_numbers
from vbe.privacy.phones import phone_numbers

if TYPE_CHECKING:
    from vbe.privacy.hits import Hit

NONE: Final[frozenset[str]] = frozenset()


def private_hits(text: str, emails: frozenset[str] = NONE, phones: frozenset[str] = NONE) -> list[Hit]:
    """Personal numbers, personal addresses, and telephone numbers, but for those of functions that the profile lists."""
    addresses = [hit for hit in email_addresses(text, emails) if is_personal_email(text[hit.start : hit.end], emails)]
    return [*personal_numbers(text), *addresses, *phone_numbers(text, phones)]
