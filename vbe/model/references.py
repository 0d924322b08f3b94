"""Which records a record names: found from the `RefersTo` annotations of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.fields import NOT_STATED
from vbe.model.search import Search

if TYPE_CHECKING:
    from vbe.model.fields import Model, RefersTo
    from vbe.model.search import Site

_FIND: Search[RefersTo] = Search(lambda shape: shape.refers, on_keys=True)


def find_references(content: Model) -> list[Site[RefersTo]]:
    """Every place in a record's content where an id names another record."""
    return [site for site in _FIND(content) if site.value != NOT_STATED]
