"""Where a command that makes documents writes them: files beside each other, or one to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.store.repository import Source

STDOUT = Path("-")
SEARCHED = 4 * 1024 * 1024
Targets = dict[str, Path]
"""Form → file."""
Make = Callable[[Iterable[str], Callable[[str], None]], dict[str, bytes]]
"""Forms, and whom to tell each step → form and its bytes."""


def place(wanted: list[str], output: Path | None, folder: Path, name: str, suffixes: dict[str, str]) -> Targets:
    """Where each form goes: to the folder where no file is named, beside each other where they are several."""
    if output is None or output.is_dir():
        return {form: (output or folder) / f"{name}{suffixes[form]}" for form in wanted}
    if output == STDOUT:
        return dict.fromkeys(wanted, STDOUT)
    if len(wanted) == 1:
        return {wanted[0]: output}
    return {form: output.with_suffix(suffixes[form]) for form in wanted}


def require_folders(targets: Targets) -> None:
    """A folder that is not there is a slip of the pen, except the one that reports go to by themselves."""
    from vbe.app.replacing import FOLDER
    from vbe.errors import VbeError

    for path in targets.values():
        folder = path.parent
        if path != STDOUT and not folder.is_dir() and not (folder.name == FOLDER and folder.parent.is_dir()):
            raise VbeError(_("There is no folder {path}.").format(path=folder), _("Make it first, or write elsewhere."))


def produce(source: Source, targets: Targets, make: Make) -> dict[Path, tuple[bytes, str]]:
    """Make every form, and write what is piped: file → bytes and form. A form that cannot be made leaves no file behind."""
    from vbe.cli.progress import progress
    from vbe.report.render.places import UnprintableError

    with progress(_("Reading the repository")) as say:
        try:
            contents = make(tuple(targets), say)
        except UnprintableError as fault:
            raise fault.naming(_files(source)) from None
    piped = [form for form, path in targets.items() if path == STDOUT]
    for form in piped:
        sys.stdout.flush()
        sys.stdout.buffer.write(contents[form])
    return {path: (contents[form], form) for form, path in targets.items() if form not in piped}


def _files(source: Source) -> Iterator[tuple[str, bytes]]:
    """Every record's file, for finding where something was written."""
    for file in source.listing().files:
        content = source.read(file, SEARCHED)
        if isinstance(content, bytes):
            yield file, content
