"""A municipality that begins: its names, bodies, areas and dates, from a preset and a few answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.scaffold.beginnings import COUNCIL, EXAMPLES, EXECUTIVE, NO, read_preset
from vbe.scaffold.choices import slug
from vbe.scaffold.decided import PlanDecision, decision_of
from vbe.scaffold.origin import parse_origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vbe.scaffold.questions import Answers
    from vbe.scaffold.shape import AreaShape, Shape

BOARDS = ("Socialnämnden", "Barn- och utbildningsnämnden", "Kultur- och fritidsnämnden")
AIMS = {"framja": "Främja", "forebygga": "Förebygga", "forhindra": "Förhindra"}
EXECUTIVE_DEPARTMENT = "Kommunledningsförvaltningen"
ALL = "samtliga-namnder"
GROUP = "samordningsgruppen"
UPPER, MIXED = "[A-ZÅÄÖ]", "[A-Za-zÅÄÖåäö]"


@dataclass(frozen=True, slots=True)
class Board:
    """A board and the department that serves it."""

    name: str
    department: str
    is_department_named: bool = False
    """Whether somebody has said what the department is called, and it is not only what the board's name suggests."""

    @property
    def id(self) -> str:
        """The board's id."""
        return slug(self.name)

    @property
    def department_id(self) -> str:
        """The department's id."""
        return slug(self.department)

    @property
    def head(self) -> str:
        """The id of the role that heads the department."""
        return f"forvaltningschef-{self.department_id}"


@dataclass(frozen=True, slots=True)
class Municipality:
    """Everything that the templates need to know."""

    name: str
    code: str
    year: int
    shape: Shape
    """The preset: title, type of document, aims, areas, and what its plan has."""
    decision: PlanDecision
    case_number_pattern: str
    executive: Board
    boards: tuple[Board, ...]
    areas: tuple[AreaShape, ...]
    has_examples: bool
    without: frozenset[str] = frozenset()
    """What the plan does not have: `demands`, `priorities`, `indicators`."""
    parent: str = ""
    """The document that the plan carries out in its own area."""
    law_refs: tuple[str, ...] = ()
    tool: tuple[str, str] = ("", "")
    """The address and the commit that continuous integration fetches vbe from; empty where that is not known yet."""

    @property
    def is_plain(self) -> bool:
        """Whether only the plan itself is written: no demands, routines or indicators that show how such are done."""
        return not self.has_examples or "types" in self.shape or bool(self.without & {"demands", "indicators"})

    @property
    def is_of_a_board(self) -> bool:
        """Whether the plan is one board's own, below the municipality's."""
        return bool(self.shape.get("of_a_board"))

    @property
    def title(self) -> str:
        """What the plan is called until somebody writes its own title: a board's bears the board's name."""
        return f"{whose(self.first.name)} plan" if self.is_of_a_board else str(self.shape["title"])

    @property
    def aims(self) -> dict[str, str]:
        """Id → name. Where each area is an aim of its own, the areas say which there are."""
        if self.shape.get("areas_are_aims"):
            return {slug(area["title"]): area["title"] for area in self.areas}
        return dict(self.shape.get("aims") or AIMS)

    @property
    def reporting(self) -> tuple[Board, ...]:
        """The boards that report: of a board's own plan, itself."""
        return (self.first,) if self.is_of_a_board else self.all_boards

    @property
    def all_boards(self) -> tuple[Board, ...]:
        """The executive board first."""
        return (self.executive, *self.boards)

    @property
    def first(self) -> Board:
        """The board whose department shows how it is done."""
        return self.boards[0] if self.boards else self.executive


def compose(answers: Answers) -> Municipality:
    """The municipality that the answers describe."""
    shape = read_preset(answers["preset"])
    named = [_board(words) for words in answers.get("boards") or shape.get("boards", () if "types" in shape else BOARDS)]
    executive = next((board for board in named if board.name == EXECUTIVE), Board(EXECUTIVE, EXECUTIVE_DEPARTMENT))
    boards = tuple(board for board in named if board.name != EXECUTIVE)
    _unlike([EXECUTIVE, COUNCIL, *(board.name for board in boards)])
    titles = answers.get("areas") or ()
    _unlike(titles)
    decision = decision_of(answers, [COUNCIL, EXECUTIVE, *(board.name for board in boards)])
    return Municipality(
        name=answers["name"],
        code=answers["code"],
        year=answers["year"],
        shape=shape,
        decision=decision,
        case_number_pattern=_pattern(answers, decision.case_number),
        executive=executive,
        boards=boards,
        has_examples=answers.get("examples", shape.get("examples", EXAMPLES[0])) == EXAMPLES[0],
        parent=answers.get("parent") or "",
        law_refs=tuple(answers.get("law_refs") or ()),
        without=_without(answers, shape),
        tool=parse_origin(answers.get("vbe_from", "")),
        areas=_areas(titles, shape),
    )


