"""`text`: for people at a terminal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from vbe.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.proof import Proof

MOST_LINES = 50
SHORT = 12
CHANGES = {"missing": N_("Missing: {part}"), "added": N_("Added: {part}"), "changed": N_("Differs: {part}")}


def format_proof(proof: Proof) -> str:
    """The answer, why, and a line for each part that differs: as many as somebody reads."""
    lines = [*_answer(proof), *proof.messages, *_differences(proof)]
    return "".join(f"{line}\n" for line in lines)


def _answer(proof: Proof) -> Iterator[str]:
    commit = proof.commit[:SHORT]
    if proof.answer == "same":
        yield _("The same: {count} bytes, from commit {commit}.").format(count=proof.size, commit=commit)
    elif proof.answer == "same_content":
        yield _("The same content as commit {commit} gives, but not the same bytes.").format(commit=commit)
    elif proof.model:
        yield _("Not the same as what commit {commit} gives.").format(commit=commit)


def _differences(proof: Proof) -> Iterator[str]:
    for difference in islice(proof.differences, MOST_LINES):
        part = difference.part or _("what comes before the first section")
        yield _(CHANGES[difference.change]).format(part=part)
    left = len(proof.differences) - MOST_LINES
    if left > 0:
        yield _("… and {count} more.").format(count=left)
