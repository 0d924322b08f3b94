"""Old versions of files, read from git in batches and parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.store.history.parts import Fields
from vbe.store.history.record import MissingError, ReviewedRecord, UnreadError
from vbe.store.history.values import Parsed, kind_name, read, split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.store.git import Blobs


class Fetched:
    """The versions that have been asked for so far, and those that the clone lacks."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs
        self._known: dict[str, Parsed | None] = {}
        self._fields = Fields()
        self._missing: set[str] = set()

    def fetch(self, kinds: Mapping[str, str]) -> None:
        """Read these now, in one go: id → the kind of the record that it is a version of."""
        wanted = [oid for oid in kinds if oid and oid not in self._known and oid not in self._missing]
        for oid, content in self._blobs.read(wanted).items() if wanted else ():
            if content is None:
                self._missing.add(oid)
            else:
                self._known[oid] = read(content, self._fields, kinds[oid])

    def know(self, oid: str, review: ReviewedRecord) -> None:
        """What a record says now, which is also what it said in the version with this id, if any."""
        self._fields.know(review.text, review.value)
        if oid:
            self._known[oid] = split(review.value, kind_name(review.file))

    def forget(self) -> None:
        """Give the memory back."""
        self._known.clear()
        self._fields = Fields()

    def get(self, oid: str) -> Parsed | None:
        """The version; `MissingError` where the clone lacks it, `UnreadError` where it has not been fetched."""
        if oid in self._missing:
            raise MissingError
        if oid not in self._known:
            raise UnreadError(oid)
        return self._known[oid]
