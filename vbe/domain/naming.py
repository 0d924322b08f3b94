"""Names as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.model.fields import NOT_STATED
from vbe.model.labels import value_word
from vbe.model.records import ACTOR_TYPES

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry
    from vbe.model.records.organisation import Actor


def unnamed(identity: str) -> str:
    """What stands for the name of an actor that there is none of: its id, or that the plan names nobody."""
    return value_word(identity) if identity == NOT_STATED else identity


def name_inside(entry: Entry[Actor], corpus: Corpus) -> str:
    """`Socialnämnden` → `socialnämnden`; not `HR-avdelningen`, a partner, or what begins with the municipality's name."""
    name = entry.content.name
    return name if ACTOR_TYPES[entry.actor_type].is_proper else lowered_name(name, corpus)


def lowered_name(name: str, corpus: Corpus) -> str:
    """A common noun inside a sentence; abbreviations, the municipality's own name and all that is English keep their capital."""
    if corpus.profile.language == "en":
        return name
    first = name.split(maxsplit=1)[0] if name.split() else ""
    if first[1:2].isupper() or first.removesuffix("s") in corpus.profile.municipality.name.split():
        return name
    return name[:1].lower() + name[1:]
