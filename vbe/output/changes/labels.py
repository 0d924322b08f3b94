"""A point of a change in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.changes.points import Word
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.changes.points import Point

LONG = 120
CONTEXT = 6
"""Words kept on each side of what differs."""
MARKS = {"same": "{} ", "gone": "[-{}-] ", "new": "{{+{}+}} "}
"""As `git diff --word-diff` marks them."""


def point_words(point: Point) -> str:
    """One point on one line: old and new in full; of long texts the words that differ, among those around them."""
    if point.old is None and point.new is None:
        return point.label
    if point.old is None:
        return _("{field} filled in: {new}").format(field=point.label, new=point.new)
    if point.new is None:
        return _("{field} deleted, formerly {old}").format(field=point.label, old=point.old)
    if point.old == point.new:
        return _("{field} has changed").format(field=point.label)
    if point.words and len(point.old) + len(point.new) > LONG:
        return f"{point.label}: " + "".join(MARKS[word.change].format(word.text) for word in elided(point.words)).strip()
    return _("{field} changed from {old} to {new}").format(field=point.label, old=point.old, new=point.new)


def elided(words: tuple[Word, ...]) -> Iterator[Word]:
    """The words, of which long stretches that are the same are left out in their middle."""
    for index, word in enumerate(words):
        listed = word.text.split()
        before, after = index > 0, index < len(words) - 1
        if word.change != "same" or len(listed) <= CONTEXT * (before + after) + 1:
            yield word
        else:
            head, tail = listed[:CONTEXT] if before else [], listed[-CONTEXT:] if after else []
            yield Word("same", " ".join([*head, "…", *tail]))
