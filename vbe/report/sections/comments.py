"""The author's own words, each in its place and marked as the author's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _, did_you_mean
from vbe.language.swedish import folded
from vbe.report.model import Callout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.report.view import View


def commented(view: View, section: str) -> Iterator[Callout]:
    """The author's comment on a section; nothing where there is none."""
    if view.comments is not None and section in view.comments.sections:
        yield said(view, view.comments.sections[section])


def commented_area(view: View, number: str) -> Iterator[Callout]:
    """The author's comment on an action area; nothing where there is none."""
    if view.comments is not None and number in view.comments.areas:
        yield said(view, view.comments.areas[number])


def summarised(view: View) -> Iterator[Callout]:
    """The author's own summary; nothing where there is none."""
    if view.comments is not None and view.comments.summary:
        yield said(view, view.comments.summary)


def said(view: View, text: str) -> Callout:
    """A text that is the author's, and whose it is."""
    author = view.comments.author if view.comments else None
    whose = f"Författarens kommentar ({view.inside(author)})" if author else "Författarens kommentar"
    return Callout("note", whose, folded(text))


def require_known(view: View, sections: Iterable[str]) -> None:
    """Stop where the author comments on a section or an area that does not exist."""
    own = view.comments
    if own is None:
        return
    file = f"followup/{view.year}/report.yaml"
    for field, given, known in (("sections", own.sections, tuple(sections)), ("areas", own.areas, tuple(view.corpus.areas))):
        for name in given:
            if name not in known:
                message = _("{file}: {field} names {name}, which does not exist.").format(file=file, field=field, name=name)
                raise VbeError(message, did_you_mean(name, known) or _("They are {names}.").format(names=", ".join(known)))
