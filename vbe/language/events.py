"""Whether the words of `when` name an event, or a time that no clock of ours can read, such as `inom två år` or `under 2024`."""

import re

from vbe.language.patterns import later

CADENCE = later(
    r"\b\w*(?:årligen|årsvis)\b|\b(?:varje|vart|vartannat|varannan|per)\s+(?:\w+\s+)?\w*"
    r"(?:år|året|halvår|termin|tertial|kvartal|månad|vecka|dag|period)\b|\b(?:plan|mandat|avtals)perioden?\b|\bgånger\b",
    re.IGNORECASE,
)
_LENGTH = r"(?:år|månad|månader|halvår|kvartal|termin|terminer)"
RELATIVE = later(
    rf"\s*(?:senast\s+|helst\s+|klart\s+)?(?:inom\s+(?:\w+\s+){{1,2}}{_LENGTH}"
    r"|(?:under|i|till|före|innan|inom|vid|kring)?\s*(?:det\s+|den\s+|de\s+)?"
    rf"(?:nästa|kommande|innevarande|nästkommande|närmaste)\s+(?:\w+\s+)?{_LENGTH}(?:et|en|na)?"
    r"|(?:under|i|till|före|innan|efter|vid|kring)\s+(?:(?:års|halvårs)skiftet|årets slut|slutet av året|året|år"
    r"|våren|sommaren|hösten|vintern|vår|sommar|höst|vinter))\s*\.?",
    re.IGNORECASE,
)
"""A time that is told from no day: `inom två år`, `till årsskiftet`, `i höst`. What comes after it may make it an event."""
EVENT = later(r"\s*(?:genast\s+|direkt\s+)?(?:vid|när|då|om|efter|inför|i samband|med|på)\b", re.IGNORECASE)
YEAR = later(r"\b(?:19|20)\d\d\b")
"""A year outside an event: `när budgeten för 2024 beslutas` is one."""
NO_TIME = later(r"\s*(ingen tid|inte angiv|ej angiv|tid saknas|okän)", re.IGNORECASE)
"""Words that say there is no time."""


def tells_time(text: str) -> bool:
    """Whether words name a cadence, a period or a year, and so are no event; where nothing reads them, a person must."""
    return bool(CADENCE.search(text) or RELATIVE.fullmatch(text) or (YEAR.search(text) and not EVENT.match(text)))
