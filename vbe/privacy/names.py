"""Whether a field that is meant for a role holds a person's name."""

import re
import unicodedata
from typing import Final

from vbe.language.patterns import later
from vbe.privacy.vocabulary import is_function_word, is_given_name, is_role_word, is_surname

# "Anna Andersson, säkerhetschef" is judged part by part: the role word next to a name does not hide it.
_PARTS: Final = later(r"[,;/()|\n:]|\s[-\u2013\u2014&]\s|\s(?:och|and|samt)\s")
_MOST_TOKENS: Final = 4
_PARTICLES: Final = frozenset({"af", "al", "av", "bin", "da", "de", "den", "der", "di", "el", "la", "le", "van", "von"})
_ACTING: Final = frozenset({"bitr.", "bitr", "tf", "tf.", "t.f.", "vik.", "vik", "vice", "stf", "stf.", "f.d."})
_INITIAL: Final = later(r"[A-ZÅÄÖÉ]\.?\Z")


def looks_like_person_name(text: str) -> bool:
    """Tell 'Anna Andersson' and 'A. Svensson' from 'Enhetschef barn och unga' and 'Solna stad'.

    A heuristic that rather misses a name than stops a role: a word for a role or a body vetoes, except a title
    in front of a name ('säkerhetschef Anna Andersson').
    """
    visible = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    return any(_is_name(part.split()) for part in _PARTS.split(visible))


def _is_name(tokens: list[str]) -> bool:
    titles = 0
    while titles < len(tokens) and (is_role_word(tokens[titles]) or tokens[titles].casefold() in _ACTING):
        titles += 1
    tokens = tokens[titles:]
    if not 1 <= len(tokens) <= _MOST_TOKENS or any(is_function_word(token) for token in tokens):
        return False
    if len(tokens) == 1:
        return not titles and _is_name_shaped(tokens[0]) and is_given_name(tokens[0])
    first, *between, last = tokens
    if tokens == [token.lower() for token in tokens] or tokens == [token.upper() for token in tokens]:
        # Without capitals to go by, both names must be known.
        return is_given_name(first) and is_surname(last)
    if not _is_name_shaped(last) or not all(_may_stand_between(token) for token in between):
        return False
    if _INITIAL.match(first):
        return is_surname(last)
    return _is_name_shaped(first) and (is_given_name(first) or (not titles and is_surname(last)))


def _may_stand_between(token: str) -> bool:
    return token in _PARTICLES or bool(_INITIAL.match(token)) or _is_name_shaped(token)


def _is_name_shaped(token: str) -> bool:
    halves = re.split(r"['\u2019-]", token)
    return all(half.isalpha() and half[0].isupper() and not half.isupper() for half in halves if half) and any(halves)
