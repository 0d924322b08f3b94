"""The language of the output: gettext catalogues, and the small things that Swedish wants done right."""

from __future__ import annotations

import difflib
import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("sv", "en")
CATALOGUES = Path(__file__).parent / "locale"

_active: gettext.NullTranslations | None = None


def activate(language: str) -> None:
    """Use this language from now on, for our own words and for those of the command-line library.

    click translates through the process's default text domain and finds the language in the environment, before it is
    imported; hence the environment variable.
    """
    global _active  # noqa: PLW0603 - one process speaks one language
    _active = gettext.translation("vbe", CATALOGUES, languages=[language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("vbe", str(CATALOGUES))
    gettext.textdomain("vbe")


def active_language() -> str:
    """`sv` or `en`."""
    return os.environ.get("LANGUAGE", "sv") if _active is not None else "sv"


def _(message: str) -> str:
    """The message in the active language; Swedish until something else is asked for."""
    if _active is None:
        activate("sv")
    assert _active is not None
    return _active.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits a count."""
    if _active is None:
        activate("sv")
    assert _active is not None
    return _active.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's conventional name for "mark, translate later"
    """Mark a message for the catalogue; it is translated where it is printed."""
    return message


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate somebody most likely meant, or None when nothing is near."""
    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint with the nearest candidate, or nothing."""
    match = nearest(word, candidates)
    return _("Did you mean “{name}”?").format(name=match) if match else ""


def enumerate_words(words: Iterable[str]) -> str:
    """`a, b and c`, in the active language."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return _("{most} and {last}").format(most=", ".join(listed[:-1]), last=listed[-1])
