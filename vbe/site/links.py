"""Every link of the site leads somewhere: to a file that is there, and to a place in it that is there."""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LINK = re.compile(rb'\s(?:href|src|action)="([^"]*)"')
PLACE = re.compile(rb'\sid="([^"]*)"')
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:")


def dead_links(files: Mapping[str, bytes], top: str = "/") -> Iterator[tuple[str, str]]:
    """Page and address of each link that leads nowhere; addresses with a scheme lead out and are passed over.

    `top`: where the site begins on its server, for an address that begins there.
    """
    places: dict[str, frozenset[bytes]] = {}
    for page in sorted(files):
        if not page.endswith(".html") or "/filer/" in page:
            continue
        for found in dict.fromkeys(LINK.findall(files[page])):
            address = html.unescape(found.decode("utf-8"))
            if OUTSIDE.match(address):
                continue
            target, _sharp, place = address.partition("#")
            path = _file(page, target, top)
            if path not in files:
                yield page, address
            elif place:
                known = places.get(path)
                if known is None:
                    known = places[path] = frozenset(PLACE.findall(files[path]))
                if place.encode() not in known:
                    yield page, address


def _file(page: str, target: str, top: str) -> str:
    """The file that an address on a page names."""
    if target.startswith(top):
        return posixpath.normpath(target.removeprefix(top))
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
