"""The report as Markdown, for a pull request: every text is on one line, and calls, links and marks up nothing."""

from __future__ import annotations

import html
import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from vbe.privacy.markdown_text import BLANK, within
from vbe.privacy.markdown_text import escape as text
from vbe.privacy.terminal import one_line
from vbe.report.model import MONTHS, SHAPE, SHARES, Callout, Chart, Facts, Group, Listing, Paragraph, Table
from vbe.report.render.places import require_printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.colours import Mark
    from vbe.report.model import Block, Cell, Report

TEMPLATES = ()
ESCAPED = re.compile(r"\\(.)")
PROVENANCE = re.compile(rb"^<!-- vbe (\{.*\}) -->$", re.MULTILINE)
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
ALIGNED = {"number": "--:"}


def render(report: Report, _templates: Mapping[str, bytes]) -> bytes:
    """The report as Markdown."""
    require_printable(report)
    # A comment ends at two hyphens: as JSON escapes they are none.
    origin = (
        json.dumps(asdict(report.provenance), ensure_ascii=True, sort_keys=True).replace("-", "\\u002d").replace(">", "\\u003e")
    )
    lines = [f"# {text(report.title)}", text(report.subtitle), f"<!-- vbe {origin} -->"]
    lines += [line for banner in report.banners for line in block(banner)]
    for section in report.sections:
        numbered = f"{section.number} {section.title}".strip()
        lines.append(f"## {text(numbered)}")
        lines += [line for part in section.blocks for line in block(part)]
    return ("\n\n".join(line for line in lines if line) + "\n").encode("utf-8")


def block(part: Block) -> Iterator[str]:
    """The paragraphs of Markdown that a block becomes."""
    match part:
        case Paragraph():
            yield text(part.text)
        case Listing():
            mark = "1." if part.ordered else "-"
            yield "\n".join(f"{mark} {text(entry)}" for entry in part.entries)
        case Callout():
            yield f"> **{text(part.title)}**\n>\n> {text(part.text)}"
        case Facts():
            yield "\n".join(f"- **{text(f.term)}:** {_mark(f.mark)}{text(f.value)}" for f in part.facts)
        case Table():
            yield from _table(part)
        case Chart():
            values = part.description.removeprefix(SHARES).removeprefix(MONTHS).removeprefix(SHAPE).strip()
            yield f"*{text(part.title)}\\. {text(values)}*"
        case Group():
            mark_text = f" {part.mark.symbol} {text(part.mark.word)}" if part.mark else ""
            yield f"### {text(part.title)}{mark_text}"
            for inner in part.blocks:
                yield from block(inner)


def _mark(mark: Mark | None) -> str:
    return f"{mark.symbol} {text(mark.word)}: " if mark else ""


def _table(part: Table) -> Iterator[str]:
    yield f"**{text(part.caption)}**"
    heads = part.columns
    rows = [
        _row(text(head.title) for head in heads),
        _row(ALIGNED.get(head.kind, "---") for head in heads),
        *(_row(_cell(cell) for cell in row) for row in part.rows),
    ]
    yield "\n".join(rows)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    # Something of ours stands before it, so that it begins no list and no heading.
    lines = "<br>".join(within(one_line(line)) for line in cell.lines if line)
    mark = cell.mark
    if not mark:
        return lines
    return f"{mark.symbol} {text(mark.word)}" + (f": {lines}" if lines else "")


def read_provenance(content: bytes) -> dict[str, object]:
    """What the file says that it was made from."""
    match = PROVENANCE.search(content)
    try:
        found = json.loads(match[1]) if match else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def parts(content: bytes) -> dict[str, str]:
    """Each section by its heading, and what comes before them."""
    pieces = SECTION.split(content.decode("utf-8", "replace"))
    return {"": pieces[0]} | dict(zip(map(_plain, pieces[1::2]), pieces[2::2], strict=True))


def _plain(heading: str) -> str:
    """A heading as a reader sees it."""
    return html.unescape(ESCAPED.sub(r"\1", heading)).replace(BLANK, "")
