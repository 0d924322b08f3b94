"""What somebody means by a name or a Swedish word where an id or one of a few values is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.identify import spelt
from vbe.domain.labels import STATE_WORDS
from vbe.language import in_swedish
from vbe.model.labels import VALUES
from vbe.model.records import ALL_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vbe.model.corpus import Corpus


def names_in(corpus: Corpus) -> dict[str, str]:
    """Id → name, of everything that has both; of two with the same id the first."""
    entries = (entry for entry in corpus.all_entries if not ALL_KINDS[entry.kind].is_word)
    names: dict[str, str] = {}
    for entry in entries:
        names.setdefault(entry.id, ALL_KINDS[entry.kind].title_of(entry.content))
    return names


def meant(word: str, allowed: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """The one of those allowed that a word means: by its id, its name, or what it is called in Swedish.

    The word itself where it means none of them, or several.
    """
    listed = list(allowed)
    if word in listed:
        return word
    folded = spelt(word)
    found = {each for each in listed if folded in {spelt(way) for way in _ways(each, names or {})}}
    return found.pop() if folded and len(found) == 1 else word


def _ways(each: str, names: Mapping[str, str]) -> Iterable[str]:
    """All that one of the allowed may be called."""
    yield each
    yield each.replace("_", "-")
    yield each.replace("_", " ").replace("-", " ")
    if each in names:
        yield names[each]
    for table in (STATE_WORDS, VALUES):
        if each in table:
            yield table[each]
            yield in_swedish(table[each])
