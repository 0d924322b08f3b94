"""`vbe import`, `vbe init --from`: a plan in Word or Excel → a repository, proven in memory, or nothing at all."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.refusal import refuse_private
from vbe.diagnostics import Severity
from vbe.importing.composing import LANGUAGE, LOG, import_file
from vbe.importing.followups import begun_followups
from vbe.language import speaking
from vbe.rules.checker import check
from vbe.scaffold.municipality import whose
from vbe.scaffold.plan import refuse_wrong
from vbe.scaffold.repository import load_files, plain_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.diagnostics import Diagnostic
    from vbe.importing.composing import Imported
    from vbe.scaffold.filling import Filled


class ImportedRepository(NamedTuple):
    """A repository that an import makes: every file (file → content), what was imported, and what is remarked on."""

    files: dict[str, bytes]
    imported: Imported
    remarks: tuple[Diagnostic, ...]


def begin_from(
    file: str,
    content: bytes,
    answers: Mapping[str, str],
    year: int | None = None,
    tool: tuple[str, str] = ("", ""),
    *,
    leave_out: bool = False,
) -> ImportedRepository:
    """The repository that a plan becomes; `answers` hold the municipality's name and code.

    `year` is the first that is followed up, else this year, or the plan's last where it has ended. Raises where the plan holds
    no measure, or what is about persons (with `leave_out` only a personal number), and where anything would be wrong.
    """
    imported = import_file(file, content, answers["name"], answers["code"], leave_out=leave_out)
    corpus = load_files(imported.files)
    follow = year or _year(imported)
    with speaking(LANGUAGE):
        imported.files.update(begun_followups(imported, corpus, follow))
    corpus = load_files(imported.files)
    found = check(corpus).open
    refuse_wrong(diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR)
    log = imported.log
    refuse_private(corpus)
    refuse_private(corpus, {LOG: log})
    files = {**imported.files, LOG: log, **plain_files(_plain_values(imported, follow, tool), readme="import/README.md")}
    return ImportedRepository(files, imported, tuple(found))


def _year(imported: Imported) -> int:
    this = datetime.datetime.now(datetime.UTC).year
    first, last = imported.cover.valid_from, imported.cover.valid_to
    return max(first.year if first else this, min(this, last.year if last else this))


def _plain_values(imported: Imported, year: int, tool: tuple[str, str]) -> dict[str, Filled]:
    """What the files beside the records name."""
    import json

    name = imported.facts["name"]
    return {
        "title": imported.title,
        "source": imported.plan.name,
        "whose": whose(name),
        "year": year,
        "next_year": year + 1,
        "first_department": "socialforvaltningen",
        "tool_address": json.dumps(tool[0]),
        "tool_commit": json.dumps(tool[1]),
    }
