"""The profile's types of governing document: who decides one, for how long, and what it must say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from vbe.model.fields import Model, OrganisedRef, ShortText

Requirement = Literal[
    "time",
    "priority",
    "cause",
    "budget",
    "indicators",
    "measures",
    "aims",
    "all_boards",
    "departments",
    "owner",
    "decision",
    "versions",
    "follow_up",
    "revision",
    "applies_to",
    "extremism",
    "picture_partners",
    "training_basis",
    "consequences",
]
"""What a municipality may have decided that a document of a type says. Nothing of it is asked where nobody has."""


class DocumentType(Model):
    """A type of governing document: who decides it, and for how long."""

    name: ShortText = Field(description="The name of the type.")
    definite: ShortText | None = Field(
        default=None, description="The name in running text, in the definite form: strategin; else dokumentet."
    )
    decided_by: tuple[OrganisedRef, ...] = Field(default=(), description="The bodies that may decide it; none for a manager's.")
    approved_by_manager: bool = Field(default=False, description="True when a manager approves it and no political body.")
    validity: Literal["bounded", "until_further_notice", "either"] = Field(
        default="either", description="bounded, until_further_notice or either."
    )
    max_years: int | None = Field(default=None, ge=1, le=50, description="The longest validity that is not remarked on.")
    carries_commitments: bool = Field(default=True, description="False for a type that should not hold measures and deadlines.")
    requires: dict[Requirement, ShortText] = Field(
        default={},
        description="What such a document says by the municipality's own decision, and where that is decided; else not asked.",
    )
