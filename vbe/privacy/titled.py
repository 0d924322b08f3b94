"""Names of persons in running text: two words with capitals beside a label or a title, before or after.

`Ansvarig: Anna Andersson`, `rektorn Anna Andersson`, `Anna Andersson, samordnare`. What is no name stands in lists: methods,
institutes, associations, places. Without a title beside it nothing is a name here: plans are full of words with capitals.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from vbe.language.patterns import later
from vbe.privacy.vocabulary import is_function_word, is_given_name, is_role_word


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REST: Final = "[a-zåäöéüæøèšžçñ]++(?:-[A-ZÅÄÖÉÆØ][a-zåäöéüæøèšžçñ]++)?+"
_INITIAL: Final = r"[A-ZÅÄÖ]\."
_CAPITALISED: Final = rf"(?:[A-ZÅÄÖÉÆØ]{_REST}|{_INITIAL})"
_PARTICLE: Final = r"(?:af|av|von|van|de|bin|al|el)"
# The first capital is outside the choice, and what may not stand before it is asked after it: so a search skips to the
# next capital, in a third of the time.
_CAPITALS: Final = later(
    rf"[A-ZÅÄÖÉÆØ](?<![\w-].)(?:{_REST}|(?<![ÉÆØ])\.)(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_CAPITALISED}){{1,5}}+(?![\w-])"
)
"""Words with capitals in a row."""
_TITLES: Final = _words(
    """
    sammankallande kontakt kontaktperson kontaktpersoner föredragande förskolechef författare huvudansvarig uppgiftslämnare
    undertecknad beslutsfattare vik vikarierande
    """
)
_LINKS: Final = _words(
    """
    är var blir blev heter som tf bitr biträdande vice vår vårt ny nya nye nuvarande tidigare till utsågs arbetar har varit
    stadens kommunens skolans regionens förvaltningens avdelningens enhetens länsstyrelsens polisens bolagets
    """
)
"""Small words between a title and a name."""
_SAYS: Final = frozenset(("är", "var", "blir", "blev", "heter", ":"))
_NEAR: Final = 80
_WORDS_BETWEEN: Final = 7
_PIECES: Final = later(r"[^\W\d_]+(?:-[^\W\d_]+)*|[:,(–—|/-]")
_SENTENCE: Final = later(r"[.!?;\n](?:\s|\Z)")
_SHORTENED: Final = later(r"\b(?:tf|t\.f|bitr|vik|tel|tfn|bl\.a|t\.ex)\.\s", re.IGNORECASE)
_NO_NAMES: Final = _words(
    """
    komet repulse cope trappan huskurage tejping livsviktigt mentorer attityd attityder motiverande samtal basic skills care
    community communities that exit repulsion agera tillsammans sluta skjut kraft respekt hedersförtryck machofabriken
    föräldrastegen älskade förbannade tonåring grannsamverkan nattvandring kommun kommunpolis medborgarlöfte
    fryshuset korset barnen folkhögskola folkhögskolan stadsmission räddningstjänst försvarsmakten brottsofferjouren bris
    brå skr socialstyrelsen skolverket karolinska segerstedtinstitutet forum foundation academy rörelsen arbetarrörelsens
    abf sisu sensus studieförbundet bilda vuxenskolan hyresgästföreningen kvinnojouren unizon save children
    sverige norge danmark finland stockholm göteborg malmö uppsala solna sundbyberg norrköping linköping örebro västerås
    helsingborg umeå borås halmstad kalmar karlstad växjö gävle skåne halland dalarna värmland norrbotten västerbotten
    gotland blekinge sörmland östergötland småland europa norden city centrum norra södra östra västra övre nedre stora
    lilla nya gamla röda gröna blå vita svarta svenska nordiska nationella lokala regionala unga äldre trygga säkra rädda
    torg torget gatan vägen parken platsen skolan hallen huset sjukhus stad staden län länet region
    våldsbejakande extremism radikalisering brottsförebyggande förebyggande våld polisområde nord syd öst väst mitt
    januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag
    fredag lördag söndag kap handlingsplan strategi policy riktlinje lag förordning allmänna råd europeiska
    """
)
"""Words that names of methods, institutes and places have, and names of persons hardly ever."""


def may_name(texts: Iterable[str]) -> bool:
    """Whether two words with capitals stand in a row in any of some texts; all are searched together, which takes a third."""
    return _CAPITALS.search("\n".join(texts)) is not None


def titled_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a person is named beside a title: start and end of the name. Never the name itself."""
    for found in _CAPITALS.finditer(text):
        words = list(re.finditer(r"\S+", found[0]))
        kept = [word for word in words if not _is_title(word[0])]
        if not kept or [w for w in words if kept[0].start() <= w.start() <= kept[-1].start()] != kept:
            continue
        first, last = found.start() + kept[0].start(), found.start() + kept[-1].end()
        if _is_name([word[0] for word in kept]) and (
            len(kept) < len(words)
            or _is_after_title(text[max(0, first - _NEAR) : first])
            or _is_before_title(text[last : last + _NEAR])
        ):
            yield first, last


def _is_title(word: str) -> bool:
    return is_role_word(word) or word.casefold().rstrip(".") in _TITLES


def _is_name(words: list[str]) -> bool:
    """Whether words with capitals can be a person's name: a first name and a last, none of which means anything else."""
    named = [word for word in words if not re.fullmatch(rf"{_INITIAL}|{_PARTICLE}", word)]
    if not named or not 2 <= len(words) <= 5:
        return False
    halves = [half for word in named for half in word.split("-")]
    if any(half.casefold().removesuffix("s") in _NO_NAMES or half.casefold() in _NO_NAMES for half in halves):
        return False
    if any(is_function_word(word) for word in named):
        return False
    # `Stockholms Stadsmission`, `Lindviks Atlas`: whose it is, unless it is a name that ends so.
    return is_given_name(words[0]) or not (words[0].endswith("s") and len(words[0]) > len("Lars") + 1)


def _is_after_title(before: str) -> bool:
    """Whether a title stands right before a name, or a label a few words before: `Ansvarig för arbetet är`."""
    pieces = _PIECES.findall(_last_sentence(before))
    says = False
    while pieces and (pieces[-1].casefold() in _LINKS or not pieces[-1][0].isalpha()):
        piece = pieces.pop()
        if piece == ",":
            return False
        says = says or piece.casefold() in _SAYS
    if not pieces:
        return False
    near = pieces[-_WORDS_BETWEEN:] if says else pieces[-1:]
    return any(_is_title(piece) for piece in near)


def _is_before_title(after: str) -> bool:
    """Whether a title comes right after a name: `, rektor`, `(samordnare)`, `är stadens samordnare`."""
    end = _SENTENCE.search(_SHORTENED.sub(" ", after))
    pieces = _PIECES.findall(_SHORTENED.sub(" ", after)[: end.start()] if end else after)
    linked = False
    while pieces and (pieces[0].casefold() in _LINKS or not pieces[0][0].isalpha()):
        linked = True
        if pieces.pop(0) == ":":
            return False
    return linked and bool(pieces) and _is_title(pieces[0])


def _last_sentence(text: str) -> str:
    return _SENTENCE.split(_SHORTENED.sub(" ", text))[-1]
