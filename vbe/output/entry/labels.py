"""What is said of an entry beside its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.output.freshness.labels import late_words, state_of
from vbe.output.trace.labels import link_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.output.entry.view import View


def heading(shown: View) -> str:
    """What it is and what it is called."""
    words = link_words(shown.here)
    return words[:1].upper() + words[1:]


def fresh_words(shown: View) -> Iterator[str]:
    """The verdicts on it, a sentence each."""
    for freshness in shown.freshness:
        state, late = state_of(freshness), late_words(freshness)
        yield f"{state}, {late}" if late else state
        yield from (reason.message for reason in freshness.reasons)


def past_words(shown: View) -> str:
    """Its history in a sentence."""
    past = shown.past
    if past is None:
        return _("Git does not know the file.")
    words = ngettext(
        "{count} version, the latest of {date} ({commit}).",
        "{count} versions, the latest of {date} ({commit}).",
        past.versions,
    )
    date = past.day.isoformat() if past.day is not None else _("an unknown day")
    return words.format(count=past.versions, date=date, commit=past.commit[:10])
