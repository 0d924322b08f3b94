"""The words that plans use for what they say: the one table of words, for heads of columns, labels and headings.

A head is known by its whole, by how it begins, or by a word in it, in that order, and the longest word wins.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

MEASURE, NUMBER, RESPONSIBLE, WITH, TIME, START = "measure", "number", "responsible", "with", "time", "start"
FOLLOWUP, INDICATOR, TARGET, GOAL, AREA, CAUSE = "follow_up", "measured_by", "target", "goal", "of_area", "cause"
STATUS, COMMENT, COST, LEVEL, METHOD = "status", "comment", "cost", "level", "method"

HEADS: Final = {
    MEASURE: """åtgärd|åtgärder|aktivitet|aktiviteter|insats|insatser|vad|vad ska göras|vad gör vi|att göra|uppdrag|uppgift|
        förslag på aktivitet|förslag på aktiviteter|förslag på åtgärd|förslag på åtgärder|föreslagna åtgärder|föreslagen åtgärd|
        planerade insatser|det här ska vi göra|det här gör vi|detta ska vi göra|så gör vi|aktivitet/åtgärd|åtgärd/aktivitet|
        delaktivitet|åtagande|åtaganden|arbetsuppgift|moment""",
    NUMBER: "nr|nummer|åtgärd nr|åtgärdsnummer|löpnummer|#|id|ref",
    RESPONSIBLE: """ansvarig|ansvariga|ansvar|ansvarig nämnd|ansvarig förvaltning|ansvarig funktion|ansvarig aktör|huvudansvarig|
        huvudansvar|vem|vem ansvarar|vem gör|utförare|utförs av|genomförs av|ägare|ansvarig för genomförande|ansvarig part|
        ansvarig verksamhet|ansvarig enhet|ansvarig organisation|ansvarsfördelning|uppdragsansvarig|nämnd|förvaltning""",
    WITH: """samverkan med|samverkan|i samverkan med|samverkar med|samarbete med|samarbetspartner|samverkanspart|samverkansparter|
        samverkanspartner|medverkande|medverkar|medaktör|medaktörer|deltagare|tillsammans med|med stöd av|involverade|
        berörda|berörda aktörer|övriga aktörer|övriga""",
    TIME: """tid|tidplan|tidsplan|tidpunkt|tidsram|tidsperiod|när|klart|klar|klart senast|färdigt|slutdatum|senast|datum|period|
        tid för genomförande|genomförandetid|frekvens|hur ofta|deadline|år|när klart|tidsangivelse|slut|slutår|sluttid|
        slutar|färdig|avslutas|genomförs|tidsåtgång|tidsåtgång/tidsplan|planerad tid""",
    START: "start|startår|planerad start|startar|startdatum|påbörjas|börjar|starttid",
    FOLLOWUP: """uppföljning|uppföljning och utvärdering|utvärdering|hur följs det upp|så följs det upp|hur följs åtgärden upp|
        följs upp|uppföljningsmetod|så följer vi upp|hur följer vi upp|hur ska det följas upp|hur vet vi|hur mäter vi""",
    INDICATOR: "indikator|indikatorer|mätetal|mått|nyckeltal|måltal|mätbart|hur mäts det|resultatmått",
    TARGET: "målgrupp|målgrupper|för vem|riktar sig till|primär målgrupp|till vem",
    GOAL: """mål|delmål|effektmål|syfte|inriktningsmål|önskat läge|förväntat resultat|önskad effekt|förväntad effekt|
        målsättning|resultatmål|övergripande mål""",
    AREA: """område|fokusområde|insatsområde|åtgärdsområde|målområde|prioriterat område|strategiskt område|utvecklingsområde|
        delområde|problemområde|arbetsområde""",
    CAUSE: "orsak|orsaker|bakomliggande orsak|bakomliggande orsaker|problem|problembild|lägesbild|nuläge|risk|behov|bakgrund",
    STATUS: "status|läge|genomfört|klarmarkering",
    COMMENT: "kommentar|kommentarer|anteckning|anteckningar|övrigt|notering|anmärkning",
    COST: "kostnad|kostnader|budget|resurser|finansiering|resurs",
    LEVEL: "nivå|preventionsnivå|insatsnivå",
    METHOD: "hur|metod|genomförande|beskrivning|så här|tillvägagångssätt|arbetssätt",
}
"""Field → its words, the one place for them."""
COVER: Final = {
    "document_type": "dokumenttyp|typ av dokument|typ av styrdokument|styrdokument",
    "title": "dokumentnamn|dokumentets namn|titel|dokumenttitel|namn",
    "case_number": "diarienummer|dnr|diarienr|ärendenummer|diarienummer/ärende|dnr/beteckning|diarieplan",
    "decided_by": """antagen av|antaget av|fastställd av|fastställt av|beslutad av|beslutat av|beslutsinstans|
        beslutande organ|fastställt|        fastställd|antagen|antaget|beslutad|beslut|beslutande|fastställande""",
    "decided_on": """datum|beslutsdatum|datum för beslut|antagen datum|fastställd datum|fastställelsedatum|
        datum för fastställande|        antagningsdatum|beslutad datum|antagen den|fastställd den""",
    "valid_to": """giltig till|gäller till|gäller till och med|giltig till och med|dokumentet gäller till och med|giltighetstid|
        giltighet|giltig t.o.m|gäller t.o.m|giltig tom|gäller tom|giltighetsperiod|gäller under perioden|gäller under""",
    "valid_from": "gäller från|giltig från|gäller från och med|giltig från och med|gäller fr.o.m|giltig fr.o.m|ikraftträdande",
    "owner_role": """dokumentansvarig|dokumentägare|dokumentansvar|ansvarig för dokumentet|för revidering ansvarar|
        för revideringen ansvarar|ansvarig för revidering|ansvarig funktion|ansvarig tjänsteperson|ansvarig tjänsteman|
        handläggare|        kontaktperson|ansvarig|dokumentansvarig tjänsteperson|ansvarig chef""",
    "applies_to": "dokumentet gäller|dokumentet gäller för|gäller för|omfattar|målgrupp|berörda|gäller",
    "follow_up": """uppföljning|uppföljning och tidplan|för uppföljning ansvarar|för ev uppföljning och tidplan ansvarar|
        följs upp|för eventuell uppföljning och tidplan för denna ansvarar|ansvarig för uppföljning|tid för uppföljning""",
    "revised_on": """revideras|reviderad|senast reviderad|revideringsdatum|datum för revidering|aktualitetsprövas|revidering|
        aktualitetsprövning|nästa revidering|senast aktualitetsprövad|revideras senast""",
    "version": "version|vers|versionsnummer|utgåva",
    "history": "tidigare versioner|versionshistorik|versioner|versionshistoria|revideringshistorik",
    "paragraph": "paragraf|§|protokollsparagraf",
    "parent": """överordnat dokument|överordnade dokument|överordnat styrdokument|överordnad plan|överordnad strategi|underordnat|
        underordnad|är underordnad|hör till|styrs av|utgår från""",
    "supersedes": "ersätter|ersätter dokument|ersätter tidigare",
    "related": "relaterade dokument|kopplade dokument|beslutad tillsammans med|lagrum|hänvisningar",
}
"""Field of the cover → its labels."""
PLAN_WORDS: Final = frozenset((
    "handlingsplan", "handlingsplanen", "åtgärdsplan", "åtgärdsplanen", "aktivitetsplan", "aktivitetsplanen", "plan", "planen",
    "genomförande", "mål", "delmål", "prioriterade", "planerade", "förslag", "föreslagna", "till", "på", "och", "samt", "för",
    "inom", "våra", "kommunens", "gemensamma", "tabell", "bilaga", "översikt", "konkreta", "strategier", "område", "områden",
    "nämnder", "nämnderna", "nämnd", "förvaltningar", "förvaltningarna", "styrelser", "bolag", "verksamheter", "verksamheterna",
))  # fmt: skip
"""Words that say nothing of what an area is about."""
LONGEST_HEAD: Final = 70
ENDINGS: Final = re.compile(r"[\s:.,;?*)(–-]+\Z")
NUMBERED: Final = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-hA-H]\))\s+")


def plain(text: str) -> str:
    """A head as it is compared: on one line, without case, number before or mark after."""
    return ENDINGS.sub("", NUMBERED.sub("", " ".join(text.split()).casefold()))


@cache
def _words(table: str) -> dict[str, str]:
    source = HEADS if table == "heads" else COVER
    return {word.strip(): field for field, words in source.items() for word in words.split("|")}


@cache
def _longest_first(table: str) -> tuple[str, ...]:
    return tuple(sorted(_words(table), key=len, reverse=True))


def field_of(text: str, *, exact: bool = False) -> str:
    """The field that a head of a column or a label names; empty where it names none."""
    return _field(text, "heads", exact=exact)


def cover_field_of(text: str) -> str:
    """The field of the cover that a label names; empty where it names none."""
    return _field(text, "cover", exact=False)


def _field(text: str, table: str, *, exact: bool) -> str:
    head = plain(text)
    words = _words(table)
    if not head or len(head) > LONGEST_HEAD:
        return ""
    if head in words or exact:
        return words.get(head, "")
    for word in _longest_first(table):
        if (
            len(word) > 2
            and head.startswith(word)
            and not head[len(word)].isalnum()
            and len(head.split()) <= len(word.split()) + 4
        ):
            return words[word]
    parts = re.split(r"[\s/,()]+", head)
    if table == "heads" and len(parts) <= 4:
        return next((words[part] for part in parts if part in words and len(part) > 2), "")
    return ""


def is_measure_heading(text: str) -> bool:
    """Whether what stands below a heading or a line is measures: `Åtgärder`, `Förslag på aktiviteter`, `Mål och åtgärder`."""
    words = _words("heads")
    if words.get(plain(text)) == MEASURE and len(plain(text)) > 4:
        return True
    parts = [part for part in re.split(r"[\s/,–-]+", plain(text)) if part]
    named = [part for part in parts if words.get(part) == MEASURE and len(part) > 4]
    return bool(named) and all(part in named or part in PLAN_WORDS or part.isdigit() for part in parts)


def says_nothing(text: str) -> bool:
    """Whether a heading only says that here is the plan: `Handlingsplan 2024–2026`, `Åtgärder`."""
    parts = [part for part in re.split(r"[\s/,–-]+", plain(text)) if part]
    return is_measure_heading(text) or all(part in PLAN_WORDS or part.isdigit() for part in parts)
