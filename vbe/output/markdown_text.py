"""Text from files inside Markdown: shown as it is, never as markup, a link, or a call to somebody.

A pull request's text is a stranger's. In a comment that a bot writes it must not become HTML, an image that calls home,
or a mention: GitHub and GitLab look for mentions in the text that is left when the markup is gone, so an escape does not
help there. A blank without width does (it is what Renovate writes).
"""

from __future__ import annotations

import re

GAP = "&#8203;"
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
MARKUP = re.compile(r"([\\`*_{}\[\]|~^$=])")
CALL = re.compile(r"(?<![A-Za-z0-9_&])([@#!%])(?=[\w\"])|(?<=\bGH)(-)(?=\d)")
LINK = re.compile(r"(?i)(?<=\w)(:)(?=//)|(?<=\bwww)(\.)")
LINE_START = re.compile(r"^([-+#>=]|\d+[.)]|/)")


def within(line: str) -> str:
    """Part of a line that has something of ours before it."""
    line = "".join(HTML.get(char, char) for char in line)
    line = MARKUP.sub(r"\\\1", line)
    line = CALL.sub(lambda match: f"{match[0]}{GAP}", line)
    return LINK.sub(lambda match: f"{GAP}{match[0]}", line)


def begun(line: str) -> str:
    """A line that is no heading, list or command to the build server, whatever it begins with."""
    return LINE_START.sub(lambda match: f"{GAP}{match[0]}", line)
