"""The texts that are read for their words, and what in them is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from vbe.language.lexicon import Signs, any_of
from vbe.language.patterns import later
from vbe.model.profile import PROFILE
from vbe.model.records.organisation import ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.model.prose import Prose, RecordTexts
    from vbe.model.records import Record

_QUOTED = later(r"[“”\"»«][^“”\"»«\n]*[“”\"«»]")


def unquoted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches that do not stand in quotation marks, each with its number among all."""
    matches = list(pattern.finditer(text))
    quoted = [match.span() for match in _QUOTED.finditer(text)] if matches else []
    starts = [start for start, _end in quoted]
    for number, match in enumerate(matches):
        before = bisect_right(starts, match.start())
        if not before or quoted[before - 1][1] <= match.start():
            yield number, match


class LookedFor:
    """What is looked for: each of it is one word or several, in small letters, all of which the text must hold."""

    def __init__(self, each: Iterable[tuple[str, ...]]) -> None:
        self.each = tuple(each)
        self._rarest = [(max(words, key=len), words) for words in self.each if words]
        self._signs = Signs(any_of(tuple(word for word, _words in self._rarest), folded=True))

    def present_in(self, texts: RecordTexts) -> tuple[tuple[str, ...], ...]:
        """What of it the file of a record may hold, which has its longest word: the rest is not in any of the texts."""
        telling = texts.telling(self._signs)
        if telling is None:
            return self.each
        held = "\n".join(telling).lower()
        return tuple(words for word, words in self._rarest if word in held) if held else ()


def texts_with(looked_for: LookedFor, texts: RecordTexts) -> Iterator[Prose]:
    """The texts that may hold some of what is looked for."""
    present = looked_for.present_in(texts)
    for text in texts.all if present else ():
        lowered = text.text.lower()
        if any(_holds(lowered, words) for words in present) and not _is_left_alone(texts.record, text):
            yield text


def _holds(lowered: str, words: tuple[str, ...]) -> bool:
    return words[0] in lowered and all(word in lowered for word in words)


def _is_left_alone(record: Record, text: Prose) -> bool:
    return text.field == "notes" or "aliases" in text.route or _is_history(record, text)


def _is_history(record: Record, text: Prose) -> bool:
    """The list of words itself, and the name that an actor had."""
    if record.kind == PROFILE.name:
        return text.route[0] == "terms"
    if record.kind == ORGANISATION.name and text.field == "name" and len(text.route) == 3:
        actor = getattr(record.content, str(text.route[0]))[text.route[1]]
        return getattr(actor, "valid_to", None) is not None or bool(getattr(actor, "successor", ()))
    return False
