"""A year's follow-ups, prepared: every commitment that a board answers for, and what was left open last year."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from vbe.domain.boards import Boards
from vbe.errors import VbeError
from vbe.language import _
from vbe.scaffold.choices import actors
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Question
from vbe.store.editing.scalars import key_text

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Indicator
    from vbe.model.records.followup import CommitmentReport
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

ENDED = ("done", "cancelled", "replaced")
REMARK_WIDTH = 94
SAID = {
    "not_started": "ej påbörjad",
    "ongoing": "pågår",
    "done": "genomförd",
    "continuous": "löpande",
    "cancelled": "avbruten",
    "replaced": "ersatt",
}
"""The status in the words of a Swedish comment."""


def followup_questions(corpus: Corpus, given: Answers) -> list[Question]:
    """For which year, and which board; with `all_boards`, those that the profile lists."""
    year = Question("year", _("Year"), form="number")
    if given.get("all_boards"):
        return [year]
    return [year, Question("board", _("Board"), actors(corpus, "board"), _("board"))]


def reporting_boards(corpus: Corpus) -> list[str]:
    """The boards that report every year, in the profile's order."""
    listed = corpus.profile.coverage.reporting_boards or (corpus.profile.executive_board,)
    boards: dict[str, None] = {}
    for board in listed:
        boards.update(dict.fromkeys([board] if board in actors(corpus, "board") else sorted(corpus.members(board))))
    return list(boards)


def followups(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The files of the boards that have none for the year yet."""
    year = answers["year"]
    named = answers.get("board")
    boards = [named] if named else reporting_boards(corpus)
    files = {board: f"followup/{year}/{board}.yaml" for board in boards}
    present = set(source.listing().files)
    wanted = [board for board in boards if files[board] not in present]
    if not wanted:
        raise VbeError(_("{path} already exists and is not overwritten.").format(path=files[boards[0]]))
    writer = _Writer(corpus, year)
    return [Change(files[board], None, record(files[board], writer.text(board))) for board in wanted]


class _Writer:
    """Writes the boards' files of one year."""

    def __init__(self, corpus: Corpus, year: int) -> None:
        self._corpus = corpus
        self._year = year
        self._boards = Boards(corpus)
        self._earlier = {y: corpus.follow_ups(y) for y in corpus.years if y < year}

    def text(self, board: str) -> str:
        """One board's file."""
        values: dict[str, Any] = {
            "year": self._year,
            "next_year": self._year + 1,
            "board_name": _in_a_sentence(self._corpus.actors[board].name),
            "small_count": self._corpus.profile.thresholds.small_count,
            "commitments": self._commitments(board),
            "indicators": self._indicators(board),
        }
        return fill(template("new/followup.yaml"), values)

    def _commitments(self, board: str) -> str:
        lines: list[str] = []
        for identity, commitment in self._corpus.commitments.items():
            if board not in self._boards.of_all(commitment.responsible) or self._has_ended(identity):
                continue
            year, report = self._latest(identity, board)
            lines += _remark(commitment.text)
            if report is not None and (report.status != "continuous" or report.next_step):
                lines += _remark(_carried(year, report))
            status = report.status if report is not None else "not_started"
            lines += [f"  {key_text(identity)}:", f"    status: {status}"]
        return "\n".join(["commitments:", *lines]) if lines else ""

    def _has_ended(self, identity: str) -> bool:
        """Whether some board has reported in an earlier year that nothing more is to be done."""
        reports = (file.commitments.get(identity) for files in self._earlier.values() for file in files.values())
        return any(report is not None and report.status in ENDED for report in reports)

    def _latest(self, identity: str, board: str) -> tuple[int, CommitmentReport | None]:
        for year in sorted(self._earlier, reverse=True):
            file = self._earlier[year].get(board)
            if file is not None and identity in file.commitments:
                return year, file.commitments[identity]
        return 0, None

    def _indicators(self, board: str) -> str:
        lines: list[str] = []
        for identity, indicator in self._corpus.indicators.items():
            if not indicator.computed and indicator.is_measured_in(self._year) and self._reporter(indicator) == board:
                lines += _remark(f"{indicator.title} ({_unit(indicator)}){self._last_value(identity, board)}")
                lines.append(f"  {key_text(identity)}: {{value: null}}")
        return "\n".join(["indicators:", *lines]) if lines else ""

    def _reporter(self, indicator: Indicator) -> str | None:
        """The one board that reports the value, so that it is counted once."""
        answering = self._boards.of(indicator.owner) if indicator.owner else {self._corpus.profile.executive_board}
        return next((board for board in reporting_boards(self._corpus) if board in answering), None)

    def _last_value(self, identity: str, board: str) -> str:
        for year in sorted(self._earlier, reverse=True):
            file = self._earlier[year].get(board)
            if file is not None and identity in file.indicators and file.indicators[identity].value is not None:
                return f". {year}: {file.indicators[identity].value}"
        return ""


def _in_a_sentence(name: str) -> str:
    """A body's name with a small letter, unless it is an abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _carried(year: int, report: CommitmentReport) -> str:
    """What was left open, as a remark to the board."""
    said = f"{year}: {SAID[report.status]}."
    if report.next_step:
        due = f", senast {report.next_step_due}" if report.next_step_due else ""
        said += f" Nästa steg{due}: {report.next_step}"
    return said


def _unit(indicator: Indicator) -> str:
    return {"number": "antal", "percent": "procent", "yes_no": "true eller false"}[indicator.unit]


def _remark(text: str) -> list[str]:
    return [f"  # {line}" for line in textwrap.wrap(" ".join(text.split()), REMARK_WIDTH, break_on_hyphens=False)]
