"""The municipality's profile, `vbe.yaml`: everything that differs between municipalities, and the waivers.

Nothing in the code assumes twelve areas, five boards, or the form of anybody's case numbers; it stands here.
"""

from typing import Annotated, Literal

from pydantic import Field

from vbe.language import N_
from vbe.model.document_type import DocumentType
from vbe.model.fields import (
    ActorRef,
    Date,
    Definition,
    DepartmentRef,
    Model,
    Months,
    Notes,
    ObligationRef,
    OrganisedRef,
    RefersTo,
    RoleRef,
    ShortText,
    Slug,
    Text,
    written_as,
)
from vbe.model.formats import FIRST
from vbe.model.kinds import EntryKind, EntryList, Kind
from vbe.model.places import FILE_KIB
from vbe.model.site_profile import SiteProfile

CODE = r"^[A-Z]{0,3}\d{3,8}$"
"""0184 in Sweden, 0301 in Norway, 851 in Denmark, E06000022 in England."""
Code = Annotated[str, written_as(CODE, N_('Write the official code in quotation marks: "0184", "851", "E06000022".'))]
RuleCode = Annotated[str, written_as(r"^VBE\d{3}$", N_("Write it like VBE401; `vbe rules` lists them."))]
ChannelRef = Annotated[Slug, RefersTo("channel")]
DeciderRef = Annotated[Slug, RefersTo("actor", ("board", "role"))]


class Municipality(Model):
    """Whose repository this is."""

    name: ShortText = Field(description="The name, such as Solna stad.")
    short_name: ShortText | None = Field(default=None, description="The name in running text, such as staden.")
    code: Code = Field(description="The municipality's official code, as its country writes it; in quotation marks.")


class RequiredStep(Model):
    """A step that every routine must hold, known by the demand of the text that it carries."""

    any_of: tuple[ObligationRef, ...] = Field(min_length=1, description="One of these demands must be carried by a step.")
    applies_to: Literal["overall", "department", "all"] = Field(
        default="all", description="Which routines must hold it: overall, department or all."
    )
    what: ShortText = Field(description="What the step says, for the message.")


class RequiredProhibition(Model):
    """A limit that every routine must state."""

    any_of: tuple[ObligationRef, ...] = Field(min_length=1, description="One of these demands must be carried by a prohibition.")
    what: ShortText = Field(description="What the prohibition says, for the message.")


class GroupRequirement(Model):
    """What the coordination group must hold."""

    group: OrganisedRef = Field(description="The group.")
    convener: RoleRef = Field(description="The role that must convene it.")
    members: tuple[ActorRef, ...] = Field(default=(), description="The actors that must be members.")


class Coverage(Model):
    """Who must have what."""

    guidance_boards: tuple[OrganisedRef, ...] = Field(default=(), description="Boards that must have a guidance example.")
    routine_departments: tuple[DepartmentRef, ...] = Field(default=(), description="Departments that must have a routine.")
    reporting_boards: tuple[OrganisedRef, ...] = Field(default=(), description="Boards that report every year.")
    required_steps: tuple[RequiredStep, ...] = Field(default=(), description="Steps that routines must hold.")
    required_prohibitions: tuple[RequiredProhibition, ...] = Field(default=(), description="Limits that routines must state.")
    routine_channels: tuple[ChannelRef, ...] = Field(default=(), description="Channels where overall routines must be published.")
    contact_point: RoleRef | None = Field(default=None, description="The one role to contact on suspicion.")
    coordination: GroupRequirement | None = Field(default=None, description="What the coordination group must hold.")
    obligations: bool = Field(default=True, description="True when every demand of the text must be answered.")
    priorities: bool = Field(default=True, description="False when the plan does not rank its measures.")
    indicators: bool = Field(default=True, description="False when the plan has no indicators.")


class Intervals(Model):
    """How many months between two reviews, where the record does not say."""

    routine: Months = Field(default=12, description="Routines.")
    guidance: Months = Field(default=24, description="Guidance examples.")
    strategy: Months = Field(default=24, description="The strategy's currency review.")
    situation_picture: Months = Field(default=24, description="The situation picture (lag 2023:196, 6 §: two years).")
    continuous: Months | None = Field(default=None, description="The tolerance of what is done continuously, without a date.")
    tolerance: int = Field(default=1, ge=0, le=24, description="Months that evidence may be late before it is remarked on.")
    due_soon_days: int = Field(default=60, ge=0, le=400, description="Days before a date when it is said to be due soon.")
    follow_up_due: str = Field(
        default="03-31", pattern=r"^\d{2}-\d{2}$", description="Month and day in the next year when the follow-up is due."
    )


class Thresholds(Model):
    """Disclosure control: what is too small to be published."""

    small_count: int = Field(default=5, ge=5, le=100, description="The smallest number that is shown; below it stands <5.")
    share_base: int = Field(default=20, ge=20, le=1000, description="The smallest number that a share may be of.")


class Limits(Model):
    """How much a file may hold before it is refused unread."""

    file_kib: int = Field(default=FILE_KIB, ge=1, le=4096, description="The largest file, in KiB.")


