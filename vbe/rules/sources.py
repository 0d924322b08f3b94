"""What each rule rests on: a law with its paragraph, a section of the adopted text, or the tool's own judgement.

A lawyer reads this page. A law stands as it does for the years that the records are about; where the paragraph has not been
read in the act itself, `checked` is False and docs/domain-rules.md says so.
"""

from __future__ import annotations

from typing import NamedTuple

from vbe.language import N_


class Source(NamedTuple):
    """Where a rule comes from."""

    text: str
    """The citation, in Swedish as acts and decisions are; the tool's own is a message."""
    checked: bool = True
    """Whether the place has been read in the act or the adopted text itself."""


OWN = Source(N_("The tool's own rule: no law and no decision demands it."))


MODEL = "Solnas strategi (KS/2016:365)"
"""The adopted text that some rules were made after. It binds nobody else: such a rule is told as the tool's, after a model."""


def _text(section: str) -> Source:
    return Source(f"{MODEL}, {section}")


def _area(number: int) -> Source:
    return _text(f"åtgärdsområde {number}")


CRIME = "Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete"
COUNCIL = "Kommunallagen (2017:725)"
SECRECY = "Offentlighets- och sekretesslagen (2009:400)"
COVER = _text("omslaget")
ASSIGNMENT = _text("Uppdrag i stadens budget")
MAPPING = _text("Kartläggning och omvärldsanalys")
DUTY = _text("Solna stads ansvar")
FOLLOW_UP = _text("Genomförande och uppföljning")
CONCEPT = _text("Våldsbejakande extremism och radikalisering")
OPINIONS = Source("Regeringsformen, 2 kap. 1 §")
SOCIAL_SECRECY = Source(f"{SECRECY}, 26 kap. 1 §", checked=False)
SCHOOL_SECRECY = Source(f"{SECRECY}, 23 kap.")
PERSONAL_DATA = Source("Dataskyddsförordningen (EU) 2016/679, artikel 9 och 10", checked=False)
PLAIN_LANGUAGE = Source("Språklagen (2009:600), 11 §", checked=False)

SOURCES: dict[str, tuple[Source, ...]] = {
    "VBE301": (COVER,),
    "VBE302": (COVER, Source(f"{COUNCIL}, 5 kap. 9 §")),
    "VBE303": (COVER, Source(f"{COUNCIL}, 5 kap. 1 § och 13 kap. 8 §")),
    "VBE304": (COVER,),
    "VBE305": (COVER,),
    "VBE306": (COVER,),
    "VBE307": (COVER,),
    "VBE308": (COVER,),
    "VBE309": (COVER, Source(f"{SECRECY}, 5 kap.", checked=False)),
    "VBE310": (Source(f"{CRIME}, 9 §"),),
    "VBE312": (_area(2),),
    "VBE317": (_area(10),),
    "VBE323": (_area(1),),
    "VBE401": (COVER,),
    "VBE402": (COVER,),
    "VBE403": (COVER,),
    "VBE404": (ASSIGNMENT, FOLLOW_UP),
    "VBE405": (Source(f"{CRIME}, 5 §"),),
    "VBE406": (_text("Inledning"),),
    "VBE409": (ASSIGNMENT,),
    "VBE410": (ASSIGNMENT,),
    "VBE411": (FOLLOW_UP,),
    "VBE417": (COVER,),
    "VBE418": (MAPPING, Source(f"{CRIME}, 4 §")),
    "VBE419": (_area(4),),
    "VBE420": (_area(9),),
    "VBE421": (COVER,),
    "VBE423": (COVER,),
    "VBE422": (FOLLOW_UP, _area(10)),
    "VBE501": (ASSIGNMENT,),
    "VBE502": (DUTY, _area(1), _area(3), _area(5), _area(11)),
    "VBE503": (_area(11),),
    "VBE504": (DUTY, _area(11)),
    "VBE506": (_area(5), _area(11)),
    "VBE507": (COVER,),
    "VBE508": (COVER, _area(11)),
    "VBE510": (_area(11),),
    "VBE511": (_area(1), _area(5), _area(11)),
    "VBE512": (ASSIGNMENT, _area(10)),
    "VBE513": (_area(10),),
    "VBE514": (_area(10),),
    "VBE515": (_area(10),),
    "VBE518": (ASSIGNMENT,),
    "VBE601": (FOLLOW_UP,),
    "VBE607": (Source(f"{COUNCIL}, 6 kap. 6 §"),),
    "VBE608": (FOLLOW_UP,),
    "VBE609": (Source(f"{COUNCIL}, 12 kap.", checked=False),),
    "VBE701": (PERSONAL_DATA, SOCIAL_SECRECY),
    "VBE702": (PERSONAL_DATA,),
    "VBE703": (PERSONAL_DATA,),
    "VBE704": (PERSONAL_DATA,),
    "VBE705": (SOCIAL_SECRECY, SCHOOL_SECRECY),
    "VBE709": (PERSONAL_DATA,),
    "VBE802": (PLAIN_LANGUAGE,),
    "VBE803": (PLAIN_LANGUAGE,),
    "VBE804": (PLAIN_LANGUAGE,),
    "VBE805": (CONCEPT, OPINIONS),
    "VBE806": (CONCEPT,),
}


def sources_of(code: str) -> tuple[Source, ...]:
    """What a rule rests on; the tool's own judgement where neither a law nor the adopted text says it."""
    return SOURCES.get(code, (OWN,))
