"""`suggestions`: a comment for each line of a pull request that has one right answer, with the block that GitHub can take in.

A JSON list of what the review API takes: path, line, side and body. The text inside a suggestion is the line to the letter.

https://docs.github.com/en/rest/pulls/comments
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from vbe.documents.mending import mended
from vbe.domain.disclosure.marked import NUMBERS
from vbe.output.diagnostics.placing import from_top
from vbe.output.json_text import to_json
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, printable
from vbe.rules import all_rules, rules_by_name
from vbe.rules.pages import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

FENCE = re.compile(r"`{3,}|~{3,}")
COUNT = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(set().union(*NUMBERS.values())))})[\"']?\s*:|(?<!\w)(?:19|20)[0-9]{{2}}\s*:")
"""A field that holds a number of persons, or a target of a year: whether it may be shown depends on what stands beside it."""
MAX_CHARACTERS, MAX_COMMENTS = 1_000, 100
"""Characters of a line that is suggested whole, and comments: a longer line is mended by `vbe validate --fix`."""


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """The comments. A line with anything private or unseen in it is left out: a suggestion would repeat it."""
    verdict = from_top(verdict, source)
    discreet = {(d.location.file, d.location.line) for d in verdict.diagnostics if all_rules()[d.code].is_final}
    certain = (d for d in verdict.open if d.is_certain and d.location.line == d.location.end_line)
    shown = [d for d in certain if (d.location.file, d.location.line) not in discreet]
    grouped = groupby(sorted(shown, key=lambda d: d.order), key=lambda d: (d.location.file, d.location.line))
    comments = [
        comment for (file, line), found in grouped if (comment := _comment(verdict.texts.get(file, ""), file, line, list(found)))
    ]
    return to_json(comments[:MAX_COMMENTS])


def _comment(text: str, file: str, line: int, found: Sequence[Diagnostic]) -> dict[str, object] | None:
    lines = text.split("\n")
    if line > len(lines):
        return None
    old = lines[line - 1].rstrip("\r")
    places = [(d.location._replace(line=1, end_line=1), d.replacement) for d in found]
    new = mended(old, places)
    if max(len(old), len(new), len(file)) > MAX_CHARACTERS:
        return None
    shown = f"{old}\n{new}"
    if (
        redact(shown) != shown
        or any(inert(printable(each)) != each for each in (old, new))
        or FENCE.search(new)
        or COUNT.search(new)
    ):
        return None
    # Only words of ours outside the block: what a file says could name people and pages there.
    summaries = " ".join(dict.fromkeys(f"**{d.code}** {summary(rules_by_name()[d.name])}" for d in found))
    return {"path": file, "line": line, "side": "RIGHT", "body": f"{summaries}\n\n```suggestion\n{new}\n```"}
