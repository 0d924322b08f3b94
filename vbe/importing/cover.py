"""The cover's box → what the strategy's record says: who decided, when, for how long, who keeps it."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from vbe.importing.deciders import is_own, read_deciders
from vbe.importing.document_types import kind_in
from vbe.importing.labels import CASE, DECIDED
from vbe.importing.naming import AUDIENCE, BOARD, PARTNER, ROLE, sort_of, split_actors
from vbe.language.written import read_day, read_time

if TYPE_CHECKING:
    from vbe.importing.deciders import Decider
    from vbe.importing.document import Piece
    from vbe.importing.plan import Plan, Said
    from vbe.importing.roster import Roster
    from vbe.language.written import Time

PARAGRAPH: Final = re.compile(r"§+\s*(\d{1,4})")
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}[- ]\d{4}|(?:den\s+)?\d{1,2}\s+[a-zåäö]+\s+\d{4}", re.IGNORECASE)
SPAN: Final = re.compile(r"\b((?:19|20)\d\d)\s*[–—-]\s*((?:19|20)\d\d)\b")
VERSION: Final = re.compile(
    r"vers(?:ion)?\.?\s*(?P<number>\d{1,2}(?:\.\d{1,2})?)\W{0,3}(?:(?:reviderad|rev\.?|antagen|beslutad)\s+)?(?P<when>(?:\d{1,2}\s+)?[a-zåäö]+\s+\d{4}|\d{4}-\d\d(?:-\d\d)?)",
    re.IGNORECASE,
)
PARENT: Final = re.compile(
    r"\b(?:gäller under|är underordnad|utgår från|konkretiserar|kompletterar)\s+(?P<parent>"
    r"(?:stadens|kommunens|kommunfullmäktiges|den \w+övergripande|de \w+övergripande)\s+"
    r"[^.;:]{0,80}?(?:riktlinje|strategi|plan|program|polic)[^.;:,]{0,100})",
    re.IGNORECASE,
)
"""`Planen gäller under stadens riktlinjer`: the document that this one carries out."""
FURTHER: Final = re.compile(r"tills\s+vidare", re.IGNORECASE)
MOST_PARAGRAPH: Final = 9999


class Decided(NamedTuple):
    """A decided version."""

    version: str
    day: datetime.date
    paragraph: int | None
    is_numbered: bool
    words: str = ""
    """What the document says of the day, where that is a month or a year."""


class JointDecision(NamedTuple):
    """One body's decision of a joint plan: its id, and what the document says."""

    body: str
    decider: Decider


@dataclass(slots=True)
class Cover:
    """What the cover says. What it does not say is None or empty."""

    kind: str = ""
    is_kind_told: bool = False
    case_number: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    is_span_of_title: bool = False
    until_further_notice: bool = False
    decided_by: str | None = None
    owner: str | None = None
    revised_on: datetime.date | None = None
    follow_up: tuple[str, int] | None = None
    """Who follows up, and how often in months."""
    applies_to: tuple[str, ...] = ()
    supersedes: str | None = None
    parent: str | None = None
    is_parent_guess: bool = False
    joint: list[JointDecision] = field(default_factory=list)
    own: Decider | None = None
    """The municipality's own decision on a joint plan."""
    versions: list[Decided] = field(default_factory=list)
    understood: set[str] = field(default_factory=set)
    """The fields of the cover whose values are in the record."""
    found: list[tuple[str, Said]] = field(default_factory=list)
    """What stands in running text and not in a box."""


def read_cover_values(plan: Plan, roster: Roster, municipality: str = "") -> Cover:
    """The values of the cover, as far as they can be told; `municipality` is whose plan it becomes."""
    cover = Cover()
    said = {name: value.text for name, value in plan.cover.items()}
    _look_in_prose(plan, said, cover)
    title = plan.title.text if plan.title is not None else ""
    _kind(cover, said.get("document_type", ""), title)
    if "case_number" in said and len(said["case_number"]) <= 60 and any(map(str.isdigit, said["case_number"])):
        cover.case_number = said["case_number"]
        cover.understood.add("case_number")
    _validity(cover, said, title)
    if not _joint(cover, plan, roster, municipality):
        _decision(cover, said, roster)
    _keeping(cover, said, plan, roster)
    return cover


