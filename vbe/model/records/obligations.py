"""What the strategy's text demands, one entry each, with the place in the text."""

from typing import Literal

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import ActorRef, Example, Model, Notes, ObligationId, ObligationRef, ShortText, Text
from vbe.model.kinds import EntryKind, EntryList, Kind
from vbe.model.records.reading import ObligationReading

ObligationKind = Literal["must", "responsible", "assignment", "prohibition", "should_not", "arrangement", "may", "external"]
AnsweredBy = Literal["commitment", "routine", "guidance", "organisation", "strategy", "rule", "command", "boundary"]


class Obligation(Model):
    """One demand of the text, in our own words, and what in the repository answers for it."""

    id: ObligationId = Field(description="The stable id; never reused.")
    example: bool = Field(default=False, description="True for a sample that was never decided, to be replaced.")
    section: ShortText = Field(description="The section of the text.")
    area: int | None = Field(default=None, ge=1, le=99, description="The number of the action area, where there is one.")
    responsible: tuple[ActorRef, ...] = Field(min_length=1, description="Who the text gives the demand to.")
    kind: ObligationKind = Field(description="How binding the demand is.")
    demand: Text = Field(description="What the text demands, in plain Swedish of our own.")
    when: ShortText | None = Field(default=None, description="When or at what event, as the text says.")
    recipient: tuple[ActorRef, ...] = Field(default=(), description="Who it is for, or who receives it.")
    answered_by: AnsweredBy = Field(description="What in the repository answers for the demand.")
    answer: tuple[ShortText, ...] = Field(
        default=(), description="For rule: codes. For command: the command. For strategy and organisation: the field."
    )
    same_as: tuple[ObligationRef, ...] = Field(default=(), description="The same demand elsewhere in the text; count it once.")
    law_refs: tuple[ShortText, ...] = Field(default=(), description="The laws that bear on the demand, with paragraph.")
    reading: ObligationReading | None = Field(default=None, description="Which values are our reading of the text, and why.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Obligations(Example):
    """The whole list. What the text demands does not change with the organisation; what answers for it does."""

    source: ShortText = Field(description="The case number of the text, in quotation marks.")
    obligations: tuple[Obligation, ...] = Field(description="The demands, in the order of the text.")


OBLIGATION = EntryKind(
    name="obligation",
    model=Obligation,
    label=N_("obligation"),
    phrase=N_("Demand {id}, {title}"),
    link=N_("demand {id} {title}"),
    titles=("demand",),
    is_numbered=True,
    owners=lambda _record, obligation: obligation.responsible,
    likeness=0.85,
)
OBLIGATIONS = Kind(
    name="obligations",
    model=Obligations,
    label=N_("list of demands"),
    phrase=N_("The list of demands"),
    link=N_("the list of demands"),
    entries=(EntryList("obligations", OBLIGATION),),
    is_required=True,
    tells_past=True,
)
