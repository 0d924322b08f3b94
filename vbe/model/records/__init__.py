"""The kinds of record, each from the module that `places.PLACES` names, and the tables that are derived from them.

A record is a document whose form is right. The path is its identity; nothing in the file repeats it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vbe.model.kinds import EntryKind, Kind, Record
from vbe.model.places import PLACES, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.profile import Profile
    from vbe.model.records.routine import Clocked

__all__ = [
    "ACTOR_TYPES", "ALL_KINDS", "DOCUMENT_KINDS", "HOLDERS", "KINDS", "REVIEWED_KINDS", "EntryKind", "Kind", "Record", "kind_of",
    "label", "names_where",
    "required_kinds",
]  # fmt: skip

KINDS: tuple[Kind, ...] = tuple(getattr(import_module(place.module), place.kind.upper()) for place in PLACES)
"""Every kind of record, in the order in which changes are told."""
_KIND_OF = {kind.name: kind for kind in KINDS}


def kind_of(file: str) -> tuple[Kind, str] | None:
    """The kind and id that a path gives, or None when no record lives there."""
    placed = place_of(file)
    return None if placed is None else (_KIND_OF[placed[0].kind], placed[1])


def required_kinds(profile: Profile | None) -> tuple[Kind, ...]:
    """The kinds that the repository must have a record of: the demands of the text only where the profile has them answered."""
    without = profile is not None and not profile.coverage.obligations
    return tuple(kind for kind in KINDS if kind.is_required and not (without and kind.name == "obligations"))


def _all() -> Iterator[EntryKind]:
    for kind in KINDS:
        yield kind
        yield from dict.fromkeys(listed.kind for listed in kind.entries)


ALL_KINDS: dict[str, EntryKind] = {kind.name: kind for kind in _all()}
"""Name → kind, of records and of the entries inside them, in the order in which changes are told."""
HOLDERS: dict[str, Kind] = {
    **{listed.kind.name: kind for kind in KINDS for listed in kind.entries},
    **_KIND_OF,
}
"""Name of a kind of entry → the kind of record that holds it; while one is broken, what it holds is not known."""
ACTOR_TYPES = {
    listed.actor_type.name: listed.actor_type for kind in KINDS for listed in kind.entries if listed.actor_type is not None
}
"""Name → type of actor."""
DOCUMENTS: tuple[Kind[Clocked], ...] = tuple(kind for kind in KINDS if kind.is_document)
"""The kinds of reviewed documents; their models are all `Clocked`."""
DOCUMENT_KINDS = tuple(kind.name for kind in DOCUMENTS)
"""Kinds of reviewed documents, in the folder of a department or board."""
REVIEWED_KINDS = (*DOCUMENT_KINDS, *(kind.name for kind in KINDS if kind.is_reviewed and not kind.is_document))
"""Kinds that somebody must look at again, and that `vbe review` records reviews of."""
CARRYING_KINDS = tuple(kind.name for kind in KINDS if kind.carries_demands)
"""Kinds of record that can answer for a demand of the text."""
ALONG_CHAIN = tuple(sorted(ALL_KINDS, key=lambda name: HOLDERS[name].is_beside_chain))
"""Names of kinds, along the chain from demand to report; what stands beside it last."""
