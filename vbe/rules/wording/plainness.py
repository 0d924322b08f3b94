"""Sentences that can be read (språklagen 11 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.patterns import later
from vbe.model.profile import PROFILE
from vbe.model.records import DOCUMENT_KINDS
from vbe.model.records.followup import FOLLOWUP
from vbe.model.records.organisation import ORGANISATION
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule
from vbe.rules.sources import PLAIN_LANGUAGE

if TYPE_CHECKING:
    from vbe.model.records import Record


MAX_WORDS = 30
MAX_LIX = 50
LEAST_WORDS = 100
"""Fewer words than this say nothing about how hard a text is to read."""
NOT_PROSE = (PROFILE.name, ORGANISATION.name)
"""Kinds of record that hold names and lists."""

_SENTENCE_END = later(r"(?:[.!?]|:(?=\s*\n))(?:\s+|\Z)|\n\s*\n")
_WORD = later(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
_LONG_WORD = 6
_ABBREVIATION = later(
    r"""(?x) (?<![\w.]) (?:
        (?: t\.?[ ]?ex | bl\.?[ ]?a | d\.?[ ]?v\.?[ ]?s | m\.?[ ]?m | m\.?[ ]?fl | o\.?[ ]?s\.?[ ]?v | s\.?[ ]?k | f\.?[ ]?d
          | p\.?[ ]?g\.?[ ]?a | i\.?[ ]?o\.?[ ]?m | resp | inkl | exkl | forts | jfr | enl ) \. (?!\w)
      | (?: dvs | osv | pga | tex | mfl | iom ) (?![\w.]) )"""
)
# A point between short words, after a longer one, or one of those that are written without.
_MAY_ABBREVIATE = later(
    r"\.(?:[ ]?[a-z]{1,2}\.|(?<=ex\.)|(?<=resp\.)|(?<=inkl\.)|(?<=exkl\.)|(?<=forts\.)|(?<=jfr\.)|(?<=enl\.))"
)
_WITHOUT_POINT = ("dvs", "osv", "pga", " tex ", "mfl", " iom ")


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
                words = len(_WORD.findall(sentence))
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
        lix = _lix([text.text for text in texts.shown])
        if lix > MAX_LIX:
            message = _("The text is hard to read: LIX {lix}.").format(lix=lix)
            yield Finding(texts.record.file, message, _("Shorten sentences, and use verbs instead of nouns."))

    return read


def _lix(texts: list[str]) -> int:
    words = _WORD.findall("\n".join(texts))
    if len(words) < LEAST_WORDS:
        return 0
    long = 100 * sum(map(_LONG_WORD.__lt__, map(len, words))) / len(words)
    # A text is at least one sentence: most records are easy enough before their sentences are counted.
    if long + len(words) / len(texts) <= MAX_LIX:
        return 0
    sentences = sum(max(1, sum(1 for part in _SENTENCE_END.split(text) if part.strip())) for text in texts)
    return round(len(words) / sentences + long)


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

    def read(texts: RecordTexts) -> Findings:
        if texts.record.kind in NOT_PROSE or not _may_abbreviate(texts.record):
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


def _may_abbreviate(record: Record) -> bool:
    text = record.document.text
    return bool(_MAY_ABBREVIATE.search(text)) or any(word in text for word in _WITHOUT_POINT) or "\\" in text
