"""`vbe fmt`: one layout for all files."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Language, Root, open_source, relative, write_output
from vbe.language import _, enumerate_words, ngettext

if TYPE_CHECKING:
    from vbe.store.editing.layout import Layout


LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line with how it ends: a file may differ in nothing else."""


def fmt(
    paths: Annotated[list[Path] | None, typer.Argument(help=_("Only these files or folders."))] = None,
    check: Annotated[bool, typer.Option("--check", help=_("Change nothing; say which files would change."))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=_("Change nothing; show how files would change."))] = False,
    notice: Annotated[bool, typer.Option("--notice", help=_("With --check: only tell, and never fail for it."))] = False,
    commit: Commit = False,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.store.editing.layout import lay_out_all, without_record

    wrote = not (check or diff)
    require_ready(root, commit=commit and wrote)
    source = open_source(root)
    wanted = relative(paths, source)
    layouts = lay_out_all(source, wanted)
    for file in without_record(wanted, layouts):
        _say(_("{path} holds no record and is passed over.").format(path=file))
    for layout in layouts:
        if layout.changed:
            _write(layout, source.root) if wrote else _show(layout, diff=diff)
        elif layout.refusal:
            _complain(layout)
    if wrote:
        _tell_next(root, [layout.file for layout in layouts if layout.changed], commit=commit)
    return _sum_up(layouts, wrote=wrote, notice=notice)


def _tell_next(root: Path | None, files: list[str], *, commit: bool) -> None:
    if files:
        told = _("The layout of the files and nothing else: {files}.").format(files=enumerate_words(files))
        tell_next(root, files, commit=commit, told=[told])


def _write(layout: Layout, root: Path) -> None:
    from vbe.privacy.redaction import redact
    from vbe.store.editing.atomic import write_atomically

    write_atomically(root / layout.file, layout.new.encode(), layout.content, root=root)
    write_output(f"{redact(layout.file)}\n")


def _show(layout: Layout, *, diff: bool) -> None:
    from difflib import unified_diff

    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import printable

    if not diff:
        write_output(f"{redact(layout.file)}\n")
        return

    old, new = LINE.findall(layout.old), LINE.findall(layout.new)
    for line in unified_diff(old, new, f"a/{layout.file}", f"b/{layout.file}"):
        text = line.removesuffix("\n")
        body = text.removesuffix("\r")
        write_output(f"{printable(redact(body))}{'^M' if body != text else ''}\n")
        if text == line:
            write_output(f"\\ {_('No newline at end of file')}\n")


def _complain(layout: Layout) -> None:
    _say(_("{file} is left alone: {reason}").format(file=layout.file, reason=layout.reason))


def _say(message: str) -> None:
    """A line on stderr."""
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import inert, one_line

    print(inert(one_line(redact(message))), file=sys.stderr)


def _sum_up(layouts: list[Layout], *, wrote: bool, notice: bool) -> int:
    changed = sum(layout.changed for layout in layouts)
    refused = sum(bool(layout.refusal) for layout in layouts)
    if wrote:
        said = ngettext("{count} file laid out anew.", "{count} files laid out anew.", changed)
    else:
        said = ngettext("{count} file would change.", "{count} files would change.", changed)
    print(said.format(count=changed), file=sys.stderr)
    if notice and changed and not wrote:
        print(_("Lay them out with `vbe fmt`; nothing is wrong with what they say."), file=sys.stderr)
    return int(not notice and (refused > 0 or (changed > 0 and not wrote)))


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("fmt")(fmt)
