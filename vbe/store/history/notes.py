"""The note of a review: what somebody wrote, and what `vbe review` adds where several records are reviewed at once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vbe.language import every_form, ngettext

if TYPE_CHECKING:
    from vbe.documents import Value

SENTENCE_ENDS = (".", "!", "?", "…")


def together(note: str | None, count: int) -> str:
    """The note of a review of so many records at a time: what somebody wrote, if anything, and that there were others."""
    others = count - 1
    added = ngettext("Reviewed together with {count} other.", "Reviewed together with {count} others.", others)
    added = added.format(count=others)
    own = (note or "").rstrip()
    if not own:
        return added
    return f"{own} {added}" if own.endswith(SENTENCE_ENDS) else f"{own}. {added}"


def own_words(note: Value) -> str:
    """A note without what was added to it, in whatever language: only the rest shows that somebody has thought of the record."""
    return _added().sub("", note).strip().removesuffix(".") if isinstance(note, str) else ""


@cache
def _added() -> re.Pattern[str]:
    forms = every_form("Reviewed together with {count} other.", "Reviewed together with {count} others.")
    return re.compile("|".join(r"\d+".join(map(re.escape, form.split("{count}"))) for form in sorted(forms)))
