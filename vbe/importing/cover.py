"""The cover's box → what the strategy's record says: who decided, when, for how long, who keeps it."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from vbe.importing.deciders import DAY, PARAGRAPH
from vbe.importing.document_types import kind_in
from vbe.importing.facts import Cover, Decided
from vbe.importing.in_text import is_actor, time_in
from vbe.importing.joint import take_joint
from vbe.importing.labels import CASE, DECIDED, sentences
from vbe.importing.naming import AUDIENCE, BOARD, PARTNER, ROLE, sort_of, split_actors
from vbe.importing.plan import Said
from vbe.language.written import read_day, read_time

if TYPE_CHECKING:
    from vbe.importing.plan import Plan
    from vbe.importing.roster import Roster
    from vbe.language.written import Time

SPAN: Final = re.compile(r"\b((?:19|20)\d\d)\s*[–—-]\s*((?:19|20)\d\d)\b")
BARE: Final = re.compile(r"\A\s*(\d{1,4})\s*\Z")
"""A paragraph without its sign, where the label says what it is."""
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
DUTY: Final = re.compile(
    r"\A(?P<who>[^.:;]{2,80}?)\s+(?:ska\s+)?(?:följa|följer)\s+upp\s+(?:\w+\s+)?\w*"
    r"(?:plan|strategi|riktlinje|program|policy|dokument)\w*",
    re.IGNORECASE,
)
FURTHER: Final = re.compile(r"tills\s+vidare", re.IGNORECASE)
MOST_PARAGRAPH: Final = 9999


def read_cover_values(plan: Plan, roster: Roster, municipality: str = "") -> Cover:
    """The values of the cover, as far as they can be told; `municipality` is whose plan it becomes."""
    cover = Cover()
    values = {name: value.text for name, value in plan.cover.items()}
    _look_in_prose(plan, values, cover)
    title = plan.title.text if plan.title is not None else ""
    _kind(cover, values.get("document_type", ""), title)
    if "case_number" in values and len(values["case_number"]) <= 60 and any(map(str.isdigit, values["case_number"])):
        cover.case_number = values["case_number"]
        cover.understood.add("case_number")
    _validity(cover, values, title)
    if not take_joint(cover, plan, roster, municipality):
        _decision(cover, values, roster)
    _keeping(cover, values, plan, roster)
    return cover


def _look_in_prose(plan: Plan, values: dict[str, str], cover: Cover) -> None:
    """`Antagen av kommunfullmäktige 2024-02-12, § 14` and `Dnr KS 2024/12` on lines of their own."""
    for piece in plan.prose[:60]:
        decided, case = DECIDED.search(piece.line), CASE.search(piece.line)
        if decided and "decided_by" not in values and len(piece.line) <= 200:
            values["decided_by"] = decided[0]
            cover.found.append(("decided_by", Said(decided[0], piece)))
        if case and "case_number" not in values:
            values["case_number"] = case["number"]
            cover.found.append(("case_number", Said(case[0], piece)))
        parent = PARENT.search(piece.line)
        if parent and "parent" not in values:
            values["parent"], cover.is_parent_guess = parent["parent"][:1].upper() + parent["parent"][1:], True
            cover.found.append(("parent", Said(parent[0], piece)))
    if "version" not in values:
        versions = [(piece, VERSION.findall(piece.line)) for piece in plan.prose[:60] if piece.level == 0]
        lines = [piece for piece, found in versions if found and len(piece.line) <= 200]
        if lines:
            values["version"] = ", ".join(piece.line for piece in lines)
            cover.found += [("version", Said(piece.line, piece)) for piece in lines]


def _duty(cover: Cover, plan: Plan) -> str:
    """Who follows the plan up and how often, where a sentence says it: `Kommunstyrelsen följer upp planen varje år.`"""
    for piece in plan.prose:
        for sentence in sentences(piece.text):
            found = DUTY.match(sentence)
            often = time_in(sentence) if found and is_actor(found["who"]) else ""
            if found and often:
                cover.found.append(("follow_up", Said(sentence, piece)))
                return f"{found['who']}, {often}"
    return ""


def _kind(cover: Cover, kind: str, title: str) -> None:
    for text in (kind, title):
        word = kind_in(text)
        if word:
            cover.kind, cover.is_kind_told = word, text == kind
            cover.understood |= {"document_type"} if text == kind and len(kind.split()) <= 3 else set()
            return
    cover.kind = "plan"


def _validity(cover: Cover, values: dict[str, str], title: str) -> None:
    words = values.get("valid_to", "")
    if not words and "applies_to" in values and (time := read_time(values["applies_to"])) is not None and time.last is not None:
        words = values.pop("applies_to")
        cover.understood.add("applies_to")
    if FURTHER.search(words):
        cover.until_further_notice = True
        cover.understood.add("valid_to")
    elif words and (time := read_time(words) or _span(words)) is not None and time.last is not None:
        cover.valid_to = time.last
        if time.first is not None and time.first.year < time.last.year:
            cover.valid_from = time.first
        cover.understood.add("valid_to")
    if "valid_from" in values and (time := read_time(values["valid_from"])) is not None and (time.first or time.last):
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


def _decision(cover: Cover, values: dict[str, str], roster: Roster) -> None:
    body = values.get("decided_by", "")
    who = re.split(r"\d|§|,|\bden\b", body.partition(" av ")[2] if " av " in body else body)[0].strip()
    councils = len(re.findall(r"fullmäktige", body, re.IGNORECASE))
    if who and sort_of(who) == BOARD and councils <= 1:
        cover.decided_by = roster.find(who).id
        cover.understood.add("decided_by")
    text = " ".join((body, values.get("decided_on", "")))
    days = [day for found in DAY.findall(text) if (day := read_day(found)) is not None]
    paragraph = PARAGRAPH.search(" ".join((text, BARE.sub(r"§ \1", values.get("paragraph", "")))))
    number = int(paragraph[1]) if paragraph and 0 < int(paragraph[1]) <= MOST_PARAGRAPH else None
    history = [
        Decided(match["number"], time.last, None, is_numbered=True, words="" if time.first == time.last else match["when"])
        for match in VERSION.finditer(f"{values.get('version', '')}; {values.get('history', '')}")
        if (time := read_time(match["when"])) is not None and time.last is not None
    ]
    version = re.fullmatch(r"\D{0,10}(\d{1,2}(?:\.\d{1,2})?)", values.get("version", ""))
    if history and version and days and version[1] not in {each.version for each in history}:
        history.append(Decided(version[1], days[0], number, is_numbered=True))
        cover.understood |= {"decided_on"} | ({"paragraph"} if number else set())
    history.sort(key=lambda each: tuple(map(int, each.version.split("."))))
    if history and [each.day for each in history] == sorted(each.day for each in history):
        cover.versions = history
        cover.understood |= {"version", "history"}
    elif days and councils <= 1:
        cover.versions = [Decided(version[1] if version else "1", days[0], number, is_numbered=version is not None)]
        cover.understood |= {"decided_on"} | ({"version"} if version else set()) | ({"paragraph"} if number else set())


def _keeping(cover: Cover, values: dict[str, str], plan: Plan, roster: Roster) -> None:
    owners = [name for name in split_actors(values.get("owner_role", "")).names if sort_of(name) == ROLE]
    if len(owners) == 1:
        cover.owner = roster.find(owners[0]).id
        cover.understood.add("owner_role")
    revised = read_day(values.get("revised_on", ""))
    label = " ".join(piece.line.casefold() for piece in plan.labels)
    if revised is not None and re.search(r"reviderad|senast|revideringsdatum", label) and not re.search("nästa", label):
        cover.revised_on = revised
        cover.understood.add("revised_on")
    follow = values.get("follow_up", "") or _duty(cover, plan)
    times = [t.every_months for part in re.split(r"[,;.(]|\ben gång per\b", follow) if (t := read_time(part)) and t.every_months]
    bodies = [name for name in split_actors(follow).names if sort_of(name) == BOARD]
    if times and bodies and 1 <= times[0] <= 60:
        cover.follow_up = (roster.find(bodies[0]).id, times[0])
        cover.understood.add("follow_up")
    names = [name for name in split_actors(values.get("applies_to", "")).names if sort_of(name)]
    if names and len(names) == len(split_actors(values["applies_to"]).names):
        cover.applies_to = tuple(roster.find(name).id for name in names if sort_of(name) not in (PARTNER, AUDIENCE))
        cover.understood |= {"applies_to"} if cover.applies_to else set()
    if 0 < len(values.get("parent", "")) <= 300:
        cover.parent = values["parent"]
        cover.understood.add("parent")
    if 0 < len(values.get("supersedes", "")) <= 300:
        cover.supersedes = values["supersedes"]
        cover.understood.add("supersedes")
