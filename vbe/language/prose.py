"""The prose of documents, in the municipality's own language: it stands in Swedish in the code, and in a catalogue in others.

What a terminal says is English in the code (`vbe.language._`); a report or a plan was always Swedish first, so there it is the
other way round. `writing` chooses the language of what is made inside it, `said` tells a sentence in it. A value that is one of
the catalogue's own words is told too; what a municipality has written itself is none of them and stays as it is.
"""

from __future__ import annotations

import re
import struct
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from vbe.errors import VbeError
from vbe.language import CATALOGUES, DEFAULT, LANGUAGES, _, did_you_mean, enumerate_words, in_swedish
from vbe.language.own_words import OwnWords, put_back
from vbe.language.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
DOMAIN = "documents"
OURS = frozenset({("Section", "title"), ("Column", "title"), ("Fact", "term"), ("Mark", "word"), ("Callout", "title")})
"""Classes and fields of a document that hold no words of the municipality's."""
QUOTED = re.compile(r"“[^”“]*”|”([^”“]+)”")
"""Between the marks that Swedish has on both sides, where others open with another; what is told already is passed by."""
_written: ContextVar[str] = ContextVar("written", default=DEFAULT)
_own: ContextVar[OwnWords] = ContextVar("own", default=OwnWords())  # noqa: B039 - frozen once it is made


@contextmanager
def writing(language: str, own: OwnWords | None = None) -> Iterator[None]:
    """Write documents in this language until the end of the block; stops where there is none of that name.

    `own`: the texts of the municipality, which are printed as they are written; None for those that are known already.
    """
    require_language(language)
    before, theirs = _written.set(language), _own.set(_own.get() if own is None else own)
    try:
        yield
    finally:
        _written.reset(before)
        _own.reset(theirs)


def written() -> str:
    """The language that is written now; Swedish outside `writing`."""
    return _written.get()


def is_english() -> bool:
    """Whether English is written now."""
    return _written.get() == "en"


def require_language(language: str) -> None:
    """Stop where documents cannot be written in a language."""
    if language not in LANGUAGES:
        hint = did_you_mean(language, LANGUAGES) or _("The languages are {names}.").format(names=enumerate_words(LANGUAGES))
        raise VbeError(_("No document can be written in “{language}”.").format(language=language), hint)


def said(text: str, /, **values: object) -> str:
    """A text of ours in the language that is written, filled with values by their names."""
    filled = {name: value_of(value) if isinstance(value, str) else value for name, value in values.items()}
    language = _written.get()
    told_text = text if language == DEFAULT else _phrases(language).message(text)
    return told_text.format(**filled) if filled else told_text


def value_of(text: str) -> str:
    """A value of a sentence, or a text that may be theirs altogether, in the language that is written."""
    return text if text in _own.get() else one(text)


def one(text: str) -> str:
    """A text in the language that is written; itself where it is none of ours, and what is theirs in it as it is."""
    language = _written.get()
    if language == DEFAULT or not text:
        return text
    text, kept = _own.get().put_away(text)
    return put_back(_told_apart(text, language), kept)


def _told_apart(text: str, language: str) -> str:
    """A text in which nothing is theirs."""
    return QUOTED.sub(lambda found: f"“{found[1]}”" if found[1] else found[0], _phrases(language).translate(text))


def from_english(message: str) -> str:
    """A message that stands in English in the code (`N_`), in the language that is written."""
    return in_swedish(message) if _written.get() == DEFAULT else message


@cache
def _phrases(language: str) -> Phrases:
    """The catalogue of a language; stops where it is missing, since a document may not mix two languages."""
    from babel.messages.mofile import read_mo

    try:
        with (CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as compiled:
            return Phrases({str(message.id): str(message.string) for message in read_mo(compiled) if message.id})
    except (OSError, ValueError, struct.error):
        raise VbeError(_("The texts of documents in “{language}” are missing or damaged.").format(language=language)) from None


def told(part: T, besides: frozenset[str] = frozenset()) -> T:
    """A frozen dataclass, all the way down, with every fixed text in the language that is written; but for some fields."""
    return part if _written.get() == DEFAULT else cast("T", _told(part, besides))


def _field(part: object, name: str, besides: frozenset[str]) -> object:
    """A field; where every word is ours, one that the municipality has used too is told all the same."""
    value = getattr(part, name)
    return one(value) if (type(part).__name__, name) in OURS and isinstance(value, str) else _told(value, besides)


def _told(part: object, besides: frozenset[str]) -> object:
    if isinstance(part, str):
        return value_of(part)
    if isinstance(part, tuple):
        return tuple(_told(inner, besides) for inner in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {f.name: _field(part, f.name, besides) for f in fields(part) if f.name not in besides}
        return replace(part, **changed)
    return part
