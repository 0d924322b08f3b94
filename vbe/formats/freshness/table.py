"""`table`: for people at a terminal of 80 columns. By department, the worst first; what, why, whose and since when."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.formats.freshness.words import department_name, late_words, rows, share_words, state_of
from vbe.formats.styles import Style, paint
from vbe.freshness import State
from vbe.language import _, ngettext
from vbe.redaction import redact
from vbe.terminal import inert, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.formats.freshness import Setting
    from vbe.formats.freshness.words import Row
    from vbe.freshness import Assessment, Freshness

WIDTH = 80
DATE_WIDTH = 10
INDENT = "    "
TITLE_LENGTH = 110
STYLES = {State.UNKNOWN: Style.DOUBTFUL, State.DUE_SOON: Style.DOUBTFUL, State.CURRENT: Style.GOOD}


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """A heading and a list for each department, what looks like stamping, and a line that sums up."""
    lines: list[str] = []
    by_department: dict[str, list[Freshness]] = {}
    for freshness in assessment.freshness:
        by_department.setdefault(freshness.department, []).append(freshness)
    only_current = all(f.state is State.CURRENT for f in assessment.freshness)
    for share in assessment.shares:
        if share.department not in by_department:
            continue
        shown = [f for f in by_department[share.department] if only_current or f.state is not State.CURRENT]
        heading = f"{department_name(share.department, setting)}: {share_words(share)}"
        lines += [*(paint(Style.HEADING, line) for line in wrapped(heading, "")), ""]
        lines += _list(rows(shown), setting) if shown else ()
    lines += _remarks(assessment)
    for line in _summary(assessment):
        lines += wrapped(line, "")
    return inert("\n".join(lines) + "\n")


def wrapped(content: str, indent: str, hanging: str | None = None) -> list[str]:
    """Text from files or of our own in lines of the width, harmless to look at."""
    shown = one_line(redact(content))
    following = indent if hanging is None else hanging
    return textwrap.wrap(shown, WIDTH, initial_indent=indent, subsequent_indent=following, break_on_hyphens=False) or [indent]


def _list(listed: list[Row], setting: Setting) -> Iterator[str]:
    width = max(len(state_of(row.first)) for row in listed)
    for row in listed:
        yield from _first_lines(row, width)
        yield from _rest(row, setting)
        yield ""


def _first_lines(row: Row, width: int) -> Iterator[str]:
    """State, what it is, and the day it was due."""
    first = row.first
    title = row.title if len(row.title) <= TITLE_LENGTH else row.title[: TITLE_LENGTH - 1].rstrip() + "…"
    room = WIDTH - 2 - width - 2 - 2 - DATE_WIDTH
    parts = textwrap.wrap(one_line(redact(title)), room, break_on_hyphens=False) or [""]
    word = state_of(first)
    state = paint(STYLES.get(first.state, Style.BAD), word) + " " * (width - len(word))
    due = str(row.due_on or "–").rjust(DATE_WIDTH)
    yield f"  {state}  {paint(Style.HEADING, parts[0])}{' ' * (room - len(parts[0]))}  {due}"
    yield from (f"  {' ' * width}  {paint(Style.HEADING, part)}" for part in parts[1:])


def _rest(row: Row, setting: Setting) -> Iterator[str]:
    """Its id, why, and whose it is."""
    first = row.first
    yield from (paint(Style.FAINT, line) for line in wrapped(", ".join(row.ids), INDENT))
    for reason in first.reasons:
        # What could not be told is of no weight beside what is known to be stale; it is said once, below.
        if not (first.is_stale and reason.state is State.UNKNOWN):
            yield from wrapped(reason.message, INDENT)
    late = late_words(first) if first.is_stale else ""
    owner = setting.name(row.owner_role) if row.owner_role else ""
    example = _("example") if first.is_example else ""
    about = "; ".join(part for part in (owner, late, example) if part)
    if about:
        yield from (paint(Style.FAINT, line) for line in wrapped(about, INDENT))


def _remarks(assessment: Assessment) -> Iterator[str]:
    hints = {reason.hint for f in assessment.freshness for reason in f.reasons if reason.state is State.UNKNOWN and reason.hint}
    yield from _bullets(_("What could not be told, and what to do about it:"), sorted(hints))
    yield from _bullets(_("To ask about (no fault, and not counted):"), [remark.message for remark in assessment.remarks])


def _bullets(heading: str, messages: list[str]) -> Iterator[str]:
    if messages:
        yield from (paint(Style.HEADING, line) for line in wrapped(heading, ""))
        for message in messages:
            yield from wrapped(message, "- ", "  ")
        yield ""


def _summary(assessment: Assessment) -> Iterator[str]:
    listed = assessment.freshness
    stale, total = sum(share.stale for share in assessment.shares), sum(share.total for share in assessment.shares)
    parts = [_("{stale} of {total} stale as of {date}").format(stale=stale, total=total, date=assessment.as_of)]
    soon = _count(listed, lambda f: f.state is State.DUE_SOON)
    if soon:
        parts.append(ngettext("{count} due soon", "{count} due soon", soon).format(count=soon))
    unknown = _count(listed, lambda f: f.state is State.UNKNOWN)
    if unknown:
        parts.append(ngettext("{count} cannot be told", "{count} cannot be told", unknown).format(count=unknown))
    yield "; ".join(parts) + "."
    if any(f.is_stale and f.kind in ("routine", "guidance") for f in listed):
        yield _("A review is recorded with: vbe review ID --outcome no-change")


def _count(listed: tuple[Freshness, ...], wanted: Callable[[Freshness], bool]) -> int:
    return sum(map(wanted, listed))
