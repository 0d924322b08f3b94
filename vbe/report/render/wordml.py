"""WordprocessingML: the blocks of a report as the XML that a letterhead's `{{p report }}` is replaced with.

Written as text because building tables cell by cell through a library is quadratic.
Semantics come from the letterhead's own styles (real headings, captions, lists), so that a city's look stays its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import quoteattr

from vbe.report.model import Callout, Chart, Facts, Group, Listing, Paragraph, Table
from vbe.report.render.widths import lay_out
from vbe.report.render.word_xml import (
    BOX,
    CHAR,
    DRAWING,
    HAIR,
    LEAD,
    LEAD_TIGHT,
    SPACE_ABOVE,
    SPACE_AFTER,
    SPACE_NONE,
    SPACE_TIGHT,
    TABLE,
    TIGHT,
    TIGHT_HEADINGS,
    callout,
    head,
    paragraph,
    row,
    run,
    status,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from vbe.report.model import Block, Report, Section
    from vbe.report.render.labels import Words

EMU_PER_TWIP = 635
Lie = Literal["upright", "sideways"]
"""The two ways that a page can lie."""


@dataclass
class Writer:
    """Turns blocks into XML. `styles` is name → id in the letterhead; sizes are twentieths of a point (twips)."""

    styles: Mapping[str, str]
    width: int
    across: int
    """The text's width on an upright page, and on one turned on its side."""
    picture: Callable[[Chart], tuple[str, float]]
    """Chart → id of its picture's relation, and its height per width."""
    numbering: Callable[[], int]
    """A new numbered list that begins at one."""
    turn: Callable[[Lie], str]
    """The end of a section of pages that lie so."""
    after_terms: str = ""  # what stands after a term of a fact box; a colon where other programs are to read it
    close: bool = False  # headings and tables stand close, as in a document that is read at a sitting
    entries: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, bookmark and text of every heading so far."""
    drawings: int = 0
    tight: bool = False  # what is written now stands on page one

    def style(self, name: str) -> str:
        """A paragraph's style, where the letterhead has one with that name."""
        return f'<w:pStyle w:val="{self.styles[name]}"/>' if name in self.styles else ""

    def sections(self, sections: Iterable[Section]) -> str:
        """The whole report."""
        return "".join(map(self._section, sections))

    def _section(self, section: Section) -> str:
        """A section; page one is set tight, since it is to be one page."""
        self.tight = section.id == "page-one"
        return self.heading(1, f"{section.number} {section.title}".strip()) + self.blocks(section.blocks)

    def opening(self, report: Report, words: Words) -> str:
        """What a page that stands alone begins with: whose it is, of what, whether it is decided, and what to beware of."""
        known = ". ".join([*words.known["word"], *([words.draft] if report.draft else [])])
        return (
            paragraph(run(report.municipality, "<w:b/>"), SPACE_NONE)
            + paragraph(run(report.title, '<w:b/><w:sz w:val="40"/>'), self.style("Title") + SPACE_NONE)
            + paragraph(run(report.subtitle), SPACE_NONE)
            + (paragraph(run(f"{known}.", "<w:b/>" if report.draft else ""), SPACE_NONE) if known else "")
            + self.blocks(report.banners)
        )

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Block after block."""
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Group():
                mark = paragraph(status(block.mark), "<w:keepNext/>") if block.mark else ""
                return self.heading(2, block.title) + mark + self.blocks(block.blocks)
            case Paragraph():
                usual, tight = (LEAD, LEAD_TIGHT) if block.lead else ("", TIGHT)
                return paragraph(run(block.text, tight if self.tight else usual), SPACE_TIGHT if self.tight else "")
            case Listing():
                return self._list(block)
            case Callout():
                return callout(block)
            case Facts():
                return self._facts(block)
            case Chart():
                return self._chart(block)
            case Table():
                return self._table(block)

    def heading(self, level: int, text: str) -> str:
        """A real heading with a bookmark that the contents point to."""
        number = len(self.entries) + 1
        mark = f"_Toc{number:08}"
        self.entries.append((level, mark, text))
        look = f'<w:sz w:val="{TIGHT_HEADINGS[level]}"/>' if self.tight or self.close else ""
        bookmarked = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{run(text, look)}<w:bookmarkEnd w:id="{number}"/>'
        return paragraph(bookmarked, self.style(f"Heading {level}") + (SPACE_ABOVE if self.tight or self.close else ""))

    def _list(self, block: Listing) -> str:
        """A list; every numbered one begins at one."""
        if not block.ordered:
            return "".join(paragraph(run(entry), self.style("List Bullet")) for entry in block.entries)
        numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.numbering()}"/></w:numPr>'
        look, space = (TIGHT, SPACE_TIGHT) if self.tight else ("", "")
        return "".join(paragraph(run(entry, look), self.style("List Number") + numbers + space) for entry in block.entries)

    def _facts(self, block: Facts) -> str:
        """A fact box: the term in bold, then its value. Not a table: it has no header row to name its columns."""
        parts = [paragraph(run(block.title, "<w:b/>"), f"<w:keepNext/>{BOX}{SPACE_NONE}")] if block.title else []
        longest = max((len(fact.term) for fact in block.facts), default=0)
        tab = int(self.width * min(max(0.28, longest * 0.0122), 0.42))
        look = f'{BOX}<w:tabs><w:tab w:val="left" w:pos="{tab}"/></w:tabs>'
        indent = f'<w:ind w:left="{tab}" w:hanging="{tab}"/>'
        for number, fact in enumerate(block.facts, 1):
            value = (status(fact.mark) + run(", ") if fact.mark else "") + run(fact.value)
            last = number == len(block.facts)
            pose = ("" if last else "<w:keepNext/>") + look + (SPACE_AFTER if last else SPACE_NONE) + indent
            parts.append(paragraph(run(f"{fact.term}{self.after_terms}", "<w:b/>") + "<w:r><w:tab/></w:r>" + value, pose))
        return "".join(parts)

    def _chart(self, chart: Chart) -> str:
        """A picture with its description; the title stands above it as a caption."""
        relation, ratio = self.picture(chart)
        self.drawings += 1
        wide = self.width * EMU_PER_TWIP
        unit = f", {chart.unit}" if chart.unit else ""
        title = paragraph(run(chart.title + unit), self.style("Caption") + "<w:keepNext/>")
        return title + paragraph(
            DRAWING.format(
                id=self.drawings,
                wide=wide,
                high=int(wide * ratio),
                description=quoteattr(chart.description),
                relation=relation,
            )
        )

    def _table(self, table: Table) -> str:
        """A table whose header row is repeated, on a page turned on its side where it is wide."""
        shares, wide = lay_out(table)
        room = self.across if wide else self.width
        sizes = [int(room * share / sum(shares)) for share in shares]
        space = SPACE_TIGHT if self.tight else ""
        caption = paragraph(run(table.caption, TIGHT if self.tight else ""), f"{self.style('Caption')}<w:keepNext/>{space}")
        kinds = [column.kind for column in table.columns]
        rows = "".join(row(cells, kinds, sizes, space or SPACE_NONE, dense=table.look == "matrix") for cells in table.rows)
        style = f'<w:tblStyle w:val="{self.styles["Table Grid"]}"/>' if "Table Grid" in self.styles else ""
        properties = TABLE.format(style=style, width=sum(sizes), caption=quoteattr(table.caption))
        grid = "".join(f'<w:gridCol w:w="{size}"/>' for size in sizes)
        top = head(table.columns, sizes, dense=table.look == "matrix")
        body = f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{top}{rows}</w:tbl>"
        if wide:
            return self.turn("upright") + caption + body + self.turn("sideways")
        return caption + body + paragraph("", SPACE_NONE + (HAIR if self.tight else ""))

    def listed_contents(self, title: str) -> str:
        """The contents below its title, where the letterhead's own pages are left out."""
        return paragraph(run(title, "<w:b/>"), "<w:keepNext/>") + self.contents()

    def contents(self) -> str:
        """The contents with its entries in place, since Word fills a field only when asked to (F9 adds page numbers)."""
        begin = f'{CHAR.format("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        parts = []
        for index, (level, mark, text) in enumerate(self.entries):
            link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{run(text)}</w:hyperlink>'
            before = begin + CHAR.format("separate") if index == 0 else ""
            after = CHAR.format("end") if index == len(self.entries) - 1 else ""
            parts.append(paragraph(before + link + after, self.style(f"toc {level}")))
        return "".join(parts)
