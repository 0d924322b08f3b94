"""The texts that are read for their words, and what in them is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.rules.prose import Prose, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.corpus import Corpus
    from vbe.records import Record

_QUOTED = re.compile(r"[“”\"»«][^“”\"»«\n]*[“”\"«»]")


class Place(NamedTuple):
    """A text and its record."""

    record: Record
    text: Prose


def unquoted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The matches that do not stand in quotation marks, each with its number among all."""
    matches = list(pattern.finditer(text))
    quoted = [match.span() for match in _QUOTED.finditer(text)] if matches else []
    for number, match in enumerate(matches):
        if not any(start <= match.start() < end for start, end in quoted):
            yield number, match


def texts_with(signs: set[str], corpus: Corpus) -> Iterator[Place]:
    """The prose of the records whose files hold one of these signs, in lower case."""
    for record in corpus.records:
        lowered = record.document.text.lower()
        if not any(sign in lowered for sign in signs) and "\\" not in lowered:
            continue
        for text in prose(record.content):
            if text.field not in ("notes", "aliases") and "aliases" not in text.route and not _is_history(record, text):
                yield Place(record, text)


def _is_history(record: Record, text: Prose) -> bool:
    """The list of words itself, and the name that an actor had."""
    if record.kind == "profile":
        return text.route[0] == "terms"
    if record.kind == "organisation" and text.field == "name" and len(text.route) == 3:
        actor = getattr(record.content, str(text.route[0]))[text.route[1]]
        return getattr(actor, "valid_to", None) is not None or bool(getattr(actor, "successor", ()))
    return False
