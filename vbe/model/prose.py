"""The prose of a record: every text that was written for people to read, found from the annotations of its model.

Ids, references, enumerations and dates are no prose; neither are keys and comments.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vbe.model.search import Search

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.language.lexicon import Length, Lexicon, Signs
    from vbe.model.fields import Model
    from vbe.model.introspection import Shape
    from vbe.model.records import Record
    from vbe.model.search import Collector

NO_PROSE = frozenset({"case_number", "code", "contact", "handle", "version", "harmonised_with", "case_number_pattern", "answer"})
"""Fields of text that hold numbers, codes and addresses."""
NO_SENTENCES = frozenset({"law_refs", "source", "budget_ref", "given_in"})
"""Fields of text that cite, and are no sentences of ours."""


class Prose(NamedTuple):
    """A text of a record: where it stands, in which field, and whether no public output shows it."""

    route: Route
    text: str
    internal: bool

    @property
    def field(self) -> str:
        """The name of the field, also for a text in a list."""
        for part in reversed(self.route):
            if isinstance(part, str):
                return part
        return ""


def _is_prose(shape: Shape) -> bool | None:
    """A text that is no id, no reference and nothing else that has a form of its own."""
    return True if str in shape.plain and shape.refers is None and not shape.is_patterned else None


def _take_up(chosen: bool, *, on_key: bool, internal: bool) -> Collector:  # noqa: FBT001 - always true
    del chosen, on_key  # every text is one, and keys are not looked at

    def collect(value: str, route: Route, _holder: None, found: list[Prose]) -> None:
        found.append(Prose(route, value, internal))

    return collect


_FIND: Search[bool, None, Prose] = Search(_is_prose, _take_up, without=NO_PROSE)


def prose(content: Model) -> list[Prose]:
    """Every text of a record's content, in the order of its fields."""
    return _FIND(content, None)


class RecordTexts:
    """The texts of one record, found when they are first asked for."""

    def __init__(self, record: Record, lexicon: Lexicon) -> None:
        self.record = record
        self._lexicon = lexicon
        """The words of this record and of those before it."""

    @cached_property
    def all(self) -> list[Prose]:
        """Every text, in the order of the fields."""
        return prose(self.record.content)

    @cached_property
    def shown(self) -> list[Prose]:
        """Those that somebody outside may read as sentences: neither internal nor a citation."""
        return [text for text in self.all if not text.internal and text.field not in NO_SENTENCES]

    def length(self, text: str) -> Length:
        """How long one or several of the texts are."""
        return self._lexicon.length(text)

    @cached_property
    def _words(self) -> set[str]:
        """The words of the whole file, keys and comments included."""
        return self._lexicon.read(self.record.document.text)

    def telling(self, signs: Signs) -> set[str] | None:
        """The words of the file that are signs of something; None where an escape may hide any word."""
        return None if self.has_escapes else signs.among(self._words, self._lexicon)

    def may_hold(self, signs: Signs) -> bool:
        """Whether the file has a sign of something."""
        return self.telling(signs) != set()

    @cached_property
    def has_escapes(self) -> bool:
        """Whether letters of the file may be written as something else."""
        return "\\" in self.record.document.text
