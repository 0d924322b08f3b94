"""What a check came to: the diagnostics, and the texts they point into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vbe.diagnostics import Diagnostic, Severity
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def fails(diagnostic: Diagnostic, *, strict: bool) -> bool:
    """Whether a run ends in failure because of this one; warnings count only when strict, the waived never."""
    counted = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return diagnostic.severity in counted and not diagnostic.waived


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a run of the rules came to."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """File → text, for the formats that show the line."""
    told: tuple[str, ...] = ()
    """What of the files does not count in this run, in sentences."""

    def exit_code(self, *, strict: bool = False) -> int:
        """0 when nothing is wrong, 1 when something is; warnings count only when strict."""
        return int(any(fails(diagnostic, strict=strict) for diagnostic in self.diagnostics))

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity are not waived."""
        return sum(d.severity is severity and not d.waived for d in self.diagnostics)

    @property
    def waived(self) -> tuple[Diagnostic, ...]:
        """Those that a waiver or a suppression covers."""
        return tuple(d for d in self.diagnostics if d.waived)

    @property
    def open(self) -> tuple[Diagnostic, ...]:
        """Those that nothing covers."""
        return tuple(d for d in self.diagnostics if not d.waived)

    def within(self, files: Iterable[str]) -> CheckResult:
        """Only what concerns these files, or files below these folders."""
        # Locations have been redacted, and a file whose name holds a number is asked for by that name.
        wanted = [redact(file.rstrip("/")) for file in files]
        kept = tuple(
            d
            for d in self.diagnostics
            if any(d.location.file == w or d.location.file.startswith(f"{w}/") or w in ("", ".") for w in wanted)
        )
        return replace(self, diagnostics=kept)
