"""`vbe fmt`: one layout for all files, proven on the spot to keep every value and every comment.

A round trip through a YAML library loses comments and moves others (measured: one document in eight). So the text is
laid out anew from the parser's events and the comments between them, and then read again: unless the values are equal,
the comments are the same, and a second pass changes nothing, the file is left alone.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.documents import parse, parse_text
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.records import kind_of
from vbe.model.values import same
from vbe.store.editing.comments import all_comments, attach
from vbe.store.editing.scalars import WIDTH
from vbe.store.editing.tree import Unformattable, parse_tree
from vbe.store.editing.writer import write

if TYPE_CHECKING:
    from vbe.diagnostics import Finding
    from vbe.model.fields import Model
    from vbe.store.repository import Source

MARK = "\ufeff"
"""A byte order mark, read as a character; it says nothing, so the layout is without it."""
LIMIT = 4096 * 1024
"""The most that any profile lets a file hold."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What became of one file: its text in the layout, or why it is left alone."""

    file: str
    content: bytes
    old: str
    new: str
    refusal: str = ""
    findings: tuple[Finding, ...] = ()
    """Why the file cannot be read, where that is the reason."""

    @property
    def reason(self) -> str:
        """Why the file is left alone, with the line where it cannot be read."""
        if not self.findings:
            return self.refusal
        first = self.findings[0]
        place = "" if first.location is None else _("line {line}").format(line=first.location.line)
        return f"{self.refusal} ({place}: {first.message})" if place else self.refusal

    @property
    def changed(self) -> bool:
        """Whether the layout differs from what stands in the file."""
        return not self.refusal and self.new != self.old


def lay_out_all(source: Source, wanted: list[str]) -> list[Layout]:
    """Every record of a repository, or those of the wanted files and folders, in the one layout.

    A wanted file of the data folders that is no record is passed over (`without_record`): a hook names every file that is
    committed. What lies elsewhere, and a folder without records, raises `VbeError`.
    """
    layouts = []
    for file in source.listing().files:
        if kind_of(file) is None or (wanted and not _within(file, wanted)):
            continue
        content = source.read(file, LIMIT)
        if isinstance(content, bytes):
            layouts.append(lay_out(file, content))
        else:
            layouts.append(Layout(file, b"", "", "", content.message, (content,)))
    listing = source.listing()
    held = {*listing.files, *(finding.file for finding in listing.findings)}
    foreign = [path for path in without_record(wanted, layouts) if path not in held]
    if foreign:
        raise VbeError(_("{path} holds no record.").format(path=foreign[0]))
    return layouts


def without_record(wanted: list[str], layouts: list[Layout]) -> list[str]:
    """The wanted paths that none of the records is, or lies below."""
    return [path for path in wanted if not any(_within(layout.file, [path]) for layout in layouts)]


def _within(file: str, wanted: list[str]) -> bool:
    return any(path in ("", ".") or file == path or file.startswith(f"{path}/") for path in wanted)


def lay_out(file: str, content: bytes) -> Layout:
    """A file in the one layout; unchanged, with the reason, where that cannot be done without loss."""
    old = content.decode("utf-8", "replace")
    body = old.removeprefix(MARK)
    document, findings = parse(file, content.removeprefix(BOM_UTF8))
    if document is None:
        return Layout(file, content, old, old, _("The file has faults of form."), tuple(findings))
    placed = kind_of(file)
    model = placed[0].model if placed is not None else None
    try:
        new = arrange(body, model)
        return Layout(file, content, old, new, _loss(file, body, new, model))
    except (Unformattable, StopIteration, IndexError, KeyError, AssertionError):
        # A text that we do not understand is no reason to fail on the others.
        return Layout(file, content, old, old, _("The file holds something that cannot be laid out without loss."))


def arrange(text: str, model: type[Model] | None) -> str:
    """The text in the one layout, not yet proven to be the same."""
    tree = parse_tree(_unix(text))
    attach(tree)
    return write(tree, model)


def _unix(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        raise Unformattable("carriage return")
    return text


def _loss(file: str, old: str, new: str, model: type[Model] | None) -> str:
    """What the new text would lose; empty where it is the same."""
    before, _faults = parse_text(file, old)
    after, faults = parse_text(file, new)
    if before is None or after is None or faults or not same(before.value, after.value):
        return _("A value would be changed.")
    if Counter(all_comments(parse_tree(_unix(old)))) != Counter(all_comments(parse_tree(new))):
        return _("A comment would be lost.")
    if _longest(new) > max(WIDTH, _longest(old)):
        return _("A line would be longer than any that is there.")
    if arrange(new, model) != new:
        return _("The layout would not be stable.")
    return ""


def _longest(text: str) -> int:
    return max(map(len, _unix(text).split("\n")))
