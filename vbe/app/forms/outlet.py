"""Making the boards' forms: which boards, from which commit, and nothing where a person stands in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.app.forms.content import form_of
from vbe.app.forms.workbook import write_form
from vbe.app.only_swedish import require_swedish_forms
from vbe.app.origin import trace_origin
from vbe.app.refusal import refuse_private
from vbe.app.replacing import require_replaceable
from vbe.domain.asking import organisation_of
from vbe.domain.joint import boards_for, readers
from vbe.domain.meant import meant, names_in
from vbe.domain.samples import counted
from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.store.editing.atomic import write_atomically
from vbe.store.loader import load

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.store.repository import Source


def make_forms(source: Source, year: int, board: str | None) -> dict[str, bytes]:
    """File name → workbook: of one board, or of all that are asked to report for the year."""
    corpus = load(source)
    require_swedish_forms(corpus, year)
    refuse_private(corpus)
    corpus = counted(corpus)
    organisation = organisation_of(corpus, year)
    boards = organisation.reporting_boards
    board = meant(board, (*boards, *readers(organisation)), names_in(corpus)) if board is not None else None
    wanted = [each for each in (boards_for(organisation, board) if board else boards) if each in boards]
    if board is not None and not wanted:
        message = _("{board} is asked to report nothing for {year}.").format(board=board, year=year)
        raise VbeError(message, did_you_mean(board, boards))
    commit = trace_origin(source).commit or ""
    forms = [form for each in wanted if (form := form_of(corpus, year, each, commit))]
    if not forms:
        raise VbeError(_("Nobody is asked to report for {year}.").format(year=year))
    files = {f"formular-{form.year}-{form.board}.xlsx": write_form(form) for form in forms}
    refuse_private(corpus, files)
    return files


def write_forms(root: Path, folder: Path, files: dict[str, bytes], *, force: bool) -> list[Path]:
    """Write the workbooks; nothing where one of them would take the place of what somebody has filled in."""
    places = {folder / name: content for name, content in files.items()}
    old = {path: require_replaceable(root, path, content, "xlsx", force=force) for path, content in places.items()}
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in places.items():
        write_atomically(path, content, old[path], root=root)
    return list(places)
