"""Which boards answer for what an actor does: a department's, its units' and its roles' boards, else the executive board."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus

NOT_REPORTING = ("advisory",)
"""Boards that give advice and answer to the executive board."""


class Boards:
    """Looked up once for each actor of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[str, frozenset[str]] = {}

    def of(self, actor: str) -> frozenset[str]:
        """The boards that answer for an actor, and those that came after them."""
        found = self._known.get(actor)
        if found is None:
            boards = {board for member in self._corpus.members(actor) for board in self._of_one(member)}
            found = self._known[actor] = frozenset(self._with_successors(boards))
        return found

    def of_all(self, actors: tuple[str, ...]) -> frozenset[str]:
        """The boards that answer for any of these."""
        return frozenset(board for actor in actors for board in self.of(actor))

    def _of_one(self, actor: str) -> frozenset[str]:
        executive = frozenset({self._corpus.profile.executive_board})
        entry = self._corpus.find("actor", actor)
        if entry is None:
            return executive
        if entry.sort == "board":
            return executive if entry.content.level in NOT_REPORTING else frozenset({actor})
        department = actor if entry.sort == "department" else getattr(entry.content, "department", None)
        served = self._corpus.find("actor", department) if department else None
        if served is None or served.sort != "department":
            return executive
        boards = {board for named in served.content.boards for board in self._corpus.members(named)}
        return frozenset(boards) or executive

    def _with_successors(self, boards: set[str]) -> set[str]:
        reached: set[str] = set()
        waiting = list(boards)
        while waiting:
            board = waiting.pop()
            entry = self._corpus.find("actor", board)
            if board not in reached and (entry is None or entry.sort == "board"):
                reached.add(board)
                waiting.extend(entry.content.successor if entry else ())
        return reached
