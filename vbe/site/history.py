"""A record's history in sentences, without anybody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.telling import sort_word
from vbe.language.swedish import capital, date
from vbe.site.shapes import item, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.telling import VersionSummary
    from vbe.model.records import Record
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView

MAX_VERSIONS = 12
"""So many versions are told; `vbe history` tells the rest."""
UNTOLD = frozenset({"layout", "ignored"})


def told(view: SiteView, record: Record) -> Iterator[Block]:
    """What has happened to a record, newest first: its reviews for the public, its versions for staff."""
    versions = [v for v in view.history.get(record.file, ()) if not set(v.sorts) <= UNTOLD]
    if versions:
        yield from links("Historik", [_version(version) for version in versions[:MAX_VERSIONS]])
        return
    reviews = sorted(getattr(record.content, "reviews", ()), key=lambda review: review.date, reverse=True)
    yield from links(
        "Historik", [item(f"Granskad {date(review.date)}") for review in reviews if review.date <= view.as_of][:MAX_VERSIONS]
    )


def _version(version: VersionSummary) -> Item:
    words = " ".join(version.sentences) or f"{capital(', '.join(map(sort_word, version.sorts)))}."
    return item(f"{date(version.day, 'Okänd dag')}: {words}")
