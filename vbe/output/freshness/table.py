"""`table`: for people at a terminal of 80 columns. By department, the worst first; what, why, whose and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import State
from vbe.language import _, ngettext
from vbe.model.profile import WAIVER
from vbe.output.freshness.labels import (
    department_name,
    late_words,
    outcome_words,
    owner_words,
    percent_words,
    remedies,
    rows,
    share_words,
    shared_words,
    state_of,
    total_words,
)
from vbe.output.styles import Style, paint
from vbe.output.width import SCREEN, WIDTH, columns, left, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.domain.freshness.assessment import Assessment, Share
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting
    from vbe.output.freshness.labels import Row

DATE_WIDTH = 10
INDENT = "    "
TITLE_LENGTH = 110
SUMMARY = 7
"""As many lines as the last sentences take, with a line that counts what is not shown."""
TIE = "\xa0"
"""A blank at which no line is broken; titles hold none, for all blanks have been made plain."""
STYLES = {State.UNKNOWN: Style.DOUBTFUL, State.DUE_SOON: Style.DOUBTFUL, State.CURRENT: Style.GOOD}


def format_assessment(assessment: Assessment, setting: Setting, *, whole: bool = True) -> str:
    """An overview, a heading and a list for each department, what looks like stamping, and a line that sums up.

    Unless it is `whole`, as many as a screen holds: the worst stand first.
    """
    details = [block for share in assessment.shares for block in _department(assessment, share, setting)]
    lines = _overview(assessment, setting, total=bool(details))
    details += _waivers(assessment, setting)
    rest = [*_remarks(assessment), *(part for line in _summary(assessment) for part in wrapped(line, ""))]
    shown = details if whole else _fitting(details, lines, rest)
    lines += [line for block in shown for line in block]
    count = len(details) - len(shown)
    if count:
        more = ngettext("… and {count} more (--all shows it).", "… and {count} more (--all shows them).", count)
        rest = [more.format(count=count), "", *(part for line in _summary(assessment) for part in wrapped(line, ""))]
    return "\n".join([*lines, *rest]) + "\n"


def _fitting(blocks: list[list[str]], before: list[str], after: list[str]) -> list[list[str]]:
    """The first of the blocks, as many as there is room for between what stands before and after."""
    if len(before) + sum(map(len, blocks)) + len(after) <= SCREEN:
        return blocks
    count, room = 1, SCREEN - len(before) - SUMMARY
    while count < len(blocks) and sum(map(len, blocks[: count + 1])) <= room:
        count += 1
    return blocks[:count]


def _overview(assessment: Assessment, setting: Setting, *, total: bool) -> list[str]:
    """A line for each department, the worst first, and what they make together; nothing where there is only one."""
    shares = assessment.shares
    if len(shares) < 2:
        return []
    counts = [_("{stale} of {total}").format(stale=share.stale, total=share.total) for share in shares]
    percents = [percent_words(share) for share in shares]
    widths = max(map(len, counts)), max(map(len, percents))
    names = [department_name(share.department, setting) for share in shares]
    room = min(max(map(columns, names)), WIDTH - 6 - sum(widths))
    lines = []
    for share, name, count, percent in zip(shares, names, counts, percents, strict=True):
        figures = paint(Style.BAD if share.stale else Style.GOOD, f"{count.rjust(widths[0])}  {percent.rjust(widths[1])}")
        lines.append(f"  {left(shortened(name, room), room)}  {figures}")
    lines += ["", *wrapped(total_words(assessment) + ".", "")] if total else []
    return [*lines, ""]


def _department(assessment: Assessment, share: Share, setting: Setting) -> Iterator[list[str]]:
    """What is to be done something about in a department: its own, then what others lead; each the lines of one thing."""
    listed = [freshness for freshness in assessment.listed(share.department) if freshness.kind != WAIVER.name]
    if not listed:
        return
    heading = f"{department_name(share.department, setting)}: {share_words(share)}"
    above = [*(paint(Style.HEADING, line) for line in wrapped(heading, "")), ""]
    own, shared = [f for f in listed if not f.is_shared], [f for f in listed if f.is_shared]
    if own:
        yield from _list(rows(own), setting, above)
        above = []
    if shared:
        above += [paint(Style.HEADING, line) for each in assessment.shared for line in wrapped(shared_words(each), "")]
        yield from _list(rows(shared), setting, [*above, ""])


def _waivers(assessment: Assessment, setting: Setting) -> Iterator[list[str]]:
    """Departures from the rules stand by themselves: they are about the checks, not about the work."""
    listed = [f for share in assessment.shares for f in assessment.listed(share.department) if f.kind == WAIVER.name]
    if listed:
        yield from _list(rows(listed), setting, [paint(Style.HEADING, _("Departures from the rules")), ""])


def _list(listed: list[Row], setting: Setting, above: list[str]) -> Iterator[list[str]]:
    """The lines of each row, the first with what stands above it."""
    width = max(len(state_of(row.first)) for row in listed)
    for row in listed:
        yield [*above, *_first_lines(row, width), *_rest(row, setting), ""]
        above = []


def _first_lines(row: Row, width: int) -> Iterator[str]:
    """State, what it is, and the day it was due."""
    first = row.first
    room = WIDTH - 2 - width - 2 - 2 - DATE_WIDTH
    parts = [part.replace(TIE, " ") for part in wrapped(_title(row.title), "", width=room)]
    word = state_of(first)
    state = paint(STYLES.get(first.state, Style.BAD), word) + " " * (width - len(word))
    due = str(row.due_on or "–").rjust(DATE_WIDTH)
    yield f"  {state}  {paint(Style.HEADING, parts[0])}{' ' * (room - columns(parts[0]))}  {due}"
    yield from (f"  {' ' * width}  {paint(Style.HEADING, part)}" for part in parts[1:])


def _title(title: str) -> str:
    """A title of which no more is shown than is read, and whose last sign stands on no line of its own."""
    shown = shortened(title, TITLE_LENGTH)
    return f"{shown.removesuffix(' …')}{TIE}…" if shown.endswith(" …") else shown


def _rest(row: Row, setting: Setting) -> Iterator[str]:
    """Its id and file, why, the remedy, and whose it is."""
    first = row.first
    yield from (paint(Style.FAINT, line) for line in wrapped(", ".join(row.ids), INDENT, whole=True))
    yield from (paint(Style.FAINT, line) for line in wrapped(", ".join(row.files), INDENT, whole=True))
    for reason in first.reasons:
        # What could not be told is of no weight beside what is known to be stale; it is said once, below.
        if not (first.is_stale and reason.state is State.UNKNOWN):
            yield from wrapped(reason.message, INDENT, whole=True)
    yield from (line for remedy in remedies(row) for line in wrapped("→ " + remedy, INDENT, INDENT + "  ", whole=True))
    late = late_words(first) if first.is_stale else ""
    owner = owner_words(row, setting)
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
    parts = [total_words(assessment)]
    soon = _count(listed, lambda f: f.state is State.DUE_SOON)
    if soon:
        parts.append(ngettext("{count} due soon", "{count} due soon", soon).format(count=soon))
    unknown = _count(listed, lambda f: f.state is State.UNKNOWN)
    if unknown:
        parts.append(ngettext("{count} cannot be told", "{count} cannot be told", unknown).format(count=unknown))
    yield "; ".join(parts) + "."
    yield from (shared_words(share) + "." for share in assessment.shared)
    outcome = outcome_words(listed)
    if outcome:
        yield _("A review is recorded with: vbe review ID --outcome {outcome}").format(outcome=outcome)


def _count(listed: tuple[Freshness, ...], wanted: Callable[[Freshness], bool]) -> int:
    return sum(map(wanted, listed))
