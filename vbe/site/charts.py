"""The report's charts, drawn by the same geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vbe.report.render.charts import drawing

if TYPE_CHECKING:
    from vbe.site.shapes import Block


def drawn(block: Block) -> Block:
    """A block of the report as plain data, with the geometry of every chart in it."""
    if block["type"] == "chart":
        return {**block, "drawing": drawing(block)}
    if "blocks" in block:
        inner: list[Any] = [drawn(each) for each in block["blocks"]]
        return {**block, "blocks": inner}
    return block
