"""The note of a review: what somebody wrote, and what `vbe review` adds where several records are reviewed at once."""

from __future__ import annotations

import re
from functools import cache

from vbe.language import every_form, ngettext


def together(others: int) -> str:
    """That so many other records were reviewed at the same time."""
    said = ngettext("Reviewed together with {count} other.", "Reviewed together with {count} others.", others)
    return said.format(count=others)


def own_words(note: str) -> str:
    """A note without what was added to it, in whatever language: only the rest shows that somebody has thought of the record."""
    return _added().sub("", note).strip()


@cache
def _added() -> re.Pattern[str]:
    forms = every_form("Reviewed together with {count} other.", "Reviewed together with {count} others.")
    return re.compile("|".join(r"\d+".join(map(re.escape, form.split("{count}"))) for form in sorted(forms)))
