"""The strategy's own cover: what the fact box of a governing document says."""

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import (
    ActorRef,
    BoardRef,
    CaseNumber,
    Date,
    Decision,
    Definition,
    InvolvedRef,
    Model,
    ObligationRef,
    OrganisedRef,
    ShortText,
    Slug,
    Text,
    Year,
)
from vbe.model.kinds import Kind
from vbe.model.records.reading import VersionReading
from vbe.model.records.review import KeepsReviews


class BodyDecided(Decision):
    """A decision on a version by one of several bodies that decide together, each in its own register."""

    body: InvolvedRef = Field(description="The body that decided, our own or another municipality's.")


class Version(Model):
    """One decided version of the strategy."""

    version: ShortText = Field(description='The version\'s number, in quotation marks: "1.0".')
    decided_on: Date = Field(description="The day the version was decided.")
    decided_by: BoardRef | None = Field(default=None, description="The body that decided the version.")
    case_number: CaseNumber | None = Field(
        default=None, description="The version's own case number, where it is another than the document's; in quotation marks."
    )
    paragraph: int | None = Field(default=None, ge=1, description="The paragraph (§) of the minutes.")
    decisions: tuple[BodyDecided, ...] = Field(
        default=(), description="The decisions of a joint plan: one for each body, with its case number, paragraph and day."
    )
    note: Text | None = Field(default=None, description="What the version changed.")
    reading: VersionReading | None = Field(
        default=None, description="Which values are not taken from the minutes, and from where."
    )


class Preparation(Model):
    """A step on the way to the decision, such as a referral."""

    date: Date | None = Field(default=None, description="The day of the step.")
    by: InvolvedRef = Field(description="The body that took the step.")
    what: Text = Field(description="What was done.")
    to: tuple[InvolvedRef, ...] = Field(default=(), description="Whom it was sent to.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the step answers.")


class Goal(Model):
    """A stance of the strategy that no single commitment carries."""

    text: Text = Field(description="The goal, in plain Swedish of our own.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the goal answers.")


class FollowUpDuty(Model):
    """Who follows up the strategy, how often, and who gets the result."""

    by: OrganisedRef = Field(description="The body that follows up.")
    every_months: int = Field(ge=1, le=60, description="How many months between two follow-ups.")
    to: tuple[ActorRef, ...] = Field(default=(), description="Who the follow-up is reported to.")


class Strategy(KeepsReviews):
    """The fact box. What is empty on the adopted cover stays empty here; a waiver says so."""

    title: ShortText = Field(description="The title of the strategy, as decided.")
    title_year: Year | None = Field(default=None, description="The year in the title, where it differs from the validity.")
    document_type: Slug = Field(description="The type of governing document, one of the profile's.")
    case_number: CaseNumber | None = Field(default=None, description="The case number in the register, in quotation marks.")
    valid_from: Date | None = Field(default=None, description="The first day the strategy is valid.")
    valid_to: Date | None = Field(default=None, description="The last day the strategy is valid.")
    until_further_notice: bool = Field(
        default=False, description="True when it is valid until the body that decided it decides otherwise."
    )
    decided_by: BoardRef | None = Field(default=None, description="The body that decides the strategy.")
    required_by_law: bool = Field(default=False, description="True when a law demands the strategy.")
    law_refs: tuple[ShortText, ...] = Field(default=(), description="The laws that bear on the strategy, with paragraph.")
    owner_role: InvolvedRef | None = Field(
        default=None,
        description="Who answers for the document: a role, unit, department, board or joint body; never a person.",
    )
    political_owner: BoardRef | None = Field(
        default=None, description="The political body that answers for the document, beside those who carry it out."
    )
    revised_on: Date | None = Field(default=None, description="The day of the latest revision.")
    review_interval_months: int | None = Field(
        default=None, ge=1, le=120, description="How many months between two reviews; else the profile's."
    )
    next_review_on: Date | None = Field(
        default=None, description="The day of the next review of whether it is still current, where the document states one."
    )
    follow_up: FollowUpDuty | None = Field(default=None, description="Who follows up the strategy and how often.")
    applies_to: tuple[OrganisedRef, ...] = Field(default=(), description="Whom the strategy applies to.")
    supersedes: tuple[ShortText, ...] = Field(default=(), description="The documents that the strategy replaces.")
    parent: ShortText | None = Field(default=None, description="The document that this one carries out in its own area.")
    related: tuple[ShortText, ...] = Field(default=(), description="Other documents that belong together with it.")
    superseded_by: ShortText | None = Field(default=None, description="The document that replaced the strategy.")
    versions: tuple[Version, ...] = Field(default=(), description="The decided versions, oldest first.")
    goals: tuple[Goal, ...] = Field(default=(), description="What the strategy wants, beyond the action areas.")
    definitions: tuple[Definition, ...] = Field(default=(), description="What the document says that its words mean.")
    preparation: tuple[Preparation, ...] = Field(default=(), description="How the strategy came about.")


STRATEGY = Kind(
    name="strategy",
    model=Strategy,
    label=N_("strategy"),
    phrase=N_("The plan’s fact box"),
    link=N_("the plan’s fact box"),
    titles=("title",),
    owners=lambda _record, strategy: (strategy.owner_role,) if strategy.owner_role else (),
    review_months=24,
    carries_demands=True,
    is_required=True,
)
