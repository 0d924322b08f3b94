"""Runs, paragraphs and cells of WordprocessingML, each as text; every text in them passes `escape`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.domain.colours import Mark
    from vbe.report.model import Callout, Cell, Column

COLOURS = {"green": "17692F", "yellow": "7A5200", "red": "A3161A", "grey": "4D5963"}
BOXES = {"note": ("143D59", "F2F5F8"), "warning": ("A3161A", "FDF3F2"), "example": ("7A5200", "FDF8EC")}
TINT, SMALL, DENSE = "F2F5F8", 17, 14
LEAD, LEAD_TIGHT = '<w:sz w:val="25"/>', '<w:sz w:val="22"/>'
TIGHT, HAIR = '<w:sz w:val="18"/>', '<w:rPr><w:sz w:val="4"/></w:rPr>'
TIGHT_HEADINGS = {1: 26, 2: 22}
"""On page one: text, its first sentence, the line after a table, and headings, in half points."""
SPACE_TIGHT = '<w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/>'
SPACE_ABOVE = '<w:spacing w:before="120" w:after="40"/>'
BOX = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
SPACE_NONE = '<w:spacing w:before="0" w:after="40"/>'
SPACE_AFTER = '<w:spacing w:before="0" w:after="240"/>'
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TABLE = (
    '<w:tblPr>{style}<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    "<w:tblCaption w:val={caption}/></w:tblPr>"
)
DRAWING = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
    '<wp:docPr id="{id}" name="Diagram {id}" descr={description}/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="Diagram {id}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def run(text: str, look: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(runs: str, look: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def status(mark: Mark, size: str = "") -> str:
    """A status colour: symbol and word."""
    return run(f"{mark.symbol} {mark.word}", f'<w:b/><w:color w:val="{COLOURS[mark.colour]}"/>{size}')


def callout(box: Callout) -> str:
    """A box that must not be overlooked."""
    edge, ground = BOXES[box.kind]
    lines = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{edge}"/></w:pBdr>'
    look = f'{lines}<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
    first = paragraph(run(box.title, f'<w:b/><w:color w:val="{edge}"/>'), f"<w:keepNext/>{look}{SPACE_NONE}")
    return first + paragraph(run(box.text), look)


def cell(lines: str, size: int, look: str = "") -> str:
    """A cell of a table."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{look}</w:tcPr>{lines}</w:tc>'


def head(columns: Sequence[Column], sizes: list[int], *, dense: bool = False) -> str:
    """The header row, which Word repeats on every page."""
    small = f'<w:b/><w:sz w:val="{DENSE if dense else SMALL}"/>'
    cells = "".join(
        cell(paragraph(run(column.title, small), f"<w:keepNext/>{SPACE_NONE}{side(column.kind)}"), size, BOX)
        for column, size in zip(columns, sizes, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def row(cells: Sequence[Cell], kinds: Sequence[str], sizes: list[int], space: str, *, dense: bool = False) -> str:
    """A row that is not split between pages; a dense one has each cell on one line."""
    small = f'<w:sz w:val="{DENSE if dense else SMALL}"/>'
    parts = []
    for content, kind, size in zip(cells, kinds, sizes, strict=True):
        marked = [status(content.mark, small)] if content.mark else []
        lines = [*marked, *(run(line, small) for line in content.lines)]
        lines = [run(" ", small).join(lines)] if dense else lines
        parts.append(cell("".join(paragraph(line, space + side(kind)) for line in lines) or paragraph(""), size))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(parts)}</w:tr>"


def side(kind: str) -> str:
    """Numbers stand to the right."""
    return '<w:jc w:val="right"/>' if kind == "number" else ""
