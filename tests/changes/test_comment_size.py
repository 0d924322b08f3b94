"""A comment is no larger than a host takes, and what is folded away is whole or not there at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.language import activate
from vbe.output.changes import markdown

FOLDED = ["  - text: x", "    <details><summary>Hela</summary>", "", "    Före: a", "", "    Nu: b", "", "    </details>"]
LINES = st.lists(
    st.sampled_from([["- ändring"], FOLDED, ["", "**Rubrik**", ""], ["- 😀😀😀😀"], ["<details>", "", "- r", "", "</details>"]])
)


@given(LINES, st.integers(10, 400))
def test_a_fold_is_never_split_and_the_size_is_kept(parts, most):
    activate("sv")
    lines = [line for part in parts for line in part]
    before = markdown.MAX_CHARACTERS
    markdown.MAX_CHARACTERS = most
    try:
        text = markdown._limited(lines)
    finally:
        markdown.MAX_CHARACTERS = before
    assert text.count("<details>") == text.count("</details>")
    assert len(text.encode("utf-16-le")) // 2 <= most + 80
    assert ("till" in text) == (text.rstrip("\n") != "\n".join(lines).rstrip("\n"))


@pytest.mark.parametrize(("line", "units"), [("abc", 4), ("å", 2), ("😀", 3), ("", 1)])
def test_a_sign_counts_as_the_hosts_count_it(line, units):
    assert markdown._units(line) == units
