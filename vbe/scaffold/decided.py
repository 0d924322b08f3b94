"""What is known of a plan's decision: by one body, or by several municipalities together. Nothing of it is made up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from vbe.errors import VbeError
from vbe.language import _
from vbe.language.written import read_day
from vbe.scaffold.choices import slug
from vbe.store.editing.scalars import one_line

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from vbe.scaffold.filling import Filled
    from vbe.scaffold.questions import Answers

PARAGRAPH = re.compile(r"§?\s*(\d{1,4})\Z")
COUNCIL_ID = "kommunfullmaktige"


@dataclass(frozen=True, slots=True)
class Partaker:
    """A municipality that shares a joint plan, and what is known of its own decision on it."""

    name: str
    decided_on: datetime.date | None = None
    case_number: str = ""
    paragraph: int | None = None

    @property
    def id(self) -> str:
        """The id of the partner that it is."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class PlanDecision:
    """What is known of the plan's decision; what nobody has said is left out."""

    case_number: str = ""
    decided_on: datetime.date | None = None
    decided_by: str = ""
    paragraph: int | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    partakers: tuple[Partaker, ...] = ()


class KnownDecision(TypedDict, total=False):
    """What is known of a municipality's decision, by the names of a `Partaker`'s fields."""

    decided_on: datetime.date
    case_number: str
    paragraph: int


def decision_of(answers: Answers, bodies: Iterable[str]) -> PlanDecision:
    """What the answers say; the body that decides is one of the municipality's own."""
    body = answers.get("decided_by") or ""
    if body and slug(body) not in {slug(each) for each in bodies}:
        raise VbeError(_("“{answer}” is no board of the municipality.").format(answer=body), _("Name it with --board too."))
    partakers = tuple(read_partaker(words) for words in answers.get("joint_with") or ())
    ids = [each.id for each in partakers]
    if len(set(ids)) < len(ids):
        raise VbeError(_("A municipality is named twice with --joint-with."), _("Name each once, with its decision."))
    known = {key: answers[key] for key in ("decided_on", "paragraph", "valid_from", "valid_to") if answers.get(key)}
    if "decided_on" not in known and any(each.decided_on for each in partakers):
        message = _("The others' decisions are known, but not the municipality's own day.")
        raise VbeError(message, _("Say it with --decided-on, or leave theirs out until it is known."))
    decider = slug(body) or (COUNCIL_ID if partakers and "decided_on" in known else "")
    return PlanDecision(answers.get("case_number") or "", decided_by=decider, partakers=partakers, **known)


def read_partaker(words: str) -> Partaker:
    """`Näs kommun=2026-03-02, KS 2026/7, § 31`: the name, and what is known of day, case number and paragraph."""
    name, _equals, rest = (part.strip() for part in words.partition("="))
    if not slug(name):
        raise VbeError(_("“{answer}” cannot be the name of a municipality.").format(answer=words))
    known: KnownDecision = {}
    for part in (part.strip() for part in rest.split(",")):
        if not part:
            continue
        read = _read(part)
        if known.keys() & read.keys():
            message = _("“{answer}” says two of the same about {name}.").format(answer=rest, name=name)
            raise VbeError(message, _("Write NAME=DAY, CASE NUMBER, § PARAGRAPH; leave out what is not known."))
        known.update(read)
    return Partaker(name, **known)


def _read(part: str) -> KnownDecision:
    paragraph, day = PARAGRAPH.match(part), read_day(part)
    if day is not None:
        return {"decided_on": day}
    return {"paragraph": int(paragraph[1])} if paragraph else {"case_number": part}


def decisions_text(decision: PlanDecision) -> str:
    """The decisions of a joint plan as lines of YAML below its version: our own first, then those that are known."""
    if not decision.partakers or not decision.decided_on:
        return ""
    own: dict[str, Filled] = {"body": decision.decided_by, "case_number": decision.case_number, "date": decision.decided_on}
    rows: list[Mapping[str, Filled]] = [{**own, "paragraph": decision.paragraph}]
    for each in decision.partakers:
        known: dict[str, Filled] = {"case_number": each.case_number, "date": each.decided_on, "paragraph": each.paragraph}
        rows += [{"body": each.id, **known}] if any(known.values()) else []
    lines = ["    decisions:"]
    for row in rows:
        shown = [f"{key}: {_shown(key, value)}" for key, value in row.items() if value]
        lines += [f"      - {shown[0]}", *(f"        {each}" for each in shown[1:])]
    return "\n".join(lines)


def _shown(key: str, value: Filled) -> str:
    return one_line(value, key=key) if isinstance(value, str) else str(value)
