"""A year's follow-ups, prepared: every commitment that a board answers for, and what was left open last year."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.domain.asking import asked, organisation_of
from vbe.domain.earlier import earlier_than
from vbe.domain.expected import indicators_of
from vbe.domain.joint import boards_for, readers
from vbe.domain.labels import swedish_value
from vbe.domain.organisation import Organisation
from vbe.domain.samples import counted
from vbe.errors import VbeError
from vbe.language import _, in_swedish
from vbe.model.labels import VALUES
from vbe.model.records.organisation import BOARD
from vbe.scaffold.choices import actors
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Prompt
from vbe.store.editing.insertion import extend
from vbe.store.editing.scalars import key_text

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.records.area import Indicator
    from vbe.model.records.followup import CommitmentReport, FollowUp
    from vbe.scaffold.filling import Filled
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

REMARK_WIDTH = 94


def followup_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """For which year, and which board; with `all_boards`, those that the profile lists."""
    asked_for = [Prompt("year", _("Year"), form="number"), Prompt("update", "", needed=False)]
    if given.get("all_boards"):
        return asked_for
    choices = dict.fromkeys((*actors(corpus, BOARD.name), *readers(Organisation(corpus, None))))
    return [*asked_for, Prompt("board", _("Board"), tuple(choices), _("board"))]


def followups(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The files of the boards that have none for the year yet; with `update`, those that lack something too."""
    year, corpus = answers["year"], counted(corpus)
    named = answers.get("board")
    organisation = organisation_of(corpus, year)
    boards = list(boards_for(organisation, named) if named else organisation.reporting_boards)
    files = {board: f"followup/{year}/{board}.yaml" for board in boards}
    if not boards:
        raise VbeError(_("No board is asked to report for {year}.").format(year=year), _("Name one with --board."))
    present = set(source.listing().files)
    wanted = [board for board in boards if files[board] not in present]
    update = answers.get("update")
    if not wanted and not update:
        message = _("{path} already exists and is not overwritten.").format(path=files[boards[0]])
        raise VbeError(message, _("With --update what is missing in it is added."))
    writer = _Writer(corpus, year)
    added = [_updated(source, writer, b, files[b]) for b in boards if b not in wanted] if update else []
    written = [board for board in wanted if board in organisation.reporting_boards or writer.has_anything(board)]
    if not written and not update:
        raise VbeError(_("{board} is asked to report nothing for {year}.").format(board=wanted[0], year=year))
    begun = [Change(files[board], None, record(files[board], writer.text(board))) for board in written]
    return [*begun, *(change for change in added if change.new != change.old)]


def _updated(source: Source, writer: _Writer, board: str, file: str) -> Change:
    """A board's file with the commitments and indicators that it lacks, each at the end of its list."""
    content, present = source.read(file, writer.largest), writer.present(board)
    if present is None or not isinstance(content, bytes):
        raise VbeError(_("{path} has faults and cannot be added to.").format(path=file), _("Run `vbe validate` to see them."))
    text = content.decode("utf-8")
    parts = (("commitments", writer.commitments(board, present)), ("indicators", writer.indicators(board, present)))
    for key, lines in parts:
        if lines:
            text = extend(text, key, [line.removeprefix("  ") for line in lines], model=type(present))
    return Change(file, content, text.encode())


class _Writer:
    """Writes the boards' files of one year."""

    def __init__(self, corpus: Corpus, year: int) -> None:
        self._corpus = corpus
        self._year = year
        self._organisation = organisation_of(corpus, year)
        self._asked = asked(corpus, year)
        self._earlier = earlier_than(corpus, year)
        self.largest = corpus.profile.limits.file_kib * 1024
        """Bytes of a file that is read."""

    def present(self, board: str) -> FollowUp | None:
        """The board's file as it is; None where there is none that can be read."""
        return self._corpus.follow_ups(self._year).get(board)

    def has_anything(self, board: str) -> bool:
        """Whether the board is asked for anything: an action to report on, or a value."""
        return bool(self.commitments(board) or self.indicators(board))

    def text(self, board: str) -> str:
        """One board's file."""
        commitments, indicators = self.commitments(board), self.indicators(board)
        values: dict[str, Filled] = {
            "year": self._year,
            "next_year": self._year + 1,
            "board_name": self._organisation.inside(board),
            "small_count": self._corpus.profile.thresholds.small_count,
            "commitments": _listed("commitments:", commitments) if commitments or indicators else "commitments: {}",
            "indicators": _listed("indicators:", indicators),
        }
        return fill(template("new/followup.yaml"), values)

    def commitments(self, board: str, present: FollowUp | None = None) -> list[str]:
        """The lines on each commitment that is not in the file yet: the board says its status, last time's is a remark."""
        lines: list[str] = []
        for identity, commitment in self._corpus.commitments.items():
            if board not in self._asked[identity] or (present is not None and identity in present.commitments):
                continue
            before = self._earlier.said_of(identity, board)
            lines += _remark(commitment.text)
            lines += _remark(_carried(*before)) if before is not None else []
            lines += [f"  {key_text(identity)}:", "    status:"]
        return lines

    def indicators(self, board: str, present: FollowUp | None = None) -> list[str]:
        """The lines on each indicator that is not in the file yet, with its last value as a remark."""
        lines: list[str] = []
        for identity in indicators_of(self._corpus, self._year, board):
            if present is not None and identity in present.indicators:
                continue
            indicator, last = self._corpus.indicators[identity], self._earlier.value_of(identity, board)
            lines += _remark(f"{indicator.title} ({_unit(indicator)}){f'. {last}' if last else ''}")
            lines += _remark("Även för kvinnor och män: {value: …, women: …, men: …}") if indicator.by_sex else []
            lines.append(f"  {key_text(identity)}: {{value: null}}")
        return lines


def _listed(head: str, lines: list[str]) -> str:
    return "\n".join([head, *lines]) if lines else ""


def _carried(year: int, report: CommitmentReport) -> str:
    """What the board said last, as a remark to it."""
    remark = f"{year}: {swedish_value(report.standing)}."
    if report.next_step:
        due = f", senast {report.next_step_due}" if report.next_step_due else ""
        remark += f" Nästa steg{due}: {report.next_step}"
    return remark


def _unit(indicator: Indicator) -> str:
    return "true eller false" if indicator.unit == "yes_no" else in_swedish(VALUES[indicator.unit])


def _remark(text: str) -> list[str]:
    return [f"  # {line}" for line in textwrap.wrap(" ".join(text.split()), REMARK_WIDTH, break_on_hyphens=False)]
