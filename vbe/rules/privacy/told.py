"""Stories about one person: an age beside a sex, a place, a school or an event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.diagnostics import Location
from vbe.documents import span_of
from vbe.language import _
from vbe.language.patterns import later
from vbe.privacy import tells_of_a_case
from vbe.rules import Corpus, Finding, Findings, rule
from vbe.rules.privacy.written import YAML_SUFFIXES, is_searched
from vbe.rules.sources import SCHOOL_SECRECY, SOCIAL_SECRECY

if TYPE_CHECKING:
    from collections.abc import Iterator


# Every age holds one of these: åri(ng, g), or år after a digit, the end of a numeral in words, or indentation. Starting
# with the letters lets the search skip at memory speed; nearly every file is clean.
_MAY_TELL = later(r"år(?:i|(?:(?<=[\d\s]\s..)|(?<=(?:ju|ta|io|va|lv|on|tt|vå|re|ra|em|ex|go|en)\s..))(?![^\W_]))", re.DOTALL)
_COMMENTS = later(r"(?:^|(?<=\s))#.*(?:\n[ \t]*#.*)*", re.MULTILINE)
_COMMENT_SIGN = later(r"(?m)^[ \t]*#+")


@rule("VBE705", sources=(SOCIAL_SECRECY, SCHOOL_SECRECY))
def case_story(corpus: Corpus) -> Findings:
    """A text tells of one person's case.

    An age beside a sex, a school, a place or an event is enough for those who live there to know who it is, also without a
    name. Facts from social services are secret unless it is clear that nobody is harmed (offentlighets- och sekretesslagen
    26 kap. 1 §); schools have tests of their own, some of them weaker (23 kap.). Values and comments are read; so is a
    guess, and a reviewer judges. Ages of groups and age limits are no cases.

    Bad: an age in years, beside what somebody of that age did and where.

    Good:

        note: Skolorna har gått igenom hur en orosanmälan görs.
    """
    message = _("The text seems to tell of one person's case.")
    hint = _("Delete what is about a single person, and write about routines and groups instead.")
    around = {file: text for file, text in corpus.surroundings.items() if is_searched(file, "email")}
    for file, text in (*corpus.texts.items(), *around.items()):
        # Comments may be folded, too: without their signs the whole text tells whatever a part of it does.
        if _may_tell(text) and ("\\" in text or tells_of_a_case(text.replace("#", ""))):
            yield from (Finding(file, message, hint, location=place) for place in _places(file, text))


def _may_tell(text: str) -> bool:
    return bool(_MAY_TELL.search(text)) or any(sign in text for sign in ("ÅR", "År", "åR", "\u030a", "\\", "\u00ad"))


def _places(file: str, text: str) -> Iterator[Location]:
    if not file.endswith(YAML_SUFFIXES):
        if tells_of_a_case(text):
            yield Location(file)
        return
    from vbe.documents.positions import scalars  # loads the parser, for the few texts that need it

    for scalar in scalars(text):
        if tells_of_a_case(scalar.text):
            yield scalar.within(file)
    for comment in _COMMENTS.finditer(text):
        if tells_of_a_case(_COMMENT_SIGN.sub("", comment[0])):
            yield span_of(file, text, comment.start(), comment.start() + 1)
