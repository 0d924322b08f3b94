"""The year's own words: what the official who writes the report adds to it, marked as the author's wherever it stands."""

from typing import Annotated

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import Example, OrganisedRef, RoleRef, ShortText, Slug, Text
from vbe.model.kinds import Kind

AreaNumber = Annotated[str, Field(pattern=r"^\d\d$")]


class Commentary(Example):
    """The author's own words in a year's report: nothing computed is changed by them."""

    author: RoleRef | None = Field(default=None, description="The role that writes the report; never a person.")
    summary: Text | None = Field(default=None, description="The author's summary, first on page one.")
    sections: dict[Slug, Text] = Field(default={}, description="A comment for each section of the report, by the section's id.")
    areas: dict[AreaNumber, Text] = Field(default={}, description='A comment for each action area, by its number: "04".')
    economy: Text | None = Field(default=None, description="The economic consequences, for the official letter.")
    children: Text | None = Field(default=None, description="What it means for children, for the official letter.")
    attachments: tuple[ShortText, ...] = Field(
        default=(), description="The attachments of the official letter, besides the report."
    )
    sent_to: tuple[OrganisedRef, ...] = Field(default=(), description="Whom the decision is sent to, besides the receivers.")


COMMENTARY = Kind(
    name="commentary",
    model=Commentary,
    label=N_("the author’s own words"),
    phrase=N_("The author’s own words in the report on {id}"),
    link=N_("the author’s own words in the report on {year}"),
    tells_past=True,
    is_withheld=True,
)
