"""The follow-up of each year: page one, every form for download, and each board's extract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import date
from vbe.model.records.organisation import BOARD
from vbe.report.render.charts import drawn
from vbe.site.shapes import Page, banner, item, links, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Report
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView, YearOfReports

FORMATS = {
    ".html": "Webbsida i en fil",
    ".pdf": "PDF att skriva ut",
    ".docx": "Word att redigera",
    ".xlsx": "Excel med alla tabeller",
    ".md": "Markdown",
    ".json": "Data (JSON)",
}
THOUSAND = 1000


def follow_ups(view: SiteView) -> Iterator[Page]:
    """The list of years, a page for each year and one for each board's extract."""
    if not view.years:
        return
    newest = sorted(view.years, key=lambda reported: reported.year, reverse=True)
    items = [
        item(
            f"Uppföljning {reported.year}",
            addresses.follow_up_page(reported.year),
            reported.note or f"Per {date(reported.as_of)}",
        )
        for reported in newest
    ]
    yield Page(
        addresses.FOLLOW_UPS,
        "Uppföljning",
        "Uppföljning",
        tuple(links("År för år", items)),
        "Vad som har gjorts och hur det har gått.",
    )
    for reported in newest:
        yield _year(view, reported)
        for board, report in reported.extracts.items():
            yield _extract(view, reported, board, report)


def _year(view: SiteView, reported: YearOfReports) -> Page:
    boards = [item(view.organisation.name(board), addresses.follow_up_page(reported.year, board)) for board in reported.extracts]
    blocks = [
        *(prose(reported.note)),
        *(shown(reported.report) if reported.report else ()),
        *links("Ladda ner uppföljningen", [_file(reported.year, name, content) for name, content in reported.files.items()]),
        *links("Nämnd för nämnd", boards),
    ]
    trail = (("Uppföljning", addresses.FOLLOW_UPS),)
    return Page(
        addresses.follow_up_page(reported.year), f"Uppföljning {reported.year}", "Uppföljning", tuple(blocks), trail=trail
    )


def _file(year: int, name: str, content: bytes) -> Item:
    suffix = name[name.rindex(".") :]
    return item(FORMATS[suffix], addresses.download(year, name), f"{suffix[1:]}, {max(1, round(len(content) / THOUSAND))} kB")


def _extract(view: SiteView, reported: YearOfReports, board: str, report: Report) -> Page:
    trail = (("Uppföljning", addresses.FOLLOW_UPS), (str(reported.year), addresses.follow_up_page(reported.year)))
    name = view.organisation.name(board)
    blocks = (*shown(report), *links("Läs vidare", [item(name, addresses.page_of(BOARD.name, board))]))
    return Page(addresses.follow_up_page(reported.year, board), f"{name} {reported.year}", "Uppföljning", blocks, trail=trail)


def shown(report: Report) -> list[Block]:
    """The sections of a report as parts of a page, under its banners."""
    blocks: list[Block] = [banner(b.kind, b.title, b.text) for b in report.banners]
    for section in report.sections:
        inner = [{"type": "report", "block": drawn(block)} for block in section.blocks]
        blocks.append({"type": "part", "title": section.title, "blocks": inner, "id": section.id})
    return blocks
