"""How far the commitments have come: with something that shows it, and with cause and next step where it went wrong."""

from __future__ import annotations

import datetime
from collections import defaultdict

from vbe.domain.asking import UNFINISHED, is_late
from vbe.domain.period import last_day
from vbe.language import _, enumerate_words
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.followup.parts import OnCommitment, reports
from vbe.rules.sources import COUNCIL, Citation


@rule("VBE609", sources=(Citation(f"{COUNCIL}, 12 kap.", checked=False),))
def done_without_evidence(corpus: Corpus) -> Findings:
    """A commitment is reported as done without a date, or without anything that shows it.

    The auditors ask what shows that it was done (kommunallagen 12 kap.). The day stands in `done_on`. What shows it is a
    case number or a paragraph in the report, or a piece of evidence on the commitment from the same year or earlier.

    Bad:

        "4.5": {status: done, result: Alla chefer är utbildade.}

    Good:

        "4.5":
          status: done
          result: Alla chefer är utbildade.
          done_on: 2017-11-30
          case_number: "KS/2017:412"
    """
    for report in reports(corpus):
        content = report.content
        if content.status != "done":
            continue
        if content.done_on is None:
            message = _("Commitment {id} is done, but not since when.").format(id=report.id)
            yield Finding(report.record.file, message, _("Write the day under done_on."), report.route, on_key=True)
        shown = any(evidence.date.year <= report.year for evidence in report.about.evidence)
        if content.case_number is None and content.paragraph is None and not shown:
            message = _("Nothing shows that commitment {id} is done.").format(id=report.id)
            hint = _("Write case_number or paragraph here, or add evidence to the commitment in measures/.")
            yield Finding(report.record.file, message, hint, report.route, on_key=True)


@rule("VBE610")
def unexplained_step_back(corpus: Corpus) -> Findings:
    """A board takes back that a commitment is done, and does not say why.

    What was reported as done in an earlier year is now not started or under way. That may be right, but who decided on the
    earlier report must be told what has changed.

    Bad (when 2017 said `done`):

        "4.5": {status: ongoing}

    Good:

        "4.5":
          status: ongoing
          deviation: Utbildningen måste göras om.
          cause: Hälften av cheferna är nya.
          next_step: Nya chefer kallas till hösten.
          next_step_due: 2018-11-30
    """
    done: dict[tuple[str, str], list[int]] = defaultdict(list)
    for report in reports(corpus):
        if report.content.status == "done":
            done[report.record.owner, report.id].append(report.year)
    for report in reports(corpus):
        earlier = [year for year in done[report.record.owner, report.id] if year < report.year]
        explained = report.content.deviation or report.content.cause
        if earlier and report.content.status in UNFINISHED and not explained:
            message = _("Commitment {id} was done in {year} and is not any more.").format(id=report.id, year=max(earlier))
            yield Finding(report.record.file, message, _("Say why under deviation and cause."), (*report.route, "status"))


@rule("VBE611", Severity.WARNING)
def unexplained_deviation(corpus: Corpus) -> Findings:
    """A commitment deviates or is late, without its cause and the next step.

    What is yellow or red in the report is to be acted on. That takes why it went wrong, and what happens next. A commitment is
    late when its deadline has passed and it is not started or still under way.

    Bad:

        "1.1": {status: ongoing, deviation: Två möten ställdes in.}

    Good:

        "1.1":
          status: ongoing
          deviation: Två möten ställdes in.
          cause: Säkerhetschefen var sjuk.
          next_step: En ersättare kallar till mötena.
          next_step_due: 2018-03-31
    """
    for report in reports(corpus):
        content = report.content
        overdue = _was_late(report)
        if not content.deviation and not overdue:
            continue
        missing = [field for field in ("cause", "next_step") if not getattr(content, field)]
        if missing:
            words = _("Commitment {id} is late, without {fields}.") if overdue else _("A deviation without {fields}.")
            message = words.format(id=report.id, fields=enumerate_words(missing))
            route = (*report.route, "deviation") if content.deviation else (*report.route, "status")
            yield Finding(report.record.file, message, _("Write why it went wrong, and what happens next."), route)


def _was_late(report: OnCommitment) -> bool:
    """Whether the last day had passed when the board reported; when the year is over, where it has not."""
    reported = report.record.content.reported_on or last_day(report.year) + datetime.timedelta(days=1)
    return report.content.status is not None and is_late(report.about, report.content.status, reported)


@rule("VBE612")
def unexplained_end(corpus: Corpus) -> Findings:
    """A commitment is cancelled without a cause, or replaced without saying by what.

    It stands in a document that has been decided. When it is dropped, the report says why; when something else takes its
    place, the report says what.

    Bad:

        "5.5": {status: cancelled}

    Good:

        "5.5": {status: cancelled, cause: Den nationella telefonlinjen har stängt.}
    """
    for report in reports(corpus):
        content = report.content
        if content.status == "cancelled" and not content.cause:
            message, hint = _("Commitment {id} is cancelled without a cause."), _("Write why under cause.")
        elif content.status == "replaced" and not (content.result or content.cause or content.next_step):
            message = _("Commitment {id} is replaced, but it is not said by what.")
            hint = _("Write under result what has taken its place.")
        else:
            continue
        yield Finding(report.record.file, message.format(id=report.id), hint, (*report.route, "status"))


@rule("VBE613", Severity.NOTE)
def next_step_without_date(corpus: Corpus) -> Findings:
    """A next step has no last day.

    Without a day nobody can see whether the step was taken, and next year's report cannot ask for it.

    Bad:

        next_step: En ersättare kallar till mötena.

    Good:

        next_step: En ersättare kallar till mötena.
        next_step_due: 2018-03-31
    """
    for report in reports(corpus):
        if report.content.next_step and report.content.next_step_due is None:
            message = _("The next step has no last day.")
            yield Finding(report.record.file, message, _("Write the day under next_step_due."), (*report.route, "next_step"))
