"""What shows that a commitment was kept: dated notes of different kinds, never about an individual."""

from typing import Annotated, Literal

from pydantic import Field

from vbe.model.fields import (
    INTERNAL,
    ActorRef,
    CaseNumber,
    Date,
    InvolvedRef,
    Model,
    Number,
    OrganisedRef,
    RefersTo,
    ShortText,
    Slug,
    Text,
)

EnvironmentSlug = Annotated[Slug, RefersTo("environment")]
ChannelRef = Annotated[Slug, RefersTo("channel")]


class Dated(Model):
    """What every piece of evidence has."""

    date: Date = Field(description="The day it was done.")
    case_number: CaseNumber | None = Field(default=None, description="The case number in the register, in quotation marks.")
    paragraph: int | None = Field(default=None, ge=1, description="The paragraph (§) of the minutes.")
    example: bool = Field(default=False, description="True when the record shows how it is done and was never decided.")


class Noted(Dated):
    """Evidence with a short note of what was done."""

    note: Text | None = Field(default=None, description="What was done, in a sentence or two. Nothing about an individual.")


class Meeting(Noted):
    """A meeting: the day and the functions that were there."""

    kind: Literal["meeting"]
    group: OrganisedRef | None = Field(default=None, description="The group that met.")
    functions: tuple[ActorRef, ...] = Field(default=(), description="The functions that took part.")


class Training(Noted):
    """A training: for whom, on what ground, about which environments."""

    kind: Literal["training"]
    audience: tuple[ActorRef, ...] = Field(default=(), description="Whom it was for.")
    participants: int | None = Field(default=None, ge=0, description="How many took part; leave out small numbers.")
    share: Number | None = Field(default=None, ge=0, le=100, description="The share of those it was for, in percent.")
    basis: Literal["research", "proven_experience", "own_experience"] | None = Field(
        default=None, description="What the method rests on: research, proven experience or own experience."
    )
    environments: tuple[EnvironmentSlug, ...] = Field(default=(), description="The extremist environments that were covered.")


class Information(Noted):
    """Information given or a channel checked."""

    kind: Literal["information"]
    channel: ChannelRef | None = Field(default=None, description="The channel that was used or checked.")
    audience: tuple[ActorRef, ...] = Field(default=(), description="Whom it was for.")


class Publication(Noted):
    """Something published in a channel."""

    kind: Literal["publication"]
    channel: ChannelRef = Field(description="The channel that was used or checked.")
    title: ShortText | None = Field(default=None, description="The title of what was published.")


class Horizon(Noted):
    """An entry of the horizon scanning: a source and what follows from it."""

    kind: Literal["horizon"]
    source_type: Literal["research", "law", "inquiry", "example"] = Field(description="research, law, inquiry or example.")
    source: ShortText = Field(description="The source, with year.")
    consequence: Text | None = Field(default=None, description="What it means for the municipality.")
    leads_to: tuple[Annotated[str, RefersTo("record")], ...] = Field(
        default=(), description="The records that it leads to a change of."
    )


class SituationPicture(Dated):
    """A card about the local situation picture: date and partners only. The content never enters the repository."""

    kind: Literal["situation_picture"]
    partners: tuple[ActorRef, ...] = Field(default=(), description="Whom it was made with.")
    environments: tuple[EnvironmentSlug, ...] = Field(default=(), description="The extremist environments that were covered.")
    kept_where: Annotated[ShortText | None, INTERNAL] = Field(
        default=None, description="Where the situation picture is kept; not its content."
    )


class DecisionTaken(Noted):
    """A decision by a body."""

    kind: Literal["decision"]
    body: OrganisedRef = Field(description="The body that decided.")


class Referral(Noted):
    """A text sent out for comment, or an answer to one."""

    kind: Literal["referral"]
    sent_to: tuple[InvolvedRef, ...] = Field(default=(), description="Whom it was sent to.")
    answered_by: InvolvedRef | None = Field(default=None, description="The body that answered.")


class ReportBack(Noted):
    """A report back on an assignment, or information handed over."""

    kind: Literal["report_back"]
    to: ActorRef = Field(description="Who received it.")


class AgreementNote(Noted):
    """Something done under an agreement with a partner."""

    kind: Literal["agreement"]
    partner: ActorRef = Field(description="The partner.")


Evidence = Annotated[
    Meeting
    | Training
    | Information
    | Publication
    | Horizon
    | SituationPicture
    | DecisionTaken
    | Referral
    | ReportBack
    | AgreementNote,
    Field(discriminator="kind"),
]
