"""A catalogue of Swedish prose in another language: whole texts, and texts with values in them, told on their way out.

A report is composed in Swedish, sentence by sentence, and what it is composed of stands in the catalogue with a name for each
value (`Av {total} är {which}.`). `Phrases.translate` finds the message that a text was made from and gives it with the same
values, each translated in its turn. A text that is none of ours, such as what a municipality has written, stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vbe.language.own_words import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

VALUE = re.compile(r"\{(\w+)\}")
SENTENCE = re.compile(f"(?:(?<=[.!?])|\\A) (?=[A-ZÅÄÖ”\\d{SIGNS}])")
"""Where one sentence ends and another begins; a text of the municipality's own begins one too."""
BESIDE = re.compile(r"\{(\w+)\}(?=\{(\w+)\})")
BINDERS = re.compile(r"(; |: |, | and | \()")
"""What binds the parts of a sentence; tried where nothing else is known."""
LONGEST = 4000
"""Letters of a text that is looked at; no text of a record is longer."""
MAX_SENTENCES = 40
"""Sentences of a text that are looked at together."""


class _Phrase(NamedTuple):
    """A message with values: what stands between them, their names, and how it is told."""

    fixed: tuple[str, ...]
    names: tuple[str, ...]
    text: str

    @property
    def is_telling(self) -> bool:
        """Whether a text can be known by it: it has words of its own, and more than a blank after a value that it begins with."""
        begins = len(self.names) < 2 or self.fixed[0] or self.fixed[1].strip()
        return bool(begins) and any(map(str.isalpha, "".join(self.fixed)))

    def values(self, text: str) -> dict[str, str] | None:
        """The values that the text was made with; None where it was not made from this message."""
        first, *between = self.fixed
        last = between.pop()
        if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
            return None
        at, end = len(first), len(text) - len(last)
        found = []
        for part in between:
            place = text.find(part, at, end)
            if place < 0:
                return None
            found.append(text[at:place])
            at = place + len(part)
        if at > end:
            return None
        found.append(text[at:end])
        # A value is never more than a part of one sentence, and holds no full stop that ends one.
        too_much = any(map(SENTENCE.search, found)) or found[-1].endswith(".")
        # Nor does what stands between quotation marks hold any.
        too_much = too_much or any(at.endswith("”") and "”" in value for at, value in zip(self.fixed, found, strict=False))
        return None if too_much else dict(zip(self.names, found, strict=True))


class Phrases:
    """Swedish → another language, by a catalogue of messages."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self._whole = {swedish: other for swedish, other in catalogue.items() if other and not VALUE.search(swedish)}
        phrases = [_phrase(swedish, other) for swedish, other in catalogue.items() if other and VALUE.search(swedish)]
        phrases = [phrase for phrase in phrases if phrase.is_telling]
        # The more of a text is fixed, the surer it is that it was made from just this message.
        self._phrases = sorted(phrases, key=lambda phrase: (-sum(map(len, phrase.fixed)), phrase.fixed))
        self._messages = {swedish: other for swedish, other in catalogue.items() if other}
        self._known: dict[str, str] = {}

    def message(self, swedish: str) -> str:
        """A message itself, with its values unfilled."""
        return self._messages.get(swedish, swedish)

    def translate(self, text: str) -> str:
        """The text in the other language; what is none of ours stays."""
        if text not in self._known:
            self._known[text] = self._sentences(text) if len(text) <= LONGEST and any(map(str.isalpha, text)) else text
        return self._known[text]

    def _sentences(self, text: str) -> str:
        """As many sentences together as one message holds, then the next."""
        parts = SENTENCE.split(text)
        if len(parts) > MAX_SENTENCES:
            return text
        sentences, at = [], 0
        while at < len(parts):
            found, step = None, 1
            for end in range(len(parts), at, -1):
                found, step = self._one(" ".join(parts[at:end])), end - at
                if found is not None:
                    break
            sentences.append(self._pieces(parts[at]) if found is None else found)
            at += step
        return " ".join(sentences)

    def _one(self, text: str) -> str | None:
        """A text that is one message, with or without its capital and its full stop; None where it is none."""
        for given, mend in _ways(text):
            if given in self._whole:
                return mend(self._whole[given])
            for phrase in self._phrases:
                if (values := phrase.values(given)) is not None:
                    return mend(phrase.text.format(**{name: self.translate(value) for name, value in values.items()}))
        return None

    def _pieces(self, text: str) -> str:
        """The parts of a sentence one by one, where it is bound together of several."""
        parts = BINDERS.split(text)
        if len(parts) == 1:
            return text
        return "".join(part if at % 2 else self._piece(part) for at, part in enumerate(parts))

    def _piece(self, text: str) -> str:
        closed = text.removesuffix(")")
        found = self._one(closed)
        return text if found is None else found + text[len(closed) :]


def _ways(text: str) -> Iterator[tuple[str, Callable[[str], str]]]:
    """The text as it is, and as it was before somebody gave it a capital or a full stop, with what gives it back."""
    yield text, str
    lowered = text[:1].lower() + text[1:]
    if lowered != text:
        yield lowered, _capital
    if text.endswith("."):
        yield text[:-1], _stopped


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stopped(text: str) -> str:
    return f"{text}."


def _phrase(swedish: str, other: str) -> _Phrase:
    """A message; values that nothing divides are one."""
    while beside := BESIDE.search(swedish):
        first, second = beside.groups()
        swedish, other = swedish.replace(f"{{{first}}}{{{second}}}", f"{{{first}}}"), other.replace(f"{{{second}}}", "")
    return _Phrase(tuple(VALUE.split(swedish)[::2]), tuple(VALUE.findall(swedish)), other)
