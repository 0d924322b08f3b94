"""Letters that the report cannot print."""

from __future__ import annotations

from vbe.language import _
from vbe.language.lexicon import Signs
from vbe.language.printable import RARE, unprintable
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule


@text_rule("VBE807", Severity.WARNING)
def unprintable_letter(_corpus: Corpus) -> ReadOne:
    """A text has a letter that no typeface of the report has.

    The report as PDF is refused where such a letter is shown: a reader would see an empty box. Latin, Greek, Cyrillic,
    Hebrew, Arabic and Persian letters can be printed; Chinese, Thai and emoji, among others, cannot. Page, Word, Excel and
    Markdown show them with the typefaces of the reader's computer.

    Bad:

        text: Informationen finns på arabiska och thai (ไทย).

    Good:

        text: Informationen finns på arabiska och thailändska.
    """
    signs = Signs(RARE.search)

    def read(texts: RecordTexts) -> Findings:
        if not texts.may_hold(signs):
            return
        for text in texts.all:
            found = unprintable().search(text.text) if RARE.search(text.text) else None
            if found is not None:
                sign = found[0]
                message = _("The report as PDF cannot show “{sign}” ({code}).").format(sign=sign, code=f"U+{ord(sign):04X}")
                yield Finding(texts.record.file, message, _("Write it in other words, or with other letters."), text.route)

    return read
