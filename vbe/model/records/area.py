"""An action area: its purpose, its commitments with their evidence, and its indicators."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from vbe.language import N_
from vbe.model.fields import (
    INTERNAL,
    CommitmentId,
    Date,
    Deadline,
    Example,
    IndicatorRef,
    InvolvedRef,
    Model,
    MonthAndDay,
    Months,
    Notes,
    Number,
    ObligationRef,
    OrganisedRef,
    OrNotStated,
    RefersTo,
    ShortText,
    Slug,
    Text,
    TextForm,
    Year,
)
from vbe.model.kinds import EntryKind, EntryList, Kind
from vbe.model.records.evidence import Evidence
from vbe.model.records.reading import AreaReading, CommitmentReading, IndicatorReading

Aim = Annotated[Slug, RefersTo("aim")]
CLOCKS = ("deadline", "every_months", "when", "yearly_on")
TITLE_LENGTH = 60
MONTHS_OF_A_YEAR = 12
Title = Annotated[str, TextForm(1, TITLE_LENGTH, is_prose=True)]


class Basis(Model):
    """Where an assignment comes from."""

    given_by: OrganisedRef = Field(description="The body that gave the assignment.")
    given_in: ShortText = Field(description="Where it was given, such as the plan and budget of a year.")


class Milestone(Model):
    """Something on the way to what is promised, with the day by which it is to be there."""

    date: Date = Field(description="The last day for it.")
    what: Text = Field(description="What is to be there by then.")
    done_on: Date | None = Field(default=None, description="The day it was done.")


class _Promised(Model):
    """What stands of a commitment before those it is done with."""

    id: CommitmentId = Field(description='Area and number, in quotation marks: "4.5".')
    number: ShortText | None = Field(default=None, description="The plan's own number, where it is another than the id.")
    title: Title | None = Field(default=None, description="A short name for lists, with the verb first; at most 60 characters.")
    text: Text = Field(description="The commitment, in plain Swedish of our own.")
    responsible: Annotated[tuple[InvolvedRef, ...], OrNotStated(is_list=True)] = Field(
        min_length=1,
        description="Who answers for it: our own, or a partner; not_stated where the plan names nobody.",
    )


if TYPE_CHECKING:

    class _Shared(_Promised): ...

else:
    # `with` is the word that plans use, and no name that a field can have in Python's own syntax.
    _Shared = create_model(
        "_Shared",
        __base__=_Promised,
        **{"with": (tuple[InvolvedRef, ...], Field(default=(), description="Whom it is done with: partners, and our own."))},
    )


class Commitment(_Shared):
    """What the municipality has promised to do: who, when, and which demands it carries."""

    priority: Literal[1, 2, 3] | None = Field(default=None, description="1 high, 2 medium, 3 low.")
    starts_on: Date | None = Field(default=None, description="The first day, where it does not begin with the plan.")
    deadline: Deadline | None = Field(
        default=None, description="The last day, or a span by whose last day it is done: 2018-Q4, 2018-HT, 2018."
    )
    then_every_months: Months | None = Field(
        default=None, description="How many months at most between two times, once it has been done by the deadline."
    )
    yearly_on: tuple[MonthAndDay, ...] = Field(
        default=(), description='The days of each year by which it is to be done, in quotation marks: "03-31".'
    )
    every_months: Months | None = Field(default=None, description="How many months at most between two times.")
    when: Annotated[ShortText | None, OrNotStated()] = Field(
        default=None,
        description="The event that calls for it, or a word such as löpande; not_stated where no time is given.",
    )
    milestones: tuple[Milestone, ...] = Field(default=(), description="What is to be there on the way, and by which day.")
    target_group: ShortText | None = Field(default=None, description="Whom it is for, as the plan says.")
    level: Literal["universal", "selective", "indicated"] | None = Field(
        default=None, description="Whether prevention reaches everybody, groups at risk, or those already concerned."
    )
    place: ShortText | None = Field(default=None, description="Where it is done, as the plan says; never somebody's address.")
    aims: Annotated[tuple[Aim, ...], OrNotStated(is_list=True)] = Field(
        default=(), description="The aims it serves, where they differ from the area's."
    )
    cause: Text | None = Field(default=None, description="The problem behind it.")
    operative_goal: Text | None = Field(default=None, description="What should be achieved, so that it can be seen.")
    follow_up: Text | None = Field(default=None, description="How it is followed up, as the plan says.")
    cost: dict[Year, Number] = Field(default={}, description="Year and what it is to cost, in kronor.")
    budget_ref: ShortText | None = Field(default=None, description="The plan and budget that it is part of, with year.")
    basis: Basis | None = Field(default=None, description="For an assignment: who gave it and where.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that it carries.")
    indicators: tuple[IndicatorRef, ...] = Field(default=(), description="The indicators that show how it goes.")
    law_refs: tuple[ShortText, ...] = Field(default=(), description="The laws that bear on it, with paragraph.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="What shows that it was done, with dates.")
    reading: CommitmentReading | None = Field(default=None, description="Which values are our reading of the text, and why.")
    example: bool = Field(default=False, description="True for a sample that was never decided, to be replaced.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")

    @property
    def others(self) -> tuple[str, ...]:
        """Whom it is done with."""
        named: tuple[str, ...] = getattr(self, "with")
        return named

    @property
    def interval(self) -> int | None:
        """How many months there are between two times; None for what is done once, or when something happens."""
        if self.yearly_on:
            return max(1, MONTHS_OF_A_YEAR // len(self.yearly_on))
        return self.every_months or self.then_every_months

    @model_validator(mode="after")
    def _has_at_most_one_clock(self) -> "Commitment":
        given = [clock for clock in CLOCKS if getattr(self, clock) not in (None, ())]
        if len(given) > 1:
            raise PydanticCustomError("one_clock", "at most one of deadline, every_months, when and yearly_on")
        if self.then_every_months is not None and self.deadline is None:
            raise PydanticCustomError("no_first_time", "then_every_months without a deadline")
        return self


class Indicator(Model):
    """A measure of how it goes (mätetal). City level only: never a school, a district or an association."""

    id: Slug = Field(description="The stable id that other files use; never reused.")
    code: ShortText | None = Field(default=None, description="The municipality's own number of the indicator.")
    example: bool = Field(default=False, description="True for a sample that was never decided, to be replaced.")
    title: ShortText = Field(description="The name of the indicator.")
    definition: Annotated[Text | None, OrNotStated()] = Field(
        default=None, description="What is counted, of what, and when; not_stated where the plan does not say."
    )
    unit: Literal["number", "percent", "yes_no", "per_100000", "kronor", "index"] = Field(
        description="What the value is counted in."
    )
    by_sex: bool = Field(default=False, description="True when the plan says that the value is told for women and men apart.")
    direction: Literal["increase", "decrease", "watch"] = Field(description="The wanted direction: increase, decrease or watch.")
    counts: Literal["persons", "cases", "other"] = Field(
        default="other", description="What the number counts; persons and cases are guarded against small numbers."
    )
    level: Literal["city"] = Field(default="city", description="Always city: never a school, a district or an association.")
    source: Annotated[ShortText | None, OrNotStated()] = Field(
        default=None, description="Where the value comes from; not_stated where the plan does not say."
    )
    owner: InvolvedRef | None = Field(default=None, description="Who reports the value.")
    every_months: Months = Field(description="How many months at most between two values.")
    first_year: Year | None = Field(default=None, description="The first year of the series, for those that skip years.")
    baseline: Number | None = Field(default=None, description="The value at the start.")
    baseline_year: Year | None = Field(default=None, description="The year of the value at the start.")
    target: dict[Year, Number | bool] = Field(default={}, description="Year and value that should be reached.")
    computed: bool = Field(default=False, description="True when vbe computes the value and nobody reports it.")
    guard: Annotated[Text | None, INTERNAL] = Field(
        default=None, description="What must not be published, and why: small numbers, parts of the city."
    )
    reading: IndicatorReading | None = Field(default=None, description="Which values are our reading of the text, and why.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Area(Example):
    """One action area. Its number is the file name's."""

    title: ShortText = Field(description="The name of the area.")
    purpose: Annotated[Text, OrNotStated()] = Field(
        description="What the area is for, in one or two sentences; not_stated where the plan does not say."
    )
    aims: Annotated[tuple[Aim, ...], OrNotStated(is_list=True)] = Field(
        min_length=1, description="The aims that the area serves, from the profile; not_stated where the plan names none."
    )
    lead: Annotated[InvolvedRef, OrNotStated()] = Field(
        description="Who leads the work in the area; not_stated where the plan names nobody."
    )
    reading: AreaReading | None = Field(default=None, description="Which values are our reading of the text, and why.")
    commitments: tuple[Commitment, ...] = Field(default=(), description="What the municipality has promised in the area.")
    indicators: tuple[Indicator, ...] = Field(default=(), description="How it is seen how it goes.")


COMMITMENT = EntryKind(
    name="commitment",
    model=Commitment,
    label=N_("commitment"),
    phrase=N_("Commitment {id}, {title} ({owner})"),
    link=N_("commitment {id} {title} ({owner})"),
    titles=("title", "text"),
    is_numbered=True,
    owners=lambda _record, commitment: commitment.responsible,
    likeness=0.75,
    is_placed=True,
)
INDICATOR = EntryKind(
    name="indicator",
    model=Indicator,
    label=N_("indicator"),
    phrase=N_("The indicator {title}"),
    link=N_("indicator {title}"),
    titles=("title",),
    owners=lambda record, indicator: (indicator.owner or record.content.lead,),
    is_placed=True,
)
AREA = Kind(
    name="area",
    model=Area,
    label=N_("action area"),
    phrase=N_("Action area {id}, {title}"),
    link=N_("action area {id} {title}"),
    titles=("title",),
    is_numbered=True,
    owners=lambda _record, area: (area.lead,),
    likeness=0.6,
    entries=(EntryList("commitments", COMMITMENT), EntryList("indicators", INDICATOR)),
    carries_demands=True,
    holds_clocks=True,
)
