"""The base of every record, and the field types that records share.

Records are strict and frozen: what YAML says is what they hold, nothing is coerced. A field that names another record is
annotated with `RefersTo`, so that one rule finds every dangling reference and one index knows who names whom.

Modules of models do without `from __future__ import annotations`: pydantic would evaluate each annotation again from its text.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from vbe.language import N_
from vbe.language.patterns import later
from vbe.language.written import read_time

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PHONE_OR_MAILBOX_LENGTH = 200
NOT_STATED = "not_stated"
"""What stands where the plan itself says nothing of who, when or why: no fault, no clock, and nobody's id."""
TEXT_LENGTH = 4000
ISO_DATE = later(r"\d{4}-\d{2}-\d{2}\Z")

ActorKind = Literal["board", "department", "unit", "role", "group", "partner", "audience", "collective"]
ORGANISED: tuple[ActorKind, ...] = ("board", "department", "unit", "role", "group", "collective")


PATTERN_HINTS: dict[str, str] = {}
"""Pattern → how a text that matches it is written: an English message id."""


def written_as(pattern: str, hint: str) -> StringConstraints:
    """The constraint of a pattern, with what is said to whoever writes something else."""
    PATTERN_HINTS[pattern] = hint
    return StringConstraints(pattern=pattern)


class Model(BaseModel):
    """What every record and every part of one is made of."""

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True, use_attribute_docstrings=False
    )

    def having(self, **values: object) -> Self:
        """The same with other values; itself where they are no others."""
        changed = {name: value for name, value in values.items() if value != getattr(self, name)}
        return self.model_copy(update=changed) if changed else self


class RefersTo(NamedTuple):
    """Says that the text of a field is the id of a record of this kind; for actors, of which kinds of actor."""

    kind: str
    among: tuple[str, ...] = ()


INTERNAL = "internal"
"""What a field is annotated with that no public output shows."""


def _to_date(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not ISO_DATE.match(value):
        raise PydanticCustomError("iso_date", "not written as YYYY-MM-DD")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such day in the calendar") from None


def stated(text: str | None) -> str:
    """A text that may be `not_stated`; empty where nobody has said."""
    return "" if text is None or text == NOT_STATED else text


@dataclass(frozen=True, slots=True)
class OrNotStated:
    """Says that `not_stated` may stand in the place of the value; where the value is a list, as its only member."""

    is_list: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The inner form, asked only for what is stated."""
        missing = (NOT_STATED,) if self.is_list else NOT_STATED

        def read(value: object, inner: ValidatorFunctionWrapHandler) -> object:
            return missing if value == NOT_STATED else inner(value)

        return core_schema.no_info_wrap_validator_function(read, handler(source))

    def __get_pydantic_json_schema__(self, form: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """One of the two."""
        return {"anyOf": [{"const": NOT_STATED}, handler(form)]}


Date = Annotated[datetime.date, BeforeValidator(_to_date), WithJsonSchema({"type": "string", "format": "date"})]


class LastDay(datetime.date):
    """The day by which something is to be done, and the words that the plan has for it: `2018-Q4`, `hösten 2027`."""

    written: str = ""


def written_day(day: datetime.date) -> str:
    """A day as it stands in its file."""
    return getattr(day, "written", "") or day.isoformat()


def _to_last_day(value: object) -> datetime.date:
    """A day; or the last day of a year, a term, a quarter or another span, which keeps the words for it."""
    text = str(value) if isinstance(value, str) or type(value) is int else ""
    time = read_time(text) if not ISO_DATE.match(text) else None
    if time is None or time.first is None or time.last is None or time.first == time.last:
        return _to_date(value)
    day = LastDay(time.last.year, time.last.month, time.last.day)
    day.written = text
    return day


Deadline = Annotated[datetime.date, BeforeValidator(_to_last_day), WithJsonSchema({"type": ["string", "integer"]})]
MonthAndDay = Annotated[
    str, written_as(r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", N_('Write month and day in quotation marks: "03-31".'))
]


def to_text(value: str) -> str:
    """The text itself; blanks alone are no text."""
    if not value.strip():
        raise PydanticCustomError("blank_text", "only blanks")
    return value


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text must be. Half of all fields are texts, and pydantic would work out the form of each anew from its parts."""

    least: int | None = None
    most: int | None = None
    pattern: str | None = None
    is_prose: bool = False
    """Whether blanks alone will not do."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What the constraints of pydantic come to."""
        form = core_schema.str_schema(min_length=self.least, max_length=self.most, pattern=self.pattern)
        return core_schema.no_info_after_validator_function(to_text, form) if self.is_prose else form


Text = Annotated[str, TextForm(1, TEXT_LENGTH, is_prose=True)]
ShortText = Annotated[str, TextForm(1, 300, is_prose=True)]
Slug = Annotated[str, TextForm(most=80, pattern=SLUG)]
CaseNumber = ShortText
"""A case number's pattern is the municipality's own; a rule compares it with the profile."""
Months = Annotated[int, Field(ge=1, le=120)]
Year = Annotated[int, Field(ge=1990, le=2100)]
Number = int | float

ActorRef = Annotated[Slug, RefersTo("actor")]
OrganisedRef = Annotated[Slug, RefersTo("actor", ORGANISED)]
BoardRef = Annotated[Slug, RefersTo("actor", ("board",))]
BoardsRef = Annotated[Slug, RefersTo("actor", ("board", "collective"))]
DepartmentRef = Annotated[Slug, RefersTo("actor", ("department",))]
RoleRef = Annotated[Slug, RefersTo("actor", ("role",))]
InvolvedRef = Annotated[Slug, RefersTo("actor", (*ORGANISED, "partner"))]
"""Somebody of the municipality's own, or a partner."""
CommitmentId = Annotated[str, written_as(r"^[1-9]\d?\.[1-9]\d?$", N_('Write area and number in quotation marks: "4.5".'))]
CommitmentRef = Annotated[CommitmentId, RefersTo("commitment")]
ObligationId = Annotated[str, written_as(r"^[A-Z]{1,3}-\d{2}-\d{2}$", N_("Write it like O-04-05."))]
ObligationRef = Annotated[ObligationId, RefersTo("obligation")]
IndicatorRef = Annotated[Slug, RefersTo("indicator")]
RoutineRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$"), RefersTo("routine")]

Notes = Annotated[Text | None, INTERNAL]


class Example(Model):
    """Every record may carry notes, and be marked as an example that was never decided."""

    example: bool = Field(default=False, description="True when the record shows how it is done and was never decided.")
    notes: Notes = Field(default=None, description="Notes to those who edit the file; never printed in a report.")


class Definition(Model):
    """What a word means in the municipality's own document, with the place that says so."""

    term: ShortText = Field(description="The word or the name.")
    meaning: Text = Field(description="What it means, in plain Swedish of our own.")
    source: ShortText = Field(description="Where the meaning is taken from: a section of the text, a law, a decision.")


class Decision(Model):
    """A decision by a political body, as the minutes have it."""

    case_number: CaseNumber | None = Field(default=None, description="The case number in the register, in quotation marks.")
    paragraph: int | None = Field(default=None, ge=1, description="The paragraph (§) of the minutes.")
    date: Date | None = Field(default=None, description="The day of the decision.")
