"""What a preset says: the kind of plan it begins, its areas, and what such a plan has. A preset is a file of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    YamlField = str | int | float | Mapping[str, "YamlField"] | None
    """A field of a file that is begun: a scalar, or fields below it."""


class IndicatorShape(TypedDict):
    """The sample of an indicator."""

    id: str
    title: str
    definition: str


class AreaShape(TypedDict, total=False):
    """An area of a preset: its title, and the samples that a beginning with samples shows in it."""

    title: str
    purpose: str
    aims: tuple[str, ...]
    """Ids of aims."""
    demand: str
    commitment: str
    measure: str
    """The sample of a measure in a plan that is nothing but its plan."""
    cause: str
    responsible: str
    """Who answers: `alla`, `grupp`, `ledning` or `forvaltning`."""
    priority: int
    every_months: int
    indicator: IndicatorShape


Shape = TypedDict(
    "Shape",
    {
        "title": str,
        "description": str,
        "document_type": str,
        "areas": "tuple[AreaShape, ...]",
        "order": "NotRequired[int]",
        "aims": "NotRequired[dict[str, str]]",
        "areas_are_aims": "NotRequired[bool]",
        "asks": "NotRequired[tuple[str, ...]]",
        "boards": "NotRequired[tuple[str, ...]]",
        "examples": "NotRequired[str]",
        "law_refs": "NotRequired[tuple[str, ...]]",
        "of_a_board": "NotRequired[bool]",
        "partners": "NotRequired[tuple[dict[str, str], ...]]",
        "required_by_law": "NotRequired[bool]",
        "requires": "NotRequired[dict[str, str]]",
        "situation_picture": "NotRequired[int]",
        "types": "NotRequired[Mapping[str, YamlField]]",
        "with": "NotRequired[tuple[str, ...]]",
        "without": "NotRequired[tuple[str, ...]]",
    },
)
"""A preset. `asks`: the questions that only this kind of plan has; `without`: what such a plan usually lacks."""
