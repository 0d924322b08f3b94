"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.next_step import Commit, require_ready, tell_next
from vbe.cli.options import Cache, Reading, format_of, open_source, open_staged, relative
from vbe.cli.telling import difference, say, write_view
from vbe.language import _, ngettext
from vbe.output.registry import PEOPLE, writer

if TYPE_CHECKING:
    from vbe.store.repository import Source

LimitsFrom = Annotated[
    str | None,
    typer.Option("--limits-from", metavar="REV", help=_("Check by the waivers, thresholds and limits of this commit.")),
]


class ValidateOptions(Reading):
    """What `vbe validate` takes."""

    paths: Annotated[list[Path] | None, typer.Argument(metavar=_("PATH"), help=_("Report only on these."))] = None
    form: Annotated[str, format_of("validate")] = "text"
    strict: Annotated[bool, typer.Option("--strict", help=_("Warnings fail too."))] = False
    show_waived: Annotated[bool, typer.Option("--show-waived", help=_("List what waivers and suppressions cover."))] = False
    whole: Annotated[bool, typer.Option("--all", help=_("Show every finding of every file."))] = False
    staged: Annotated[bool, typer.Option("--staged", help=_("Check what is to be committed, as a hook does."))] = False
    fix: Annotated[bool, typer.Option("--fix", help=_("Write what has one right answer, and show it."))] = False
    commit: Commit = False
    limits_from: LimitsFrom = None
    cache: Cache = True


def validate(asked: ValidateOptions) -> int:
    from vbe.app.base import base_of
    from vbe.model.formats import is_outdated
    from vbe.model.places import FILE
    from vbe.rules.checker import examine

    write = writer("validate", asked.form)
    source = open_staged(asked.root, asked.at) if asked.staged else open_source(asked.root, asked.at)
    wanted = relative(asked.paths, source) if asked.paths else [""]
    require_ready(asked.root, commit=asked.commit and asked.fix)
    mended = mend_and_show(source, wanted, is_text=asked.form in PEOPLE) if asked.fix else []
    if mended:
        tell_next(asked.root, mended, commit=asked.commit)
    base = base_of(source, asked.limits_from, say) if asked.limits_from else None
    verdict = examine(source, base).within(wanted)
    for line in verdict.told:
        say(line)
    write_view(write, verdict, source, show_waived=asked.show_waived, strict=asked.strict, whole=asked.whole)
    if asked.at is None and is_outdated(verdict.texts.get(FILE, "")):
        say(_("The repository has an older format; `vbe upgrade` brings it to today's."))
    return verdict.exit_code(strict=asked.strict)


def mend_and_show(source: Source, wanted: list[str], *, is_text: bool) -> list[str]:
    """Write what has one right answer, and give its files. What was changed goes with the findings, or to stderr for programs."""
    from vbe.app.mending import mend, write_mended
    from vbe.errors import VbeError
    from vbe.store.repository import Disk

    if not isinstance(source, Disk):
        raise VbeError(_("A commit cannot be mended."), _("Leave out --at or --fix."))
    mendings = mend(source, wanted)
    write_mended(Path(source.root), mendings)
    for file, old, new in mendings:
        typer.echo(difference(file, old.decode("utf-8", "replace"), new.decode(), context=0), err=not is_text, nl=False)
    say(ngettext("{count} file mended.", "{count} files mended.", len(mendings)).format(count=len(mendings)))
    return [mending.file for mending in mendings]
