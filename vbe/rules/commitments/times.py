"""A time that is written in words is a time, and belongs where the clock reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.diagnostics import Location
from vbe.domain.lifecycle import is_continuous
from vbe.language import _
from vbe.language.events import tells_time
from vbe.language.patterns import later
from vbe.language.written import read_time
from vbe.model.fields import NOT_STATED
from vbe.model.records.area import AREA, COMMITMENT, Area
from vbe.rules import Corpus, Finding, Findings, rule
from vbe.rules.sources import COVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.language.written import Time
    from vbe.model.records import Record


@rule("VBE423", sources=(COVER,))
def date_in_when(corpus: Corpus) -> Findings:
    """A day, a span or a cadence stands in `when`, where no clock reads it.

    `when` is for an event, such as a suspicion or a decision. A time in words looks right to a reader, but is never late and
    stands on no list. Write a day or a span as `deadline` (`2018-06-30`, `2018-Q4`, `2018-HT`, `2018`: due on its last day
    and printed as it is written), and how often as `every_months`; what is done first by a day and then again also has
    `then_every_months`, and some days of every year are `yearly_on`. `vbe validate --fix` writes what can be read. Words for
    all the time are listed in the profile under `continuous_terms`.

    Bad:

        when: hösten 2027

    Good:

        deadline: hösten 2027
    """
    for record in corpus.of(AREA):
        for route, when in _written(record):
            if not is_continuous(corpus, record.content.commitments[int(route[1])]):
                yield from _found(record, route, when)


def times_in_words(record: Record[Area]) -> Findings:
    """The times in `when` of one file that have one right place, with what should stand there: for `vbe validate --fix`."""
    for route, when in _written(record):
        yield from (finding for finding in _found(record, route, when) if finding.is_certain)


def _written(record: Record[Area]) -> Iterator[tuple[Route, str]]:
    for index, commitment in enumerate(record.content.commitments):
        if commitment.when not in (None, NOT_STATED):
            yield (COMMITMENTS, index, "when"), str(commitment.when)


COMMITMENTS = next(listed.field for listed in AREA.entries if listed.kind is COMMITMENT)


def _found(record: Record[Area], route: Route, when: str) -> Findings:
    time = read_time(when)
    if time is not None and (time.last is not None or time.every_months is not None):
        message = _("“{when}” is a time, and no clock reads it here.").format(when=when)
        line = _line(time, when)
        key, value = record.document.locate(route, on_key=True), record.document.locate(route)
        place = Location(record.file, key.line, key.column, value.end_line, value.end_column)
        hint = _("Write {line} instead of when.").format(line=line)
        yield Finding(record.file, message, hint, location=place, replacement=line, is_certain=key.line == value.end_line)
    elif time is None and tells_time(when):
        message = _("“{when}” says a time that no clock can read.").format(when=when)
        hint = _("Write deadline, every_months or yearly_on; keep in when only the event that calls for it.")
        yield Finding(record.file, message, hint, route)


def _line(time: Time, when: str) -> str:
    """The field that the time belongs in: a span in the plan's own words, where they are read as one."""
    if time.every_months is not None:
        return f"every_months: {time.every_months}"
    is_span = time.first is not None and time.first != time.last
    return f"deadline: {when if is_span and PLAIN.fullmatch(when) else time.last}"


PLAIN = later(r"\w[\w ./–-]*")
"""Words that need no quotation marks in YAML."""
