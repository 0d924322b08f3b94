"""The organisation: who decides, who carries out, who is met.

A board (nämnd) is political and decides; a department (förvaltning) is staff and carries out. Both have a lifetime, and
so has every partner: national bodies and city departments come and go while the strategy stays.
"""

from typing import Annotated, Literal

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import (
    INTERNAL,
    PHONE_OR_MAILBOX_LENGTH,
    ActorRef,
    BoardsRef,
    CaseNumber,
    Date,
    DepartmentRef,
    Example,
    Model,
    Notes,
    ObligationRef,
    OrganisedRef,
    RefersTo,
    RoleRef,
    ShortText,
    Slug,
    Text,
)
from vbe.model.kinds import ActorType, EntryKind, EntryList, Kind


class Actor(Model):
    """What all actors have: a stable id, a name, and a lifetime."""

    id: Slug = Field(description="The stable id that other files use; never reused.")
    name: ShortText = Field(description="The name, as the municipality writes it.")
    aliases: tuple[ShortText, ...] = Field(default=(), description="Other names of the same actor, such as former ones.")
    valid_from: Date | None = Field(default=None, description="The first day the actor exists, where it is known.")
    valid_to: Date | None = Field(default=None, description="The last day the actor exists; empty while it does.")
    successor: tuple[ActorRef, ...] = Field(default=(), description="Who took over, by id.")
    contact: Annotated[str | None, Field(max_length=PHONE_OR_MAILBOX_LENGTH)] = Field(
        default=None, description="A function mailbox or a switchboard; never a person's address."
    )
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Board(Actor):
    """A political body."""

    level: Literal["council", "executive", "board", "advisory"] = Field(
        default="board", description="council, executive, board or advisory."
    )
    municipality: Annotated[Slug, RefersTo("actor", ("partner",))] | None = Field(
        default=None, description="In a joint plan, the other municipality that the board is of, one of the partners."
    )


class Department(Actor):
    """A department of staff, which serves one or more boards."""

    boards: tuple[BoardsRef, ...] = Field(default=(), description="The boards that the department serves.")
    head: RoleRef | None = Field(default=None, description="The role that heads the department.")


class Unit(Actor):
    """A unit or function within a department."""

    department: DepartmentRef | None = Field(default=None, description="The department that the unit belongs to.")


class Role(Actor):
    """A role. Nobody's name."""

    department: DepartmentRef | None = Field(default=None, description="The department that the role belongs to.")
    manager: bool = Field(default=False, description="True for a role that may approve routines.")
    handle: Annotated[ShortText | None, INTERNAL] = Field(
        default=None, description="The role's account or team in the version control system, for CODEOWNERS."
    )


class Group(Actor):
    """A standing group with members by role."""

    convener: RoleRef | None = Field(default=None, description="The role that convenes the group.")
    members: tuple[ActorRef, ...] = Field(default=(), description="The standing members, by role or department.")
    on_call: tuple[ActorRef, ...] = Field(default=(), description="Those who join when needed.")
    partners: tuple[ActorRef, ...] = Field(default=(), description="Those the group cooperates with.")
    mandate: Text | None = Field(default=None, description="What the group is for.")
    meets_every_months: int | None = Field(default=None, ge=1, le=24, description="How many months between two meetings.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the group answers.")


