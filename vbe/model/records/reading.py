"""What in a record is not the text's own word but the maintainers' reading of it: the field, and why.

A reading is shown wherever the value is shown (“vår läsning”), so that nobody takes it for adopted. Once the
municipality has decided the value, the entry here goes.
"""

from pydantic import Field

from vbe.model.fields import Model, Text

Why = Text | None


class CommitmentReading(Model):
    """Which values of a commitment are a reading, and why."""

    area: Why = Field(default=None, description="Why it stands in this area.")
    text: Why = Field(default=None, description="What in the wording is a reading, and why.")
    responsible: Why = Field(
        default=None, description="Why these are responsible, where the text names nobody or only the municipality."
    )
    deadline: Why = Field(default=None, description="Why this last day, where the text gives none.")
    every_months: Why = Field(default=None, description="Why this often, where the text does not say.")
    when: Why = Field(default=None, description="Why at this event, where the text does not say.")
    basis: Why = Field(default=None, description="Why this body gave the assignment, where the text does not say.")


class IndicatorReading(Model):
    """Which values of an indicator are a reading, and why."""

    definition: Why = Field(default=None, description="What in the definition is a reading, and why.")
    first_year: Why = Field(default=None, description="Why this first year, where no source says it.")
    target: Why = Field(default=None, description="Why this target, where the text gives none.")


class AreaReading(Model):
    """Which values of an area are a reading, and why."""

    lead: Why = Field(default=None, description="Why this actor leads, where the text names none.")
    aims: Why = Field(default=None, description="Why these aims, where the text names none.")


class ObligationReading(Model):
    """Which values of a demand are a reading of the text, and why."""

    demand: Why = Field(default=None, description="What in the demand is a reading, and why.")
    responsible: Why = Field(
        default=None, description="Why these are responsible, where the text names nobody or only the municipality."
    )
    when: Why = Field(default=None, description="Why at this time, where the text does not say.")


class VersionReading(Model):
    """Which values of a decided version are taken from elsewhere than the minutes, and from where."""

    decided_on: Why = Field(default=None, description="Where the day is taken from, when not from the minutes.")
