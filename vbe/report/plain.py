"""Report → plain dictionaries, lists and strings: what templates loop over and what the JSON form holds."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

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
    from collections.abc import Mapping

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
PARTS = (Bar, Cell, Column, Fact, Lane, Mark, Provenance, Report, Section, Target)


@cache
def _names(shape: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(shape))


def plain(part: Any) -> Any:
    """A report, or any part of one, as dictionaries, lists, strings, numbers, booleans and None."""
    if isinstance(part, tuple):
        return [plain(inner) for inner in part]
    shape: Any = type(part)
    if shape in TYPES:
        return {"type": TYPES[shape]} | {name: plain(getattr(part, name)) for name in _names(shape)}
    if shape in PARTS:
        return {name: plain(getattr(part, name)) for name in _names(shape)}
    return part