def _look_in_prose(plan: Plan, said: dict[str, str], cover: Cover) -> None:
    """`Antagen av kommunfullmäktige 2024-02-12, § 14` and `Dnr KS 2024/12` on lines of their own."""
    for piece in plan.prose[:60]:
        decided, case = DECIDED.search(piece.line), CASE.search(piece.line)
        if decided and "decided_by" not in said and len(piece.line) <= 200:
            said["decided_by"] = decided[0]
            cover.found.append(("decided_by", _said(decided[0], piece)))
        if case and "case_number" not in said:
            said["case_number"] = case["number"]
            cover.found.append(("case_number", _said(case[0], piece)))
        parent = PARENT.search(piece.line)
        if parent and "parent" not in said:
            said["parent"], cover.is_parent_guess = parent["parent"][:1].upper() + parent["parent"][1:], True
            cover.found.append(("parent", _said(parent[0], piece)))
    if "version" not in said:
        told = [(piece, VERSION.findall(piece.line)) for piece in plan.prose[:60] if piece.level == 0]
        lines = [piece for piece, found in told if found and len(piece.line) <= 200]
        if lines:
            said["version"] = ", ".join(piece.line for piece in lines)
            cover.found += [("version", _said(piece.line, piece)) for piece in lines]


def _said(text: str, piece: Piece) -> Said:
    from vbe.importing.plan import Said

    return Said(text, piece)


def _kind(cover: Cover, told: str, title: str) -> None:
    for text in (told, title):
        word = kind_in(text)
        if word:
            cover.kind, cover.is_kind_told = word, text == told
            cover.understood |= {"document_type"} if text == told and len(told.split()) <= 3 else set()
            return
    cover.kind = "plan"


def _validity(cover: Cover, said: dict[str, str], title: str) -> None:
    words = said.get("valid_to", "")
    if FURTHER.search(words):
        cover.until_further_notice = True
        cover.understood.add("valid_to")
    elif words and (time := read_time(words) or _span(words)) is not None and time.last is not None:
        cover.valid_to = time.last
        if time.first is not None and time.first.year < time.last.year:
            cover.valid_from = time.first
        cover.understood.add("valid_to")
    if "valid_from" in said and (time := read_time(said["valid_from"])) is not None and (time.first or time.last):
        cover.valid_from = time.first or time.last
        cover.understood.add("valid_from")
    if cover.valid_to is None and not cover.until_further_notice and SPAN.search(title):
        first, last = (int(year) for year in SPAN.findall(title)[0])
        if first <= last:
            cover.valid_from = cover.valid_from or datetime.date(first, 1, 1)
            cover.valid_to, cover.is_span_of_title = datetime.date(last, 12, 31), True
    if cover.valid_from and cover.valid_to and cover.valid_from > cover.valid_to:
        cover.valid_from = None


def _span(words: str) -> Time | None:
    found = SPAN.search(words) or re.search(DAY, words)
    return read_time(found[0]) if found else None


