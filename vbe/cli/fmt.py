"""`vbe fmt`: one layout for all files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source, relative
from vbe.cli.next_step import Writing, require_ready, tell_next
from vbe.cli.telling import difference, say, write_line, write_output
from vbe.language import _, enumerate_words, ngettext

if TYPE_CHECKING:
    from vbe.store.editing.layout import Layout


class FmtOptions(Writing):
    """What `vbe fmt` takes."""

    paths: Annotated[list[Path] | None, typer.Argument(help=_("Only these files or folders."))] = None
    check: Annotated[bool, typer.Option("--check", help=_("Change nothing; say which files would change."))] = False
    diff: Annotated[bool, typer.Option("--diff", help=_("Change nothing; show how files would change."))] = False
    notice: Annotated[bool, typer.Option("--notice", help=_("With --check: only tell, and never fail for it."))] = False


def fmt(asked: FmtOptions) -> int:
    from vbe.store.editing.layout import lay_out_all, without_record

    wrote = not (asked.check or asked.diff)
    require_ready(asked.root, commit=asked.commit and wrote)
    source = open_source(asked.root)
    wanted = relative(asked.paths, source)
    layouts = lay_out_all(source, wanted)
    for file in without_record(wanted, layouts):
        say(_("{path} holds no record and is passed over.").format(path=file), mark="")
    for layout in layouts:
        _treat(layout, source.root, asked)
    if wrote:
        _tell_next(asked, [layout.file for layout in layouts if layout.changed])
    return _sum_up(layouts, wrote=wrote, notice=asked.notice)


def _tell_next(asked: FmtOptions, files: list[str]) -> None:
    if files:
        sentence = _("The layout of the files and nothing else: {files}.").format(files=enumerate_words(files))
        tell_next(asked.root, files, commit=asked.commit, sentences=[sentence])


def _treat(layout: Layout, root: Path, asked: FmtOptions) -> None:
    """Write a file, or show how it would change, or only name it; say why it is left alone."""
    from vbe.store.editing.atomic import write_atomically

    if layout.changed and asked.diff:
        write_output(difference(layout.file, layout.old, layout.new))
    elif layout.changed:
        if not asked.check:
            write_atomically(root / layout.file, layout.new.encode(), layout.content, root=root)
        write_line(layout.file)
    elif layout.refusal:
        say(_("{file} is left alone: {reason}").format(file=layout.file, reason=layout.reason), mark="")


def _sum_up(layouts: list[Layout], *, wrote: bool, notice: bool) -> int:
    changed = sum(layout.changed for layout in layouts)
    refused = sum(bool(layout.refusal) for layout in layouts)
    if wrote:
        message = ngettext("{count} file laid out anew.", "{count} files laid out anew.", changed)
    else:
        message = ngettext("{count} file would change.", "{count} files would change.", changed)
    print(message.format(count=changed), file=sys.stderr)
    if notice and changed and not wrote:
        print(_("Lay them out with `vbe fmt`; nothing is wrong with what they say."), file=sys.stderr)
    return int(not notice and (refused > 0 or (changed > 0 and not wrote)))
