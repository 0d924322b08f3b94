"""Sentences that count routines, guidance examples and other documents, and the demands of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import capital, in_words, in_words_of, number, percent
from vbe.report.sentences.phrases import LAST_IN_WORDS, common, spread_of, things

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.colours import Colour
    from vbe.report.sentences.phrases import Say, Values


def _fresh(counts: Mapping[Colour, int]) -> tuple[int, int]:
    """How many documents are current, and of how many that are to be reviewed."""
    fresh = counts["green"] + counts["yellow"]
    return fresh, fresh + counts["red"]


def routines(say: Say, counts: Mapping[Colour, int]) -> Iterator[str]:
    """How many routines are current, of those that are to be reviewed, drafts left out; nothing when there is none."""
    fresh, reviewed = _fresh(counts)
    drafts = counts["grey"]
    if not reviewed + drafts:
        return
    numbers: Values = {"fresh": fresh, "reviewed": reviewed, "whole": in_words(reviewed), "some": common(fresh, reviewed)}
    yield say("routines_current", **numbers, drafts=drafts, left_out=in_words_of(drafts, "utkast", "utkast", neuter=True))


def guidance(say: Say, counts: Mapping[Colour, int]) -> Iterator[str]:
    """How many guidance examples are current, of those that are to be reviewed; nothing when there are none."""
    fresh, reviewed = _fresh(counts)
    if reviewed:
        some = "ett" if fresh == 1 and reviewed <= LAST_IN_WORDS else common(fresh, reviewed)
        yield say("guidance_current", fresh=fresh, reviewed=reviewed, whole=in_words(reviewed), some=some)


def new_examples(say: Say, amount: int) -> str:
    """How many guidance examples were approved in the year."""
    return say("guidance_new", examples=capital(in_words_of(amount, "exempel", "exempel", neuter=True)))


def current_documents(say: Say, counts: Mapping[Colour, int]) -> str:
    """`Aktuella: 14 av 18 (78 %).`: how many documents are current, of those that are to be reviewed."""
    fresh, reviewed = _fresh(counts)
    share = percent(100 * fresh / reviewed, 0) if reviewed else ""
    return say("documents_current", fresh=number(fresh), reviewed=reviewed, share=share)


def hidden(say: Say, amount: int) -> Iterator[str]:
    """How many documents this reader does not see."""
    if amount:
        what = in_words_of(amount, "internt dokument", "interna dokument", neuter=True)
        yield say("method_hidden", amount=amount, documents=capital(what))


def soon(say: Say, days: int) -> str:
    """When a review is to be made soon."""
    return say("glossary_soon", days=in_words_of(days, "dag", "dagar"))


def demands(say: Say, own: str, colours: Mapping[Colour, int], without: int, others: int = 0) -> Iterator[str]:
    """The colours of the text's demands, how many have nothing in the register that answers them, and how many are others'."""
    total = sum(colours.values())
    if total:
        lacking = things(without, "krav", "krav", among=total, neuter=True)
        numbers: Values = {"total": total, "without": without, "whole": in_words(total)}
        colours_text = spread_of(colours, neuter=True)
        yield say("summary_demands", own=own, colours=colours_text, lacking=lacking, others=_demands(others), **numbers)


def listed_demands(say: Say, own: str, colours: Mapping[Colour, int], others: int) -> str:
    """How many demands the appendix lists, by colour, and how many beside them are another authority's task."""
    texts = {"own": capital(own), "colours": spread_of(colours, neuter=True), "others": _demands(others)}
    total = sum(colours.values())
    return say("demands_listed", total=total, demands=_demands(total), **texts)


def bare_demands(say: Say, amount: int) -> str:
    """What stands before the demands of an area that nothing answers."""
    return say("area_bare_demands", demands=capital(_demands(amount)))


def _demands(amount: int) -> str:
    return in_words_of(amount, "krav", "krav", neuter=True) if amount else ""
