"""What `vbe validate` does once it knows what it is asked: check, mend where that is wanted, and show the verdict.

Without the library of the command line, which an everyday run does not need.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vbe.cli.files import open_source, open_staged, relative
from vbe.cli.telling import difference, say, write_view
from vbe.language import _, ngettext
from vbe.output.registry import PEOPLE, writer

if TYPE_CHECKING:
    from vbe.rules.checker import Base
    from vbe.store.repository import Source


class Asked(NamedTuple):
    """What is asked of `vbe validate`: the fields of `ValidateOptions`, but for those that change nothing."""

    paths: list[Path]
    form: str = "text"
    strict: bool = False
    show_waived: bool = False
    whole: bool = False
    staged: bool = False
    fix: bool = False
    commit: bool = False
    limits_from: str | None = None
    root: Path | None = None
    at: str | None = None


def check(asked: Asked) -> int:
    """Check a repository, on disk or in a commit, and write what was found; the exit code."""
    from vbe.model.formats import is_outdated
    from vbe.model.places import FILE
    from vbe.rules.checker import examine

    write = writer("validate", asked.form)
    source = open_staged(asked.root, asked.at) if asked.staged else open_source(asked.root, asked.at)
    wanted = relative(asked.paths, source) if asked.paths else [""]
    if asked.fix:
        _mend(source, wanted, asked)
    verdict = examine(source, _base(source, asked.limits_from)).within(wanted)
    for line in verdict.told:
        say(line)
    write_view(write, verdict, source, show_waived=asked.show_waived, strict=asked.strict, whole=asked.whole)
    if asked.at is None and is_outdated(verdict.texts.get(FILE, "")):
        say(_("The repository has an older format; `vbe upgrade` brings it to today's."))
    return verdict.exit_code(strict=asked.strict)


def _base(source: Source, limits_from: str | None) -> Base | None:
    """The state by whose limits is checked; None where it is the files' own."""
    if not limits_from:
        return None
    from vbe.app.base import base_of

    return base_of(source, limits_from, say)


def _mend(source: Source, wanted: list[str], asked: Asked) -> None:
    """Write what has one right answer, show it, and say what comes next; with `commit`, commit it."""
    from vbe.cli.next_step import require_ready, tell_next

    require_ready(asked.root, commit=asked.commit)
    if mended := mend_and_show(source, wanted, is_text=asked.form in PEOPLE):
        tell_next(asked.root, mended, commit=asked.commit)


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
        shown = difference(file, old.decode("utf-8", "replace"), new.decode(), context=0)
        print(shown, end="", file=sys.stdout if is_text else sys.stderr)
    say(ngettext("{count} file mended.", "{count} files mended.", len(mendings)).format(count=len(mendings)))
    return [mending.file for mending in mendings]
