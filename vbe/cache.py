"""Verdicts remembered: the same bytes, checked by the same program, need not be checked twice.

The key is made of everything that a verdict depends on, the bytes of every file first of all; nothing that is remembered
is believed over them. An entry that is damaged, or cannot be read or written, is as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.diagnostics import Diagnostic, Finding, Location, Severity
from vbe.language import active_language
from vbe.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.repository import Listing, Source

FORMAT = b"vbe-verdict-2"
MAX_ENTRIES = 50
MOST_OF_A_FILE = 4096 * 1024
"""As much as any profile can allow a file to hold."""


class Held:
    """A source whose files have all been read once, so that the key and the check see the same bytes."""

    def __init__(self, source: Source) -> None:
        self.root = source.root
        self._source = source
        self._listing = source.listing()
        self._contents = {file: source.read(file, MOST_OF_A_FILE) for file in self._listing.files}

    def listing(self) -> Listing:
        """The files, as they were listed."""
        return self._listing

    def read(self, file: str, limit: int) -> bytes | Finding:
        """A file as it was read; a larger one than the limit is asked for again, for the finding that says so."""
        content = self._contents[file]
        return self._source.read(file, limit) if isinstance(content, bytes) and len(content) > limit else content

    def parts(self) -> Iterator[bytes]:
        """Everything about the files that a verdict can depend on."""
        for finding in self._listing.findings:
            yield repr(finding).encode("utf-8", "surrogateescape")
        for file, content in self._contents.items():
            yield os.fsencode(file)
            yield content if isinstance(content, bytes) else repr(content).encode("utf-8", "surrogateescape")

    def texts(self) -> dict[str, str]:
        """File → text, as the loader has it."""
        contents = self._contents.items()
        return {file: content.decode("utf-8", "replace") for file, content in contents if isinstance(content, bytes)}


def remembered(source: Source, examine: Callable[[Source], Verdict]) -> Verdict:
    """The verdict on a repository: from the cache where these bytes have been checked before, else from `examine`."""
    held = Held(source)
    entry = _folder() / f"{_key(held)}.json"
    verdict = _recall(entry, held)
    if verdict is None:
        verdict = examine(held)
        _keep(entry, verdict)
    return verdict


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("vbe", appauthor=False) / "verdicts"


def _key(held: Held) -> str:
    digest = hashlib.sha256(FORMAT)
    for part in (*_program(), active_language().encode(), *held.parts()):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _program() -> Iterator[bytes]:
    """The program that checks: its own files, its catalogues, and the libraries beside it."""
    here = Path(__file__).parent
    yield sys.version.encode()
    yield str(here).encode("utf-8", "surrogateescape")
    for path in (*sorted(here.rglob("*.py")), *sorted(here.rglob("*.mo"))):
        status = path.stat()
        yield f"{path.name} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "surrogateescape")
    for folder in sys.path:
        if folder.endswith("-packages"):
            yield str(Path(folder).stat().st_mtime_ns).encode()


def _recall(entry: Path, held: Held) -> Verdict | None:
    try:
        content = entry.read_bytes()
        digest, _newline, payload = content.partition(b"\n")
        if digest.decode("ascii") != hashlib.sha256(payload).hexdigest():
            return None
        kept = json.loads(payload)
        diagnostics = tuple(_diagnostic(fields) for fields in kept["diagnostics"])
        texts = held.texts()
        return Verdict(diagnostics, kept["files"], {file: texts[file] for file in kept["texts"]})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _diagnostic(fields: dict[str, object]) -> Diagnostic:
    severity = Severity(str(fields.pop("severity")))
    location = Location(*fields.pop("location"))  # type: ignore[misc]
    return Diagnostic(severity=severity, location=location, **fields)  # type: ignore[arg-type]


def _keep(entry: Path, verdict: Verdict) -> None:
    """Written whole or not at all, so that runs side by side do not disturb each other."""
    kept = {
        "files": verdict.files,
        "texts": list(verdict.texts),
        "diagnostics": [asdict(diagnostic) for diagnostic in verdict.diagnostics],
    }
    try:
        payload = json.dumps(kept).encode()
        entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = entry.with_suffix(f".{os.getpid()}.tmp")
        try:
            draft.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
            draft.replace(entry)
        finally:
            draft.unlink(missing_ok=True)
        _forget_oldest(entry.parent)
    except (OSError, ValueError):
        return


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    for entry in entries[:-MAX_ENTRIES]:
        entry.unlink(missing_ok=True)
