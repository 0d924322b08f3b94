"""Words that are misspelt or out of date, as the profile lists them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vbe.documents import line_starts
from vbe.language import _
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule
from vbe.rules.wording.texts import LookedFor, texts_with, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Location, Route
    from vbe.documents import Document
    from vbe.model.profile import Term


@text_rule("VBE801", Severity.WARNING)
def outdated_term(corpus: Corpus) -> ReadOne:
    """A word is misspelt, out of date, or not the one that the municipality uses.

    The profile lists words under `terms`, each with the one to use: misspellings in the adopted text, former names of
    authorities, words that the city has replaced. Whole words are looked for, in capitals or not. Ids, notes, aliases, the
    names of actors that have ended, comments and what stands in quotation marks are left alone.

    Bad (where the profile lists `hemsida`):

        text: Information finns på stadens hemsida.

    Good:

        text: Information finns på stadens webbplats.
    """
    terms = {_folded(term.find): term for term in corpus.profile.terms}
    looked_for = LookedFor(tuple(find.lower().split()) for find in terms)

    def read(texts: RecordTexts) -> Findings:
        for text in texts_with(looked_for, texts):
            pattern = _any_of(tuple(terms))
            written = _written(texts.record.document, text.route, pattern)
            for number, match in unquoted(pattern, text.text):
                term = terms.get(_folded(match[0]))
                if term is None:
                    continue
                message = _("“{find}” is not the word to use.").format(find=match[0])
                where = _exactly(texts.record.document, written, number, match[0])
                yield Finding(texts.record.file, message, _replacement(term), text.route, location=where)

    return read


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _replacement(term: Term) -> str:
    words = _("Write “{use}”.").format(use=term.use)
    return f"{words} {term.why}" if term.why else words


@cache
def _any_of(finds: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, the longest first; a line may end between the words of one."""
    escaped = [r"\s+".join(re.escape(word) for word in find.split()) for find in sorted(finds, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", re.IGNORECASE)


class _Written:
    """The matches in a document after the start of a value, found as they are asked for: the first, the second …"""

    def __init__(self, matches: Iterator[re.Match[str]]) -> None:
        self._rest = matches
        self._found: list[re.Match[str]] = []

    def __getitem__(self, number: int) -> re.Match[str] | None:
        while len(self._found) <= number and (match := next(self._rest, None)) is not None:
            self._found.append(match)
        return self._found[number] if number < len(self._found) else None


def _written(document: Document, route: Route, pattern: re.Pattern[str]) -> _Written:
    start = document.locate(route)
    offset = line_starts(document.text)[start.line - 1] + start.column - 1
    return _Written(pattern.finditer(document.text, offset))


def _exactly(document: Document, written: _Written, number: int, found: str) -> Location | None:
    """The span of a match in the text as written: the match with the same number after the start of the value."""
    match = written[number]
    if match is None or _folded(match[0]) != _folded(found) or "\n" in match[0]:
        return None
    return document.at(match.start(), match.end())
