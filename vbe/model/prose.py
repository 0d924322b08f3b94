"""The prose of a record: every text that was written for people to read, found from the annotations of its model.

Ids, references, enumerations and dates are no prose; neither are keys and comments.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from vbe.model.fields import Model
from vbe.model.introspection import Shape, fields_of
from vbe.model.search import Search

if TYPE_CHECKING:
    from vbe.diagnostics import Route

NO_PROSE = frozenset({"case_number", "code", "contact", "handle", "version", "harmonised_with", "case_number_pattern", "answer"})
"""Fields of text that hold numbers, codes and addresses."""


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


_FIND = Search(_is_prose, without=NO_PROSE)


def prose(content: Model) -> list[Prose]:
    """Every text of a record's content, in the order of its fields."""
    return [Prose(site.route, site.value, site.internal) for site in _FIND(content)]


def shown_texts(content: Model, without: frozenset[str]) -> list[str]:
    """Every text that is not internal, in no order, without those of some fields. Cheaper where nobody asks where they stand."""
    found: list[str] = []
    waiting: list[Any] = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Model):
            fields = value.__dict__
            waiting.extend(fields[name] for name in _shown(type(value), without))
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, tuple):
            waiting.extend(value)
    return found


@cache
def _shown(model: type[Model], without: frozenset[str]) -> tuple[str, ...]:
    """The fields that hold such texts, or parts that do."""
    return tuple(
        name
        for name, form in fields_of(model).items()
        if name not in NO_PROSE | without and not form.is_internal and _FIND.reaches(form.shape)
    )
