"""Sentences that count boards and what they answer for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import capital, in_words, in_words_of, listed, some_of
from vbe.report.sentences.phrases import spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.colours import Colour
    from vbe.report.sentences.phrases import Say


def who_answered(say: Say, some: int, total: int) -> str:
    """`tre av sex nämnder`, `alla sex nämnder som ska redovisa`; for the beginning or the middle of a sentence."""
    return say("who_answered", some=some, total=total, whole=in_words(total), part=some_of(some, total))


def who_is_silent(say: Say, some: int, total: int) -> str:
    """What follows `Kommunstyrelsen noterar att`: how many of the boards that should report have not."""
    return say("who_is_silent", some=some, total=total, whole=in_words(total), part=some_of(some, total))


def answers_for(say: Say, amount: int, counts: Mapping[Colour, int]) -> str:
    """What follows the name of a board: how many commitments it answers for, and their colours."""
    amount_text = in_words_of(amount, "åtgärd", "åtgärder")
    return say("board_answers_for", amount=amount, commitments=amount_text, colours=spread_of(counts))


def told_by(say: Say, boards: int, place: str) -> str:
    """How many boards have reported a commitment, and where their words stand."""
    return say("boards_told", boards=capital(in_words_of(boards, "nämnd", "nämnder")), place=place)


def silent_boards(say: Say, amount: int) -> str:
    """How many boards have said nothing about a commitment."""
    return say("boards_silent", boards=in_words_of(amount, "nämnd", "nämnder"))


def networks(say: Say, document: str, names: list[str]) -> str:
    """Which networks the document names."""
    amount_text = in_words_of(len(names), "nätverk", "nätverk", neuter=True)
    return say("networks", networks=amount_text, document=document, names=listed(names))


def aims(say: Say, names: list[str]) -> Iterator[str]:
    """Which aims the work has."""
    if names:
        yield say("background_aims", aims=in_words_of(len(names), "syfte", "syften", neuter=True), names=listed(names))