class Contacts(Model):
    """Numbers and mailboxes of functions, which are not personal data."""

    phones: tuple[ShortText, ...] = Field(default=(), description="Phone numbers of functions.")
    emails: tuple[ShortText, ...] = Field(default=(), description="Mailboxes of functions.")


class Term(Model):
    """A word that should not be used, and the one to use."""

    find: ShortText = Field(description="The word to look for; case does not matter.")
    use: ShortText = Field(description="The word to use instead.")
    why: ShortText | None = Field(default=None, description="Why.")


class Cut(Model):
    """A report for one kind of reader: which sections, and what they may see."""

    name: ShortText = Field(description="The reader, such as kommunstyrelsen.")
    sections: tuple[str, ...] = Field(
        default=(), description="The sections, in order; when empty page one, the areas, the documents and what is ahead."
    )
    visibility: Literal["public", "internal"] = Field(default="internal", description="public or internal.")
    results: bool = Field(default=True, description="False when only the status of each commitment is shown.")
    codes: bool = Field(default=True, description="False when commitments are named without their numbers.")
    pages: Annotated[int, Field(ge=1, le=500)] | None = Field(
        default=None, description="At most so many A4 pages; `vbe report` says when there are more."
    )


class Waiver(Model):
    """A known departure from a rule: which, where, why, who decided it, and until when."""

    rule: RuleCode = Field(description="The code of the rule.")
    record: ShortText = Field(description="The record's id or file; * for all.")
    reason: Text = Field(description="Why the rule is departed from.")
    decided_by: DeciderRef = Field(description="The board or the role that decided it.")
    until: Date = Field(description="The last day of the waiver.")
    example: bool = Field(default=False, description="True when the waiver shows how it is done and was never decided.")


class Profile(Model):
    """Everything that differs between municipalities."""

    format: int = Field(default=FIRST, ge=FIRST, description="The format of the repository; 1 where it is not said.")
    municipality: Municipality = Field(description="Whose repository this is.")
    language: Literal["sv", "en"] = Field(default="sv", description="The language of the output.")
    areas: int = Field(ge=1, le=99, description="How many action areas the strategy has.")
    aims: dict[Slug, ShortText] = Field(min_length=1, description="The aims: id and name.")
    environments: dict[Slug, ShortText] = Field(default={}, description="The extremist environments: id and name.")
    document_types: dict[Slug, DocumentType] = Field(default={}, description="The types of governing document.")
    case_number_pattern: ShortText = Field(
        default=r"^[A-ZÅÄÖ]{2,6}/\d{4}:\d+$", description="What case numbers look like, as a regular expression."
    )
    continuous_terms: tuple[ShortText, ...] = Field(
        default=("löpande", "återkommande"), description="Words in `when` that mean: all the time."
    )
    executive_board: OrganisedRef = Field(description="The body that decides on the annual follow-up.")
    report_recipients: tuple[OrganisedRef, ...] = Field(default=(), description="Who the annual follow-up is reported to.")
    coverage: Coverage = Field(default=Coverage.model_construct(), description="Who must have what.")
    intervals: Intervals = Field(default=Intervals.model_construct(), description="Months between reviews.")
    thresholds: Thresholds = Field(default=Thresholds.model_construct(), description="What is too small to be published.")
    limits: Limits = Field(default=Limits.model_construct(), description="How much a file may hold.")
    contacts: Contacts = Field(default=Contacts.model_construct(), description="Numbers and mailboxes of functions.")
    terms: tuple[Term, ...] = Field(default=(), description="Words that should not be used.")
    definitions: tuple[Definition, ...] = Field(default=(), description="What words mean, for the report's glossary.")
    guarded_areas: tuple[int, ...] = Field(
        default=(), description="Numbers of the areas where no single association, congregation or tenant may be named."
    )
    cuts: dict[Slug, Cut] = Field(default={}, description="The reports for different readers.")
    waivers: tuple[Waiver, ...] = Field(default=(), description="Known departures from the rules.")
    site: SiteProfile = Field(default=SiteProfile.model_construct(), description="The site: its address, look and front page.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


AIM = EntryKind(name="aim", model=str, label=N_("aim"), is_word=True)
ENVIRONMENT = EntryKind(name="environment", model=str, label=N_("environment"), is_word=True)
WAIVER = EntryKind(
    name="waiver",
    model=Waiver,
    label=N_("departure from rule"),
    phrase=N_("The waiver of {rule} for {record}"),
    titles=("reason",),
    owners=lambda _record, waiver: (waiver.decided_by,),
    identity_fields=("rule", "record"),
    is_anonymous=True,
)
PROFILE = Kind(
    name="profile",
    model=Profile,
    label=N_("profile"),
    phrase=N_("The municipality’s profile"),
    link=N_("the municipality’s profile"),
    entries=(EntryList("aims", AIM), EntryList("environments", ENVIRONMENT), EntryList("waivers", WAIVER)),
    is_beside_chain=True,
)
