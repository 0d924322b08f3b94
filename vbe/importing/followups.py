"""The years' follow-ups that an import begins, with what the document says of how far each measure has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.trail import LONG, SECOND, THIRD
from vbe.importing.yaml_lines import Lines
from vbe.language import _
from vbe.scaffold.followup import followups
from vbe.scaffold.repository import FilesInMemory
from vbe.store.editing.scalars import key_text

if TYPE_CHECKING:
    from vbe.importing.composing import Imported
    from vbe.importing.standing import Standing
    from vbe.model.corpus import Corpus

DONE: Final = "done"
"""A status that asks for a day and for what shows it, which a plan's column never has."""
EMPTY: Final = "    status:\n"


def begun_followups(imported: Imported, corpus: Corpus, year: int) -> dict[str, bytes]:
    """File → content of the follow-ups of a year, and of the years that the document tells of, for the boards that answer."""
    years = sorted({year, *(standing.year or year for standing in imported.standings)})
    files = {file: content for each in years for file, content in _prepared(imported, corpus, each).items()}
    for standing in imported.standings:
        _put_in(imported, files, standing, standing.year or year)
    return files


def tell_standings(imported: Imported, corpus: Corpus) -> None:
    """Ask about what a document says anew of how far measures have come: the follow-up is the boards' own by now."""
    for standing in imported.standings:
        year = standing.year or max(corpus.years, default=0)
        reports = [r for each in corpus.follow_ups(year).values() if (r := each.commitments.get(standing.identity)) is not None]
        if all(report.status != standing.status for report in reports):
            asked = _("The document says “{words}” of commitment {id}: write it in the follow-up of {year}.")
            imported.trail.ask(SECOND, asked.format(words=standing.said.text, id=standing.identity, year=year or "–"))


def _prepared(imported: Imported, corpus: Corpus, year: int) -> dict[str, bytes]:
    try:
        return {change.file: change.new for change in followups(FilesInMemory(imported.files), corpus, {"year": year})}
    except VbeError:
        message = _("No board answers for any measure, so no follow-up was begun: write which boards the departments work for.")
        imported.trail.ask(THIRD, message)
        return {}


def _put_in(imported: Imported, files: dict[str, bytes], standing: Standing, year: int) -> None:
    """A standing into every board's file that asks for its measure; into what is to be decided where none does."""
    head = f"  {key_text(standing.identity)}:\n{EMPTY}"
    holding = [file for file, content in files.items() if file.startswith(f"followup/{year}/") and head in content.decode()]
    for file in holding:
        files[file] = files[file].decode().replace(head, f"{head.removesuffix(EMPTY)}{_lines(standing)}", 1).encode()
    if standing.status == DONE and holding:
        asked = _("The document says that commitment {id} is done: write done, the day and what shows it in {file}.")
        imported.trail.ask(SECOND, asked.format(id=standing.identity, file=", ".join(holding)))
    if not holding:
        for statement in filter(None, (standing.said, standing.result)):
            imported.trail.left.append((statement.piece, _("no board’s follow-up of {year} asks for it").format(year=year)))


def _lines(standing: Standing) -> str:
    lines, statement = Lines(), standing.said
    unsure = "" if standing.year else _("; the document does not say of which year")
    lines.add("status", standing.status, f"”{statement.text}” ({statement.piece.place}){unsure}")
    if standing.result is not None and len(standing.result.text) <= LONG:
        lines.add("result", standing.result.text, f"{_('the comment of the document')} ({standing.result.piece.place})")
    text = str(lines)
    if standing.status == DONE:
        text = text.replace(f"status: {DONE}\n", "status:\n", 1)
    return "".join(f"    {line}\n" for line in text.splitlines())
