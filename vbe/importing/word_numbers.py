"""Word's own numbers: what stands before a heading or an item of a numbered list, and is nowhere in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from vbe.importing.word_styles import W

if TYPE_CHECKING:
    from vbe.importing.word_styles import Styles

DEEPEST: Final = 9
"""Levels of a list in Word."""
HIGHEST: Final = 9999
LONGEST: Final = 60
"""Letters of what stands before an item; `Åtgärd %1.%2:` has a dozen."""
ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
UNSHOWN: Final = ("bullet", "none")
MARK: Final = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Level:
    """A level of a list: `%1.%2` and how each number is written, and where it starts."""

    text: str = ""
    form: str = "decimal"
    start: int = 1
    is_legal: bool = False
    """Whether all numbers are written in figures, whatever the levels above say."""


@dataclass(slots=True)
class Outline:
    """A list with its levels, and how far it has been counted."""

    levels: dict[int, Level] = field(default_factory=dict)
    by_style: dict[str, int] = field(default_factory=dict)
    """Style → the level that it is linked to."""
    counted: dict[int, int] = field(default_factory=dict)


class WordNumbers:
    """Counts the numbered paragraphs of a document in the order of reading."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        outlines = (
            {node.get(f"{W}abstractNumId"): _outline(node) for node in root.iter(f"{W}abstractNum")} if root is not None else {}
        )
        self._lists: dict[str, tuple[Outline, dict[int, int]]] = {}
        """Number of a list → its outline, and where it starts anew."""
        for node in root.iter(f"{W}num") if root is not None else ():
            named = node.find(f"{W}abstractNumId")
            outline = outlines.get(named.get(f"{W}val")) if named is not None else None
            if outline is not None:
                self._lists[node.get(f"{W}numId", "")] = (outline, _starts(node))
        self._begun: set[tuple[str, int]] = set()

    def before(self, paragraph: Any) -> str:
        """What stands before a paragraph, such as `1.2` or `a)`; empty where it has no number. Asked once of each."""
        identity, level_text, style = self._styles.numbering(paragraph)
        known = self._lists.get(identity)
        if known is None:
            return ""
        outline, starts = known
        level = min(outline.by_style.get(style, 0) if level_text is None else level_text, DEEPEST - 1)
        self._count(identity, outline, starts, level)
        return self._shown(outline, level)

    def _count(self, identity: str, outline: Outline, starts: dict[int, int], level: int) -> None:
        is_anew = level in starts and (identity, level) not in self._begun
        self._begun.add((identity, level))
        first = starts.get(level, outline.levels.get(level, Level()).start)
        last = outline.counted.get(level)
        outline.counted[level] = first if last is None or is_anew else min(last + 1, HIGHEST)
        for deeper in [other for other in outline.counted if other > level]:
            del outline.counted[deeper]

    @staticmethod
    def _shown(outline: Outline, level: int) -> str:
        shown = outline.levels.get(level)
        if shown is None or shown.form in UNSHOWN:
            return ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            known = outline.levels.get(at, Level())
            return written(outline.counted.get(at, known.start), "decimal" if shown.is_legal else known.form)

        return MARK.sub(number, shown.text).strip()


def written(number: int, form: str) -> str:
    """A number as a list writes it: `3`, `c`, `III`."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        left, numeral = min(number, 399), ""
        for value, sign in ROMAN:
            numeral += sign * (left // value)
            left %= value
        return numeral if form == "lowerRoman" else numeral.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _outline(node: Any) -> Outline:
    outline = Outline()
    for level in node.iter(f"{W}lvl"):
        at = _figures(level.get(f"{W}ilvl"), 0)
        text, form = level.find(f"{W}lvlText"), level.find(f"{W}numFmt")
        outline.levels[at] = Level(
            text.get(f"{W}val", "")[:LONGEST] if text is not None else "",
            form.get(f"{W}val", "decimal") if form is not None else "decimal",
            _value(level, "start", 1),
            level.find(f"{W}isLgl") is not None,
        )
        style = level.find(f"{W}pStyle")
        if style is not None:
            outline.by_style[style.get(f"{W}val", "")] = at
    return outline


def _starts(node: Any) -> dict[int, int]:
    """Level → where a list of its own starts anew."""
    found = {}
    for override in node.iter(f"{W}lvlOverride"):
        if override.find(f"{W}startOverride") is not None:
            found[_figures(override.get(f"{W}ilvl"), 0)] = _value(override, "startOverride", 1)
    return found


def _value(node: Any, tag: str, otherwise: int) -> int:
    found = node.find(f"{W}{tag}")
    return _figures(found.get(f"{W}val"), otherwise) if found is not None else otherwise


def _figures(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,4}", text) else otherwise
