"""Which department, and which role in it, must act: found from whoever a record names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry


class Departments:
    """The organisation as it was on a day."""

    def __init__(self, corpus: Corpus, as_of: datetime.date) -> None:
        self._corpus = corpus
        self._as_of = as_of
        self.coordinating = next(iter(self.of(corpus.profile.executive_board)), "")
        """The department that serves the executive board: it answers for what is nobody else's."""

    def or_coordinating(self, departments: tuple[str, ...]) -> tuple[str, ...]:
        """These; else the one that answers for what is nobody else's."""
        return departments or ((self.coordinating,) if self.coordinating else ())

    def _entry(self, actor: str) -> Entry | None:
        return self._corpus.find("actor", actor)

    def name(self, actor: str) -> str:
        """An actor's name; its id where it has none."""
        entry = self._entry(actor)
        return actor if entry is None else str(entry.content.name)

    def exists(self, actor: str) -> bool:
        """Whether an actor exists on the day, as far as is known."""
        entry = self._entry(actor)
        return entry is not None and (entry.content.valid_to is None or entry.content.valid_to >= self._as_of)

    def in_office(self, role: str) -> str | None:
        """The role where it exists on the day, else the nearest successor that does; None where nobody has come in its place.

        A role that is not known is taken at its word: its file may be the one that could not be read.
        """
        entry = self._entry(role)
        if entry is None or self.exists(role):
            return role
        waiting: list[str] = list(entry.content.successor)
        seen = {role}
        while waiting:
            name = waiting.pop(0)
            entry = self._entry(name)
            if entry is None or name in seen:
                continue
            if entry.sort == "role" and self.exists(name) and (entry.content.valid_from or self._as_of) <= self._as_of:
                return name
            seen.add(name)
            waiting += entry.content.successor
        return None

    def of(self, actor: str) -> tuple[str, ...]:
        """The departments that act for an actor: itself, its own, or those that serve the board."""
        entry = self._entry(actor)
        if entry is None:
            return ()
        content = entry.content
        if entry.sort == "department":
            return (actor,)
        if entry.sort in ("unit", "role"):
            return (content.department,) if content.department else ()
        if entry.sort == "board":
            return self._serving(actor)
        if entry.sort == "group":
            return self.of(content.convener) if content.convener else ()
        if entry.sort == "collective":
            return self.of_all(sorted(self._corpus.members(actor) - {actor}))
        return ()

    def of_all(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The departments of several actors, each once."""
        return tuple(dict.fromkeys(department for actor in actors for department in self.of(actor)))

    def _serving(self, board: str) -> tuple[str, ...]:
        entries = self._corpus.entries.get("actor", {}).values()
        serving = [e.id for e in entries if e.sort == "department" and board in e.content.boards]
        return tuple([d for d in serving if self.exists(d)] or serving)

    def role_of(self, actor: str) -> str | None:
        """The role that acts for an actor: itself, the head of the department, or the convener of the group."""
        entry = self._entry(actor)
        if entry is None:
            return None
        if entry.sort == "role":
            return actor
        if entry.sort == "group":
            convener: str | None = entry.content.convener
            return convener
        entries = [found for department in self.of(actor) if (found := self._entry(department)) is not None]
        heads: list[str] = [found.content.head for found in entries if found.content.head]
        return heads[0] if heads else None
