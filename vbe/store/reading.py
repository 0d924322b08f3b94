"""Files → documents, by this process and one more.

Parsing is most of the work on a repository, and needs none of the libraries that take long to load. So a second process can
begin with it before the first has loaded them (`begin`); then both take what is left from one queue (`read_all`).
"""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.store.alongside import Alongside, without_collecting
from vbe.store.repository import DEFAULT_LIMIT, Disk, speak_as_profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vbe.diagnostics import Finding
    from vbe.documents import Document
    from vbe.store.repository import Source

ENOUGH_TO_BEGIN = 30
"""Fewer files are parsed sooner than a process is made."""
CHUNK = 25
MOST_CHUNKS = 1000
"""Their numbers, two bytes each, fit into the smallest pipe there is."""

_begun: Readers | None = None


class Read(NamedTuple):
    """A file as it was read."""

    file: str
    text: str | None
    """None where it is no text, or could not be read."""
    document: Document | None
    """None where it is no YAML without faults."""
    faults: list[Finding]
    """What is wrong with it as YAML."""
    problem: Finding | None = None
    """Why it could not be read."""
    is_attachment: bool = False


def read(source: Source, file: str, limit: int) -> Read:
    """Read and parse one file."""
    from vbe.documents import parse
    from vbe.privacy.attachments import is_attachment

    content = source.read(file, limit)
    if isinstance(content, bytes):
        if is_attachment(file, content):
            # One that is text, such as a mail, is searched all the same.
            return Read(file, None if b"\0" in content else content.decode("utf-8", "replace"), None, [], is_attachment=True)
        document, faults = parse(file, content)
        # The same text, and not a second copy of it.
        return Read(file, document.text if document is not None else content.decode("utf-8", "replace"), document, faults)
    return Read(file, None, None, [], content, is_attachment(file, None))


class Readers:
    """Files that two processes read, each taking the next few while there are any."""

    def __init__(self, source: Source, files: tuple[str, ...], limit: int, enough: int | None = None) -> None:
        self.asked = (os.path.abspath(source.root), type(source), files, limit)  # noqa: PTH100 - resolves no links
        self._source, self._files, self._limit = source, files, limit
        self._size = max(CHUNK, -(-len(files) // MOST_CHUNKS))
        self._queue, filling = os.pipe()
        os.write(filling, b"".join(number.to_bytes(2, "big") for number in self._numbers))
        os.close(filling)
        # Each piece is made ready for its way as soon as it is done, while the other process still works.
        self._other = Alongside(
            lambda: [pickle.dumps(piece, pickle.HIGHEST_PROTOCOL) for piece in self._take()], len(files), enough
        )

    @property
    def _numbers(self) -> range:
        return range(-(-len(self._files) // self._size))

    def _take(self) -> Iterator[tuple[int, list[Read]]]:
        with without_collecting():
            while number := os.read(self._queue, 2):
                yield int.from_bytes(number, "big"), self._piece(int.from_bytes(number, "big"))

    def _piece(self, number: int) -> list[Read]:
        files = self._files[number * self._size : (number + 1) * self._size]
        return [read(self._source, file, self._limit) for file in files]

    def finish(self) -> list[Read]:
        """Every file, in the order of the list."""
        pieces = dict(self._take())
        # From our own process, through a pipe that nobody else holds.
        pieces.update(pickle.loads(piece) for piece in self._other.result())  # noqa: S301
        os.close(self._queue)
        # What the other process took and never gave back is read here.
        return [file for number in self._numbers for file in pieces.get(number) or self._piece(number)]

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._other.stop()
        os.close(self._queue)


def begin(root: Path) -> None:
    """Let a second process begin to read the files on disk, where there are enough of them and a core is free."""
    global _begun  # noqa: PLW0603 - one process reads one repository
    source = Disk(root)
    try:
        files = source.listing().files
    except VbeError:
        return  # told where it is read
    speak_as_profile(source)  # in which faults are told
    if len(files) >= ENOUGH_TO_BEGIN:
        _begun = Readers(source, files, DEFAULT_LIMIT, ENOUGH_TO_BEGIN)


def abandon() -> None:
    """Stop what was begun and never asked for."""
    global _begun
    begun, _begun = _begun, None
    if begun is not None:
        begun.stop()


def read_all(source: Source, files: tuple[str, ...], limit: int) -> list[Read]:
    """Read and parse many files, in their order; what has been begun is used where it is just this."""
    global _begun
    begun, _begun = _begun, None
    readers = Readers(source, files, limit) if begun is None else begun
    if begun is not None and begun.asked != (os.path.abspath(source.root), type(source), files, limit):  # noqa: PTH100
        begun.stop()
        readers = Readers(source, files, limit)
    return readers.finish()
