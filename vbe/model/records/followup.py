"""The annual follow-up: what each board reports for a year, and what the receiving bodies decided and asked."""

from typing import Annotated, Literal

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import (
    INTERNAL,
    BoardRef,
    CaseNumber,
    CommitmentRef,
    Date,
    Decision,
    Example,
    IndicatorRef,
    Model,
    Number,
    OrganisedRef,
    Text,
    written_as,
)
from vbe.model.kinds import EntryKind, EntryList, Kind

ProgressStatus = Literal["not_started", "ongoing", "done", "continuous", "cancelled", "replaced"]
CLOSED = ("done", "cancelled", "replaced")
"""The statuses with which nothing more is to be done."""
CommitSum = Annotated[str, Field(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
Suppressed = Annotated[str, written_as(r"^<\d+$", N_('Write a number, or "<5" for a small one.'))]


class CommitmentReport(Model):
    """What a board reports on one commitment. Delay and colour are computed, never stored."""

    status: ProgressStatus | None = Field(
        description="How far it has come; being late is computed. Empty until the board has said something."
    )
    result: Text | None = Field(default=None, description="What was done during the year.")
    deviation: Text | None = Field(default=None, description="What did not go as planned.")
    cause: Text | None = Field(default=None, description="Why it did not go as planned.")
    next_step: Text | None = Field(default=None, description="What happens next.")
    next_step_due: Date | None = Field(default=None, description="The last day for the next step.")
    done_on: Date | None = Field(default=None, description="The day it was done.")
    case_number: CaseNumber | None = Field(default=None, description="The case number in the register, in quotation marks.")
    paragraph: int | None = Field(default=None, ge=1, description="The paragraph (§) of the minutes.")
    internal_note: Annotated[Text | None, INTERNAL] = Field(
        default=None, description="A note between the board and the executive board; never in a public report."
    )

    @property
    def standing(self) -> str:
        """The status of what a board has handed in, of which nothing is without one (`period.handed_in`)."""
        return self.status or ""


class Observation(Model):
    """The value of an indicator for the year."""

    value: Number | bool | Suppressed | None = Field(description='The value; "<5" for a small number, empty when it is missing.')
    n: int | None = Field(default=None, ge=0, description="How many a share is of.")
    women: Number | Suppressed | None = Field(
        default=None, description="The value for women; left out with the one for men where either is small."
    )
    men: Number | Suppressed | None = Field(
        default=None, description="The value for men; left out with the one for women where either is small."
    )
    women_n: int | None = Field(default=None, ge=0, description="How many women the share for women is of.")
    men_n: int | None = Field(default=None, ge=0, description="How many men the share for men is of.")
    comment: Text | None = Field(default=None, description="What is good to know when reading the value.")

    @property
    def by_sex(self) -> tuple[tuple[float | str | None, int | None], ...]:
        """The values for women and for men, each with how many a share is of; empty where none is given."""
        parts = ((self.women, self.women_n), (self.men, self.men_n))
        return parts if any(value is not None for value, _n in parts) else ()


class FollowUp(Example):
    """One board's report for one year. Folder and file name say which."""

    reported_on: Date | None = Field(default=None, description="The day the board's report was handed in.")
    decision: Decision | None = Field(default=None, description="The board's decision on its report.")
    summary: Text | None = Field(default=None, description="The board's own summary of the year.")
    commitments: dict[CommitmentRef, CommitmentReport] = Field(default={}, description="Commitment by commitment.")
    indicators: dict[IndicatorRef, Observation] = Field(default={}, description="Indicator by indicator.")


class Remark(Model):
    """What a receiving body asked of somebody when it got the report."""

    id: Annotated[str, Field(pattern=r"^[A-Z0-9-]+$", max_length=30)] = Field(description="The stable id of the remark.")
    by: OrganisedRef = Field(description="The body that asked.")
    to: OrganisedRef = Field(description="Whom it asked.")
    commitment: CommitmentRef | None = Field(default=None, description="The commitment that it concerns.")
    text: Text = Field(description="What was asked.")
    due: Date | None = Field(default=None, description="When the answer is due.")
    answer: Text | None = Field(default=None, description="The answer.")
    answered_on: Date | None = Field(default=None, description="The day of the answer.")


class DecidedReport(Model):
    """Which report was decided on, so that it can be made again as it was."""

    commit: CommitSum = Field(description="The commit that it was made of, in full, as the report tells; in quotation marks.")
    as_of: Date | None = Field(default=None, description="The day its facts were of, where `--as-of` chose it.")


class BodyDecision(Decision):
    """What a receiving body decided about the year's report."""

    body: BoardRef = Field(description="The body that decided.")
    text: Text | None = Field(default=None, description="What was decided.")
    report: DecidedReport | None = Field(default=None, description="The report that was decided on.")


class Decisions(Example):
    """What the executive board and its safety council decided and asked when they got a year's report."""

    decisions: tuple[BodyDecision, ...] = Field(default=(), description="The decisions, oldest first.")
    remarks: tuple[Remark, ...] = Field(default=(), description="What was asked, and the answers.")


FOLLOWUP = Kind(
    name="followup",
    model=FollowUp,
    label=N_("follow-up"),
    phrase=N_("The follow-up of {year} ({owner})"),
    link=N_("follow-up of {year} ({owner})"),
    likeness=0.8,
    tells_past=True,
    is_withheld=True,
)
REMARK = EntryKind(
    name="remark",
    model=Remark,
    label=N_("remark"),
    phrase=N_("Remark {id} ({owner})"),
    link=N_("remark {id} {title}"),
    titles=("text",),
    is_numbered=True,
    owners=lambda _record, remark: (remark.to,),
    is_withheld=True,
)
DECISIONS = Kind(
    name="decisions",
    model=Decisions,
    label=N_("decisions on the follow-up"),
    phrase=N_("The decisions on the follow-up of {id}"),
    link=N_("the decisions on the follow-up of {year}"),
    entries=(EntryList("remarks", REMARK),),
    tells_past=True,
    is_withheld=True,
)
