"""Sentences that count indicators and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import capital, in_words, in_words_of, listed
from vbe.report.sentences.phrases import LAST_IN_WORDS, things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.report.sentences.phrases import Say, Values


def aimless(say: Say, document: str, total: int, without: int) -> str:
    """How many of the indicators have no target at all."""
    numbers: Values = {"total": total, "without": without, "indicators": _indicators(total)}
    some = str(without) if total > LAST_IN_WORDS else in_words(without)
    return say("indicators_aimless", document=capital(document), some=some, **numbers)


def missing_values(say: Say, amount: int, year: int) -> Iterator[str]:
    """How many values are missing for the year; nothing when none is."""
    if amount:
        yield say("indicators_missing", year=year, lacking=in_words_of(amount, "värde", "värden", neuter=True))


def values(say: Say, year: int, asked: int, missing: list[str], pausing: int) -> str:
    """How many indicators the boards report, which have no value, and for how many none is expected."""
    them = things(pausing, "av dem", "av dem", among=asked, neuter=True)
    numbers: Values = {"asked": asked, "pausing": pausing, "expected": asked - pausing, "pausing_words": them}
    return say("indicators_reported", year=year, indicators=_indicators(asked), missing=listed(missing), **numbers)


def indicators(say: Say, document: str, total: int, missing: int, year: int) -> str:
    """How many indicators there are, and how many values are missing for the year."""
    lacking = "inget värde" if not missing else things(missing, "värde", "värden", among=total, neuter=True)
    followed = say("indicators_followed", document=capital(document), indicators=_indicators(total))
    return f"{followed} {say('indicators_missing', year=year, lacking=lacking)}"


def targets(say: Say, reached: Sequence[bool | None]) -> Iterator[str]:
    """How many indicators should have reached a value this year, and how many did; None where it cannot be told."""
    met, unknown = sum(r is True for r in reached), sum(r is None for r in reached)
    numbers: Values = {"total": len(reached), "met": met, "unknown": unknown, "indicators": capital(_indicators(len(reached)))}
    yield say("indicators_targets", **numbers, met_words=capital(in_words(met)), unknown_words=in_words(unknown))


def _indicators(amount: int) -> str:
    return in_words_of(amount, "mätetal", "mätetal", neuter=True)
