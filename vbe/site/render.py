"""Pages as plain data → HTML. Nothing is computed here but the way up to the site's top."""

from __future__ import annotations

import html
import json
from dataclasses import fields
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from vbe.documents.templates import faults as template_faults
from vbe.documents.templates.page import faults as page_faults
from vbe.domain import addresses
from vbe.errors import VbeError
from vbe.language import _
from vbe.report.render import require_closed
from vbe.report.render.apart import run_apart
from vbe.report.render.jinja import environment, filled
from vbe.site.theme import SiteTemplates, own_pages
from vbe.store.resources import Templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

    from vbe.site.kept import Kept
    from vbe.site.shapes import Frame, Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
    " font-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Nothing from elsewhere, and no script in the page itself; style attributes are the widths of the report's columns."""
HEAD = """<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="{tool}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{root}assets/site.css">"""
FEED = '<link rel="alternate" type="application/atom+xml" title="Senast ändrat" href="{root}{feed}">'
SCRIPT = '<script src="{root}{name}" defer></script>'
SEARCH_SCRIPTS = ("assets/minisearch.js", "assets/search.js")
"""Of the search page; the index is loaded by the latter, when somebody begins to search."""
FORM = """<form class="search-form" role="search" action="{root}sok.html" method="get">
<label class="hidden" for="sok">Sök på webbplatsen</label>
<input id="sok" name="q" type="search" autocomplete="off"{described}>
<button type="submit">Sök</button>
</form>"""


def top_of(base: str | None) -> str:
    """Where the site begins on its server: `/`, `/strategi/`."""
    return f"{urlsplit(base or '').path.rstrip('/')}/"


def _root(page: Page, site: Frame) -> str:
    """The way from a page to the site's top. The page for what is not there is shown at any depth."""
    return str(site["top"]) if page.path == addresses.NOT_FOUND else "../" * page.path.count("/")


def render_pages(pages: list[Page], site: Frame, templates: Templates, kept: Kept) -> dict[str, bytes]:
    """Path → bytes of each page. `site` is what is the same on all of them. A page that is as it was is taken over.

    With templates of a city's own it is done in a process apart, and every page is read through: it may load and run nothing
    but what ours do.
    """
    own = own_pages(templates)
    if not own:
        return _renewed(pages, site, SiteTemplates(templates), kept)
    for name, content in own.items():
        require_closed(f"templates/{name}", template_faults(name, content))
    files = json.loads(run_apart("vbe.site.render:render_own", (pages, site, own)))
    return {path: text.encode("utf-8") for path, text in files.items()}


def _renewed(pages: list[Page], site: Frame, templates: SiteTemplates, kept: Kept) -> dict[str, bytes]:
    """The same of those that are not as they were, with our own templates."""
    was = {path: content for path, (origin, content) in kept.pages.items()}
    same = {page.path for page in pages if page.path in was and kept.pages[page.path][0] == (page, site)}
    files = dict(_rendered((page for page in pages if page.path not in same), site, environment(templates, is_ours=True)))
    found = {page.path: was[page.path] if page.path in same else files[page.path] for page in pages}
    kept.pages.clear()
    kept.pages.update({page.path: ((page, site), found[page.path]) for page in pages})
    return found


def render_own(order: tuple[list[Page], Frame, dict[str, bytes]]) -> bytes:
    """In the child: path → page, as JSON."""
    pages, site, own = order
    files = {}
    for page, (path, content) in zip(
        pages, _rendered(pages, site, environment(SiteTemplates(Templates(own.get, own)))), strict=True
    ):
        files[path] = content.decode("utf-8")
        require_closed("templates/site", page_faults(_without_ours(page, files[path], site).encode("utf-8")))
    return json.dumps(files).encode("utf-8")


def _without_ours(page: Page, text: str, site: Frame) -> str:
    """A page without what may load something because it is ours: the head, the search field and the logo."""
    root = _root(page, site)
    head = str(_head(page, site, root))
    if text.count(head) != 1:
        message = _(
            "templates/site: the page {page} does not hold {{{{ head }}}} once, which keeps others from loading anything."
        )
        raise VbeError(message.format(page=page.path))
    for ours in (head, str(_form(page, root)), f'src="{root}{site["logo"]}"'):
        text = text.replace(ours, "")
    return text


def _rendered(pages: Iterable[Page], site: Frame, jinja: Environment) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        root = _root(page, site)
        # Plain dictionaries only: a template calls what it is given.
        shown: dict[str, object] = {field.name: getattr(page, field.name) for field in fields(page)} | {
            "edit": _edit(page.file, site["edit_address"])
        }
        values = {"page": shown, "site": site, "root": root, "head": _head(page, site, root), "search_form": _form(page, root)}
        yield page.path, filled(jinja, page.template, values).encode("utf-8")


def _head(page: Page, site: Frame, root: str) -> Markup:
    """What every page loads, and that it may load nothing else."""
    lines = [HEAD.format(policy=html.escape(POLICY), tool=html.escape(site["tool"]), root=root)]
    if site["feed"]:
        lines.append(FEED.format(root=root, feed=addresses.FEED))
    if page.path == addresses.SEARCH:
        lines += [SCRIPT.format(root=root, name=name) for name in SEARCH_SCRIPTS]
    return Markup("\n".join(lines))  # noqa: S704 - fixed text and escaped values


def _form(page: Page, root: str) -> Markup:
    """The search field, which leads to the search page."""
    described = ' aria-describedby="sok-hjalp"' if page.path == addresses.SEARCH else ""
    return Markup(FORM.format(root=root, described=described))  # noqa: S704 - fixed text


def _edit(file: str, template: str | None) -> str:
    """Where a change of the page's record is proposed; empty where that is not known."""
    return template.replace("{file}", file) if template and file else ""
