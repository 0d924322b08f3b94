"""Everybody that a plan names: one actor for all its spellings."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from vbe.importing.naming import (
    BOARD,
    BRACKETS,
    COMMON,
    DEPARTMENT,
    UNIT,
    abbreviation,
    initials,
    key_of,
    sort_of,
    split_actors,
)  # fmt: skip
from vbe.scaffold.choices import free_id, slug

EXECUTIVE, COUNCIL = "kommunstyrelsen", "kommunfullmaktige"
LEVELS: Final = {EXECUTIVE: "executive", COUNCIL: "council"}
ALIKE: Final = 0.93
"""From so alike two long names are one with a slip of the pen."""
LONG: Final = 10
BODIES: Final = ("nämnd", "förvaltning", "kontor")


@dataclass(slots=True)
class Member:
    """An actor: its id, name and sort, its other spellings, and what about it was guessed."""

    id: str
    name: str
    sort: str
    spellings: dict[str, None] = field(default_factory=dict)
    guess: str = ""
    is_added: bool = False
    """Whether the plan does not name it, and every municipality has it."""


class Roster:
    """The actors of a plan, in the order in which they are named."""

    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        """Id → actor."""
        self._by_key: dict[str, Member] = {}
        self._short: dict[str, Member] = {}

    def read(self, texts: list[str]) -> None:
        """Get to know everybody, abbreviations last: they stand for names that come after them, too."""
        names = [name for text in texts for who in (split_actors(text),) for name in (*who.names, *who.partners)]
        for name in names:
            if abbreviation(name) != name.casefold():
                self.find(name)
        for name in names:
            self.find(name)

    def find(self, name: str) -> Member:
        """The actor of a name; a new one where nobody has it."""
        short, plain = abbreviation(name), " ".join(BRACKETS.sub("", name).split())
        member = self._short.get(short) if short else None
        if member is None and short and short == name.casefold():
            member = self._known_as(short)
        key = key_of(plain)
        member = member or self._by_key.get(key) or self._misspelt(plain, key)
        if member is None:
            member = self._new(plain, key)
        self._by_key.setdefault(key, member)
        if short:
            self._short.setdefault(short, member)
        if plain != member.name and plain.casefold() != member.name.casefold():
            member.spellings[plain] = None
        return member

    def require(self, name: str, sort: str, *, is_added: bool = True) -> Member:
        """An actor of a sort that must be there; `is_added` says that the plan does not name it."""
        member = self._by_key.get(key_of(name))
        if member is None:
            member = self._new(name, key_of(name))
            member.is_added, member.sort, member.guess = is_added, sort, ""
            self._by_key[key_of(name)] = member
        return member

    def of(self, *sorts: str) -> list[Member]:
        """The actors of these sorts."""
        return [member for member in self.members.values() if member.sort in sorts]

    def _new(self, name: str, key: str) -> Member:
        sort = sort_of(name) or UNIT
        identity = free_id(slug(name) or f"aktor-{len(self.members) + 1}", self.members)
        member = Member(identity, name[:1].upper() + name[1:], sort)
        if not sort_of(name):
            member.guess = UNIT
        self.members[identity] = member
        self._by_key[key] = member
        return member

    def _known_as(self, short: str) -> Member | None:
        """Whose initials an abbreviation is, where that is one only."""
        known = [
            member for member in self.members.values() if initials(member.name) == short and member.sort in (BOARD, DEPARTMENT)
        ]
        if len(known) == 1:
            return known[0]
        return self.find(COMMON[short]) if short in COMMON else None

    def _misspelt(self, name: str, key: str) -> Member | None:
        if len(key) < LONG:
            return None
        for other, member in self._by_key.items():
            if len(other) >= LONG and sort_of(name) in ("", member.sort) and SequenceMatcher(None, key, other).ratio() >= ALIKE:
                return member
        return None

    def boards_served(self, department: Member) -> list[Member]:
        """The boards whose name a department shares: socialförvaltningen works for socialnämnden."""
        return [board for board in self.of(BOARD) if _core(board.name) and _core(board.name) == _core(department.name)]

    def covered(self, collective: Member) -> list[str]:
        """The actors that a word for several covers, among those that the plan names."""
        named = key_of(collective.name)
        sort = BOARD if "nämnd" in named else DEPARTMENT if "förvaltning" in named else ""
        return [member.id for member in self.of(sort) if member.id != COUNCIL] if sort else []


def _core(name: str) -> str:
    key = key_of(name).replace("stadsbyggnad", "byggnad")
    return next((key.partition(body)[0].strip() for body in BODIES if body in key), "")
