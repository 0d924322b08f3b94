"""Detect what must never be in the repository: persons, and ways to reach them.

Everything here is pure: text in, places out. Nothing raises for any text, and no result carries the text that
was found, so that a personal number cannot travel from here into a message, a log or an annotation.

- `personal_numbers`, `email_addresses` and `phone_numbers` give `Hit`s, sorted and never overlapping.
- `is_personal_email`, `looks_like_person_name` and `tells_of_a_case` answer yes or no about one text.

They are heuristics for honest mistakes, not a wall against somebody who wants to hide a number.
Scan the raw text of a file *and* its decoded scalars: the escape `"\\x31"` is a digit only once it is decoded.
"""

from vbe.privacy.cases import tells_of_a_case
from vbe.privacy.emails import email_addresses, is_personal_email
from vbe.privacy.hits import Hit, HitKind
from vbe.privacy.names import looks_like_person_name
from vbe.privacy.personal_numbers import personal_numbers
from vbe.privacy.phones import phone_numbers

__all__ = [
    "Hit",
    "HitKind",
    "email_addresses",
    "is_personal_email",
    "looks_like_person_name",
    "personal_numbers",
    "phone_numbers",
    "tells_of_a_case",
]
