"""A sum of what a report says, whatever its form, its looks and the version of the program that made it.

Whoever forges a file can compute the sum too: it tells two honest reports apart, and `vbe.report.render.likeness` compares what a
file itself says.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING

from vbe.report.plain import plain

if TYPE_CHECKING:
    from vbe.report.model import Report

CIRCUMSTANCES = frozenset({"provenance", "version"})
LOOKS = frozenset({"look", "lead", "width", "id"})
"""What decides how something is set, and nothing that it says."""
PROGRAM = "vbe"


@lru_cache(maxsize=1)
def digest_of(report: Report) -> str:
    """SHA-256, in hexadecimal, of every text, number, mark and order in the report. The program is named without its version."""
    content = json.dumps(_content(plain(report), CIRCUMSTANCES), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.replace(report.provenance.tool, PROGRAM).encode()).hexdigest()


def _content(part: object, besides: frozenset[str] = LOOKS) -> object:
    if isinstance(part, dict):
        return {key: _content(value) for key, value in part.items() if key not in besides}
    if isinstance(part, list):
        return [_content(value) for value in part]
    return part
