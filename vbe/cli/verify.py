"""`vbe verify`: make a report again from the commit that it names, and say whether it is the same."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbe.cli.options import Language, Root, open_source, read_file
from vbe.language import _, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.publishing import Order
    from vbe.store.repository import Commit

DEFAULT_LINES = ("HEAD", "refs/remotes/origin/HEAD", "refs/heads/main", "refs/heads/master", "refs/remotes/origin/main")
"""What is checked out, and the main branch by the names that it usually has."""
YEARS = range(1990, 2200)
COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
MOST_LINES = 50


def verify(
    file: Annotated[Path, typer.Argument(help=_("A report that `vbe report` has written."))],
    root: Root = None,
    on: Annotated[str | None, typer.Option("--on", metavar="REV", help=_("The line that the commit must be part of."))] = None,
    lang: Language = None,
) -> int:
    from vbe.privacy.terminal import inert
    from vbe.report.render import form_of_suffix, read_provenance

    form = form_of_suffix(file.suffix)
    content = read_file(file)
    told = read_provenance(content, form)
    order, source = read_order(told, root)
    stray = not_ours(source, on)
    if stray:
        typer.echo(stray)
        return 1
    again, own = remake(order, form, source)
    for line in (*verdict(content, again, form, told), *own):
        typer.echo(inert(line))
    return int(content != again)


def read_order(told: dict[str, Any], root: Path | None) -> tuple[Order, Commit]:
    """What the file says that it was made from: what was asked for, and the commit."""
    import datetime

    from vbe.app.publishing import Order
    from vbe.errors import VbeError
    from vbe.store.repository import Commit

    if not told:
        raise VbeError(
            _("The file does not say what it was made from."), _("Only files that `vbe report` has written can be verified.")
        )
    if not told.get("commit"):
        message = _("The report was not made from a commit, so it cannot be made again.")
        raise VbeError(message, _("Commit the files, and write the report anew."))
    try:
        day = datetime.date.fromisoformat(str(told["as_of"]))
        order = Order(int(told["year"]), str(told["cut"]) or None, day, only=told.get("only"))
        if order.year not in YEARS or day.year not in YEARS or not COMMIT.fullmatch(str(told["commit"])):
            raise ValueError
    except (KeyError, TypeError, ValueError, OverflowError):
        raise VbeError(_("What the file says that it was made from cannot be read.")) from None
    source = open_source(root, str(told["commit"]))
    assert isinstance(source, Commit)
    return order, source


def not_ours(source: Commit, on: str | None) -> str:
    """Why a commit proves nothing: anybody can make one, and a clone may hold it without any branch of ours having it."""
    from vbe.store.git import GitError

    git, named = source.git, (on,) if on else DEFAULT_LINES
    for name in named:
        try:
            tip = git.resolve(name)
        except GitError:
            if on:
                raise
            continue
        if git.is_ancestor(source.id, tip):
            return ""
    message = _("The commit {commit} is not part of {lines}, so the report proves nothing; --on names another line.")
    return message.format(commit=source.id[:12], lines=on or _("this branch or the main one"))


def remake(order: Order, form: str, source: Commit) -> tuple[bytes, list[str]]:
    """The report as it comes out now, and a remark where templates of the municipality's own have had a part in it."""
    from vbe.app.publishing import compile_report
    from vbe.report.render import render
    from vbe.store.templates import open_templates

    templates = open_templates(source)
    made = render(compile_report(source, order), form, templates)
    own = templates.own_used
    if not own:
        return made, []
    remark = _("Made with the municipality’s own templates, as they are in the commit: {names}.")
    return made, [remark.format(names=enumerate_words(own))]


def verdict(content: bytes, again: bytes, form: str, told: dict[str, Any]) -> Iterator[str]:
    """Whether the file is the same, and if not, where and what may be the reason."""
    from vbe import __version__
    from vbe.privacy.terminal import one_line
    from vbe.report.render import parts, read_provenance

    commit = one_line(str(told["commit"]))[:12]
    if content == again:
        yield _("The same: {count} bytes, from commit {commit}.").format(count=len(content), commit=commit)
        return
    yield _("Not the same as what commit {commit} gives.").format(commit=commit)
    if told.get("dirty"):
        yield _("The report was made from files that were not committed.")
    if told.get("tool") != f"vbe {__version__}":
        yield _("It was made with {old}; this is {new}.").format(old=one_line(str(told.get("tool"))), new=f"vbe {__version__}")
    if told.get("templates") != read_provenance(again, form).get("templates"):
        yield _("It was made with other templates.")
    yield from _differing(parts(content, form), parts(again, form), one_line)


def _differing(old: dict[str, str], new: dict[str, str], shown: Any) -> Iterator[str]:
    """A line for each part that differs, as many as somebody reads."""
    lines = _differences(old, new, shown)
    yield from islice(lines, MOST_LINES)
    left = sum(1 for _line in lines)
    if left:
        yield _("… and {count} more.").format(count=left)


def _differences(old: dict[str, str], new: dict[str, str], shown: Any) -> Iterator[str]:
    for name in dict.fromkeys([*new, *old]):
        named = shown(name) or _("what comes before the first section")
        if name not in old:
            yield _("Missing: {part}").format(part=named)
        elif name not in new:
            yield _("Added: {part}").format(part=named)
        elif old[name] != new[name]:
            yield _("Differs: {part}").format(part=named)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)
