"""Sentences that can be read (språklagen 11 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.lexicon import Signs
from vbe.language.patterns import later
from vbe.model.profile import PROFILE
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.organisation import ORGANISATION
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule
from vbe.rules.sources import PLAIN_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.language.lexicon import Length


MAX_WORDS = 30
MAX_LIX = 50
LEAST_WORDS = 100
"""Fewer words than this say nothing about how hard a text is to read."""
NOT_PROSE = (PROFILE.name, ORGANISATION.name)
"""Kinds of record that hold names and lists."""

_SENTENCE_END = later(r"(?:[.!?]|:(?=\s*\n))(?:\s+|\Z)|\n\s*\n")
_WITH_POINT = (
    *("t ex", "bl a", "d v s", "m m", "m fl", "o s v", "s k", "f d", "p g a", "i o m"),
    *("resp", "inkl", "exkl", "forts", "jfr", "enl"),
)
"""Abbreviations that end with a point; inside them there may be more, and blanks."""
_WITHOUT_POINT = r"(?:dvs|osv|pga|tex|mfl|iom)(?![\w.])"


def _abbreviation_of(between: str, *, is_part: bool) -> str:
    """The pattern of an abbreviation with a pattern between its letters, or the last of its words on their own, too."""
    words = [short.split() for short in _WITH_POINT]
    ways = [between.join(each[first:]) for each in words for first in range(len(each) if is_part else 1)]
    return rf"(?<![\w.])(?:(?:{'|'.join(ways)})\.(?!\w)|{_WITHOUT_POINT})"


_ABBREVIATION = later(_abbreviation_of(r"\.?[ ]?", is_part=False))
_MAY_ABBREVIATE = later(_abbreviation_of(r"\.?", is_part=True))
"""Finds a word of the text that can be the last of an abbreviation."""


@text_rule("VBE802", Severity.NOTE, sources=(PLAIN_LANGUAGE,))
def long_sentence(_corpus: Corpus) -> ReadOne:
    """A sentence has more than 30 words.

    Public language is to be cultivated, simple and understandable (språklagen 11 §). Long sentences are the first thing that
    makes a text hard.

    Mend it by making two sentences of it, or a list.
    """

    def read(texts: RecordTexts) -> Findings:
        if texts.record.kind in NOT_PROSE:
            return
        for text in texts.shown:
            for sentence in _SENTENCE_END.split(text.text) if _is_long(text.text) else ():
                # A word and the blank after it are two characters.
                words = texts.length(sentence).words if len(sentence) > 2 * MAX_WORDS else 0
                if words > MAX_WORDS:
                    message = _("A sentence has {count} words.").format(count=words)
                    hint = _("Make two sentences of it, or a list.")
                    yield Finding(texts.record.file, message, hint, text.route)

    return read


@text_rule("VBE803", Severity.NOTE, sources=(PLAIN_LANGUAGE,))
def hard_text(_corpus: Corpus) -> ReadOne:
    """A routine, a guidance example or a report is hard to read: its LIX is above 50.

    LIX (läsbarhetsindex) is the mean number of words in a sentence plus the percentage of words with more than six letters;
    above 50 is the language of authorities at its heaviest. Those who need a routine in a hurry are the ones who suffer.
    Only texts of at least 100 words are measured.

    Mend it with shorter sentences, and with verbs instead of nouns: “bedömer” for “gör en bedömning av”.
    """

    def read(texts: RecordTexts) -> Findings:
        if texts.record.kind not in (*DOCUMENT_KINDS, FOLLOWUP.name):
            return
        lix = _lix([text.text for text in texts.shown], texts.length)
        if lix > MAX_LIX:
            message = _("The text is hard to read: LIX {lix}.").format(lix=lix)
            yield Finding(texts.record.file, message, _("Shorten sentences, and use verbs instead of nouns."))

    return read


def _lix(texts: list[str], length: Callable[[str], Length]) -> int:
    words, long_words = length("\n".join(texts))
    if words < LEAST_WORDS:
        return 0
    long = 100 * long_words / words
    # A text is at least one sentence: most records are easy enough before their sentences are counted.
    if long + words / len(texts) <= MAX_LIX:
        return 0
    sentences = sum(max(1, sum(1 for part in _SENTENCE_END.split(text) if part.strip())) for text in texts)
    return round(words / sentences + long)


@text_rule("VBE804", Severity.NOTE, sources=(PLAIN_LANGUAGE,))
def abbreviation(corpus: Corpus) -> ReadOne:
    """A text has an abbreviation that can be written out.

    Screen readers stumble over “t.ex.” and “dvs.”, and so do people who read slowly. Those that the profile lists under
    `terms` are left to `outdated-term`.

    Bad:

        what: Samtal, kurser m.m.

    Good:

        what: Samtal, kurser och annat stöd.
    """
    listed = {term.find.lower() for term in corpus.profile.terms}
    signs = Signs(_MAY_ABBREVIATE.search)

    def read(texts: RecordTexts) -> Findings:
        if texts.record.kind in NOT_PROSE or not texts.may_hold(signs):
            return
        for text in texts.shown:
            for match in _ABBREVIATION.finditer(text.text):
                if match[0].lower() not in listed:
                    message = _("The abbreviation “{short}” can be written out.").format(short=match[0])
                    yield Finding(texts.record.file, message, _("Write the words out."), text.route)

    return read


def _is_long(text: str) -> bool:
    """Whether a text has words enough for a long sentence."""
    return text.count(" ") + text.count("\n") >= MAX_WORDS
