"""Ids as a reader knows them: the actor's name, the routine's title."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.disclosure.guard import Guard
from vbe.domain.naming import lowered_name, name_inside, unnamed
from vbe.language import _
from vbe.model.fields import NOT_STATED
from vbe.model.kinds import C, EntryKind
from vbe.model.places import OVERALL
from vbe.model.records import ALL_KINDS
from vbe.model.records.organisation import ACTOR

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry


class Names:
    """The names in a corpus, and in an earlier one for what is no longer there."""

    def __init__(self, corpus: Corpus, before: Corpus | None = None, guard: Guard | None = None) -> None:
        self.corpora = (corpus,) if before is None else (corpus, before)
        """Those that the names are from, the newer first."""
        self._guard = guard

    @cached_property
    def guard(self) -> Guard:
        """What may be told of numbers of persons and cases in all of them together."""
        return self._guard or Guard.over(*self.corpora)

    @cached_property
    def phones(self) -> frozenset[str]:
        """The phone numbers of functions."""
        return frozenset(phone for corpus in self.corpora for phone in corpus.profile.contacts.phones)

    def _find(self, kind: EntryKind[C], identity: str) -> tuple[Entry[C], Corpus] | None:
        """An entry, with the newest corpus that has it."""
        found = ((entry, corpus) for corpus in self.corpora if (entry := corpus.find(kind, identity)) is not None)
        return next(found, None)

    def actor(self, identity: str) -> str:
        """The name of an actor as it stands inside a sentence; the id where there is no such actor."""
        if identity == OVERALL:
            return _("overall")
        found = self._find(ACTOR, identity)
        return unnamed(identity) if found is None else name_inside(*found)

    def heading(self, identity: str) -> str:
        """The name of an actor as it is written."""
        found = self._find(ACTOR, identity)
        return identity if found is None else ACTOR.title_of(found[0].content)

    def called(self, kind: str, identity: str) -> str:
        """How a sentence names the entry of a kind."""
        if kind == ACTOR.name or identity == NOT_STATED:
            return self.actor(identity)
        described = ALL_KINDS.get(kind)
        found = self._find(described, identity) if described is not None else None
        if described is None or found is None:
            return identity
        title = described.title_of(found[0].content)
        if described.is_word:
            return title[:1].lower() + title[1:]
        if described.titles == ("name",):
            return lowered_name(title, found[1])
        return _("“{text}”").format(text=title) if title and not described.is_numbered else identity
