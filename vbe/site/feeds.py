"""What programs read: the feed of changes (Atom, RFC 4287) and the sitemap."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from vbe.domain import addresses
from vbe.language.swedish import date

if TYPE_CHECKING:
    from vbe.site.view import SiteView

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def feed(view: SiteView, base: str) -> bytes:
    """One entry for each day. Ids rest on the municipality's code and the day, so that a reader never shows one twice."""
    profile = view.corpus.profile
    top = f"tag:vbe.{profile.municipality.code},2017:{view.edition}"
    name = profile.site.name or profile.municipality.name
    lines = [
        HEAD + '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
        f"<id>{escape(top)}</id>",
        f"<title>{escape(f'{name}: senast ändrat')}</title>",
        f"<updated>{view.changes[0].day}T00:00:00Z</updated>",
        f"<author><name>{escape(name)}</name></author>",
        f"<link href={quoteattr(_absolute(base, addresses.CHANGES))}/>",
    ]
    if base:
        lines.append(f'<link rel="self" href={quoteattr(_absolute(base, addresses.FEED))}/>')
    for change in view.changes:
        lines += [
            "<entry>",
            f"<id>{escape(f'{top}/{change.day}')}</id>",
            f"<title>{escape(f'Ändrat {date(change.day)}')}</title>",
            f"<updated>{change.day}T00:00:00Z</updated>",
            f"<link href={quoteattr(_absolute(base, addresses.CHANGES))}/>",
            f'<content type="text">{escape(chr(10).join(text for text, _href in change.sentences))}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode("utf-8")


def sitemap(paths: list[str], base: str) -> bytes:
    """Every page that search engines may show (sitemaps.org)."""
    rows = [f"<url><loc>{escape(_absolute(base, path))}</loc></url>" for path in sorted(paths)]
    lines = [HEAD + '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', *rows, "</urlset>", ""]
    return "\n".join(lines).encode("utf-8")


def _absolute(base: str, path: str) -> str:
    return f"{base.rstrip('/')}/{path}" if base else path
