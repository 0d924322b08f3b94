"""`vbe verify`: make a report again from the commit that it names, and say whether it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbe.cli.options import Language, Root, open_source
from vbe.language import _
from vbe.store.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def verify(
    file: Annotated[Path, typer.Argument(help=_("A report that `vbe report` has written."))],
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.report.render import form_of_suffix, read_provenance

    form = form_of_suffix(file.suffix)
    content = read(file)
    told = read_provenance(content, form)
    again = remake(told, form, root)
    for line in verdict(content, again, form, told):
        typer.echo(line)
    return int(content != again)


def read(file: Path) -> bytes:
    """The file's content; stops where there is none."""
    from vbe.errors import VbeError

    try:
        return file.read_bytes()
    except OSError as error:
        message = _("{path} cannot be read: {reason}.").format(path=file, reason=reason_of(error))
        raise VbeError(message) from None


def remake(told: dict[str, Any], form: str, root: Path | None) -> bytes:
    """The report as it comes out now, of what the file says that it was made from."""
    import datetime

    from vbe.app.publishing import Order, compile_report
    from vbe.errors import VbeError
    from vbe.report.render import render
    from vbe.store.templates import open_templates

    if not told:
        raise VbeError(
            _("The file does not say what it was made from."), _("Only files that `vbe report` has written can be verified.")
        )
    if not told.get("commit"):
        message = _("The report was not made from a commit, so it cannot be made again.")
        raise VbeError(message, _("Commit the files, and write the report anew."))
    try:
        order = Order(int(told["year"]), str(told["cut"]) or None, datetime.date.fromisoformat(str(told["as_of"])))
    except (KeyError, TypeError, ValueError):
        raise VbeError(_("What the file says that it was made from cannot be read.")) from None
    source = open_source(root, str(told["commit"]))
    return render(compile_report(source, order), form, open_templates(source))


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
