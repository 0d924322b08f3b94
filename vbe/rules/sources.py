"""What rules rest on, for their decorators to name: a law with its paragraph, the adopted text, or the tool's own judgement.

A lawyer reads this page. A law stands as it does for the years that the records are about; where the paragraph has not been
read in the act itself, `checked` is False and docs/domain-rules.md says so.
"""

from __future__ import annotations

from typing import NamedTuple

from vbe.language import N_


class Citation(NamedTuple):
    """Where a rule comes from."""

    text: str
    """The citation, in Swedish as acts and decisions are; the tool's own is a message."""
    checked: bool = True
    """Whether the place has been read in the act or the adopted text itself."""


OWN = Citation(N_("The tool's own rule: no law and no decision demands it."))


MODEL = "Solnas strategi (KS/2016:365)"
"""The adopted text that some rules were made after. It binds nobody else: such a rule is told as the tool's, after a model."""


def adopted(section: str) -> Citation:
    """A section of the adopted text."""
    return Citation(f"{MODEL}, {section}")


def text_area(number: int) -> Citation:
    """What the adopted text says of an action area."""
    return adopted(f"åtgärdsområde {number}")


CRIME = "Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete"
COUNCIL = "Kommunallagen (2017:725)"
SECRECY = "Offentlighets- och sekretesslagen (2009:400)"
COVER = adopted("omslaget")
ASSIGNMENT = adopted("Uppdrag i stadens budget")
MAPPING = adopted("Kartläggning och omvärldsanalys")
DUTY = adopted("Solna stads ansvar")
FOLLOW_UP = adopted("Genomförande och uppföljning")
CONCEPT = adopted("Våldsbejakande extremism och radikalisering")
OPINIONS = Citation("Regeringsformen, 2 kap. 1 §")
SOCIAL_SECRECY = Citation(f"{SECRECY}, 26 kap. 1 §", checked=False)
SCHOOL_SECRECY = Citation(f"{SECRECY}, 23 kap.")
PERSONAL_DATA = Citation("Dataskyddsförordningen (EU) 2016/679, artikel 9 och 10", checked=False)
PLAIN_LANGUAGE = Citation("Språklagen (2009:600), 11 §", checked=False)