def whose(name: str) -> str:
    """A name as whoever owns something: `Lindviks kommun` → `Lindviks kommuns`."""
    return name if name.endswith(("s", "x", "z")) else f"{name}s"


def _areas(titles: Sequence[str], shape: Shape) -> tuple[AreaShape, ...]:
    """The areas that were named, else the preset's; of one whose areas are aims, each serves its own."""
    areas = tuple(_area(title, number) for number, title in enumerate(titles, 1)) or tuple(shape["areas"])
    return tuple({**area, "aims": (slug(area["title"]),)} for area in areas) if shape.get("areas_are_aims") else areas


def _without(answers: Answers, shape: Shape) -> frozenset[str]:
    """What the plan does not have: what was said, else what such a plan usually lacks."""
    lacks = set(shape.get("without", ()))
    answered = {key: answers[key] for key in ("demands", "priorities", "indicators") if answers.get(key)}
    return frozenset(key for key in {*lacks, *answered} if answered.get(key, NO) == NO)


def _pattern(answers: Answers, case_number: str) -> str:
    """What case numbers look like: as it was said, else as this one does; empty where there is none to go by."""
    pattern: str = answers.get("case_number_pattern") or (pattern_of(case_number) if case_number else "")
    try:
        fits = not case_number or re.search(pattern, case_number)
        re.compile(pattern)
    except re.error:
        raise VbeError(_("{pattern} is no regular expression.").format(pattern=pattern)) from None
    if not fits:
        message = _("The case number {number} does not match {pattern}.").format(number=case_number, pattern=pattern)
        raise VbeError(message, _("Give one of the municipality's own with --case-number."))
    return pattern


def pattern_of(case_number: str) -> str:
    """What case numbers like this one look like: letters, a year of four figures, a running number."""
    parts = []
    for run in re.findall(r"[^\W\d_]+|\d+|.", case_number):
        if run.isdigit():
            parts.append(r"\d{4}" if re.fullmatch(r"(?:19|20)\d\d", run) else r"\d+")
        elif run.isalpha():
            parts.append(f"{UPPER if run.isupper() else MIXED}{{1,8}}")
        else:
            parts.append(re.escape(run) if run != "/" else "/")
    return f"^{''.join(parts)}$"


def _board(words: str) -> Board:
    """`Socialnämnden=Socialförvaltningen`; without a department, the one that the name suggests."""
    name, _equals, department = (part.strip() for part in words.partition("="))
    if not slug(name):
        raise VbeError(_("“{answer}” cannot be the name of a board.").format(answer=words))
    if department:
        return Board(name, department, is_department_named=True)
    return Board(name, EXECUTIVE_DEPARTMENT if name == EXECUTIVE else _department_of(name))


def _department_of(board: str) -> str:
    stem = re.sub(r"nämnden?$", "", board)
    return f"{stem}förvaltningen" if stem != board and stem else f"Förvaltningen för {board[:1].lower()}{board[1:]}"


def _unlike(names: Iterable[str]) -> None:
    """Raise where two names would have the same id, or one has none."""
    seen: dict[str, str] = {}
    for name in names:
        identity = slug(name)
        if not identity or identity in seen:
            message = _("“{name}” is named twice, or cannot be a file name.").format(name=name)
            raise VbeError(message, _("Use letters a–z, å, ä and ö, and another name for each."))
        seen[identity] = name


def _area(title: str, number: int) -> AreaShape:
    """An area that has nothing but its title yet. The first one concerns everybody and serves all aims."""
    first = number == 1
    return {
        "title": title,
        "purpose": "Exempel. Skriv i en eller två meningar vad området är till för.",
        "aims": ("framja", "forebygga", "forhindra") if first else ("forebygga",),
        "demand": "Exempel. Skriv vad texten kräver i området.",
        "commitment": "Exempel. Skriv vad kommunen åtar sig i området.",
        "responsible": "alla" if first else "grupp",
        "priority": 1 if first else 2,
        "every_months": 12,
        "indicator": {
            "id": f"matetal-{number}",
            "title": f"Mätetal för område {number}",
            "definition": "Exempel. Skriv vad som räknas, av vad och när.",
        },
    }
