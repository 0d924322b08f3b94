"""Sentences that count commitments and areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.prose import said
from vbe.language.swedish import capital, in_words, in_words_of, listed, some_of
from vbe.report.sentences.phrases import common, further, spread, spread_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vbe.domain.colours import Colour
    from vbe.report.sentences.phrases import Say, Values


def result(say: Say, when: str, document: str, own: str, counts: Mapping[Colour, int]) -> str:
    """How many commitments are green, and what the others are. `when`: `Enligt uppföljningen för 2017`."""
    total, green = sum(counts.values()), counts["green"]
    others: dict[Colour, int] = {colour: amount for colour, amount in counts.items() if colour != "green"}
    others_text = spread_of(others, words=True) if total == 1 else spread(others, words=True)
    numbers: Values = {"total": total, "green": green, "whole": in_words(total), "some": common(green, total)}
    return say("result", when=when, document=document, own=own, others=others_text, **numbers)


def ungraded(say: Say, own: str, total: int) -> str:
    """That it cannot be told how the commitments have gone."""
    return say("nobody_knows", own=own, total=total, whole=in_words(total))


def ended(say: Say, amount: int) -> Iterator[str]:
    """How many commitments were ended in an earlier year; nothing when none was."""
    if amount:
        yield say("summary_ended", commitments=_commitments(amount))


def areas(say: Say, counts: Mapping[Colour, int]) -> Iterator[str]:
    """The colours of the areas."""
    total = sum(counts.values())
    if total:
        amount_text = in_words_of(total, "åtgärdsområde", "åtgärdsområden", neuter=True)
        yield say("summary_areas", total=total, areas=amount_text, colours=spread_of(counts, neuter=True))


def area_state(say: Say, counts: Mapping[Colour, int]) -> str:
    """The colours of an area's commitments: `tio gröna och en gul av elva åtgärder`."""
    total = sum(counts.values())
    amount_text = in_words_of(total, "åtgärd", "åtgärder") if total else ""
    return say("area_state", commitments=amount_text, colours=spread(counts, words=True))


def behind(say: Say, counts: Mapping[Colour, int]) -> str:
    """What is behind the colour of an area: `Av 17 åtgärder är tre gula och en röd.`; nothing where all are green."""
    total = sum(counts.values())
    others: dict[Colour, int] = {colour: amount for colour, amount in counts.items() if colour != "green"}
    if not any(others.values()):
        return ""
    others_text = spread_of(others) if total == 1 else spread(others, words=True)
    return say("area_behind", total=total, grey=counts["grey"], whole=in_words(total), colours=others_text)


def as_planned(say: Say, well: int, total: int) -> Iterator[str]:
    """How many commitments are done or go as planned; nothing when none does."""
    if well:
        yield say("area_as_planned", well=well, total=total, many=in_words(well))


def late(say: Say, amount: int) -> Iterator[str]:
    """How many commitments are late; nothing when none is."""
    if amount:
        yield say("summary_late", amount=amount, commitments=_commitments(amount))


def unreported(say: Say, total: int, missing: list[str]) -> Iterator[str]:
    """Which commitments nobody has reported."""
    if total:
        numbers: Values = {"total": total, "missing": len(missing), "whole": in_words(total)}
        yield say("method_unreported", **numbers, part=some_of(len(missing), total), names=listed(missing))


def partly_reported(say: Say, owed: Sequence[tuple[str, int]]) -> Iterator[str]:
    """How many commitments each board has not told of, of those that some other board has."""
    if owed:
        clauses = [
            said("{board} om {measures}", board=board, measures=in_words_of(amount, "åtgärd", "åtgärder"))
            for board, amount in owed
        ]
        yield say("method_partly", boards=listed(clauses))


def when_done(say: Say, amount: int, names: list[str]) -> str:
    """What follows `redovisa när och hur`: `åtgärden ”Se över reglerna” (8.4) blir klar`; many are counted, not named."""
    return say("decision_when_done", amount=amount, many=in_words(amount), names=listed(names))


def moved(say: Say, green: int, red: int) -> str:
    """How many more or fewer commitments are green and red than the year before."""
    return say("since_now", green=further(green), red=further(red))


def changed(say: Say, amount: int, how: str, names: Sequence[str]) -> Iterator[str]:
    """How many commitments have become `bättre` or `sämre`, and which where they are named."""
    if amount:
        yield say("since_changed", commitments=_commitments(amount), how=how, names=listed(names))


def further_rows(say: Say, amount: int, place: str) -> str:
    """How many red rows are left out, and where they all stand."""
    return say("further_rows", rows=in_words_of(amount, "röd rad", "röda rader"), place=place)


def _commitments(amount: int) -> str:
    return capital(in_words_of(amount, "åtgärd", "åtgärder"))
