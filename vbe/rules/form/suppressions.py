"""Comments that keep a finding quiet."""

from __future__ import annotations

from vbe.diagnostics import Severity
from vbe.rules import fault


@fault("VBE128")
def unexplained_suppression() -> None:
    """A suppression gives no reason.

    A finding may be suppressed at its line, but the next reader must see why.

    Bad:

        find: skall  # vbe: ignore[VBE801]

    Good:

        find: skall  # vbe: ignore[VBE801] ordlistan själv
    """


@fault("VBE129", Severity.WARNING)
def unused_suppression() -> None:
    """A suppression has nothing to suppress.

    The finding is gone, or the code is another, or the rule cannot be suppressed (privacy). What is left would hide the
    next finding.

    Mend it by deleting the comment.
    """
