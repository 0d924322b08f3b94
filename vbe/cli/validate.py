"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Cache, Language, Revision, Root, open_source, open_staged, relative, say, write_output
from vbe.language import _, ngettext
from vbe.output.registry import PEOPLE, choices, writer

if TYPE_CHECKING:
    from vbe.store.repository import Source

FORMATS = choices("validate")
LimitsFrom = Annotated[
    str | None,
    typer.Option("--limits-from", metavar="REV", help=_("Check by the waivers, thresholds and limits of this commit.")),
]


def validate(
    paths: Annotated[list[Path] | None, typer.Argument(metavar=_("PATH"), help=_("Report only on these."))] = None,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False,
    show_waived: Annotated[bool, typer.Option("--show-waived", help=_("List what waivers and suppressions cover."))] = False,
    whole: Annotated[bool, typer.Option("--all", help=_("Show every finding of every file."))] = False,
    staged: Annotated[bool, typer.Option("--staged", help=_("Check what is to be committed, as a hook does."))] = False,
    fix: Annotated[bool, typer.Option("--fix", help=_("Write what has one right answer, and show it."))] = False,
    commit: Commit = False,
    limits_from: LimitsFrom = None,
    cache: Cache = True,
    root: Root = None,
    at: Revision = None,
    lang: Language = None,
) -> int:
    from vbe.app.base import base_of
    from vbe.model.formats import is_outdated
    from vbe.model.places import FILE
    from vbe.rules.checker import examine

    write = writer("validate", form)
    source = open_staged(root, at) if staged else open_source(root, at)
    wanted = relative(paths, source) if paths else [""]
    require_ready(root, commit=commit and fix)
    mended = mend_and_show(source, wanted, is_text=form in PEOPLE) if fix else []
    if mended:
        tell_next(root, mended, commit=commit)
    base = base_of(source, limits_from, say) if limits_from else None
    verdict = examine(source, base).within(wanted)
    for line in verdict.told:
        say(line)
    write_output(write(verdict, source, show_waived=show_waived, strict=strict, whole=whole), exact=write.is_exact)
    if at is None and is_outdated(verdict.texts.get(FILE, "")):
        said = _("The repository has an older format; `vbe upgrade` brings it to today's.")
        typer.echo(f"vbe: {said}", err=True)
    return verdict.exit_code(strict=strict)


def mend_and_show(source: Source, wanted: list[str], *, is_text: bool) -> list[str]:
    """Write what has one right answer, and give its files. What was changed goes with the findings, or to stderr for programs."""
    from difflib import unified_diff

    from vbe.app.mending import mend, write_mended
    from vbe.errors import VbeError
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import printable
    from vbe.store.repository import Disk

    if not isinstance(source, Disk):
        raise VbeError(_("A commit cannot be mended."), _("Leave out --at or --fix."))
    mendings = mend(source, wanted)
    write_mended(Path(source.root), mendings)
    for file, old, new in mendings:
        before, after = old.decode("utf-8", "replace").splitlines(), new.decode().splitlines()
        for line in unified_diff(before, after, f"a/{file}", f"b/{file}", lineterm="", n=0):
            typer.echo(printable(redact(line)), err=not is_text)
    said = ngettext("{count} file mended.", "{count} files mended.", len(mendings)).format(count=len(mendings))
    typer.echo(f"vbe: {said}", err=True)
    return [mending.file for mending in mendings]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("validate")(validate)
