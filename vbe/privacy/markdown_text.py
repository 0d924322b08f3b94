"""Text from files inside Markdown that leaves the house: shown as it is, never markup, a link, or a call to somebody.

A pull request's text is a stranger's, and a report's is a board's. On GitHub and GitLab it must not become HTML, an image
that calls home, a mention, or a reference. Both look for those in the text that is left when the markup is gone, so an
escape does not help there. A blank without width does (it is what Renovate writes): it stands behind every sign that
begins one. What is a reference where:

https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
https://docs.gitlab.com/user/markdown/#gitlab-specific-references
"""

from __future__ import annotations

import re

from vbe.language.patterns import later
from vbe.privacy.terminal import one_line

BLANK = "\u200b"
"""Nobody's text has one: `one_line` has replaced it."""
GAP = "&#8203;"
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", BLANK: GAP}
MARKUP = later(r"([\\`*_{}\[\]|~^$=])")
CALLS = later(
    r"[@#!$%&~^](?=\S|\Z)"  # @team, #12, !12, $12, %12, &12, ~label, ^alert, user@sha, a mail address, ##[command]
    r"|[\[{](?=\S)"  # [issue:12], [[page]], [TOC], [-gone-], {+new+}
    r"|\b(?:gh|gl|(?-i:[A-Z][A-Z0-9_]+))-(?=\d)"  # gh-1, GL-1, and the numbers of a tracker beside: ABC-1
    r"|\*(?=\w+:)"  # *iteration:
    r"|:(?=:|//|[\w+-]+:)"  # ::command, https://, :emoji:
    r"|\bwww(?=\.)|\b(?:mailto|xmpp|tel)(?=:)",
    re.IGNORECASE,
)
COMMIT = later(r"(?<![^\W_])[0-9a-f]{7,64}(?![^\W_])", re.IGNORECASE)
PIECE = 6
"""Digits of a commit's id that are no reference yet: both services ask for seven."""
LINE_START = later(r"^([-+#>=:]|\d+[.)]|/)")


def escape(text: str) -> str:
    """One line of Markdown that shows the text."""
    return begun(within(one_line(text)))


def within(line: str) -> str:
    """Part of a line (on one line, printable) that has something of ours before it."""
    line = CALLS.sub(lambda match: f"{match[0]}{BLANK}", line)
    line = COMMIT.sub(_pieces, line)
    line = MARKUP.sub(r"\\\1", line)
    return "".join(HTML.get(char, char) for char in line)


def begun(line: str) -> str:
    """A line that is no heading, list or command to the service, whatever it begins with."""
    return LINE_START.sub(lambda match: f"{GAP}{match[0]}", line)


def _pieces(match: re.Match[str]) -> str:
    text = match[0]
    return BLANK.join(text[at : at + PIECE] for at in range(0, len(text), PIECE))
