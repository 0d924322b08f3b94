"""What the profile says of the site: its address, its look, the situations of its front page, and how accessible it is."""

from typing import Annotated, Literal

from pydantic import Field

from vbe.model.fields import Date, Model, RoutineRef, ShortText, Text

Address = Annotated[str, Field(pattern=r"^https://[^\s\"<>]+$", max_length=300)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class Situation(Model):
    """A reason to open the site in a hurry, and the routine that answers it."""

    text: ShortText = Field(description="What has happened, as the reader would say it.")
    routine: RoutineRef = Field(description="The routine that says what to do.")


class Accessibility(Model):
    """The facts of the accessibility statement that the law demands of a public body."""

    compliance: Literal["full", "partial", "none"] = Field(description="full, partial or none, as last assessed.")
    assessed_on: Date = Field(description="The day of the latest assessment.")
    method: Text = Field(description="How it was assessed, and by which function.")
    limitations: tuple[Text, ...] = Field(default=(), description="What is not accessible, and why.")
    contact: ShortText = Field(description="The number or mailbox of the function that answers questions.")


class SiteProfile(Model):
    """How the site is called, where it lies and what it looks like."""

    name: ShortText | None = Field(default=None, description="The name of the site; else the municipality's.")
    address: Address | None = Field(default=None, description="Where the site is published, beginning with https://.")
    edition: Literal["public", "staff"] = Field(
        default="public", description="Which edition lies at the address: public, or staff on an intranet."
    )
    edit_address: Address | None = Field(
        default=None, description="Where a change of a file is proposed; {file} stands for the file."
    )
    colour: Colour | None = Field(default=None, description="The colour of the head, such as #143d59.")
    logo: Literal["logo.svg", "logo.png"] | None = Field(default=None, description="The logo's file in templates/site/.")
    situations: tuple[Situation, ...] = Field(default=(), description="The situations of the front page, the gravest first.")
    accessibility: Accessibility | None = Field(default=None, description="The facts of the accessibility statement.")
