"""Where something is wrong, what, and how bad: the one record that every rule yields and every format prints."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Route = tuple[str | int, ...]
"""The way from a document's root to a node: mapping keys and sequence indices."""


class Severity(StrEnum):
    """How bad: an error blocks, a warning does not unless `--strict`, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A span in a file. Lines and columns count from 1; the end is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Finding(NamedTuple):
    """What a check yields: a message and a place, not yet stamped with code and severity.

    The place is a `route` into the document of `file` (the value there, or the key itself with `on_key`), or a ready
    `location` where there is no tree to walk. `rule` names the rule when it is not the checking function's own.
    """

    file: str
    message: str
    hint: str = ""
    route: Route = ()
    on_key: bool = False
    location: Location | None = None
    rule: str = ""
    severity: Severity | None = None
    replacement: str = ""
    """What most likely should stand at the place instead, for editors that offer to mend it."""
    is_certain: bool = False
    """Whether the replacement is the text of the file to the letter and the one right answer, which `--fix` writes."""


class Rule(NamedTuple):
    """A check with its name, code, severity, page (the docstring) and sources (laws, sections of the adopted text).

    Faults of reading have no check of their own.
    """

    code: str
    name: str
    severity: Severity
    page: str
    check: Callable[..., Iterable[Finding]] | None
    """Corpus → findings."""
    read: Callable[..., Callable[..., Iterable[Finding]]] | None = None
    """Of a rule that reads texts: corpus → (one record's texts → findings). The checker walks each record once for all."""
    sources: tuple[tuple[str, bool], ...] = ()
    """Each a citation, and whether it has been read in the act or the adopted text itself."""
    requirements: tuple[str, ...] = ()
    """What the profile must say that a document of the type is to hold, for the rule to ask for it."""
    family: str = ""
    is_final: bool = False
    """Whether neither a comment nor a waiver in the same change switches it off: what it finds points persons out."""
    hides_line: bool = False
    """Whether no line is shown that it points to: what stands there is private, or so small that it points somebody out."""

    @property
    def is_private(self) -> bool:
        """Whether it is one of privacy: where it finds something, others do not quote what stands there."""
        return self.family == "privacy"


class Diagnostic(NamedTuple):
    """A finding with code, name and severity, placed in its file."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    location: Location
    record: str = ""
    subject: str = ""
    waived: bool = False
    justification: str = ""
    """Why it is waived."""
    replacement: str = ""
    is_certain: bool = False

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorted output: file, line, column, code; the message only so that the order is total."""
        return (self.location.file, self.location.line, self.location.column, self.code, self.message)
