"""What the boards report: each for its own, and nothing left out."""

from __future__ import annotations

from vbe.domain.asking import missing, organisation_of
from vbe.domain.period import handed_in
from vbe.language import _, enumerate_words
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.organisation import ORGANISATION
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.followup.parts import reports
from vbe.rules.sources import COUNCIL, FOLLOW_UP, Citation


@rule("VBE607", Severity.WARNING, sources=(Citation(f"{COUNCIL}, 6 kap. 6 §"),))
def report_from_another_board(corpus: Corpus) -> Findings:
    """A board reports on a commitment that it does not answer for.

    Each board answers for its own work (kommunallagen 6 kap. 6 §). The executive board may ask, but it does not fill in what
    another board should have reported. A department's commitments are its boards', a unit's and a role's those of their
    department, and a group's those of the role that convenes it. The executive board answers for an advisory body and for
    what has no board of its own. A partner answers to nobody here: those it works with do. A board that has ended hands
    over to its successors.

    Of the boards that answer, those are asked that report every year (`coverage.reporting_boards` in the profile). Where
    none of them does, those that answer are asked all the same.

    Bad (in `followup/2017/kompetensnamnden.yaml`, for a commitment of socialförvaltningen):

        "5.1": {status: continuous}

    Good: the same in `followup/2017/socialnamnden.yaml`.
    """
    organisations = {year: organisation_of(corpus, year) for year in corpus.years}
    for report in reports(corpus):
        answering = organisations[report.year].answering_for(report.about)
        if report.record.owner not in answering:
            message = _("The board does not answer for commitment {id}.").format(id=report.id)
            hint = _("It belongs in {files}; or the board is missing under responsible.")
            hint = hint.format(files=enumerate_words(f"{board}.yaml" for board in sorted(answering)))
            yield Finding(report.record.file, message, hint, report.route, on_key=True)


@rule("VBE608", Severity.WARNING, sources=(FOLLOW_UP,))
def unreported_commitment(corpus: Corpus) -> Findings:
    """A board that answers for a commitment has handed in its report without it.

    The follow-up says for every commitment how far it has come; what nobody mentions looks as if it were in order. Each of
    the boards that answer for a commitment says how its own part stands. The finding stands in the file of the board, and
    only once that report has been handed in: whether a whole report is late is for `vbe stale`. What the board has reported
    as done, cancelled or replaced in an earlier year needs no more reports, nor does what begins after the year (`starts_on`).
    A commitment without a status is not reported.

    Mend it by reporting the commitment, also when nothing has been done: `{status: not_started, next_step: …}`.
    """
    for year in corpus.years:
        present = handed_in(corpus, year)
        for identity, boards in missing(corpus, year).items():
            for board in boards:
                if board in present:
                    message = _("Nothing is reported on commitment {id} for {year}.").format(id=identity, year=year)
                    hint = _("Report it here, also when nothing has been done; if it came later, give its first day (starts_on).")
                    yield Finding(f"followup/{year}/{board}.yaml", message, hint, ("commitments",))


@rule("VBE617", Severity.WARNING)
def unexpected_report(corpus: Corpus) -> Findings:
    """A board that is not among those that report has a follow-up file.

    The profile lists who reports every year, under `coverage.reporting_boards`. Either the list is out of date, or the file
    has the wrong name.

    Mend it by adding the board to the list in `vbe.yaml`, or by renaming the file.
    """
    if not corpus.profile.coverage.reporting_boards or ORGANISATION.name in corpus.incomplete:
        return
    organisations = {year: organisation_of(corpus, year) for year in corpus.years}
    for record in corpus.of(FOLLOWUP):
        if record.owner not in organisations[record.year].listed_boards:
            message = _("“{id}” is not among the boards that report.").format(id=record.owner)
            yield Finding(record.file, message, _("Add it under coverage.reporting_boards in vbe.yaml, or rename the file."))


@rule("VBE620")
def follow_up_dates_out_of_order(corpus: Corpus) -> Findings:
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
    for record in corpus.of(FOLLOWUP):
        reported, decision = record.content.reported_on, record.content.decision
        if reported is not None and reported.year < record.year:
            yield Finding(record.file, _("The report was handed in before its year."), hint, ("reported_on",))
        if reported is not None and decision is not None and decision.date is not None and decision.date < reported:
            message = _("The board decided before the report was handed in.")
            yield Finding(record.file, message, hint, ("decision", "date"))
        for identity, content in record.content.commitments.items():
            if reported is not None and content.done_on is not None and content.done_on > reported:
                message = _("It was done after it was reported.")
                yield Finding(record.file, message, hint, ("commitments", identity, "done_on"))
