"""The small clean repository of the rules' tests, changed in memory: files are replaced or added before it is loaded."""

from __future__ import annotations

from pathlib import Path

from tests.render.solna import composed
from vbe.store.loader import load
from vbe.store.repository import Listing

BASE = Path(__file__).parents[1] / "rules" / "base"
YEAR = 2024


class Memory:
    """A source of files that are nowhere."""

    def __init__(self, files: dict[str, str]) -> None:
        self.root = Path("/nowhere")
        self.files = {name: text.encode() for name, text in files.items()}

    def listing(self) -> Listing:
        return Listing(tuple(sorted(self.files)))

    def read(self, file: str, limit: int) -> bytes:
        return self.files[file]


def files(**changed: str) -> dict[str, str]:
    """Every file of the base; `changed` has `/` and `.` as in the path."""
    found = {p.relative_to(BASE).as_posix(): p.read_text("utf-8") for p in sorted(BASE.rglob("*.yaml"))}
    return found | changed


def corpus(changed: dict[str, str] | None = None, without: tuple[str, ...] = ()):
    """The base as a corpus; fails where a file has faults."""
    held = {name: text for name, text in (files() | (changed or {})).items() if name not in without}
    loaded = load(Memory(held))
    assert not loaded.findings, loaded.findings
    return loaded


def edited(file: str, *replacements: tuple[str, str]) -> dict[str, str]:
    """One file of the base with some of its text replaced."""
    text = files()[file]
    for old, new in replacements:
        assert old in text, (file, old)
        text = text.replace(old, new)
    return {file: text}


def report(changed: dict[str, str] | None = None, without: tuple[str, ...] = (), **more):
    return composed(corpus(changed, without), more.pop("year", YEAR), **more)


def section(made, identity: str):
    return next(s for s in made.sections if s.id == identity)


def blocks(part):
    """Every block below a part, the groups' own included."""
    for block in part.blocks:
        yield block
        if hasattr(block, "blocks"):
            yield from blocks(block)


def words(part) -> str:
    """All texts of a part, a line each."""
    from vbe.report.plain import plain
    from vbe.report.render.places import texts

    return "\n".join(text for _trail, text in texts(plain(part)))


def tables(part) -> dict:
    return {b.id: b for b in blocks(part) if type(b).__name__ == "Table"}
