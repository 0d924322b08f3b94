"""Report → plain dictionaries, lists and strings: what templates loop over and what the JSON form holds."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, overload

from vbe.domain.colours import Mark
from vbe.report.model import (
    Bar,
    Callout,
    Cell,
    Chart,
    Column,
    Fact,
    Facts,
    Group,
    Lane,
    Listing,
    Paragraph,
    Provenance,
    Report,
    Section,
    Table,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vbe.report.model import Block

    SectionOrBlock = Section | Block

TYPES: Mapping[type, str] = {
    Paragraph: "paragraph",
    Facts: "facts",
    Table: "table",
    Chart: "chart",
    Listing: "list",
    Callout: "callout",
    Group: "group",
}
"""The blocks, and the word that each carries in the key `type`."""
SHAPES: tuple[type, ...] = (Bar, Cell, Column, Fact, Lane, Mark, Provenance, Report, Section, Target)


FIELDS: Mapping[type, tuple[str, ...]] = {shape: tuple(field.name for field in fields(shape)) for shape in (*TYPES, *SHAPES)}


@overload
def plain(part: Report | SectionOrBlock | Mark) -> dict[str, object]: ...
@overload
def plain(part: object) -> object: ...
def plain(part: object) -> object:
    """A report, or any part of one, as dictionaries, lists, strings, numbers, booleans and None."""
    if isinstance(part, tuple):
        return [plain(inner) for inner in part]
    shape = type(part)
    if shape not in FIELDS:
        return part
    fields = {name: plain(getattr(part, name)) for name in FIELDS[shape]}
    return {"type": TYPES[shape]} | fields if shape in TYPES else fields


def plain_with(part: SectionOrBlock, add: Callable[[SectionOrBlock], dict[str, object]]) -> dict[str, object]:
    """A section or block as plain data, in which it and every block within have what `add` gives besides."""
    if not isinstance(part, Section | Group):
        return plain(part) | add(part)
    return plain(replace(part, blocks=())) | add(part) | {"blocks": [plain_with(block, add) for block in part.blocks]}
