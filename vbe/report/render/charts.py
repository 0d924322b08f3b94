"""The little geometry of a bar chart: plain numbers that a template puts into an SVG.

Bars lie, so that labels are read without turning the head and the chart is as wide on a phone as on paper. They start at
zero, always; the target is a dashed line with its label.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from vbe.language.prose import said
from vbe.report.model import Chart, Group, Section
from vbe.report.plain import plain_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from vbe.report.model import Bar, Block

KEY = "Stapeln är årets värde, ringen fjolårets och strecket målvärdet."
IN_TABLE = "Värden i tabell"
WIDTH = 400
LEFT, RIGHT = 96, 326
TOP, STEP, THICK = 10, 32, 18
LABEL = 24
"""Above the bars, for the words of the target."""
LEAST = 1.5
"""So that a value that is nearly nothing is still seen."""


def charts_of(parts: Iterable[Section | Block]) -> Iterator[Chart]:
    """Every chart in sections or blocks, in order."""
    for part in parts:
        if isinstance(part, Chart):
            yield part
        elif isinstance(part, Section | Group):
            yield from charts_of(part.blocks)


def drawn(part: Section | Block) -> dict[str, object]:
    """A section or block as plain data, with the geometry of every chart in it."""
    return plain_with(part, lambda each: {"drawing": drawing(each)} if isinstance(each, Chart) else {})


def drawing(chart: Chart) -> dict[str, object]:
    """Where everything in a chart stands, whatever its look."""
    return LOOKS[chart.look](chart) | {"in_table": said(IN_TABLE)}


def geometry(chart: Chart) -> dict[str, object]:
    """Where everything in a chart stands, in the SVG's own units."""
    target = chart.target
    top = TOP + (LABEL if target else 0)
    bottom = top + STEP * len(chart.bars)
    shown: dict[str, object] = {
        "width": WIDTH,
        "height": bottom + TOP,
        "left": LEFT,
        "top": top - 4,
        "bottom": bottom,
        "bars": [_bar(bar, chart.maximum, top + STEP * index) for index, bar in enumerate(chart.bars)],
        "target": None,
    }
    if target:
        x = _x(target.value, chart.maximum)
        near_the_end = x > (LEFT + RIGHT) / 2
        shown["target"] = {
            "x": x,
            "label_x": round(x + (4 if near_the_end else -4), 1),
            "anchor": "end" if near_the_end else "start",
            "text": target.text,
        }
    return shown


BAND, TITLE = 12, 15
"""Of shares: the height of a bar, and of a line of its title."""
LETTERS = 54
"""So many letters of a title stand side by side."""
DOT = 4


def shares(chart: Chart) -> dict[str, object]:
    """Where everything in a chart of shares stands: a title, a track of 0–100, the bar, last year's dot and the target."""
    at, rows = 4.0, []
    for bar in chart.bars:
        lines = wrap(bar.label, LETTERS)[:3] or [""]
        y = at + TITLE * len(lines)
        rows.append(
            {
                "lines": [{"y": at + TITLE * number - 3, "text": line} for number, line in enumerate(lines, 1)],
                "y": y,
                "height": BAND,
                "middle": y + BAND / 2,
                "length": round(TRACK * min(max(bar.value or 0.0, 0.0), 100.0) / 100, 1),
                "text": bar.text,
                "dot": None if bar.before is None else round(TRACK * bar.before / 100, 1),
                "target": None if bar.target is None else round(TRACK * bar.target / 100, 1),
            }
        )
        at = y + BAND + 12
    ticks = [{"x": round(TRACK * share / 100, 1), "text": str(share), "anchor": end} for share, end in TICKS]
    axis = {"width": WIDTH, "height": at + 20, "track": TRACK, "bottom": at, "rows": rows, "ticks": ticks, "dot": DOT}
    return axis | {"key": said(KEY)}


TRACK = 340
TICKS = ((0, "start"), (50, "middle"), (100, "middle"))


def _x(value: float, maximum: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(max(value, 0.0), maximum) / maximum, 1)


def _bar(bar: Bar, maximum: float, y: float) -> dict[str, object]:
    end = LEFT if bar.value is None else _x(bar.value, maximum)
    length = round(end - LEFT, 1)
    if bar.value:
        length = max(length, LEAST)
    return {
        "y": y,
        "height": THICK,
        "middle": y + THICK / 2 + 5,
        "length": length,
        "value_x": round(LEFT + length + 6, 1),
        "label": bar.label,
        "text": bar.text,
    }


LANE_LEFT, LANE, DISC = 92, 24, 9
"""Of a strip of months: room for a lane's name, the height of a lane, and the radius of a number's disc."""


def months(chart: Chart) -> dict[str, object]:
    """Where everything in a strip of months stands: a lane a row, a month a column, a disc with its number where any falls."""
    step = (WIDTH - LANE_LEFT) / len(chart.bars)
    at = [round(LANE_LEFT + step * (index + 0.5), 1) for index in range(len(chart.bars))]
    lanes = [
        {
            "label": lane.label,
            "y": LANE * index + LANE / 2,
            "discs": [{"x": x, "text": str(count)} for x, count in zip(at, lane.counts, strict=True) if count],
        }
        for index, lane in enumerate(chart.lanes)
    ]
    bottom = LANE * len(lanes)
    named = [{"x": x, "lines": bar.label.split(" ")} for x, bar in zip(at, chart.bars, strict=True)]
    return {"width": WIDTH, "height": bottom + 32, "bottom": bottom, "lanes": lanes, "months": named, "disc": DISC}


LOOKS: Mapping[str, Callable[[Chart], dict[str, object]]] = {"bars": geometry, "shares": shares, "months": months}
