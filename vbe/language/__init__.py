"""The language of the output: gettext catalogues, and the small things that Swedish wants done right.

The ground of the house with `errors`, `diagnostics` and `commands`: it imports nothing of ours but `errors`. `swedish` and
`prose` are for documents, which are in the municipality's language whatever the terminal speaks.
"""

from __future__ import annotations

import os
import struct
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.language.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = ("sv", "en")
DEFAULT = "sv"
CATALOGUES = Path(__file__).parent.parent / "locale"

_catalogue: Catalogue | None = None
_language = DEFAULT
_chosen = False
_lamented = False


def set_language(language: str) -> None:
    """Use the language that the user asks for; nothing overrides it."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    _chosen = True
    activate(language)


def set_default_language(language: str) -> None:
    """Use this language unless the user has asked for one."""
    if not _chosen and language in LANGUAGES and language != _language:
        activate(language)


def activate(language: str) -> None:
    """Use this language from now on, for our own words and for those of the command-line library.

    typer translates through the process's default text domain (`vbe.cli.usage`) and finds the language in the environment.
    English is what stands in the code, so it needs no catalogue.
    """
    global _catalogue, _language  # noqa: PLW0603 - one process speaks one language
    _language = language
    _catalogue = _translations(language)
    os.environ["LANGUAGE"] = language


def _translations(language: str) -> Catalogue:
    """The catalogue of a language; without it English, and a line on stderr that says so."""
    if language == "en":
        return Catalogue()
    try:
        return _read(CATALOGUES / language / "LC_MESSAGES" / "vbe.mo")
    except (OSError, ValueError, struct.error):
        _warn_missing()
        return Catalogue()


@cache
def _read(file: Path) -> Catalogue:
    return Catalogue(file.read_bytes())


def _warn_missing() -> None:
    """Say once that there is no Swedish. In English, for want of it."""
    global _lamented  # noqa: PLW0603 - once in a process
    if not _lamented and sys.stderr is not None:
        print("vbe: the Swedish texts are missing or damaged; what follows is English. Install vbe anew.", file=sys.stderr)
    _lamented = True


def active_language() -> str:
    """`sv` or `en`."""
    return _language


def _active() -> Catalogue:
    if _catalogue is None:
        activate(DEFAULT)
    assert _catalogue is not None
    return _catalogue


def _(message: str) -> str:
    """The message in the active language; Swedish until something else is asked for."""
    # The empty message is the catalogue's own header.
    return _active().gettext(message) if message else ""


def in_swedish(message: str) -> str:
    """The message in Swedish, whatever is active: for what is written in Swedish only."""
    return _translations(DEFAULT).gettext(message) if message else ""


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language within: for what is written in Swedish only, whatever the user reads."""
    before = _language
    activate(language)
    try:
        yield
    finally:
        activate(before)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits a count."""
    return _active().ngettext(singular, plural, count)


def every_form(singular: str, plural: str) -> set[str]:
    """The forms of a message in all languages: to find again what was once written in one of them."""
    catalogues = [_translations(language) for language in LANGUAGES]
    return {catalogue.ngettext(singular, plural, count) for catalogue in catalogues for count in (1, 2)}


def N_(message: str) -> str:  # noqa: N802 - gettext's conventional name for "mark, translate later"
    """Mark a message for the catalogue; it is translated where it is printed."""
    return message


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate somebody most likely meant, or None when nothing is near."""
    import difflib

    matches = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A hint with the nearest candidate, or nothing."""
    match = nearest(word, candidates)
    return _("Did you mean “{name}”?").format(name=match) if match else ""


def unmarked(value: str) -> str:
    """A value from a file for a sentence of ours, in which a backtick marks code: there it is ours alone."""
    return value.replace("`", "'")


def enumerate_words(words: Iterable[str]) -> str:
    """`a, b and c`, in the active language."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return _("{most} and {last}").format(most=", ".join(listed[:-1]), last=listed[-1])


def enumerate_choices(words: Iterable[str]) -> str:
    """`a, b or c`, in the active language."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return _("{most} or {last}").format(most=", ".join(listed[:-1]), last=listed[-1])


def enumerate_first(words: Iterable[str], most: int) -> str:
    """`a, b and 7 more`: no more than so many, for a line that somebody reads."""
    listed = list(words)
    if len(listed) > most:
        listed[most:] = [_("{count} more").format(count=len(listed) - most)]
    return enumerate_words(listed)
