"""Whom to call and what not to do: the way in, said alike on the front page and on every routine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.language.swedish import order, sentence
from vbe.site.shapes import Item, item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.site.view import SiteView

EMERGENCY = "112"
NOT_DIGITS = re.compile(r"[^\d+]")
CALLED = re.compile(r"[^@\s]+@[^@\s]+|[\d +-]+")
"""A mailbox or a number, and nothing more."""


def call(contact: str) -> str:
    """The address that calls a number or writes to a mailbox."""
    return f"mailto:{contact}" if "@" in contact else f"tel:{NOT_DIGITS.sub('', contact)}"


def reached(view: SiteView, actor: str) -> Item | None:
    """A function with its number; None where no number is known."""
    contact = view.contact(actor)
    return item(contact, call(contact), view.organisation.name(actor)) if contact else None


def ways_in(view: SiteView) -> list[Item]:
    """Whom to call when it is not urgent: the contact point for staff, then each open channel with a number."""
    found: list[Item] = []
    point = view.corpus.profile.coverage.contact_point
    if not view.is_public and point is not None and (way := reached(view, point)) is not None:
        found.append(way)
    for channel in sorted(view.corpus.channels.values(), key=lambda channel: order(channel.name)):
        is_open = channel.closed_on is None or channel.closed_on > view.as_of
        if channel.contact and is_open and all(channel.contact != way["text"] for way in found):
            found.append(item(channel.contact, call(channel.contact), channel.name))
    return found


def limits(view: SiteView) -> Iterator[str]:
    """What nobody may do: the prohibitions of the overall routines that the profile requires of every routine, each once."""
    for required in view.corpus.profile.coverage.required_prohibitions:
        wanted = set(required.any_of)
        texts = [p.text for record in view.overall for p in record.content.prohibitions if wanted & set(p.obligations)]
        # The shortest says it for every situation; the longer ones add what holds for their own.
        yield min(texts, key=lambda text: (len(text), text), default=sentence(required.what))
