"""Whether a text tells of one person's case (INT-03): an age beside a sex, a place, a school or an event."""

import re
import unicodedata
from typing import Final


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
    re.compile(rf"{_NUMERAL}\s?-?\s?åring(?:en)?s?{_WORD_END}"),
    # 17-årig pojke, 17-åriga svenska flickan; not a treårig plan.
    re.compile(
        rf"{_NUMERAL}\s?-?\s?årig[at]?\s(?:[^\W\d_]+\s){{0,2}}?"
        rf"(?:{_ONE_PERSON}|(?:man|son|dotter|barn){_WORD_END})"
    ),
    re.compile(rf"{_NUMERAL}\sår\sgam(?:mal|malt){_WORD_END}"),
    # pojke, 15 år; pojken (15 år); not pojkar 13-15 år or flicka 15 år och äldre.
    re.compile(
        rf"(?:{_ONE_PERSON}|(?:(?<=en )|(?<=ung )|(?<=vuxen ))man)\s?[,(]?\s?{_NUMERAL}\sår{_WORD_END}"
        r"(?!\s(?:och|eller)\s(?:äldre|yngre))"
    ),
)
# Words about every person of an age, not about one.
_GENERAL_BEFORE: Final = re.compile(
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
_TELLING: Final = re.compile(rf"{_NOT_IN_WORD}(?:{_SEX}{_WORD_END}|{_SCHOOL}|{_PLACE}|{_EVENT})")
# A part of every age; looking for it, and for ages only around it, is far cheaper than looking for ages.
_MARK: Final = re.compile(
    r"åri(?:g|ng)(?<!vårig)(?<!våring)"
    r"|\sår(?![^\W_])(?:(?<=\d\sår)|(?<=(?:sju|tta|nio|tio|lva|olv|ton|ett|två|tre|yra|fem|sex)\sår))"
)
_SOFT_HYPHEN: Final = "\u00ad"
_NEAR: Final = 90
_AROUND: Final = 2 * _NEAR
_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|\Z)|\n\s*\n")


def tells_of_a_case(text: str) -> bool:
    """Tell that a text is likely about one person: 'en 17-årig elev', 'pojken, 15 år, greps'.

    A heuristic for a reviewer's eye. The age of a group and an age limit ('unga upp till 21 år') are no case.
    """
    lowered = unicodedata.normalize("NFKC", text).lower().replace(_SOFT_HYPHEN, "")
    return "år" in lowered and any(_is_told_around(lowered, mark) for mark in _MARK.finditer(lowered))


def _is_told_around(lowered: str, mark: re.Match[str]) -> bool:
    plain = _plain(lowered[max(0, mark.start() - _AROUND) : mark.end() + _AROUND])
    return any(_is_told(plain, age) for pattern in _AGES for age in pattern.finditer(plain))


def _plain(lowered: str) -> str:
    visible = "".join(
        "-" if unicodedata.category(char) == "Pd" else char for char in lowered if unicodedata.category(char) != "Cf"
    )
    paragraphs = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", visible)
    return re.sub(r"(?<!\n)\n(?!\n)|[^\S\n]+", " ", paragraphs)


def _is_told(text: str, age: re.Match[str]) -> bool:
    before, after = text[max(0, age.start() - _NEAR) : age.start()], text[age.end() : age.end() + _NEAR]
    before = _SENTENCE_END.split(before)[-1]
    after = _SENTENCE_END.split(after)[0]
    if _GENERAL_BEFORE.search(before):
        return False
    return bool(_TELLING.search(f"{before}{age[0]}{after}"))
