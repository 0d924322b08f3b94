"""What makes a diagnostic the same in two runs, for services that follow a finding from commit to commit."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.diagnostics import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A SHA-256 in hexadecimal for each, in order, all different. Line numbers do not count: they move with what is above."""
    seen: Counter[str] = Counter()
    result = []
    for diagnostic in diagnostics:
        identity = f"{diagnostic.location.file}\n{diagnostic.code}\n{diagnostic.subject}\n{diagnostic.message}"
        numbered = f"{identity}\n{seen[identity]}"
        seen[identity] += 1
        result.append(hashlib.sha256(numbered.encode("utf-8", "surrogatepass")).hexdigest())
    return result
