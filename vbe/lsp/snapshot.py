"""What the server knows of a repository at a moment: the corpus with the texts that are open in the editor, and its faults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.model.records import ALL_KINDS, kind_of
from vbe.output.media import marked_down
from vbe.privacy.redaction import masked
from vbe.privacy.terminal import one_line
from vbe.rules.checker import check, check_reading
from vbe.store.loader import BrokenProfileError, load
from vbe.store.repository import Disk, too_large

if TYPE_CHECKING:
    from pathlib import Path

    from vbe.diagnostics import Finding, Location
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.fields import Model, RefersTo
    from vbe.rules.result import CheckResult


class EditorSource(Disk):
    """The files on disk, but for those that are open in the editor."""

    def __init__(self, root: Path, texts: dict[str, str] | None = None) -> None:
        super().__init__(root)
        self.open = texts or {}

    def read(self, file: str, limit: int) -> bytes | Finding:
        """The editor's text where the file is open; one that is too large is refused as on disk."""
        text = self.open.get(file)
        if text is None:
            return super().read(file, limit)
        content = text.encode("utf-8", "surrogatepass")
        return content if len(content) <= limit else too_large(file, limit)


@dataclass(frozen=True)
class Snapshot:
    """The latest corpus that could be loaded, and everything that is wrong now."""

    corpus: Corpus | None
    verdict: CheckResult


def refresh(source: EditorSource, before: Snapshot | None) -> Snapshot:
    """Read everything again; where the profile is broken the last good corpus still answers."""
    try:
        corpus = load(source)
    except BrokenProfileError as broken:
        return Snapshot(before.corpus if before else None, check_reading(broken.findings, broken.texts, {}))
    return Snapshot(corpus, check(corpus))


def model_of(file: str) -> type[Model] | None:
    """The model of the record that lives in a file."""
    placed = kind_of(file)
    return None if placed is None else placed[0].model


def candidates(corpus: Corpus, refers: RefersTo) -> list[Entry]:
    """The entries that a field may name, by id."""
    entries = corpus.entries.get(refers.kind, {}).values()
    named = (e for e in entries if not refers.among or e.actor_type in refers.among)
    # An id that may not be shown cannot be proposed either.
    return sorted((e for e in named if shown(e.id) == e.id), key=lambda entry: entry.id)


def entry_at(corpus: Corpus, word: str) -> Entry | None:
    """The entry that a word names."""
    return next((entry for kind in ALL_KINDS if (entry := corpus.find(kind, word)) is not None), None)


def title(entry: Entry) -> str:
    """What an entry is called, as it may be shown."""
    return shown(ALL_KINDS[entry.kind].title_of(entry.content))


def shown(text: str) -> str:
    """A text from a file as an editor may show it: on one line, harmless, and without persons."""
    return masked(one_line(text))


def describe(entry: Entry, corpus: Corpus) -> str:
    """An entry in a few lines of Markdown: what it is, what it says, and how many name it."""
    lines = [f"**{marked_down(title(entry))}**", f"{marked_down(shown(entry.id))} · {marked_down(shown(entry.record.file))}"]
    until = getattr(entry.content, "valid_to", None)
    if until is not None:
        lines.append(_("Ended on {date}.").format(date=until))
    places = len(corpus.incoming.get((entry.kind, entry.id), ()))
    lines.append(ngettext("Named in {count} place.", "Named in {count} places.", places).format(count=places))
    return "\n\n".join(lines)


def definition(entry: Entry) -> Location:
    """Where an entry stands."""
    document = entry.record.document
    return document.locate((*entry.route, "id") if document.knows((*entry.route, "id")) else entry.route, on_key=True)
