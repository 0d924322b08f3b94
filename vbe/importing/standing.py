"""Columns of status and comments → what the year's follow-up says of a measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from vbe.importing.plan import Said

STATUSES: Final = (
    ("not_started", r"(?:ej|inte)\s+(?:påbörja|starta|inle|igång)\w*|planera\w*|kommande|vilande"),
    ("cancelled", r"avbruten|avbrutet|utgår|utgått|struken|inställ\w+|ej aktuell\w*|inte aktuell\w*"),
    ("replaced", r"ersatt\w*"),
    ("continuous", r"löpande|fortlöpande|kontinuerlig\w*"),
    ("ongoing", r"pågår|pågående|påbörja\w*|startad|startat|igång|delvis(?:\s+\w+)?|under arbete|försena\w+"),
    ("done", r"genomför\w*|klar|klart|klara|avsluta\w*|utför\w*|färdig\w*|slutför\w*|ja|uppfyll\w*"),
)
"""Status of a follow-up → the words with which a plan's column begins; the first that fits."""
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
FEW_WORDS: Final = 6
"""A status is a word or two; more is a comment."""


class Standing(NamedTuple):
    """What the document says of how far a measure has come."""

    identity: str
    status: str
    said: Said
    result: Said | None
    year: int | None
    """The year that the column's head names; None where it names none."""


def status_of(text: str) -> str:
    """The status that a cell says; empty where it says anything else."""
    words = " ".join(text.split()).strip(" .")
    if not words or len(words.split()) > FEW_WORDS:
        return ""
    return next((status for status, pattern in STATUSES if re.match(rf"(?:{pattern})\b", words, re.IGNORECASE)), "")


def year_in(head: str) -> int | None:
    """The one year that a head names: `Status 2025`."""
    found = set(YEAR.findall(head))
    return int(found.pop()) if len(found) == 1 else None
