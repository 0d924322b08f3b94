"""What the boards report: each for its own, and nothing left out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from vbe.diagnostics import Finding, Severity
from vbe.domain.boards import Boards
from vbe.language import _, enumerate_words
from vbe.rules import rule
from vbe.rules.followup.values import year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus
    from vbe.model.records import Record
    from vbe.model.records.area import Commitment
    from vbe.model.records.followup import CommitmentReport

ENDED = ("done", "cancelled", "replaced")
"""Nothing more is to be done."""
UNFINISHED = ("not_started", "ongoing")


class Reported(NamedTuple):
    """What one board reports on one known commitment for a year."""

    record: Record
    year: int
    id: str
    commitment: Commitment
    content: CommitmentReport

    @property
    def route(self) -> Route:
        """Where it stands."""
        return ("commitments", self.id)

    @property
    def is_late(self) -> bool:
        """Whether the last day had passed when the board reported, or at the end of the year."""
        end = datetime.date(self.year, 12, 31)
        reported = min(end, self.record.content.reported_on or end)
        deadline = self.commitment.deadline
        return deadline is not None and deadline <= reported and self.content.status in UNFINISHED


def reports(corpus: Corpus) -> Iterator[Reported]:
    """Every board's report on every known commitment, by file."""
    commitments = corpus.commitments
    for record in corpus.of_kind("followup"):
        for identity, content in record.content.commitments.items():
            if identity in commitments:
                yield Reported(record, year_of(record), identity, commitments[identity], content)


@rule("VBE607", Severity.WARNING)
def report_from_another_board(corpus: Corpus) -> Iterator[Finding]:
    """A board reports on a commitment that it does not answer for.

    Each board answers for its own work (kommunallagen 6 kap. 6 §). The executive board may ask, but it does not fill in what
    another board should have reported. A department's commitments are its boards', a unit's and a role's those of their
    department; the executive board answers for groups and for what has no board of its own.

    Bad (in `followup/2017/kompetensnamnden.yaml`, for a commitment of socialförvaltningen):

        "5.1": {status: continuous}

    Good: the same in `followup/2017/socialnamnden.yaml`.
    """
    boards = Boards(corpus)
    for report in reports(corpus):
        answering = boards.of_all(report.commitment.responsible)
        if report.record.owner not in answering:
            message = _("The board does not answer for commitment {id}.").format(id=report.id)
            hint = _("It belongs in {files}; or the board is missing under responsible.")
            hint = hint.format(files=enumerate_words(f"{board}.yaml" for board in sorted(answering)))
            yield Finding(report.record.file, message, hint, report.route, on_key=True)


@rule("VBE608", Severity.WARNING)
def unreported_commitment(corpus: Corpus) -> Iterator[Finding]:
    """A commitment is reported by none of the boards that answer for it.

    The follow-up says for every commitment how far it has come; what nobody mentions looks as if it were in order. One of
    the boards that answer for it is enough. The finding stands in the file of such a board, and only for years in which one
    of them has reported: whether a whole report is late is for `vbe stale`. What was done, cancelled or replaced in an
    earlier year needs no more reports.

    Mend it by reporting the commitment, also when nothing has been done: `{status: not_started, next_step: …}`.
    """
    boards = Boards(corpus)
    told: dict[int, set[str]] = defaultdict(set)
    ended: dict[str, int] = {}
    for report in reports(corpus):
        told[report.year].add(report.id)
        if report.content.status in ENDED:
            ended[report.id] = min(report.year, ended.get(report.id, report.year))
    for year in corpus.years:
        files = {record.owner: record for record in corpus.of_kind("followup") if year_of(record) == year}
        for entry in corpus.entries.get("commitment", {}).values():
            if entry.id in told[year] or ended.get(entry.id, year) < year:
                continue
            answering = sorted(boards.of_all(entry.content.responsible) & files.keys())
            if answering:
                message = _("Nobody reports on commitment {id} for {year}.").format(id=entry.id, year=year)
                hint = _("Report it here, also when nothing has been done.")
                yield Finding(files[answering[0]].file, message, hint, ("commitments",))


@rule("VBE617", Severity.WARNING)
def unexpected_report(corpus: Corpus) -> Iterator[Finding]:
    """A board that is not among those that report has a follow-up file.

    The profile lists who reports every year, under `coverage.reporting_boards`. A report from another board is counted
    nowhere: either the list is out of date, or the file has the wrong name.

    Mend it by adding the board to the list in `vbe.yaml`, or by renaming the file.
    """
    listed = corpus.profile.coverage.reporting_boards
    expected = {member for board in listed for member in corpus.members(board)}
    if not expected or "organisation" in corpus.incomplete:
        return
    for record in corpus.of_kind("followup"):
        if record.owner not in expected:
            message = _("“{id}” is not among the boards that report.").format(id=record.owner)
            yield Finding(record.file, message, _("Add it under coverage.reporting_boards in vbe.yaml, or rename the file."))


@rule("VBE620")
def follow_up_dates_out_of_order(corpus: Corpus) -> Iterator[Finding]:
    """The dates of a follow-up contradict each other.

    A board hands in a report no earlier than in the year that it is about, decides on it when it exists, and reports as done
    what has been done. A report that is handed in before the year's end is a part-year's, which is fine.

    Bad (in `followup/2017`):

        reported_on: 2018-02-20
        decision: {case_number: "SN/2018:12", paragraph: 14, date: 2018-01-31}

    Good:

        reported_on: 2018-01-31
        decision: {case_number: "SN/2018:12", paragraph: 14, date: 2018-02-20}
    """
    hint = _("Correct one of the dates.")
    for record in corpus.of_kind("followup"):
        reported, decision = record.content.reported_on, record.content.decision
        if reported is not None and reported.year < year_of(record):
            yield Finding(record.file, _("The report was handed in before its year."), hint, ("reported_on",))
        if reported is not None and decision is not None and decision.date is not None and decision.date < reported:
            message = _("The board decided before the report was handed in.")
            yield Finding(record.file, message, hint, ("decision", "date"))
        for identity, content in record.content.commitments.items():
            if reported is not None and content.done_on is not None and content.done_on > reported:
                message = _("It was done after it was reported.")
                yield Finding(record.file, message, hint, ("commitments", identity, "done_on"))
