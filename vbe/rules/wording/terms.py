"""Words that are misspelt or out of date, as the profile lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.diagnostics import Finding, Severity
from vbe.language import _
from vbe.rules import text_rule
from vbe.rules.wording.texts import texts_with, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.diagnostics import Location, Route
    from vbe.documents import Document
    from vbe.model.corpus import Corpus
    from vbe.model.profile import Term
    from vbe.model.prose import RecordTexts


@text_rule("VBE801", Severity.WARNING)
def outdated_term(corpus: Corpus) -> Callable[[RecordTexts], Iterator[Finding]]:
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
    signs = tuple(tuple(find.lower().split()) for find in terms)
    pattern = _any_of(list(terms))

    def read(texts: RecordTexts) -> Iterator[Finding]:
        for text in texts_with(signs, texts):
            for number, match in unquoted(pattern, text.text):
                term = terms.get(_folded(match[0]))
                if term is None:
                    continue
                message = _("“{find}” is not the word to use.").format(find=match[0])
                where = _exactly(texts.record.document, text.route, pattern, number, match[0])
                yield Finding(texts.record.file, message, _replacement(term), text.route, location=where)

    return read


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _replacement(term: Term) -> str:
    words = _("Write “{use}”.").format(use=term.use)
    return f"{words} {term.why}" if term.why else words


def _any_of(finds: list[str]) -> re.Pattern[str]:
    """One pattern for all words, the longest first; a line may end between the words of one."""
    escaped = [r"\s+".join(re.escape(word) for word in find.split()) for find in sorted(finds, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)", re.IGNORECASE)


def _exactly(document: Document, route: Route, pattern: re.Pattern[str], number: int, found: str) -> Location | None:
    """The span of a match in the text as written: the match with the same number after the start of the value."""
    start = document.locate(route)
    offset = sum(len(line) + 1 for line in document.text.split("\n")[: start.line - 1]) + start.column - 1
    for count, match in enumerate(pattern.finditer(document.text, offset)):
        if count == number:
            same = _folded(match[0]) == _folded(found) and "\n" not in match[0]
            return document.at(match.start(), match.end()) if same else None
    return None
