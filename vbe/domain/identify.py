"""What somebody means by the word they type: an id in any of its forms, a name or title, or a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from vbe.domain.combined import behind
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words
from vbe.model.records import ALL_KINDS, DOCUMENT_KINDS
from vbe.model.records.area import AREA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

AREA_NUMBER = re.compile(r"\d{1,2}\Z")


def identify(corpus: Corpus, word: str) -> Entry:
    """The entry that is meant. `kind:id` where an id alone could be several."""
    found = _meant(corpus, word.strip())
    if len(found) == 1:
        return found[0]
    if found:
        listed = enumerate_words(f"{entry.kind}:{entry.id}" for entry in found)
        message = _("The id {id} can be several things.").format(id=word)
        raise VbeError(message, _("Write {ids}.").format(ids=listed))
    broken = _("Files with faults are not looked in; `vbe validate` lists them.") if corpus.incomplete else ""
    hint = did_you_mean(word, sorted(set(known(corpus)))) or _(
        "An id looks like O-04-05, 4.5, 04 or socialforvaltningen/orosanmalan."
    )
    raise VbeError(_("There is nothing with the id {id}.").format(id=word), " ".join(part for part in (hint, broken) if part))


def known(corpus: Corpus) -> Iterator[str]:
    """Every id that can be asked for, in the order of the files."""
    for entry in corpus.all_entries:
        if not ALL_KINDS[entry.kind].is_word:
            yield entry.id


def _meant(corpus: Corpus, word: str) -> list[Entry]:
    """The entries that a word can mean; those of the first reading that gives any."""
    entries = [entry for entry in corpus.all_entries if not ALL_KINDS[entry.kind].is_word]
    kind, colon, identity = word.partition(":")
    if colon and kind in corpus.entries:
        entry = corpus.find(kind, identity)
        return [entry] if entry is not None else []
    record = corpus.by_file.get(word.removeprefix("./"))
    if record is not None:
        return [entry for entry in entries if entry.record is record and not entry.route]
    for reading in _readings(word):
        if found := [entry for entry in entries if reading(entry)]:
            return list({(entry.kind, entry.id): entry for entry in reversed(found)}.values())[::-1]
    about = behind(corpus, word)
    return [] if about is None else [about]


def _readings(word: str) -> tuple[Callable[[Entry], bool], ...]:
    """What a word may mean, the nearest first: an id, an area's number, a document's name without its folder, a title."""
    folded = spelt(word)
    area = f"{int(word):02d}" if AREA_NUMBER.match(word) else ""

    def is_named(entry: Entry) -> bool:
        return entry.kind in DOCUMENT_KINDS and entry.id.rpartition("/")[2] == folded

    return (
        lambda entry: entry.id == word,
        lambda entry: entry.id.casefold() == folded,
        lambda entry: entry.kind == AREA.name and entry.id == area,
        is_named,
        lambda entry: bool(folded) and spelt(ALL_KINDS[entry.kind].title_of(entry.content)) == folded,
    )


def spelt(text: str) -> str:
    """A name as it is compared: however it is cased, spaced and stored."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
