"""E-mail addresses, and whether one leads to a person or to a function."""

import re
import unicodedata
from typing import Final

from vbe.language.patterns import later
from vbe.privacy.decoding import decode_markup, find_as_read
from vbe.privacy.hits import Hit
from vbe.privacy.vocabulary import is_function_in_address, is_given_name, unaccented

_AT: Final = later(r"[@\uff20\ufe6b]|\s?[\[(](?i:at|snabel-?a)[\])]\s?")
# Looking for these costs a microsecond, the pattern fifty.
_AT_MARKS: Final = ("@", "\uff20", "\ufe6b", "(at", "[at", "(AT", "[AT", "(snabel", "[snabel")
_LOCAL: Final = later(r"[\w.+'%&-]{1,64}\Z")
_DOMAIN: Final = later(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LOCAL_LENGTH: Final = 64
_EDGES: Final = ".'%&-"
# Nobody runs a function of a city on one of these.
_PRIVATE_PROVIDERS: Final = frozenset(
    {"gmail", "hotmail", "outlook", "live", "yahoo", "icloud", "me", "msn", "telia", "comhem", "bredband", "spray"}
    | {"protonmail", "proton", "passagen"}
)
# `aan01`, `annand`: signatures of staff are too short to tell from words, so only the numbered ones count.
_SIGNATURE: Final = later(r"[a-z]{2,6}[0-9]{1,3}\Z")
_MOST_NAME_PARTS: Final = 4


def email_addresses(text: str, allowed: frozenset[str] = frozenset()) -> list[Hit]:
    """Find e-mail addresses, except those of the allow list (case does not matter)."""
    return find_as_read(text, lambda plain: _found(plain, allowed))


def _found(text: str, allowed: frozenset[str]) -> list[Hit]:
    if not any(mark in text for mark in _AT_MARKS):
        return []
    public = {_plain(address) for address in allowed}
    hits: list[Hit] = []
    for sign in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, sign.start() - _LOCAL_LENGTH) : sign.start()])
        domain = _DOMAIN.match(text, sign.end())
        if not local or not domain or not (name := local[0].lstrip(_EDGES)):
            continue
        start = sign.start() - len(name)
        address = f"{name}@{domain[0]}"
        if _plain(address) not in public and (not hits or hits[-1].end <= start):
            hits.append(Hit("email", start, domain.end()))
    return hits


def is_personal_email(address: str, allowed: frozenset[str] = frozenset()) -> bool:
    """Tell `fornamn.efternamn@` from `info@`: built as a name, and no part names a function."""
    plain = _plain(address)
    local, at, domain = plain.partition("@")
    if not at or plain in {_plain(other) for other in allowed}:
        return False
    parts = [part for part in re.split(r"[._\-+']+", local.partition("+")[0]) if part]
    if not parts or any(is_function_in_address(part) for part in parts):
        return False
    if domain.partition(".")[0] in _PRIVATE_PROVIDERS or is_given_name(parts[0]):
        return True
    if len(parts) == 1:
        return bool(_SIGNATURE.match(unaccented(local)))
    words = [part.rstrip("0123456789") for part in parts]
    return len(parts) <= _MOST_NAME_PARTS and all(word.isalpha() for word in words)


def _plain(address: str) -> str:
    address = _AT.sub("@", decode_markup(address) or address)
    return unicodedata.normalize("NFKC", address).strip().strip("<>").removeprefix("mailto:").casefold()
