"""Two long texts → the few words around what differs."""

from __future__ import annotations

from difflib import SequenceMatcher

SHORT = 60
"""A text of at most so many characters is quoted in full."""
CONTEXT = 2
MOST_WORDS = 16
REWRITTEN = 0.35
"""Texts that share less than this are not told word by word."""


def excerpts(old: str, new: str) -> tuple[str, str] | None:
    """What stood around the difference, and what stands there now; None when little is left of the old text."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < REWRITTEN:
        return None
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    old_spans = _spans([(code[1], code[2]) for code in changed], len(before))
    new_spans = _spans([(code[3], code[4]) for code in changed], len(after))
    return _cut(before, old_spans), _cut(after, new_spans)


def beginning(text: str, most: int = SHORT) -> str:
    """The first words of a text, and … where there is more."""
    joined = " ".join(text.split())
    if len(joined) <= most:
        return joined
    head = joined[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-.")
    return f"{head} …"


def _spans(changed: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Each changed place with some words around it; places that meet become one."""
    spans: list[tuple[int, int]] = []
    for first, last in changed:
        start, end = max(0, first - CONTEXT), min(length, last + CONTEXT)
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _cut(words: list[str], spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    left = MOST_WORDS
    shown = 0
    for start, end in spans:
        if left <= 0:
            break
        if start > shown:
            parts.append("…")
        stop = min(end, start + left)
        parts.extend(words[start:stop])
        left -= stop - start
        shown = stop
    if shown < len(words):
        parts.append("…")
    return " ".join(parts)