class Agreement(Model):
    """A written agreement with a partner (lag 2023:196, 9 §: it names at least purposes and areas)."""

    title: ShortText = Field(description="The title of the agreement.")
    purposes: tuple[Text, ...] = Field(default=(), description="The purposes of the agreement.")
    areas: tuple[Text, ...] = Field(default=(), description="The areas that the agreement covers.")
    goals: tuple[Text, ...] = Field(default=(), description="Measurable goals.")
    includes_extremism: bool | None = Field(default=None, description="True when violent extremism is part of the agreement.")
    follow_up: Text | None = Field(default=None, description="How the agreement is followed up.")
    signed_by: tuple[ActorRef, ...] = Field(default=(), description="The roles or bodies that signed.")
    parties: tuple[ActorRef, ...] = Field(default=(), description="The parties besides the municipality.")
    valid_from: Date | None = Field(default=None, description="The first day of the agreement.")
    valid_to: Date | None = Field(default=None, description="The last day of the agreement.")
    case_number: CaseNumber | None = Field(default=None, description="The case number in the register, in quotation marks.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the agreement answers.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Partner(Actor):
    """An actor outside the municipality: an authority, another municipality, a university, a network."""

    kind: Literal["authority", "municipality", "region", "university", "network", "company", "model"] = Field(
        default="authority", description="What kind of partner it is."
    )
    duty: Text | None = Field(default=None, description="What is the partner's task and not the municipality's.")
    agreements: tuple[Agreement, ...] = Field(default=(), description="The written agreements with the partner.")
    obligations: tuple[ObligationRef, ...] = Field(
        default=(), description="The demands of the text that name the partner or its task."
    )


class Audience(Actor):
    """Those the municipality reaches out to: residents, relatives, associations, congregations. Never single ones."""


class Collective(Actor):
    """A word for several actors, such as all boards, or those who were asked for comment."""

    members: tuple[ActorRef, ...] = Field(default=(), description="The actors that the word covers.")


class Channel(Model):
    """A way of informing: the website, the intranet, the contact centre."""

    id: Slug = Field(description="The stable id that other files use; never reused.")
    name: ShortText = Field(description="The name of the channel.")
    owner: OrganisedRef | None = Field(default=None, description="Who keeps the channel in order.")
    audience: tuple[ActorRef, ...] = Field(default=(), description="Whom the channel reaches.")
    contact: Annotated[str | None, Field(max_length=PHONE_OR_MAILBOX_LENGTH)] = Field(
        default=None, description="A function mailbox or a switchboard; never a person's address."
    )
    closed_on: Date | None = Field(default=None, description="The day the channel was closed; empty while it is open.")
    obligations: tuple[ObligationRef, ...] = Field(default=(), description="The demands of the text that the channel answers.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Organisation(Example):
    """Every actor that a record may name."""

    boards: tuple[Board, ...] = Field(default=(), description="Political bodies: council, executive board, boards, councils.")
    departments: tuple[Department, ...] = Field(default=(), description="Departments of staff.")
    units: tuple[Unit, ...] = Field(default=(), description="Units and functions.")
    roles: tuple[Role, ...] = Field(default=(), description="Roles; never persons.")
    groups: tuple[Group, ...] = Field(default=(), description="Standing groups.")
    partners: tuple[Partner, ...] = Field(default=(), description="Actors outside the municipality.")
    audiences: tuple[Audience, ...] = Field(default=(), description="Those the municipality reaches out to.")
    collectives: tuple[Collective, ...] = Field(default=(), description="Words for several actors together.")
    channels: tuple[Channel, ...] = Field(default=(), description="Ways of informing.")


def home_of(actor: Actor) -> str | None:
    """The department of a unit or a role, the role that convenes a group; None for others, and where it is not said."""
    if isinstance(actor, Unit | Role):
        return actor.department
    return actor.convener if isinstance(actor, Group) else None


ACTOR = EntryKind(name="actor", model=Actor, label=N_("actor"), link=N_("{state} {title}"), titles=("name",))
CHANNEL = EntryKind(
    name="channel",
    model=Channel,
    label=N_("channel"),
    phrase=N_("The channel {title}"),
    link=N_("channel {title}"),
    titles=("name",),
    owners=lambda _record, channel: (channel.owner,) if channel.owner else (),
)
BOARD = ActorType("board", Board, N_("board"), N_("a board"), N_("The board {title}"))
DEPARTMENT = ActorType(
    "department", Department, N_("department"), N_("a department"), N_("The department {title}"), is_staff=True
)
UNIT = ActorType("unit", Unit, N_("unit"), N_("a unit"), N_("The unit {title}"), is_staff=True)
ROLE = ActorType("role", Role, N_("role"), N_("a role"), N_("The role {title}"), is_staff=True)
GROUP = ActorType("group", Group, N_("group"), N_("a group"), N_("The group {title}"), is_staff=True)
PARTNER = ActorType("partner", Partner, N_("partner"), N_("a partner"), N_("The partner {title}"), is_ours=False, is_proper=True)
AUDIENCE = ActorType("audience", Audience, N_("audience"), N_("an audience"), N_("The audience {title}"), is_ours=False)
COLLECTIVE = ActorType("collective", Collective, N_("collective"), N_("a collective"), N_("The word {title} for several actors"))
ORGANISATION = Kind(
    name="organisation",
    model=Organisation,
    label=N_("organisation"),
    phrase=N_("The organisation"),
    link=N_("the organisation"),
    entries=(
        EntryList("boards", ACTOR, BOARD),
        EntryList("departments", ACTOR, DEPARTMENT),
        EntryList("units", ACTOR, UNIT),
        EntryList("roles", ACTOR, ROLE),
        EntryList("groups", ACTOR, GROUP),
        EntryList("partners", ACTOR, PARTNER),
        EntryList("audiences", ACTOR, AUDIENCE),
        EntryList("collectives", ACTOR, COLLECTIVE),
        EntryList("channels", CHANNEL),
    ),
    carries_demands=True,
    holds_clocks=True,
    is_required=True,
    is_beside_chain=True,
)
