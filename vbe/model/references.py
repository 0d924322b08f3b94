"""Which records a record names: found from the `Refers` annotations of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.model.search import Search

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.model.fields import Model, Refers


class Naming(NamedTuple):
    """One place where a record names another: the route, what is meant, and the id that stands there."""

    route: Route
    refers: Refers
    id: str
    on_key: bool


_FIND: Search[Refers] = Search(lambda shape: shape.refers, on_keys=True)


def namings(content: Model) -> list[Naming]:
    """Every place in a record's content that names something."""
    return [Naming(site.route, site.chosen, site.value, site.on_key) for site in _FIND(content)]
