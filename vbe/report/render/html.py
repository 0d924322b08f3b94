"""The report as HTML: one file that needs no other, made to be read on a phone, in the dark, by ear and on paper."""

from __future__ import annotations

import html
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from markupsafe import Markup

from vbe.language.prose import writing
from vbe.report.render.charts import drawn
from vbe.report.render.jinja import fill
from vbe.report.render.labels import words_of
from vbe.report.render.origin import from_properties, properties
from vbe.report.render.places import require_printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.report.model import Report

PAGE, STYLE = "report/report.html.j2", "report/report.css"
TEMPLATES = (PAGE, STYLE)
META = re.compile(r'<meta name="(vbe\.[a-z_]+)" content="([^"]*)">')
SECTION = re.compile(r'<section id="[^"\n]{0,200}" aria-labelledby="[^"\n]{0,200}">\s{0,20}<h2[^<>]{0,200}>')
LONGEST_HEADING = 2000
TAG = re.compile(r"<[^<>]*>")


def render(report: Report, templates: Mapping[str, bytes]) -> bytes:
    """The report as one HTML file."""
    model = require_printable(report)
    with writing(report.language):
        model["sections"] = [drawn(section) for section in report.sections]
    # A style sheet is not escaped like text; all that could end its element is a closing tag.
    style = Markup(templates[STYLE].decode("utf-8").replace("</", "<\\/"))  # noqa: S704 - a template, not a record
    origin = [{"name": name, "value": value} for name, value in properties(report.provenance).items()]
    return fill(templates, PAGE, {"report": model, "words": asdict(words_of(report)), "style": style, "origin": origin}).encode(
        "utf-8"
    )


def read_provenance(content: bytes) -> dict[str, object]:
    """What the file says that it was made from."""
    found = META.findall(content.decode("utf-8", "replace"))
    return from_properties({name: html.unescape(value) for name, value in found})


def parts(content: bytes) -> dict[str, str]:
    """Each section by its heading, and what comes before them."""
    text = content.decode("utf-8", "replace")
    starts = list(SECTION.finditer(text))
    if not starts:
        return {"": text}
    ends = [*(match.start() for match in starts[1:]), len(text)]
    named = {_heading(text, match.end()): text[match.start() : end] for match, end in zip(starts, ends, strict=True)}
    return {"": text[: starts[0].start()]} | named


def _heading(text: str, start: int) -> str:
    """The words of a heading that begins here."""
    inner = text[start : start + LONGEST_HEADING].partition("</h2>")[0]
    return " ".join(html.unescape(TAG.sub(" ", inner)).split())
