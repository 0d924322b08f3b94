"""How a value is written: without quotation marks where every reader takes it for the same, folded where it is long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.documents.scalars import ISO_DATE, PLAIN, AmbiguousError, resolve
from vbe.privacy.hidden import hidden_places, holds_hidden

if TYPE_CHECKING:
    from vbe.documents import Value

WIDTH = 100
INDENT = 2
ALWAYS_QUOTED = frozenset({"case_number"})
"""Keys whose values stand in quotation marks whatever they look like: the next one may look like a number."""
# Signs that open something else in YAML, or that a reader stumbles on at the beginning of a value.
SPECIAL_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`<=~.]")
SPECIAL_INSIDE = re.compile(r": |:$| #|[\t\n]")
SPECIAL_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# Only figures and signs (telephone numbers, days, versions), and what looks like a case number.
NUMERIC = re.compile(r"[\W\d_]*\d[\W\d_]*")
CASE_LIKE = re.compile(r"[^\W\d_]{0,8}[ /]?\d+[-:/ ]\d+")
CONTROL = re.compile(r"[\t\n\r]")
FOLD = re.compile(r"(?<=[^ \t\n]) (?=[^ \t\n])")


def reads_as_text(text: str) -> bool:
    """Whether a plain scalar is the same text to every reader."""
    if text in PLAIN:
        return False
    try:
        return resolve(text) == text
    except AmbiguousError:
        return False


def shown(text: str) -> bool:
    """Whether all of the text can be seen on one line; a non-breaking blank can."""
    return not CONTROL.search(text) and not holds_hidden(text)


def needs_quotes(text: str, *, flow: bool = False) -> bool:
    """Whether a text must stand in quotation marks."""
    if not text or text != text.strip() or not shown(text) or text in ("---", "..."):
        return True
    if SPECIAL_START.match(text) or SPECIAL_INSIDE.search(text) or (flow and SPECIAL_IN_FLOW.search(text)):
        return True
    if not reads_as_text(text):
        return True
    return bool((NUMERIC.fullmatch(text) and not ISO_DATE.match(text)) or CASE_LIKE.fullmatch(text))


def quoted(text: str) -> str:
    """The text in quotation marks: double ones, or single ones where that spares escapes."""
    if shown(text) and "'" not in text and ("\\" in text or '"' in text):
        return f"'{text}'"
    hidden = set(hidden_places(text))
    return '"' + "".join(_escaped(character, hidden=at in hidden) for at, character in enumerate(text)) + '"'


def _escaped(character: str, *, hidden: bool) -> str:
    if character in '"\\':
        return "\\" + character
    if character in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[character]
    if not hidden:
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def one_line(value: Value, written: str = "", *, key: Value = None, flow: bool = False) -> str:
    """A scalar on one line; what is no text keeps the form it was written in."""
    if not isinstance(value, str):
        return "null" if value is None else written or str(value).lower()
    if key in ALWAYS_QUOTED or needs_quotes(value, flow=flow):
        return quoted(value)
    return value


def key_text(key: Value) -> str:
    """A mapping's key."""
    return one_line(key)


def block_lines(value: Value, indent: int, room: int) -> list[str] | None:
    """A text as sign and lines, where it does not fit in `room` signs on one line; None where one line is right."""
    if not isinstance(value, str) or not value.strip() or value.endswith("\n\n"):
        return None
    chomp = "" if value.endswith("\n") else "-"
    lines = value.removesuffix("\n").split("\n")
    if len(lines) == 1 and chomp:
        fits = len(one_line(value)) <= room or not FOLD.search(value)
        return None if fits or not _may_fold(lines) else [f">{chomp}", *_folded(lines, indent)]
    if not _may_be_literal(lines):
        return None
    is_narrow = all(len(line) + indent <= WIDTH or not FOLD.search(line) for line in lines)
    return _literal(lines, indent, chomp) if is_narrow or not _may_fold(lines) else [f">{chomp}", *_folded(lines, indent)]


def _literal(lines: list[str], indent: int, chomp: str) -> list[str]:
    """Line by line as it is; the indentation is told where the text itself begins with blanks."""
    first = next(line for line in lines if line)
    indicator = str(INDENT) if first.startswith((" ", "\t")) else ""
    return [f"|{indicator}{chomp}", *(f"{' ' * indent}{line}" if line else "" for line in lines)]


def _folded(lines: list[str], indent: int) -> list[str]:
    folded: list[str] = []
    for index, line in enumerate(lines):
        if index:
            folded.append("")
        folded.extend(f"{' ' * indent}{part}" for part in fold(line, WIDTH - indent) if part)
    return folded


def _may_be_literal(lines: list[str]) -> bool:
    """Whether the lines can stand as they are: nothing unseen but tabs, and blanks alone neither first nor last."""
    if not lines[-1].strip() or not next(line for line in lines if line).strip():
        return False
    return all(shown(line.replace("\t", " ")) for line in lines)


def _may_fold(lines: list[str]) -> bool:
    """Whether the lines can be broken between words: a fold would lose or add blanks at the ends of others."""
    return bool(lines[0]) and all(line == line.strip() and shown(line) for line in lines)


def fold(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` signs, broken only where a single blank stands between words."""
    words = FOLD.split(text)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
