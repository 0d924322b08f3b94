"""A time that is written in words is a time, and belongs where the clock reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Finding
from vbe.language import _
from vbe.language.written import read_time
from vbe.model.records.area import COMMITMENT
from vbe.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.language.written import Time
    from vbe.model.corpus import Corpus


@rule("VBE423")
def date_in_when(corpus: Corpus) -> Iterator[Finding]:
    """A day, a span or a cadence stands in `when`, where no clock reads it.

    `when` is for an event, such as a suspicion or a decision. A time in words looks right to a reader, but is never late and
    stands on no list. Write the day as `deadline`, or how often as `every_months`. Words for all the time are listed in the
    profile under `continuous_terms`.

    Bad:

        when: hösten 2027

    Good:

        deadline: 2027-12-31
    """
    for entry in corpus.all_of(COMMITMENT):
        when = entry.content.when
        time = read_time(when) if when is not None and not corpus.is_continuous(entry.content) else None
        if time is not None and (time.last is not None or time.every_months is not None):
            message = _("“{when}” is a time, and no clock reads it here.").format(when=when)
            yield Finding(entry.record.file, message, _remedy(time), (*entry.route, "when"))


def _remedy(time: Time) -> str:
    if time.last is not None:
        return _("Write deadline: {day} instead of when.").format(day=time.last.isoformat())
    return _("Write every_months: {months} instead of when.").format(months=time.every_months)
