"""`vbe import` into a repository that an import has made: what the document says anew, and never over an edit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vbe.app.assess import today
from vbe.app.refusal import refuse_private
from vbe.domain.changes.matching import similarity, words
from vbe.errors import VbeError
from vbe.importing.composing import LANGUAGE, LOG, WHOLE, import_file
from vbe.importing.followups import tell_standings
from vbe.importing.keeping import keep_gone
from vbe.importing.log import is_untouched, sums_in
from vbe.importing.numbering import ALIKE_TITLE, numbering_of, sum_of
from vbe.importing.trail import SECOND
from vbe.language import _, speaking
from vbe.model.places import FILE
from vbe.output.changes.comparison import State
from vbe.output.changes.contrast import contrast
from vbe.scaffold.choices import slug
from vbe.scaffold.plan import Change, Overlay, check_changes
from vbe.store.editing.insertion import replace_value
from vbe.store.loader import load

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.importing.composing import Imported
    from vbe.model.corpus import Corpus
    from vbe.output.changes.comparison import Comparison
    from vbe.store.repository import Source

LARGEST_LOG = 16 * 1024 * 1024


@dataclass(slots=True)
class Again:
    """What a document says against a repository."""

    imported: Imported
    comparison: Comparison
    """Everything that differs between the repository and what the document says now."""
    changes: list[Change] = field(default_factory=list)
    """Files to write: new ones, and those that nobody has changed since the last import."""
    kept: list[str] = field(default_factory=list)
    """Files that both the document and somebody here have changed; they are left as they are."""
    gone: list[str] = field(default_factory=list)
    """Areas that the document no longer has; they are left, too."""
    fault: str = ""
    """Why nothing can be written, where that is so."""


def import_again(source: Source, file: str, content: bytes, *, leave_out: bool = False) -> Again:
    """What a document says anew of a repository. Raises where no import has made it."""
    root, corpus = source.root, load(source)
    text = _read(root / LOG)
    sums = sums_in(text)
    if not sums:
        message = _("{folder} holds records that no import has made.").format(folder=root)
        raise VbeError(message, _("Import into an empty folder, and take over by hand what you want."))
    whose = corpus.profile.municipality
    imported = import_file(file, content, whose.name, whose.code, numbering_of(corpus, sums), leave_out=leave_out)
    _require_same_plan(imported, corpus, sums, root)
    _keep_what_is_gone(imported, source, sums)
    proposed = [_change(source, name, new) for name, new in imported.files.items()]
    comparison = contrast(
        corpus, load(Overlay(source, proposed)), State(_("the repository")), State(imported.plan.name), on=today()
    )
    again = Again(imported, comparison)
    for change in proposed:
        _weigh(again, change, sums.get(change.file, ""), corpus)
    with speaking(LANGUAGE):
        tell_standings(imported, corpus)
    again.gone = sorted(name for name in sums if name.startswith("measures/") and name not in imported.files)
    if sums.get(WHOLE) != imported.sums[WHOLE]:
        _add_log(again, root, text)
    _prove(again, source)
    return again


def _require_same_plan(imported: Imported, corpus: Corpus, sums: dict[str, str], root: Path) -> None:
    """Stop at another plan: no measure in common, and another title or case number. It would take the place of the first."""
    known = {sum_of(commitment.text) for commitment in corpus.commitments.values()} | {sums[name] for name in sums if "." in name}
    title = corpus.strategy.title if corpus.strategy is not None else ""
    numbers = {n for n in (corpus.strategy and corpus.strategy.case_number, imported.cover.case_number) if n}
    is_alike = similarity(words(title), words(imported.title)) >= ALIKE_TITLE and len(numbers) < 2
    if is_alike or any(sum_of(measure.text.text) in known for measure in imported.plan.measures()):
        return
    message = _("{file} is another plan than the one in {folder}: “{title}”.")
    hint = _("Import it into a folder of its own, such as --into {folder}.").format(folder=root / slug(imported.title))
    raise VbeError(message.format(file=imported.plan.name, folder=root, title=title), hint)


def _keep_what_is_gone(imported: Imported, source: Source, sums: dict[str, str]) -> None:
    """Entries that the document no longer has stay in the files that would be written anew."""
    now = {sum_of(measure.text.text) for measure in imported.plan.measures()}
    for name, content in imported.files.items():
        old = _change(source, name, content).old
        if old is None or _sum(old) != sums.get(name):
            continue
        text, gone = keep_gone(old.decode(), content.decode())
        imported.files[name] = text.encode()
        for identity in gone if name.startswith("measures/") else ():
            moved = sums.get(identity) in now
            asked = _(
                "The document has commitment {id} in another place now: it has got a new number there. Move it with `vbe rename`."
            )
            left = _(
                "The document no longer has {id}: it is left in {file}, with a comment. Take it out when nothing refers to it."
            )
            with speaking(LANGUAGE):
                imported.trail.ask(SECOND, _(asked if moved else left).format(id=identity, file=name))


def _weigh(again: Again, change: Change, recorded: str, corpus: Corpus) -> None:
    """A file is written where it is new or as the last import left it; an edit stays, and is told where both have changed."""
    if change.old is None or (_sum(change.old) == recorded and change.old != change.new):
        again.changes.append(change)
    elif change.old == change.new or _sum(change.new) == recorded:
        return
    elif change.file == FILE:
        areas = max(int(name[9:11]) for name in again.imported.files if name.startswith("measures/"))
        if areas > corpus.profile.areas:
            edited = replace_value(change.old.decode(), "areas", areas).encode()
            again.changes.append(Change(FILE, change.old, edited))
    else:
        again.kept.append(change.file)


def _add_log(again: Again, root: Path, text: str) -> None:
    """The new log in the place of the old one; beside it, where somebody has written in that."""
    new = again.imported.log
    if new == text.encode():
        return
    if is_untouched(text):
        again.changes.append(Change(LOG, text.encode(), new))
        return
    name = next(name for number in range(2, 10_000) if not (root / (name := f"import-{number}.md")).exists())
    again.changes.append(Change(name, None, new))


def _prove(again: Again, source: Source) -> None:
    """Nothing private, and nothing wrong that was right before; else nothing is written."""
    overlay = Overlay(source, again.changes)
    refuse_private(load(overlay))
    refuse_private(load(overlay), {LOG: again.imported.log})
    try:
        check_changes(source, [change for change in again.changes if not change.file.startswith("import")])
    except VbeError as error:
        again.fault = error.message
        again.changes.clear()


def _change(source: Source, file: str, new: bytes) -> Change:
    present = file in source.listing().files
    old = source.read(file, LARGEST_LOG) if present else None
    return Change(file, old if isinstance(old, bytes) else None, new)


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> str:
    try:
        with path.open("rb") as opened:
            return opened.read(LARGEST_LOG).decode("utf-8", "replace")
    except OSError:
        return ""
