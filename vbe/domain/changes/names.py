"""Ids as a reader knows them: the actor's name, the routine's title."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vbe.domain.disclosure import Guard
from vbe.domain.organisation import lowered_name, name_inside
from vbe.language import _
from vbe.model.fields import NOT_STATED
from vbe.model.labels import value_word
from vbe.model.places import OVERALL
from vbe.model.records import ALL_KINDS
from vbe.model.records.organisation import ACTOR

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus


class Names:
    """The names in a corpus, and in an earlier one for what is no longer there."""

    def __init__(self, corpus: Corpus, before: Corpus | None = None, guard: Guard | None = None) -> None:
        self._corpora = [c for c in (corpus, before) if c is not None]
        self._guard = guard

    @property
    def corpora(self) -> tuple[Corpus, ...]:
        """Those that the names are from, the newer first."""
        return tuple(self._corpora)

    @cached_property
    def guard(self) -> Guard:
        """What may be told of numbers of persons and cases in all of them together."""
        return self._guard or Guard.over(*self._corpora)

    @cached_property
    def phones(self) -> frozenset[str]:
        """The phone numbers of functions."""
        return frozenset(phone for corpus in self._corpora for phone in corpus.profile.contacts.phones)

    def actor(self, identity: str) -> str:
        """The name of an actor as it stands inside a sentence; the id where there is no such actor."""
        if identity == NOT_STATED:
            return value_word(identity)
        if identity == OVERALL:
            return _("overall")
        for corpus in self._corpora:
            entry = corpus.find(ACTOR, identity)
            if entry is not None:
                return name_inside(entry, corpus)
        return identity

    def heading(self, identity: str) -> str:
        """The name of an actor as it is written."""
        for corpus in self._corpora:
            entry = corpus.find(ACTOR, identity)
            if entry is not None:
                name: str = entry.content.name
                return name
        return identity

    def called(self, kind: str, identity: str) -> str:
        """How a sentence names the entry of a kind."""
        if kind == ACTOR.name or identity == NOT_STATED:
            return self.actor(identity)
        for corpus in self._corpora:
            entry = corpus.find(kind, identity)
            if entry is None:
                continue
            described = ALL_KINDS[kind]
            title = described.title_of(entry.content)
            if described.is_word:
                return title[:1].lower() + title[1:]
            if described.titles == ("name",):
                return lowered_name(title, corpus)
            if title and not described.is_numbered:
                return _("“{text}”").format(text=title)
        return identity
