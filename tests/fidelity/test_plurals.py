"""Every message with a count, in Swedish, of none, one, two and many; no message with a count is left without its two forms.

What is said stands in `plurals.txt`, read aloud once. A new message is added there by whoever writes it:
`.venv/bin/python -m tests.fidelity.test_plurals` prints the list as it is now.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
SAID = Path(__file__).with_name("plurals.txt")
AMOUNTS = (0, 1, 2, 13)
COUNTS = ("count", "stale", "green", "days")
"""The names under which a message is given what decides its form."""
WHOLES = ("total", "all")
"""Names of the number that it is a part of."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")

# Messages with a count and one form only: what is counted is never one, or is written alike of one and of many.
ONE_FORM = {
    "Write ? to see the {count} there are.": "only where the list is too long to show",
    "{folder}: {count} files. Begin with README.md; `vbe validate` checks them.": "what init writes, always many",
    "The same: {count} bytes, from commit {commit}.": "byte is written alike, and a report has many",
    "… and {count} more.": "no noun",
    "{count} more": "no noun",
    "New since {date}: {count}": "no noun",
    "It is larger than {size} MiB unpacked, or has more than {count} parts.": "a limit of the tool",
    "{count} records were marked as reviewed in one commit ({commit}), which changed nothing else in them.": "from five on",
    "{record}: the review date has been moved {count} times in a row without any change of content or note.": "from three on",
    "The text is longer than {count} characters.": "a limit; tecken is written alike",
    "GitHub shows the first {count} of each kind in the pull request; all are in this log.": "a limit of GitHub's",
    "it is longer than {count} characters": "a limit; tecken is written alike",
    "it leaves more than {count} choices": "a limit of the tool",
    "A sentence has {count} words.": "only of long sentences; ord is written alike",
    "The folder lies more than {count} folders deep and is not read.": "a limit of the tool",
    "There are more than {count} files in the data folders.": "a limit of the tool",
    "There are more than {count} files to search.": "a limit of the tool",
    "There are more than {count} files in {folder}.": "a limit of the tool",
    "more than {count} measures in one area": "a limit of the tool",
    "Area {number} has more than {count} measures; divide it.": "a limit of the tool",
    "{file} has more than {count} areas.": "a limit of the tool",
    "The document is too large to be a plan: more than {count} paragraphs and cells.": "a limit of the tool",
    "{folder}: {count} files, checked with 0 errors.": "what an import writes, always many",
}
NEITHER = {"size", "number", "format", "first"}
"""Names of numbers that are no counts: a size in MiB, the number of an area, a format, those that come first."""


def catalogue():
    return read_po(io.BytesIO((ROOT / "vbe/locale/sv/LC_MESSAGES/vbe.po").read_bytes()), locale="sv")


def _filled(text: str, amount: int) -> str:
    def value(found: re.Match) -> str:
        name = found[1]
        return str(amount) if name in COUNTS else "20" if name in WHOLES else name.upper()

    return PLACEHOLDER.sub(value, text)


def rendered() -> dict[str, list[str]]:
    """Singular message → what is said of none, one, two and many; the form is chosen as gettext does."""
    found = {}
    for message in catalogue():
        if isinstance(message.id, list | tuple):
            found[message.id[0]] = [_filled(message.string[amount != 1], amount) for amount in AMOUNTS]
    return dict(sorted(found.items()))


def written(found: dict[str, list[str]]) -> str:
    return "".join(f"{identity}\n" + "".join(f"    {said}\n" for said in texts) + "\n" for identity, texts in found.items())


def test_every_plural_message_is_read_of_none_one_two_and_many():
    assert written(rendered()) == SAID.read_text("utf-8")


def test_one_is_said_of_one_and_the_noun_follows():
    """What the list cannot show by itself: the forms differ where the noun does, and one is never followed by many."""
    several = re.compile(
        r"(?<![\d,.])1 (?:\w+ )?\w*(?:arna|erna|orna|ningar|filer|dagar|åtgärder|nämnder|poster|platser|ställen)\b"
    )
    for identity, texts in rendered().items():
        assert not several.search(texts[1]), (identity, texts[1])


def test_a_message_with_a_count_has_two_forms_or_says_why_not():
    single = {m.id for m in catalogue() if isinstance(m.id, str) and "{count}" in m.id}
    assert single == set(ONE_FORM)


def _counted(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of each number that is given to a message of one form."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
            continue
        message = node.func.value
        if isinstance(message, ast.Call) and isinstance(message.func, ast.Name) and message.func.id in ("_", "N_"):
            for keyword in node.keywords:
                value = keyword.value
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("len", "sum"):
                    yield node.lineno, str(keyword.arg)


def test_a_count_is_called_a_count():
    """So that the test above sees it: what is counted is given to a message by a name of a count."""
    found = [
        (path.relative_to(ROOT).as_posix(), line, name)
        for path in sorted((ROOT / "vbe").rglob("*.py"))
        for line, name in _counted(ast.parse(path.read_text("utf-8")))
        if name not in {*COUNTS, *WHOLES, *NEITHER}
    ]
    assert found == []
    assert list(_counted(ast.parse('_("{n} rader").format(n=len(x))'))) == [(1, "n")]


@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_catalogue_chooses_the_form_as_the_list_does(amount):
    from vbe.language import activate, active_language, ngettext

    before = active_language()
    activate("sv")
    try:
        said = ngettext("{count} file changed.", "{count} files changed.", amount).format(count=amount)
    finally:
        activate(before)
    assert said == rendered()["{count} file changed."][AMOUNTS.index(amount)]


if __name__ == "__main__":
    print(written(rendered()), end="")
