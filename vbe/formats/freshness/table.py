"""`table`: for people at a terminal of 80 columns. By department, the worst first; what, why, whose and since when."""

from __future__ import annotations

import io
import os
import shutil
import sys
from typing import TYPE_CHECKING

from vbe.formats.freshness.words import department_name, late_words, rows, share_words, state_of
from vbe.formats.styles import has_colour
from vbe.freshness import STALE, State
from vbe.language import _, ngettext
from vbe.redaction import redact
from vbe.terminal import inert, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from vbe.formats.freshness import Setting
    from vbe.formats.freshness.words import Row
    from vbe.freshness import Assessment, Freshness
    from vbe.freshness.model import Share

WIDTH = 80
WIDEST = 100
TITLE_LENGTH = 110
STYLES = {State.UNKNOWN: "yellow", State.DUE_SOON: "yellow", State.CURRENT: "green"}


def format_assessment(assessment: Assessment, setting: Setting) -> str:
    """A heading and a table for each department, what looks like stamping, and a line that sums up."""
    console = console_for_text()
    only_current = all(f.state is State.CURRENT for f in assessment.freshness)
    for share in assessment.shares:
        listed = [f for f in assessment.freshness if f.department == share.department]
        shown = [f for f in listed if only_current or f.state is not State.CURRENT]
        console.print(_heading(share, setting))
        console.print()
        for part in _rows(rows(shown), setting) if shown else ():
            console.print(part)
    for part in _remarks(assessment):
        console.print(part)
    for line in _summary(assessment):
        console.print(text(line))
    file = console.file
    assert isinstance(file, io.StringIO)
    return inert("\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n")


def console_for_text() -> Console:
    """A console that writes to memory: as wide as the terminal up to a width that can be read, 80 where there is none."""
    from rich.console import Console

    width = min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST) if sys.stdout.isatty() else WIDTH
    return Console(
        file=io.StringIO(),
        width=max(width, 40),
        color_system="standard" if has_colour() else None,
        force_terminal=has_colour(),
        no_color=not has_colour(),
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
        _environ={name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")},
    )


def text(content: str, style: str = "") -> Text:
    """Text from files or of our own, never read as markup."""
    from rich.text import Text

    return Text(one_line(redact(content)), style=style)


def columns() -> Table:
    """A table without lines."""
    from rich.table import Table

    return Table(box=None, show_header=False, padding=(0, 0, 0, 2), pad_edge=True, expand=True)


def _heading(share: Share, setting: Setting) -> Text:
    return text(f"{department_name(share.department, setting)}: {share_words(share)}", "bold")


def _rows(listed: list[Row], setting: Setting) -> Iterator[RenderableType]:
    from rich.padding import Padding

    width = max(len(state_of(row.first)) for row in listed)
    for row in listed:
        yield _first_line(row, width)
        yield Padding(_rest(row, setting), (0, 0, 1, 4))


def _first_line(row: Row, width: int) -> Table:
    """State, what it is, and the day it was due."""
    first = row.first
    title = row.title if len(row.title) <= TITLE_LENGTH else row.title[: TITLE_LENGTH - 1].rstrip() + "…"
    table = columns()
    table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=10, justify="right", no_wrap=True)
    style = STYLES.get(first.state, "bold red")
    table.add_row(text(state_of(first), style), text(title, "bold"), text(str(first.due_on or "–")))
    return table


def _rest(row: Row, setting: Setting) -> RenderableType:
    """Its id, why, and whose it is."""
    from rich.console import Group

    first = row.first
    lines = [text(", ".join(row.ids), "dim"), *(text(reason.message) for reason in first.reasons)]
    late = late_words(first) if first.is_stale else ""
    owner = setting.departments.name(first.owner_role) if first.owner_role else ""
    example = _("example") if first.is_example else ""
    about = "; ".join(part for part in (owner, late, example) if part)
    if about:
        lines.append(text(about, "dim"))
    return Group(*lines)


def _remarks(assessment: Assessment) -> Iterator[RenderableType]:
    hints = {reason.hint for f in assessment.freshness for reason in f.reasons if reason.state is State.UNKNOWN and reason.hint}
    if hints:
        yield text(_("What could not be told, and what to do about it:"), "bold")
        yield from (text(f"- {hint}") for hint in sorted(hints))
        yield text("")
    if assessment.remarks:
        yield text(_("To ask about (no fault, and not counted):"), "bold")
        yield from (text(f"- {remark.message}") for remark in assessment.remarks)
        yield text("")


def _summary(assessment: Assessment) -> Iterator[str]:
    listed = assessment.freshness
    stale = _count(listed, lambda f: f.state in STALE)
    parts = [_("{stale} of {total} stale as of {date}").format(stale=stale, total=len(listed), date=assessment.as_of)]
    soon = _count(listed, lambda f: f.state is State.DUE_SOON)
    if soon:
        parts.append(ngettext("{count} due soon", "{count} due soon", soon).format(count=soon))
    unknown = _count(listed, lambda f: f.state is State.UNKNOWN)
    if unknown:
        parts.append(ngettext("{count} cannot be told", "{count} cannot be told", unknown).format(count=unknown))
    yield "; ".join(parts) + "."
    if any(f.is_stale and f.kind in ("routine", "guidance") for f in listed):
        yield _("A review is recorded with: vbe review ID --outcome no-change")


def _count(listed: tuple[Freshness, ...], wanted: object) -> int:
    assert callable(wanted)
    return sum(bool(wanted(f)) for f in listed)
