"""Small repositories in memory: the base of the rules' cases, changed as a test wants it."""

from __future__ import annotations

from pathlib import Path

from vbe.diagnostics import Finding
from vbe.model.places import FOLDERS
from vbe.store.loader import load
from vbe.store.repository import Listing

BASE = Path(__file__).parents[1] / "rules" / "base"


class Memory:
    """Files that stand nowhere."""

    root = Path()

    def __init__(self, files):
        self.files = files

    def listing(self):
        return Listing(tuple(sorted(self.files)))

    def read(self, file, limit):
        content = self.files[file].encode()
        return content if len(content) <= limit else Finding(file, "large", rule="too-large")


def base_files():
    """Path → text of the base."""
    files = {"vbe.yaml": (BASE / "vbe.yaml").read_text(encoding="utf-8")}
    for folder in FOLDERS:
        for path in sorted((BASE / folder).rglob("*.yaml")):
            files[path.relative_to(BASE).as_posix()] = path.read_text(encoding="utf-8")
    return files


def corpus_of(files):
    """The corpus of files in memory."""
    return load(Memory(files))
