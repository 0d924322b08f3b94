"""How text is made harmless, by what it is written in: a terminal obeys other signs than a spreadsheet or a web page.

A format gets no other text than what `clean` has been through, and nothing leaves before `finish` has; see `registry`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vbe.language.patterns import later
from vbe.output.json_text import escape_unseen
from vbe.privacy.markdown_text import begun, within
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    Clean = Callable[[str], str]

REMEMBERED = 4096
"""Texts: names of roles and departments come again and again."""
CODE = later(r"(`[A-Za-z][\w ./\\:=,'()+%~@•-]*`)")
"""What our own texts mark as code: a field, or a command with the file that it is about. Nothing in it is read as markup.

A value from a file has no backtick in a sentence (`unmarked`), so none can begin or end code; any that is left is escaped.
"""
GUARD = "'"
FORMULA = later(r"((?:^|[;,])[ \"]*)(?=[=+\-@|%＝＋－＠])")
"""What a spreadsheet would take for the beginning of a formula: a sign first in a cell, or first in what becomes a cell
where the file is split at another sign than ours. Swedish Excel splits at `;`, and sees no quotation marks but those that
stand first.
"""


class Medium(NamedTuple):
    """How text from files goes into an output, and how the whole leaves."""

    clean: Clean
    """A text from a file → as it may stand in the output."""
    clean_sentence: Clean
    """The same for a sentence of ours, in which code stands between backticks."""
    finish: Clean
    """The whole output → as it is written."""
    exact: bool = True
    """Whether a program reads it: UTF-8 whatever the terminal speaks."""
    is_stamped: bool = False
    """Whether the texts were masked where they were made, as those of diagnostics are by the checker."""


def _same(text: str) -> str:
    return text


def plain(text: str) -> str:
    """One line without anything that is not seen."""
    return one_line(redact(text))


def marked_down(text: str) -> str:
    """A text of which nothing is Markdown, a link, a call to somebody, or a command first in a line."""
    return begun(within(one_line(redact(text))))


def marked_down_sentence(text: str) -> str:
    """A sentence of ours with values from files in it: what we mark as code stays code, of the rest nothing is markup."""
    return begun("".join(part if CODE.fullmatch(part) else within(part) for part in CODE.split(one_line(redact(text)))))


def safe_cell(text: str) -> str:
    """One line, where every tab is a blank; with an apostrophe before what might be taken for a formula."""
    guarded = FORMULA.sub(rf"\1{GUARD}", plain(text))
    return GUARD + guarded if text.startswith(("\t", "\r")) and not guarded.startswith(GUARD) else guarded


def calendar_text(text: str) -> str:
    """One line without a command to a build server. A long one is folded: what begins a line then is seen to at the end."""
    return inert(plain(text))


def web_text(text: str) -> str:
    """A text in HTML or XML, between tags or in an attribute."""
    from html import escape  # with a large table, which only web pages need

    return escape(plain(text))


def _medium(clean: Clean, sentence: Clean | None = None, finish: Clean = _same, *, exact: bool = True) -> Medium:
    remembered = lru_cache(REMEMBERED)
    return Medium(remembered(clean), remembered(sentence or clean), finish, exact)


TERMINAL = _medium(plain, finish=inert, exact=False)
MARKDOWN = _medium(marked_down, marked_down_sentence, inert)
JSON = _medium(redact, finish=escape_unseen)
CELLS = _medium(safe_cell, finish=inert)
WORKBOOK = _medium(plain)
CALENDAR = _medium(calendar_text, finish=inert)
WEB = _medium(web_text)
STAMPED = Medium(_same, _same, _same, is_stamped=True)
"""For diagnostics: the checker has masked them, and their formats are read by one program each, with escapes of its own.
For the rules too, whose texts are ours.
"""
STAMPED_TEXT = STAMPED._replace(finish=inert, exact=False)
