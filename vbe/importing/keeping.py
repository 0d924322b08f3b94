"""What a changed document no longer has stays in its file, with a comment: follow-ups and evidence may speak of it.

Only files that nobody has edited since the last import come here, so that their form is known: lists of entries that begin
with `  - id:`, and the aims of the profile.
"""

from __future__ import annotations

import re
from typing import Final

GONE: Final = "# Dokumentet har inte längre den här posten."
"""What stands below the first line of an entry that the document no longer has. Swedish, as the files are."""
SECTION: Final = re.compile(r"^(?P<key>[a-z_]+):$")
ENTRY: Final = re.compile(r"^  - id: (?P<id>\S+)")
AIM: Final = re.compile(r"^  (?P<id>\"?[a-z0-9-]+\"?): ")
AIMS: Final = "aims"


def keep_gone(old: str, new: str) -> tuple[str, list[str]]:
    """The new text with the entries and aims that only the old one has, and the ids of those entries."""
    before, after = _sections(old), _sections(new)
    known = {identity for entries in after.values() for identity in entries}
    gone: list[str] = []
    for key, entries in before.items():
        kept = {identity: block for identity, block in entries.items() if identity not in known}
        if kept:
            new = _added(new, key, [_marked(block) if key != AIMS else block for block in kept.values()])
            gone += [identity.strip("\"'") for identity in kept] if key != AIMS else []
    return new, gone


def _sections(text: str) -> dict[str, dict[str, list[str]]]:
    """Section → id → its lines, without empty ones at the end."""
    found: dict[str, dict[str, list[str]]] = {}
    key, block = "", list[str]()
    for line in text.splitlines():
        section = SECTION.match(line)
        begun = (AIM if key == AIMS else ENTRY).match(line)
        if section:
            key, block = section["key"], []
        elif line and not line.startswith(" "):
            key, block = "", []
        elif key and begun:
            block = [line]
            found.setdefault(key, {})[begun["id"]] = block
        elif key and block:
            block.append(line)
    for entries in found.values():
        for lines in entries.values():
            while lines and not lines[-1].strip():
                lines.pop()
    return found


def _marked(block: list[str]) -> list[str]:
    mark = f"    {GONE}"
    return block if mark in block else [block[0], mark, *block[1:]]


def _added(text: str, key: str, blocks: list[list[str]]) -> str:
    """A text with entries at the end of a section; a section of its own at the end where it has none."""
    lines = text.rstrip("\n").split("\n")
    loose = "" if key == AIMS or "commitments" not in text else "\n"
    added = [part for block in blocks for part in ((*loose.split("\n")[1:], *block))]
    if f"{key}:" not in lines:
        return "\n".join([*lines, "", f"{key}:", *added]) + "\n"
    end = lines.index(f"{key}:") + 1
    while end < len(lines) and (not lines[end] or lines[end].startswith(" ")):
        end += 1
    while not lines[end - 1]:
        end -= 1
    return "\n".join([*lines[:end], *added, *lines[end:]]) + "\n"
