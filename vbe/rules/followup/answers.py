"""What the receiving bodies asked, and what they were answered."""

from __future__ import annotations

from vbe.language import _
from vbe.model.records.followup import REMARK
from vbe.rules import Corpus, Finding, Findings, Severity, rule


@rule("VBE619", Severity.WARNING)
def half_answered_remark(corpus: Corpus) -> Findings:
    """A remark has an answer without a day, or a day without an answer.

    Who asked sees in the next report what the answer was and when it came. With one half missing it is neither answered nor
    open.

    Bad:

        - id: KS-2018-1
          answered_on: 2018-09-13

    Good:

        - id: KS-2018-1
          answered_on: 2018-09-13
          answer: Nämnden har gjort översynen.
    """
    for entry in corpus.all_of(REMARK):
        remark = entry.content
        if remark.answer and remark.answered_on is None:
            message, hint, field = _("The answer has no day."), _("Write the day under answered_on."), "answer"
        elif remark.answered_on is not None and not remark.answer:
            message, hint, field = _("The day of the answer is given, but no answer."), _("Write it under answer."), "answered_on"
        else:
            continue
        yield Finding(entry.record.file, message, hint, (*entry.route, field))
