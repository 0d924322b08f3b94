"""Routines and guidance examples: documents with an owner role, an approver and a review clock."""

import datetime
from typing import Literal

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import (
    ActorRef,
    CommitmentRef,
    Date,
    Model,
    Months,
    ObligationRef,
    OrganisedRef,
    RoleRef,
    RoutineRef,
    ShortText,
    Text,
)
from vbe.model.kinds import Kind
from vbe.model.records.area import Aim
from vbe.model.records.evidence import ChannelRef
from vbe.model.records.review import KeepsReviews

Status = Literal["draft", "referred", "decided", "in_force", "under_revision", "superseded", "repealed"]
DRAFTS = ("draft", "referred")
"""Not yet decided: no clock runs."""
ENDED = ("superseded", "repealed")
"""No longer in force: no clock runs."""


class Step(Model):
    """One step: who does what, when and how fast."""

    who: ActorRef = Field(description="The role or function that takes the step.")
    does: Text = Field(description="What is done, in the active voice.")
    to: tuple[ActorRef, ...] = Field(default=(), description="Who is contacted or told.")
    when: ShortText | None = Field(default=None, description="The event that calls for the step.")
    within: ShortText | None = Field(default=None, description="How fast: at once, within 24 hours, the same day.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the step carries.")


class Prohibition(Model):
    """What nobody may do."""

    text: Text = Field(description="What must not be done.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that it carries.")


class Clocked(KeepsReviews):
    """What a document that must be reviewed has: status, owner, approval, review."""

    title: ShortText = Field(description="The title of the document.")
    status: Status = Field(description="Where the document is in its life.")
    owner_role: RoleRef = Field(description="The role that answers for the document; never a person.")
    approved_by: RoleRef | None = Field(default=None, description="The manager's role that approved it; never a political body.")
    approved_on: Date | None = Field(default=None, description="The day it was approved.")
    review_interval_months: Months | None = Field(
        default=None, description="How many months between two reviews; else the profile's."
    )
    harmonised_with: ShortText | None = Field(
        default=None, description="The version of the strategy that it was in line with before its first review."
    )
    audience: Literal["public", "internal"] = Field(default="internal", description="public or internal.")
    published_at: tuple[ChannelRef, ...] = Field(default=(), description="The channels where it can be read.")
    law_refs: tuple[ShortText, ...] = Field(default=(), description="The laws that bear on it, with paragraph.")
    commitments: tuple[CommitmentRef, ...] = Field(default=(), description="The commitments that it carries out.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that it carries.")

    def in_line_with(self, day: datetime.date | None = None) -> str | None:
        """The version of the strategy that it had been brought into line with on a day; of all where no day is given."""
        harmonised = [review for review in self.reviews if review.version is not None and (day is None or review.date <= day)]
        latest = max(reversed(harmonised), key=lambda review: review.date, default=None)
        return self.harmonised_with if latest is None else latest.version


class Routine(Clocked):
    """A routine. The folder is the department that owns it, or `overall`."""

    scope: Text | None = Field(default=None, description="Whom and what the routine covers.")
    based_on: RoutineRef | None = Field(default=None, description="The overall routine that it builds on.")
    supported_by: tuple[OrganisedRef, ...] = Field(default=(), description="Who helps to keep the routine up to date.")
    steps: tuple[Step, ...] = Field(default=(), description="The steps, in order.")
    prohibitions: tuple[Prohibition, ...] = Field(default=(), description="What nobody may do.")


class Guidance(Clocked):
    """A guidance example: a preventive way of working. The folder is the board that owns it."""

    aims: tuple[Aim, ...] = Field(default=(), description="The aims it serves: from the profile.")
    target_group: tuple[ActorRef, ...] = Field(default=(), description="Whom the work is for.")
    what: Text = Field(description="What is done.")
    how: Text = Field(description="How it is done.")
    method: ShortText | None = Field(default=None, description="The method, where it has a name.")
    evidence_level: Literal["research", "proven_experience", "own_experience"] | None = Field(
        default=None, description="What the method rests on: research, proven experience or own experience."
    )
    lessons: Text | None = Field(default=None, description="What has been learnt.")


ROUTINE = Kind(
    name="routine",
    model=Routine,
    label=N_("routine"),
    definite=N_("the routine"),
    plural=N_("the routines"),
    phrase=N_("The routine {title} ({owner})"),
    link=N_("routine {title} ({owner}), {state}"),
    titles=("title",),
    likeness=0.6,
    review_months=12,
    carries_demands=True,
)
GUIDANCE = Kind(
    name="guidance",
    model=Guidance,
    label=N_("guidance example"),
    definite=N_("the guidance example"),
    plural=N_("the guidance examples"),
    phrase=N_("The guidance example {title} ({owner})"),
    link=N_("guidance example {title} ({owner}), {state}"),
    titles=("title",),
    likeness=0.6,
    review_months=24,
    carries_demands=True,
)
