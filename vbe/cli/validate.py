"""`vbe validate`: is the text right?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.checking import Asked, check
from vbe.cli.next_step import Commit
from vbe.cli.options import Cache, Reading, format_of
from vbe.language import _

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
    how = {"strict": asked.strict, "show_waived": asked.show_waived, "whole": asked.whole}
    done = {"staged": asked.staged, "fix": asked.fix, "commit": asked.commit}
    return check(Asked(asked.paths or [], asked.form, limits_from=asked.limits_from, root=asked.root, at=asked.at, **how, **done))
