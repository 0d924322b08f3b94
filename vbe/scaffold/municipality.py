"""A municipality that begins: its names, bodies, areas and dates, from a preset and a few answers."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbe.documents import parse
from vbe.errors import VbeError
from vbe.language import _
from vbe.scaffold.choices import slug
from vbe.scaffold.origin import installed_from, parse_origin
from vbe.scaffold.questions import Prompt

if TYPE_CHECKING:
    from vbe.scaffold.questions import Answers

PRESETS = Path(__file__).parent / "presets"
BOARDS = ("Socialnämnden", "Barn- och utbildningsnämnden", "Kultur- och fritidsnämnden")
EXECUTIVE = "Kommunstyrelsen"
EXECUTIVE_DEPARTMENT = "Kommunledningsförvaltningen"
FIRST_ELECTION, TERM = 2014, 4
DECIDERS = {"handlingsplan": "kommunfullmaktige"}
BOUNDED = ("strategi", "handlingsplan")
ALL = "samtliga-namnder"
GROUP = "samordningsgruppen"
UPPER, MIXED = "[A-ZÅÄÖ]", "[A-Za-zÅÄÖåäö]"


@dataclass(frozen=True, slots=True)
class Board:
    """A board and the department that serves it."""

    name: str
    department: str

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
    title: str
    document_type: str
    case_number: str
    case_number_pattern: str
    executive: Board
    boards: tuple[Board, ...]
    areas: tuple[dict[str, Any], ...]
    tool: tuple[str, str] = ("", "")
    """The address and the commit that continuous integration fetches vbe from; empty where that is not known yet."""

    @property
    def all_boards(self) -> tuple[Board, ...]:
        """The executive board first."""
        return (self.executive, *self.boards)

    @property
    def first(self) -> Board:
        """The board whose department shows how it is done."""
        return self.boards[0] if self.boards else self.executive

    @property
    def valid_from(self) -> datetime.date:
        """New Year's Day; in an election year the day when the new council's term begins."""
        return datetime.date(self.year, 10, 15) if self._is_election(self.year) else datetime.date(self.year, 1, 1)

    @property
    def valid_to(self) -> datetime.date | None:
        """The end of the term of office, for a type that is decided for a limited time."""
        if self.document_type not in BOUNDED:
            return None
        year = next(year for year in range(self.year + 1, self.year + TERM + 1) if self._is_election(year))
        return datetime.date(year, 10, 14)

    @property
    def decided_on(self) -> datetime.date:
        """A month before it is valid."""
        return self.valid_from - datetime.timedelta(days=30)

    @staticmethod
    def _is_election(year: int) -> bool:
        return (year - FIRST_ELECTION) % TERM == 0


def presets() -> tuple[str, ...]:
    """The names of the presets."""
    return tuple(sorted(path.stem for path in PRESETS.glob("*.yaml")))


def questions(*, asked: bool = False) -> list[Prompt]:
    """What a beginning needs to know; `asked` where there is somebody who answers what has a default, too."""
    return [
        Prompt("name", _("The municipality's name, such as Solna stad")),
        Prompt("code", _("The municipality code, four figures"), pattern=r"^\d{4}$"),
        Prompt("preset", _("Preset"), presets(), _("preset"), needed=False, default="solna"),
        Prompt(
            "vbe_from",
            _("Where the automatic checks fetch vbe, ADDRESS@COMMIT (empty: filled in later)"),
            needed=asked,
            default=installed_from(),
            may_be_empty=True,
        ),
    ]


def compose(answers: Answers) -> Municipality:
    """The municipality that the answers describe."""
    preset = _preset(answers["preset"])
    named = [_board(words) for words in answers.get("boards") or BOARDS]
    executive = next((board for board in named if board.name == EXECUTIVE), Board(EXECUTIVE, EXECUTIVE_DEPARTMENT))
    boards = tuple(board for board in named if board.name != EXECUTIVE)
    _unlike([EXECUTIVE, "Kommunfullmäktige", *(board.name for board in boards)])
    titles = answers.get("areas") or ()
    _unlike(titles)
    year = answers["year"]
    case_number = answers.get("case_number") or f"KS/{year}:1"
    pattern = answers.get("case_number_pattern") or pattern_of(case_number)
    try:
        fits = re.search(pattern, case_number)
    except re.error:
        raise VbeError(_("{pattern} is no regular expression.").format(pattern=pattern)) from None
    if not fits:
        message = _("The case number {number} does not match {pattern}.").format(number=case_number, pattern=pattern)
        raise VbeError(message, _("Give one of the municipality's own with --case-number."))
    return Municipality(
        name=answers["name"],
        code=answers["code"],
        year=year,
        title=preset["title"],
        document_type=preset["document_type"],
        case_number=case_number,
        case_number_pattern=pattern,
        executive=executive,
        boards=boards,
        tool=parse_origin(answers.get("vbe_from", "")),
        areas=tuple(_area(title, number) for number, title in enumerate(titles, 1)) or preset["areas"],
    )


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


def _preset(name: str) -> dict[str, Any]:
    path = PRESETS / f"{name}.yaml"
    document, findings = parse(path.name, path.read_bytes())
    assert document is not None, findings
    return dict(document.value.items())  # type: ignore[arg-type] # the keys are texts


def _board(words: str) -> Board:
    """`Socialnämnden=Socialförvaltningen`; without a department, the one that the name suggests."""
    name, _equals, department = (part.strip() for part in words.partition("="))
    if not slug(name):
        raise VbeError(_("“{answer}” cannot be the name of a board.").format(answer=words))
    if not department:
        department = EXECUTIVE_DEPARTMENT if name == EXECUTIVE else _department_of(name)
    return Board(name, department)


def _department_of(board: str) -> str:
    stem = re.sub(r"nämnden?$", "", board)
    return f"{stem}förvaltningen" if stem != board and stem else f"Förvaltningen för {board[:1].lower()}{board[1:]}"


def _unlike(names: Any) -> None:
    """Raise where two names would have the same id, or one has none."""
    seen: dict[str, str] = {}
    for name in names:
        identity = slug(name)
        if not identity or identity in seen:
            message = _("“{name}” is named twice, or cannot be a file name.").format(name=name)
            raise VbeError(message, _("Use letters a–z, å, ä and ö, and another name for each."))
        seen[identity] = name


def _area(title: str, number: int) -> dict[str, Any]:
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
