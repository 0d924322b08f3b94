"""Pages as plain data → HTML. Nothing is computed here but the way up to the site's top."""

from __future__ import annotations

import html
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vbe.report.render.jinja import environment, filled
from vbe.site import addresses
from vbe.site.shapes import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vbe.site.shapes import Page

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
SEARCH_SCRIPTS = ("assets/minisearch.js", "sok-index.js", "assets/search.js")
FORM = """<form class="search-form" role="search" action="{root}sok.html" method="get">
<label class="hidden" for="sok">Sök på webbplatsen</label>
<input id="sok" name="q" type="search" autocomplete="off"{described}>
<button type="submit">Sök</button>
</form>"""


def render_pages(pages: Iterable[Page], site: Mapping[str, Any], templates: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each page. `site` is what is the same on all of them."""
    made = environment(templates)
    for page in pages:
        root = "../" * page.path.count("/")
        # Plain dictionaries only: a template calls what it is given.
        shown: dict[str, Any] = {field.name: getattr(page, field.name) for field in fields(page)} | {
            "edit": _edit(page.file, site["edit_address"])
        }
        shown["extra"] = _with_mark(page.extra)
        values = {"page": shown, "site": site, "root": root, "head": _head(page, site, root), "search_form": _form(page, root)}
        yield page.path, filled(made, page.template, values).encode("utf-8")


def _head(page: Page, site: Mapping[str, Any], root: str) -> Markup:
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


def _with_mark(extra: dict[str, Any]) -> dict[str, Any]:
    return {**extra, "colour_mark": mark(extra["colour"])} if "colour" in extra else extra
