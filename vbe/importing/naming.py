"""The words of a cell that says who: apart into actors, each with what sort of actor it is and a key for its spellings."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vbe.model.records import organisation as records
from vbe.privacy.names import looks_like_person_name

BOARD, DEPARTMENT, UNIT, ROLE = records.BOARD.name, records.DEPARTMENT.name, records.UNIT.name, records.ROLE.name
GROUP, PARTNER = records.GROUP.name, records.PARTNER.name
AUDIENCE, COLLECTIVE = records.AUDIENCE.name, records.COLLECTIVE.name
TOGETHER: Final = re.compile(
    r"[\s,(]*\b(?:i samverkan med|i samarbete med|tillsammans med|med stöd av|i samråd med|samverkar med|i dialog med)\s+",
    re.IGNORECASE,
)
APART: Final = re.compile(r"\s*(?:[,;/+•\n]|\s&\s|\bsamt\b|\boch/eller\b)\s*", re.IGNORECASE)
JOINED: Final = re.compile(r"\s+(?:och|eller)\s+", re.IGNORECASE)
BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)")
ALL: Final = re.compile(r"(?:samtliga|alla|respektive|berörda|berörd|varje|övriga)\b", re.IGNORECASE)
SORTS: Final = {
    PARTNER: r"""polis(?:en|myndigheten)? polisområdet kommunpolis(?:en)? länsstyrelsen? region(?:en)? säkerhetspolisen säpo
        brå cve kriminalvården frivården \w*myndighet(?:en)? \w*verket högskolan? \w*universitetet? försvarsmakten skr msb mcf
        åklagar\w* \w*bolag(?:et|en)? \w*bostäder fastighetsägare räddningstjänstförbundet \w*kommunalförbund(?:et)?""",
    AUDIENCE: r"""civilsamhället? \w*förening(?:ar|arna|en|slivet)? trossamfund(?:en)? invånar\w* anhöriga studieförbund(?:en)?
        idrottsrörelsen näringsliv(?:et)? allmänheten""",
    GROUP: r"\w*grupp(?:en|er|erna)? \w*råd(?:et)? \w*team(?:et)? \w*nätverk(?:et)? ssp[ft]",
    BOARD: r"\w*nämnd(?:en|er|erna)? \w*styrelsen? \w*fullmäktige \w*utskott(?:et)?",
    DEPARTMENT: r"\w*förvaltning(?:en|ar|arna)? \w*kontor(?:et|en)? \w*kansli(?:et)? \w*sektorn?",
    ROLE: r"""\w*chef(?:en|er|erna)? \w*samordnare(?:n|na)? rektor(?:n|er|erna)? lärare \w*sekreterare \w*strateg(?:en|er)?
        \w*handläggaren? \w*direktör(?:en)? kurator(?:er)? \w*pedagog(?:er|en)? medarbetare \w*ledare \w*ansvariga? fältare
        bibliotekarie \w*utvecklare \w*koordinator skolsköterska samordnarna""",
    UNIT: r"""\w*enhet(?:en|er)? \w*avdelning(?:en|ar)? \w*tjänst(?:en)? \w*skol(?:a|an|or|orna) \w*gård(?:en|ar|arna)
        elevhälsan? \w*bibliotek(?:et|en)? \w*verksamhet(?:en|er)? \w*centrum \w*omsorg(?:en)? fritid \w*gymnasiet?
        \w*mottagning(?:en)? \w*funktion(?:en)? komvux kommunikation hr \w*vård(?:en)? ifo utbildning""",
}
"""Sort of actor → last word, in the order they are tried; `\\w*` stands for hyphens, too: HR-chefen."""
_SORTS: Final = tuple(
    (sort, re.compile("|".join(words.split()).replace("\\w*", "[\\w-]*"), re.IGNORECASE)) for sort, words in SORTS.items()
)
ENDINGS: Final = re.compile(r"(?:erna|arna|orna|en|et|er|or|ar|an|n|a|e|s)\Z")
COMMON: Final = {"ks": "kommunstyrelsen", "kf": "kommunfullmäktige", "bun": "barn- och utbildningsnämnden"}
"""Abbreviations that nobody writes out."""
LONGEST: Final = 120
ABSENT: Final = re.compile(
    r"(?:anges|framgår)\s+(?:inte|ej)(?:\s+\w+){0,3}|(?:ej|inte)\s+(?:angiv\w+|bestäm\w+|beslutat)|saknas|ingen|oklart|[-–—?]+",
    re.IGNORECASE,
)
"""Words that stand where nobody and no time is told."""


class Who(NamedTuple):
    """The actors that a text names: who answer for it, who are there with them, and what was no actor at all."""

    names: tuple[str, ...]
    partners: tuple[str, ...]
    persons: int
    """Names of persons; they are never taken in."""


def split_actors(text: str) -> Who:
    """`Rektor, socialtjänst i samverkan med polis` → rektor and socialtjänst, with polis."""
    before, *after = TOGETHER.split(text)
    names, persons = _names(before)
    partners, more = _names(", ".join(after))
    return Who(names, partners, persons + more)


def _names(text: str) -> tuple[tuple[str, ...], int]:
    found: dict[str, None] = {}
    persons = 0
    for part in APART.split(text):
        for name in _joined(_bare(part)):
            if looks_like_person_name(BRACKETS.sub("", name)):
                persons += 1
            elif ABSENT.fullmatch(name.strip()):
                continue
            elif any(character.isalpha() for character in name) and len(name) <= LONGEST:
                found[name] = None
    return tuple(found), persons


def _bare(text: str) -> str:
    """A name without marks around it; a bracket that has its other half stays."""
    text = text.strip(" .:")
    return text if text.count("(") == text.count(")") else text.strip("() ")


def _joined(text: str) -> list[str]:
    """Two actors with `och` between them; `barn- och utbildningsnämnden` and `vård och omsorg` are one."""
    for match in JOINED.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if all(sort_of(side) or abbreviation(side) for side in (left, right)) and not left.endswith("-"):
            return [*_joined(left), *_joined(right)]
    return [text] if text else []


def sort_of(name: str) -> str:
    """What sort of actor a name is of; empty where its words do not tell."""
    name = BRACKETS.sub("", name).strip()
    if not name:
        return ""
    if ALL.match(name):
        return COLLECTIVE
    words = name.split()
    heads = [words[-1], words[0]] if len(words) > 1 else [words[0]]
    for head in (*heads, *words[1:-1]):
        for sort, pattern in _SORTS:
            if pattern.fullmatch(head.strip(".,")):
                return sort
    return ""


def is_body(text: str) -> bool:
    """Whether a heading is nothing but the name of a board or a department: `Socialnämnden`."""
    who = split_actors(text)
    return len(who.names) == 1 and not who.partners and sort_of(text) in (BOARD, DEPARTMENT) and len(text.split()) <= 5


def key_of(name: str) -> str:
    """What the spellings of one actor have in common: `Polisen` and `polis`, `rektorer` and `Rektor`."""
    words = re.findall(r"[^\W_]+", BRACKETS.sub("", name).casefold())
    return " ".join(_stem(word) for word in words if word != "och")


def _stem(word: str) -> str:
    while len(word) > 4 and ENDINGS.search(word) and len(shorter := ENDINGS.sub("", word)) >= 3:
        word = shorter
    return word


def initials(name: str) -> str:
    """`Barn- och utbildningsnämnden` → `bun`: the first letter of each word, and of the body that ends the last one."""
    words = [word for word in re.findall(r"[^\W_]+", name.casefold()) if word != "och"]
    body = re.search(r"[^\W_](nämnd|förvaltning|kontor|styrelse|fullmäktige)\w*\Z", words[-1]) if words else None
    return "".join(word[0] for word in words) + (body[1][0] if body else "")


def abbreviation(name: str) -> str:
    """The abbreviation that stands in brackets after a name, or that a name is; empty where there is none."""
    found = BRACKETS.search(name)
    if found and re.fullmatch(r"[A-ZÅÄÖ]{2,5}", found[1].strip()):
        return found[1].strip().casefold()
    return name.casefold() if re.fullmatch(r"[A-ZÅÄÖ]{2,5}", name) else ""
