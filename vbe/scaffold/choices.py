"""What may be chosen from in a repository: actors, areas, commitments; and ids that are free."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.language.letters import hyphenated
from vbe.model.fields import ORGANISED
from vbe.model.places import RESERVED
from vbe.model.records.area import AREA
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.organisation import ACTOR, PARTNER

if TYPE_CHECKING:
    from collections.abc import Container

    from vbe.model.corpus import Corpus
    from vbe.scaffold.questions import Answers

SLUG_LENGTH = 60


def slug(text: str) -> str:
    """A text as an id or a file name: å and ä become a, ö becomes o."""
    words = hyphenated(text)
    return words if len(words) <= SLUG_LENGTH else words[:SLUG_LENGTH].rpartition("-")[0] or words[:SLUG_LENGTH]


def free_id(base: str, taken: Container[str]) -> str:
    """An id that nothing has: the base itself, else with the first number after it that is free."""
    return base if base not in taken else next(name for n in count(2) if (name := f"{base}-{n}") not in taken)


def file_name(answers: Answers) -> str:
    """The name of a new record's file, without its ending: the one that is given, or made of the title."""
    name = answers.get("slug") or slug(answers["title"])
    if not name or name in RESERVED:
        message = _("No file name can be made of the title “{title}”.").format(title=answers["title"])
        raise VbeError(message, _("Give one with --slug, in a–z, 0–9 and hyphens."))
    return str(name)


def actors(corpus: Corpus, *types: str) -> tuple[str, ...]:
    """The ids of the actors of these types; of all, where none is named."""
    entries = corpus.all_of(ACTOR)
    return tuple(entry.id for entry in entries if not types or entry.actor_type in types)


def organised(corpus: Corpus) -> tuple[str, ...]:
    """Those that can answer for something."""
    return actors(corpus, *ORGANISED)


def involved(corpus: Corpus) -> tuple[str, ...]:
    """Those that can do something: the municipality's own, and partners."""
    return actors(corpus, *ORGANISED, PARTNER.name)


def next_commitment(corpus: Corpus, area: int) -> str:
    """The number after the highest that was ever used, as far as the records know: an id is never reused."""
    used = {*corpus.commitments}
    for record in corpus.of(FOLLOWUP):
        used |= record.content.commitments.keys()
    numbers = [int(identity.split(".")[1]) for identity in used if identity.split(".")[0] == str(area)]
    return f"{area}.{max(numbers, default=0) + 1}"


def next_area(corpus: Corpus) -> int:
    """The first number that no area has."""
    taken = {int(record.id) for record in corpus.of(AREA)}
    return next(number for number in range(1, 100) if number not in taken)


def version(corpus: Corpus) -> str:
    """The strategy's latest version."""
    versions = corpus.strategy.versions if corpus.strategy is not None else ()
    return versions[-1].version if versions else ""
