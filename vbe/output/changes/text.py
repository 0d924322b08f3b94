"""`text`: for people. By department, reviews apart, and last what follows from it all."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.domain.changes import ChangeType
from vbe.language import _
from vbe.output.changes.beside import shortened
from vbe.output.changes.words import point_words
from vbe.output.styles import Style, paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.output.changes.comparison import Comparison, Told

WIDTH = 80


def format_comparison(comparison: Comparison) -> str:
    """What changed, and what follows from it."""
    lines = [paint(Style.FAINT, _("{old} → {new}").format(old=comparison.old.name, new=comparison.new.name))]
    if comparison.decisive:
        lines += ["", paint(Style.BAD, _("Changes the check or the report")), *_points(comparison.decisive)]
    for risk, departments in comparison.by_risk:
        lines += ["", paint(Style.HEADING, risk)]
        for heading, told in departments:
            lines += [paint(Style.FAINT, f"  {heading}"), *(line for each in told for line in _told(each))]
    for heading, apart in (
        (_("Reviews"), comparison.reviews),
        (_("References that follow a new id"), comparison.followers),
    ):
        if apart:
            lines += ["", paint(Style.HEADING, heading), *_points(each.sentence for each in apart)]
    if comparison.remarks:
        lines += ["", paint(Style.DOUBTFUL, _("What follows from this")), *_points(comparison.remarks)]
    if comparison.unread:
        lines += [
            "",
            paint(Style.BAD, _("Not compared, because the file has faults")),
            *_points(comparison.unread),
        ]
    if comparison.slight:
        lines += ["", paint(Style.HEADING, _("Other files")), *_points(shortened(comparison.slight))]
    lines += ["", comparison.summary]
    return "\n".join(lines) + "\n"


def _told(told: Told) -> Iterator[str]:
    """A change: in a sentence where that says all, else what it is about and a point for each field, old and new in full."""
    if not told.points or told.is_renamed:
        yield from _points([told.sentence])
    if told.points:
        if not told.is_renamed and told.what is not ChangeType.ADDED:
            yield from _points([f"{told.subject}:"])
        elif told.what is ChangeType.ADDED:
            yield from _points([told.sentence])
        for point in told.points:
            yield from _wrapped(point_words(point), "      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
    )


def _points(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        yield from textwrap.wrap(
            sentence, WIDTH, initial_indent="  – ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )
