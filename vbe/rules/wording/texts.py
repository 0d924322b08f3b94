"""The texts that are read for their words, and what in them is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from vbe.language.patterns import later
from vbe.model.profile import PROFILE
from vbe.model.records.organisation import ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def texts_with(signs: tuple[tuple[str, ...], ...], texts: RecordTexts) -> Iterator[Prose]:
    """The texts that may hold what is looked for: those with all words of one of the signs, in small letters.

    Looking for a dozen words one by one is far cheaper than one pattern with a dozen alternatives, and building the list
    of a record's texts costs more than either.
    """
    # What the whole file does not hold need not be looked for in each of its texts.
    present = signs if "\\" in texts.lowered else tuple(words for words in signs if _holds(texts.lowered, words))
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
