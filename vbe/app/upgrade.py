"""Bringing a repository to today's format: which files, what is done to each, and the texts that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.formats import FORMAT, format_of, is_older, raised, steps_taken
from vbe.model.places import FILE
from vbe.model.records import kind_of
from vbe.model.validation import validate
from vbe.scaffold.plan import Change, Overlay, check_changes
from vbe.store.editing.layout import LIMIT
from vbe.store.editing.reshape import reshape
from vbe.store.editing.tree import Unformattable
from vbe.store.loader import BrokenProfileError, load
from vbe.store.reading import read
from vbe.store.sparse import not_checked_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.diagnostics import Finding
    from vbe.documents import Document
    from vbe.model.formats import Step
    from vbe.model.records import Kind
    from vbe.store.repository import Source


class Upgrade(NamedTuple):
    """What is to be done to one file, and the steps that do it; no step where only the number of the format is written."""

    change: Change
    steps: tuple[Step, ...]


def upgrades(source: Source) -> list[Upgrade]:
    """What brings each file of a repository to today's format, proven in memory; nothing where all of them are there.

    Raises where a file cannot be read or be edited without losing something, and where the repository would have an error
    that it does not have now.
    """
    found = list(_upgrades(source))
    changes = [upgrade.change for upgrade in found]
    if not found:
        return []
    try:
        load(source)
    except BrokenProfileError:
        _read_mended(Overlay(source, changes))
    else:
        check_changes(source, changes)
    return found


def by_sentence(found: Iterable[Upgrade]) -> dict[str, list[str]]:
    """What is done, in a sentence → the files that it is done to."""
    files: dict[str, list[str]] = {}
    only_number = _("The profile says that the format is {format}.").format(format=FORMAT)
    for each in found:
        for sentence in [_(step.sentence) for step in each.steps] or [only_number]:
            files.setdefault(sentence, []).append(each.change.file)
    return files


def _read_mended(source: Overlay) -> None:
    """Raise where the profile, which has faults now, would have some after the upgrade too."""
    try:
        load(source)
    except BrokenProfileError as broken:
        raise _refused(broken.findings[0]) from None


def _upgrades(source: Source) -> Iterator[Upgrade]:
    listing = source.listing()
    if listing.absent:
        raise _refused(not_checked_out(listing.absent))
    for file in listing.files:
        placed = kind_of(file)
        if placed is None:
            continue
        found, content = read(source, file, LIMIT), source.read(file, LIMIT)
        document = found.document
        if document is None or not isinstance(content, bytes):
            raise _refused(found.problem or found.faults[0])
        steps = tuple(steps_taken(placed[0].name, document.value))
        _refuse_unclear(document, placed[0])
        if steps or (file == FILE and document.value.get("format") != FORMAT):
            yield Upgrade(Change(file, content, _rewritten(document, placed[0]).encode()), steps)


def _refuse_unclear(document: Document, kind: Kind) -> None:
    """Raise for what no step can bring to today's format: two forms beside each other, or half of the older."""
    left = next((str(key) for key in raised(kind.name, document.value) if is_older(kind.name, str(key))), None)
    if left is not None:
        message = _("The field {field} is from an older format, and it is not clear what it would be in today's.")
        hint = _("Mend the file by hand: docs/format.md says what each format changed.")
        raise _refusal(document.file, document.locate((left,)).line, message.format(field=left), hint)


def _rewritten(document: Document, kind: Kind) -> str:
    """The file's text in today's format."""
    value = raised(kind.name, document.value)
    if document.file == FILE:
        faults = [finding for finding in validate(document, kind, kind.name)[1] if _is_about_format(document, finding)]
        if faults:
            raise _refused(faults[0])
        format_of(value)
        value = {"format": FORMAT} | value | {"format": FORMAT}
    try:
        return reshape(document.text, value, kind.model)
    except Unformattable:
        older = next((field for step in steps_taken(kind.name, document.value) for field in step.fields), "")
        line = document.locate(tuple(older.split("."))).line
        message = _("It cannot be brought to today's format without losing something.")
        raise _refusal(document.file, line, message, _("Lay it out with `vbe fmt` first, or write it by hand.")) from None


def _is_about_format(document: Document, finding: Finding) -> bool:
    return finding.location == document.locate(("format",))


def _refused(finding: Finding) -> VbeError:
    """Why nothing is written: a fault that the upgrade does not mend."""
    return _refusal(finding.file, 1 if finding.location is None else finding.location.line, finding.message, finding.hint)


def _refusal(file: str, line: int, message: str, hint: str) -> VbeError:
    """Why nothing is written."""
    return VbeError(f"{file}:{line}: {message}", f"{hint} {_('Nothing has been written.')}".strip())
