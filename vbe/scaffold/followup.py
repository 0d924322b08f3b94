"""A year's follow-ups, prepared: every commitment that a board answers for, and what was left open last year."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from vbe.domain.asking import asked, organisation_of
from vbe.domain.disclosure import observed
from vbe.domain.expected import is_expected
from vbe.domain.labels import swedish_value
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.records.organisation import BOARD
from vbe.scaffold.choices import actors
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Prompt
from vbe.store.editing.scalars import key_text

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Indicator
    from vbe.model.records.followup import CommitmentReport
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

REMARK_WIDTH = 94


def followup_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """For which year, and which board; with `all_boards`, those that the profile lists."""
    year = Prompt("year", _("Year"), form="number")
    if given.get("all_boards"):
        return [year]
    return [year, Prompt("board", _("Board"), actors(corpus, BOARD.name), _("board"))]


def followups(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The files of the boards that have none for the year yet."""
    year = answers["year"]
    named = answers.get("board")
    boards = [named] if named else list(organisation_of(corpus, year).reporting_boards)
    files = {board: f"followup/{year}/{board}.yaml" for board in boards}
    present = set(source.listing().files)
    wanted = [board for board in boards if files[board] not in present]
    if not wanted:
        raise VbeError(_("{path} already exists and is not overwritten.").format(path=files[boards[0]]))
    writer = _Writer(corpus, year)
    written = [board for board in wanted if writer.has_anything(board)]
    if not written:
        raise VbeError(_("{board} is asked to report nothing for {year}.").format(board=wanted[0], year=year))
    return [Change(files[board], None, record(files[board], writer.text(board))) for board in written]


class _Writer:
    """Writes the boards' files of one year."""

    def __init__(self, corpus: Corpus, year: int) -> None:
        self._corpus = corpus
        self._year = year
        self._organisation = organisation_of(corpus, year)
        self._asked = asked(corpus, year)
        self._earlier = {y: corpus.follow_ups(y) for y in corpus.years if y < year}

    def has_anything(self, board: str) -> bool:
        """Whether the board is asked for anything: an action to report on, or a value."""
        return bool(self._commitments(board) or self._indicators(board))

    def text(self, board: str) -> str:
        """One board's file."""
        values: dict[str, Any] = {
            "year": self._year,
            "next_year": self._year + 1,
            "board_name": self._organisation.inside(board),
            "small_count": self._corpus.profile.thresholds.small_count,
            "commitments": self._commitments(board),
            "indicators": self._indicators(board),
        }
        return fill(template("new/followup.yaml"), values)

    def _commitments(self, board: str) -> str:
        lines: list[str] = []
        for identity, commitment in self._corpus.commitments.items():
            if board not in self._asked[identity]:
                continue
            year, report = self._latest(identity, board)
            lines += _remark(commitment.text)
            if report is not None and (report.status != "continuous" or report.next_step):
                lines += _remark(_carried(year, report))
            status = report.status if report is not None else "not_started"
            lines += [f"  {key_text(identity)}:", f"    status: {status}"]
        return "\n".join(["commitments:", *lines]) if lines else ""

    def _latest(self, identity: str, board: str) -> tuple[int, CommitmentReport | None]:
        for year in sorted(self._earlier, reverse=True):
            file = self._earlier[year].get(board)
            if file is not None and identity in file.commitments:
                return year, file.commitments[identity]
        return 0, None

    def _indicators(self, board: str) -> str:
        lines: list[str] = []
        for identity, indicator in self._corpus.indicators.items():
            if not indicator.computed and is_expected(self._corpus, indicator, self._year) and self._reporter(indicator) == board:
                lines += _remark(f"{indicator.title} ({_unit(indicator)}){self._last_value(identity, board)}")
                lines.append(f"  {key_text(identity)}: {{value: null}}")
        return "\n".join(["indicators:", *lines]) if lines else ""

    def _reporter(self, indicator: Indicator) -> str | None:
        """The one board that reports the value, so that it is counted once."""
        owner = indicator.owner or self._corpus.profile.executive_board
        return next(iter(self._organisation.answering(owner)), None)

    def _last_value(self, identity: str, board: str) -> str:
        for year in sorted(self._earlier, reverse=True):
            file = self._earlier[year].get(board)
            if file is not None and identity in file.indicators and file.indicators[identity].value is not None:
                shown = observed(file.indicators[identity], self._corpus.indicators[identity], self._corpus.profile.thresholds)
                return f". {year}: {shown.text}"
        return ""


def _carried(year: int, report: CommitmentReport) -> str:
    """What was left open, as a remark to the board."""
    said = f"{year}: {swedish_value(report.status)}."
    if report.next_step:
        due = f", senast {report.next_step_due}" if report.next_step_due else ""
        said += f" Nästa steg{due}: {report.next_step}"
    return said


def _unit(indicator: Indicator) -> str:
    return {"number": "antal", "percent": "procent", "yes_no": "true eller false"}[indicator.unit]


def _remark(text: str) -> list[str]:
    return [f"  # {line}" for line in textwrap.wrap(" ".join(text.split()), REMARK_WIDTH, break_on_hyphens=False)]
