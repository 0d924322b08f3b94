"""The last look at a site before it is written: no person stands in anything that was made.

Hundreds of pages say the same names and headings. Where the templates are ours, every text is on its own between two tags and
is searched once; a city's own templates may do anything with it, so each of its pages is read as a browser would.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from vbe.app.refusal import PrivateError, refuse_private
from vbe.language import _
from vbe.site.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.model.corpus import Corpus

SEARCHED = (".html", ".xml", ".js", ".pdf", ".docx", ".xlsx", ".md", ".json")
"""Not calendars: the ids of their events look like addresses."""
SAID = re.compile(rb'>([^<>]+)<|="([^"]*)"')
BOUNDARY = b"\n\xef\xbf\xbd\n"


def refuse_in_site(corpus: Corpus, files: Mapping[str, bytes], *, is_ours: bool) -> None:
    """Stop where a person stands in a file of the site (path → content). `is_ours`: made with no template but those of vbe."""
    pages = {path: content for path, content in files.items() if path.endswith(".html") and "/filer/" not in path}
    others = {path: content for path, content in files.items() if path not in pages and _is_searched(path, pages)}
    refuse_private(corpus, others)
    if is_ours:
        try:
            refuse_private(corpus, {_("the pages of the site"): said_by(pages)})
        except PrivateError:
            refuse_private(corpus, pages)  # Names the pages.
            raise
    else:
        refuse_private(corpus, pages)


def _is_searched(path: str, pages: Mapping[str, bytes]) -> bool:
    """A routine's card says what its page does, and a PDF takes long to read."""
    is_card = path.removesuffix(".pdf") + ".html" in pages
    return path.endswith(SEARCHED) and not path.startswith("assets/") and path != MANIFEST and not is_card


def said_by(pages: Mapping[str, bytes]) -> str:
    """Every text and attribute of the pages, each once."""
    texts: dict[bytes, None] = {}
    for content in pages.values():
        for text, value in SAID.findall(content):
            texts[text or value] = None
    return html.unescape(BOUNDARY.join(texts).decode("utf-8", "replace"))
