"""What both services read as a reference, a call, a link or a command: none of it is left in Markdown that leaves the house.

The services look for them in the text that is left when the markup is gone, code aside. So the Markdown is read as they
read it, and their own syntaxes are looked for in its text: each is found in the plain text, and in nothing that we write.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.render import sample
from vbe.privacy.markdown_text import BLANK, escape, within
from vbe.privacy.terminal import inert, one_line
from vbe.report.render import markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SHA = "9ba12248b19a04f5473cca2a6ffdb7c3ba9f2dd1"

SYNTAXES = {
    "mention": (r"@[\w-]", ("@team", "@stad/sakerhet", "@all", "a (@b)", "\\@c", "@here")),
    "issue": (r"#\d", ("#12", "owner/repo#1", "user#1", "group/sub/project#123", "#123+", "#123+s", "(#12)")),
    "gh- and trackers": (r"(?i)\b(?:gh|gl)-\d|\b(?-i:[A-Z][A-Z0-9_]+)-\d", ("gh-1", "GH-12", "gL-3", "ABC-123")),
    "merge request": (r"!\d", ("!1", "group/project!1", "project!12")),
    "snippet": (r"\$\d", ("$1", "group/project$12")),
    "epic": (r"&\d", ("&1", "group&12", "&amp;12")),
    "milestone": (r'%[\w"]', ("%1", "%v1.2", '%"en två"', "project%3")),
    "label": (r'~[\w"]', ("~label", "~12", '~"två ord"', "group/project~bugg")),
    "alert": (r"\^alert#|#\d", ("^alert#12",)),
    "commit": (r"(?i)\b[0-9a-f]{7,40}\b", (SHA, SHA[:7], SHA[:8].upper(), "1234567", f"se {SHA[:10]}.", f"({SHA})")),
    "commit elsewhere": (r"(?i)@[0-9a-f]", (f"user@{SHA}", f"owner/repo@{SHA[:7]}", f"project@{SHA[:8]}")),
    "range": (r"(?i)\b[0-9a-f]{7,40}\b", (f"{SHA[:7]}...{SHA[8:16]}", f"project@{SHA[:7]}..{SHA[10:20]}")),
    "mail address": (r"\w@\w", ("a.b@exempel.se", "mailto:a@b.se", "a+b@c.d")),
    "address": (r"(?i)\b[a-z][a-z0-9+.-]*://|\bwww\.", ("https://e.x/a", "http://e.x", "ftp://e.x", "www.e.x", "x://y")),
    "closing": (r"(?i)(?:clos|fix|resolv|implement)\w*:?\s+(?:\S*#\d|gh-\d|https?://)", ("Fixes #1", "closes: gh-2", "resolves https://e.x/1")),
    "in brackets": (r"\[\w", ("[issue:1]", "[work_item:12]", "[feature_flag:1]", "[vulnerability:2]", "[cadence:3]", "[contact:a]", "[x] a")),
    "a page": (r"\[\[", ("[[sida]]", "[[_TOC_]]")),
    "contents": (r"\[TOC\]", ("[TOC]",)),
    "iteration": (r"\*\w+:", ('*iteration:"a"', "*iteration:1")),
    "inline change": (r"[\[{][+-]", ("{+ny+}", "[-gammal-]", "{-x-}", "[+y+]")),
    "emoji": (r":[\w+-]+:", (":smile:", ":+1:", ":tada:")),
    "include": (r"::", ("::include{file=a}", "::error::x", "a ::b")),
    "build log": (r"##\[", ("##[error]x", "a ##[b]")),
}  # fmt: skip
"""Name → what the services look for, and texts that have it."""
MARKUP = (
    "<b>a</b>", "<img src=x>", "<!-- a -->", "![a](b)", "[a](b)", "[a]: b", "[^1]", "`a`", "```", "~~~", "$`a`$", "$$", "~~a~~", "*a*",
    "__a__", "# a", "> a", "- a", "1. a", "2) a", "+ a", "---", "===", "| a | b |", "<https://e.x>", "a\\", "a #", "&lt;b&gt;", "/close",
    "/assign @a", ">>>", ":::", "- [ ] a", "a  \nb", "\ta", "<details>", "{#a}", "| - |", "<a@b.se>", "{{ a }}", "***", "a ##",
)  # fmt: skip
CASES = [(name, text) for name, (_pattern, texts) in SYNTAXES.items() for text in texts]


def tokens(text: str):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def text_of(text: str) -> str:
    """What is left when the markup is gone, a block on a line."""
    return "".join(
        "\n" if token.type == "inline" else token.content for token in tokens(text) if token.type in ("inline", "text")
    )


def found(text: str) -> list[str]:
    return [name for name, (pattern, _texts) in SYNTAXES.items() if re.search(pattern, text)]


@pytest.mark.parametrize(("name", "text"), CASES)
def test_the_table_finds_what_the_services_find(name, text):
    assert re.search(SYNTAXES[name][0], text.replace("&amp;", "&"))


@pytest.mark.parametrize("text", [text for _name, text in CASES] + list(MARKUP))
@pytest.mark.parametrize(
    "write", [escape, markdown.text, lambda text: f"- {escape(text)}", lambda text: f"ord {within(one_line(text))}"]
)
def test_nothing_of_it_is_left(write, text):
    made = write(text)
    assert found(text_of(made)) == []
    kinds = {token.type for token in tokens(made)}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "bullet_list_open", "bullet_list_close"} | {
        "list_item_open", "list_item_close"
    }  # fmt: skip
    assert "\n" not in made
    assert inert(made) == made


@pytest.mark.parametrize("text", [text for _name, text in CASES] + list(MARKUP))
def test_a_reader_sees_the_text(text):
    assert text_of(escape(text)).replace(BLANK, "").strip("\n") == " ".join(text.split())


PIECES = [text for _name, text in CASES] + list("@#!$%&~^[]{}*:`|<>\\-_+=/.()0123456789abcdefGHx \n")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_nothing_is_left_of_any_mixture(text):
    made = escape(text)
    assert found(text_of(made)) == []
    assert text_of(made).replace(BLANK, "").strip("\n") == " ".join(text.split())
    assert {token.type for token in tokens(made)} <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_the_markdown_of_a_report_has_none_either():
    import dataclasses

    from vbe.report.model import Paragraph, Section

    texts = tuple(Paragraph(text) for _name, text in CASES)
    report = dataclasses.replace(sample.full(1), title="@team #12", sections=(Section("s", "1", "gh-1 @a", texts),))
    made = markdown.render(report, {}).decode()
    assert found(text_of(made)) == []
