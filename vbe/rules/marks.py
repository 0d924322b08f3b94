"""`# vbe: ignore[CODE] reason`: where it stands, and whether it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vbe.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.rules.limits import Limits

SUPPRESSION = later(r"#\s*vbe:\s*ignore\[(?P<codes>[^\]]*)\](?P<reason>[^\n]*)")


class Mark(NamedTuple):
    """A suppression: what it is of, why, and where on its line."""

    codes: frozenset[str]
    reason: str
    column: int
    counts: bool
    """False where the state that the text is going to does not have it."""


def marks_in(texts: Mapping[str, str], held: Limits) -> dict[tuple[str, int], Mark]:
    """File and line of each suppression."""
    found: dict[tuple[str, int], Mark] = {}
    for file, text in texts.items():
        if "vbe:" not in text:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            match = SUPPRESSION.search(line)
            if match:
                codes = frozenset(code.strip() for code in match["codes"].split(","))
                reason = match["reason"].strip(" :–-")
                found[file, number] = Mark(codes, reason, match.start() + 1, held.counts(file, line))
    return found
