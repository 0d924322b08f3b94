"""Whether a text tells of one person's case (INT-03): an age beside a sex, a place, a school or an event."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from vbe.language.patterns import later


def _any_of(alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives.split())})"


_NOT_IN_WORD: Final = r"(?<![^\W_])"
_WORD_END: Final = r"(?![^\W_])"
_IN_WORDS: Final = _any_of(
    """
    sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton
    (?:tjugo|trettio|fyrtio|femtio)(?:ett?|två|tre|fyra|fem|sex|sju|åtta|nio)?
    """
)
_NUMERAL: Final = rf"(?:(?<![\d.,:/-])\d{{1,2}}|{_NOT_IN_WORD}{_IN_WORDS})"
# Singular only: en pojke is a case, pojkar are a group.
_ONE_PERSON: Final = (
    _any_of(
        """
        (?:skol|gymnasie|hög|låg|mellan)?(?:pojken?|flickan?|elev(?:en)?) killen? tjejen? mannen kvinnan?
        ynglingen? sonen dottern student(?:en)? ungdom(?:en)? person(?:en)? invånaren kommunbon? barnet systern brodern
        """
    )
    + f"s?{_WORD_END}"
)
_AGES: Final = (
    # 17-åring, 17-åringen; not 17-åringar.
    later(rf"{_NUMERAL}\s?-?\s?åring(?:en)?s?{_WORD_END}"),
    # 17-årig pojke, 17-åriga svenska flickan; not a treårig plan.
    later(
        rf"{_NUMERAL}\s?-?\s?årig[at]?\s(?:[^\W\d_]+\s){{0,2}}?"
        rf"(?:{_ONE_PERSON}|(?:man|son|dotter|barn){_WORD_END})"
    ),
    later(rf"{_NUMERAL}\sår\sgam(?:mal|malt){_WORD_END}"),
    # pojke, 15 år; pojken (15 år); not pojkar 13-15 år or flicka 15 år och äldre.
    later(
        rf"(?:{_ONE_PERSON}|(?:(?<=en )|(?<=ung )|(?<=vuxen ))man)\s?[,(]?\s?{_NUMERAL}\sår{_WORD_END}"
        r"(?!\s(?:och|eller)\s(?:äldre|yngre))"
    ),
)
_HELD: Final = ("åri", "åri", "gam", "år")
"""What an age of each of these forms cannot be without: looking for it costs next to nothing."""
_BEFORE_YEARS: Final = 64
"""More characters than the last of the forms has before its år."""
# Words about every person of an age, not about one.
_GENERAL_BEFORE: Final = later(
    _NOT_IN_WORD
    + _any_of("varje per genomsnittlig vanlig typisk minst under över före fyllt? från till högst än mellan")
    + r"\s(?:\w+\s)?\Z"
)

_SEX: Final = _any_of(
    """
    pojken? flickan? killen? tjejen? mannen kvinnan? (?:en|ung)\\sman han hon hans hennes honom henne sonen?
    dottern? mamma pappa modern? fadern? bror syster
    """
)
_SCHOOL: Final = _any_of("[^\\W\\d_]*skolan? [^\\W\\d_]*gymnasi elev klass årskurs rektor lärare fritidsgård mentor undervisning")
_PLACE: Final = _any_of(
    """
    [^\\W\\d_]*centrum [^\\W\\d_]*torg moské kyrka lägenhet boende bostad förening stadsdel kvarter
    bostadsområde stockholm göteborg malmö syrien irak somalia ukraina
    """
)
_EVENT: Final = _any_of(
    """
    grep grips gripit anhåll anhölls häkta döm åtala misstänk polisanmäl orosanmäl anmäl[dt] omhänderta
    omhändertog placera[dt] lvu reste?\\b åkte rymde försvann rekryter radikaliser hota[dt] misshandl slog\\b
    knivskar sköt berättade uttryckte sade sa\\b skrev spred delade visade klottra avvek utred samtal inled
    flytta påträffa hämta
    """
)
_TELLING: Final = later(rf"{_NOT_IN_WORD}(?:{_SEX}{_WORD_END}|{_SCHOOL}|{_PLACE}|{_EVENT})")
# A part of every age; looking for it, and for ages only around it, is far cheaper than looking for ages.
_MARK: Final = later(
    r"år(?:i(?:g|ng)(?<!vårig)(?<!våring)"
    r"|(?![^\W_])(?:(?<=\d\sår)|(?<=(?:sju|tta|nio|tio|lva|olv|ton|ett|två|tre|yra|fem|sex)\sår)))"
)
_SOFT_HYPHEN: Final = "\u00ad"
_NEAR: Final = 90
_AROUND: Final = 2 * _NEAR
_SENTENCE_END: Final = later(r"[.!?](?:\s|\Z)|\n\s*\n")


def tells_of_a_case(text: str) -> bool:
    """Tell that a text is likely about one person: 'en 17-årig elev', 'pojken, 15 år, greps'.

    A heuristic for a reviewer's eye. The age of a group and an age limit ('unga upp till 21 år') are no case.
    """
    lowered = unicodedata.normalize("NFKC", text).lower().replace(_SOFT_HYPHEN, "")
    return "år" in lowered and any(_is_told(_plain(lowered[start:end])) for start, end in _around_marks(lowered))


def _around_marks(lowered: str) -> Iterator[tuple[int, int]]:
    """The stretches around every mark of an age; those that overlap are one, so that nothing is read twice."""
    start, end = 0, -1
    for mark in _MARK.finditer(lowered):
        first, last = max(0, mark.start() - _AROUND), mark.end() + _AROUND
        if first > end:
            if end >= 0:
                yield start, end
            start = first
        end = last
    if end >= 0:
        yield start, end


class _Visible(dict[int, str | int | None]):
    """What is seen of a character: every dash is a hyphen, and what does not show is nothing. Filled as characters come."""

    def __missing__(self, code: int) -> str | int | None:
        category = unicodedata.category(chr(code))
        return self.setdefault(code, "-" if category == "Pd" else None if category == "Cf" else code)


_VISIBLE: Final = _Visible()


def _plain(lowered: str) -> str:
    paragraphs = re.sub(" ?\n ?", "\n", re.sub(r"[^\S\n]+", " ", lowered.translate(_VISIBLE)))
    return re.sub(r"(?<!\n)\n(?!\n)", " ", paragraphs)


def _is_told(text: str) -> bool:
    """Whether any age in a stretch stands in a sentence that tells of somebody, near it; each is found once for all ages."""
    before = max(0, text.find("år") - _BEFORE_YEARS)
    ages = [age.span() for held, form in zip(_HELD, _AGES, strict=True) if held in text for age in form.finditer(text, before)]
    if not ages:
        return False
    ends = [match.span() for match in _SENTENCE_END.finditer(text)]
    stops, starts = [start for start, _end in ends], [end for _start, end in ends]
    telling = [match.span() for match in _TELLING.finditer(text)]
    telling_ends = [end for _start, end in telling]
    for start, end in ages:
        passed = bisect_right(starts, start)
        first = max(start - _NEAR, starts[passed - 1] if passed else 0, 0)
        ahead = bisect_left(stops, end)
        last = min(end + _NEAR, stops[ahead] if ahead < len(stops) else len(text))
        near = bisect_right(telling_ends, first)
        if near < len(telling) and telling[near][0] < last and not _GENERAL_BEFORE.search(text[first:start]):
            return True
    return False
