"""Words for when something is to be done that are no event: a time that looks right to a reader, and that no clock reads."""

import re

CADENCE = re.compile(
    r"\b\w*(?:årligen|årsvis)\b|\b(?:varje|vart|vartannat|varannan|per)\s+(?:\w+\s+)?\w*"
    r"(?:år|året|halvår|termin|tertial|kvartal|månad|vecka|dag|period)\b|\b(?:plan|mandat|avtals)perioden?\b|\bgånger\b",
    re.IGNORECASE,
)
EVENT = re.compile(r"\s*(?:genast\s+|direkt\s+)?(?:vid|när|då|om|efter|inför|i samband|med|på)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""A year outside an event: `när budgeten för 2024 beslutas` is one."""


def tells_time(text: str) -> bool:
    """Whether words name a cadence, a period or a year, and so are no event; where nothing reads them, a person must."""
    return bool(CADENCE.search(text) or (YEAR.search(text) and not EVENT.match(text)))