def _decision(cover: Cover, said: dict[str, str], roster: Roster) -> None:
    body = said.get("decided_by", "")
    who = re.split(r"\d|§|,|\bden\b", body.partition(" av ")[2] if " av " in body else body)[0].strip()
    councils = len(re.findall(r"fullmäktige", body, re.IGNORECASE))
    if who and sort_of(who) == BOARD and councils <= 1:
        cover.decided_by = roster.find(who).id
        cover.understood.add("decided_by")
    text = " ".join((body, said.get("decided_on", "")))
    days = [day for found in DAY.findall(text) if (day := read_day(found)) is not None]
    paragraph = PARAGRAPH.search(" ".join((text, said.get("paragraph", ""))))
    number = int(paragraph[1]) if paragraph and 0 < int(paragraph[1]) <= MOST_PARAGRAPH else None
    history = [
        Decided(match["number"], time.last, None, is_numbered=True, words="" if time.first == time.last else match["when"])
        for match in VERSION.finditer(said.get("version", ""))
        if (time := read_time(match["when"])) is not None and time.last is not None
    ]
    history.sort(key=lambda each: tuple(map(int, each.version.split("."))))
    if history and [each.day for each in history] == sorted(each.day for each in history):
        cover.versions = history
        cover.understood.add("version")
    elif days and councils <= 1:
        told = re.fullmatch(r"\D{0,10}(\d{1,2}(?:\.\d{1,2})?)", said.get("version", ""))
        cover.versions = [Decided(told[1] if told else "1", days[0], number, is_numbered=told is not None)]
        cover.understood |= {"decided_on"} | ({"version"} if told else set()) | ({"paragraph"} if number else set())


def _joint(cover: Cover, plan: Plan, roster: Roster, municipality: str) -> bool:
    """Whether several councils have decided the plan together; the municipality's own is its council, the others are partners."""
    box = [plan.cover["decided_by"].piece] if "decided_by" in plan.cover else []
    deciders = plan.deciders or read_deciders([*box, *plan.prose[:60]])
    for decider in deciders:
        own = bool(municipality) and is_own(decider.body, municipality)
        name = re.split(r"\s(?:i|för)\s", decider.body, maxsplit=1)[0] if own else decider.body
        member = roster.find(name) if own else roster.require(name, PARTNER, is_added=False)
        cover.joint.append(JointDecision(member.id, decider))
        if own:
            cover.decided_by, cover.own = member.id, decider
        cover.found.append(("decided_by", decider.said))
    days = [decider.day for decider in deciders if decider.day is not None]
    if days:
        cover.versions = [Decided("1", (cover.own.day if cover.own else None) or max(days), None, is_numbered=False)]
    if deciders:
        cover.found += [("decided_by", _said(piece.line, piece)) for piece in plan.joint]
        cover.understood |= {"decided_by", "decided_on", "paragraph"}
    return bool(deciders)


def _keeping(cover: Cover, said: dict[str, str], plan: Plan, roster: Roster) -> None:
    owners = [name for name in split_actors(said.get("owner_role", "")).names if sort_of(name) == ROLE]
    if len(owners) == 1:
        cover.owner = roster.find(owners[0]).id
        cover.understood.add("owner_role")
    revised = read_day(said.get("revised_on", ""))
    label = " ".join(piece.line.casefold() for piece in plan.labels)
    if revised is not None and re.search(r"reviderad|senast|revideringsdatum", label) and not re.search("nästa", label):
        cover.revised_on = revised
        cover.understood.add("revised_on")
    follow = said.get("follow_up", "")
    times = [t.every_months for part in re.split(r"[,;.(]|\ben gång per\b", follow) if (t := read_time(part)) and t.every_months]
    bodies = [name for name in split_actors(follow).names if sort_of(name) == BOARD]
    if times and bodies and 1 <= times[0] <= 60:
        cover.follow_up = (roster.find(bodies[0]).id, times[0])
        cover.understood.add("follow_up")
    names = [name for name in split_actors(said.get("applies_to", "")).names if sort_of(name)]
    if names and len(names) == len(split_actors(said["applies_to"]).names):
        cover.applies_to = tuple(roster.find(name).id for name in names if sort_of(name) not in (PARTNER, AUDIENCE))
        cover.understood |= {"applies_to"} if cover.applies_to else set()
    if 0 < len(said.get("parent", "")) <= 300:
        cover.parent = said["parent"]
        cover.understood.add("parent")
    if 0 < len(said.get("supersedes", "")) <= 300:
        cover.supersedes = said["supersedes"]
        cover.understood.add("supersedes")
