"""What the stream of a PDF's page draws: its letters, what they stand on, and what keeps somebody from reading them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from vbe.report.render.pdf_text import ONE, Font, Matrix, glyphs_of, matrix_of, operations, product, shown

if TYPE_CHECKING:
    from vbe.report.render.likeness.glyphs import Outlines

HYPHENS: Final = frozenset("-\u00ad\u2010")
DOTS, NUMBER = re.compile(r"[. \u00a0]{3,}"), re.compile(r"\d+")
FAINT: Final = ". \u00a0"
"""Of these alone nothing depends: the dots of a table of contents are lighter than any text."""
SMALLEST: Final = 5.0
"""Points; no text of ours is smaller."""
WIDEST: Final = 3.0
"""Points; a wider line could cover letters."""
CONTRAST: Final = 3.0
LIGHT: Final = 0.8
"""Luminance from which a filled shape is a ground for text; darker ones are bars and marks, whose size says something."""
SLACK: Final = 0.5
"""Points by which letters of one line may stand higher or more to the left."""

Colour = tuple[float, ...]
WHITE: Final[Colour] = (1.0,)


class Box(NamedTuple):
    """A rectangle on a page, in points."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: Box) -> bool:
        """Whether they have a part in common."""
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


@dataclass
class Page:
    """What has been drawn on a page so far."""

    letters: list[tuple[str, bytes]] = field(default_factory=list)
    """Each sign with its outline."""
    texts: list[Box] = field(default_factory=list)
    grounds: list[tuple[Box, Colour]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """Of each darker shape its width, in points."""
    leads: bool = False
    """Whether a row of dots leads to the number of a page, which is as it comes."""
    met: set[bytes] = field(default_factory=set)
    """The operators, and the ways of drawing text."""
    faults: set[str] = field(default_factory=set)
    """What keeps somebody from reading it."""


class Face(NamedTuple):
    """A font, and how its letters are drawn."""

    font: Font
    outlines: Outlines


class Pen:
    """How the next thing is drawn."""

    def __init__(self) -> None:
        self.matrix, self.written = ONE, ONE
        self.face: Face | None = None
        self.size = 1.0
        self.colour: Colour = WHITE
        self.points: list[tuple[float, float]] = []
        self._saved: list[tuple[Matrix, Colour]] = []

    def save(self) -> None:
        """Keep what holds now."""
        self._saved.append((self.matrix, self.colour))

    def restore(self) -> None:
        """Take back what was kept."""
        self.matrix, self.colour = self._saved.pop()

    def path(self) -> Box:
        """What the path covers, which then is done with."""
        xs, ys = [x for x, _y in self.points], [y for _x, y in self.points]
        self.points = []
        return Box(min(xs), min(ys), max(xs), max(ys))

    def move(self, operands: list[bytes]) -> None:
        """The path goes on to these points."""
        numbers = [float(each) for each in operands]
        self.points += [product((1, 0, 0, 1, x, y), self.matrix)[4:] for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def draw(stream: bytes, faces: dict[bytes, Face]) -> Page:
    """What a page's stream draws, with the faces that the page names."""
    page, pen = Page(), Pen()
    unread: list[bool] = []
    for operator, operands in operations(stream):
        page.met.add(operator if operator != b"Tr" else b"Tr" + operands[0])
        if operator in (b"BDC", b"BMC"):
            unread.append(operands[0] == b"/Artifact")
        elif operator == b"EMC":
            unread.pop()
        elif operator in (b"TJ", b"Tj"):
            _write(page, pen, operands, is_read=not any(unread))
        elif operator in (b"f", b"B"):
            _fill(page, pen)
        elif operator == b"S":
            pen.points = []
        elif operator == b"w" and float(operands[0]) > WIDEST:
            page.faults.add("covered")
        else:
            _prepare(pen, operator, operands, faces)
    return page


def _prepare(pen: Pen, operator: bytes, operands: list[bytes], faces: dict[bytes, Face]) -> None:
    """What draws nothing by itself."""
    if operator == b"q":
        pen.save()
    elif operator == b"Q":
        pen.restore()
    elif operator == b"cm":
        pen.matrix = product(matrix_of(operands), pen.matrix)
    elif operator == b"BT":
        pen.written = ONE
    elif operator == b"Tm":
        pen.written = matrix_of(operands)
    elif operator == b"Tf":
        pen.face, pen.size = faces[operands[0][1:]], float(operands[1])
    elif operator == b"scn":
        pen.colour = tuple(float(each) for each in operands)
    elif operator in (b"m", b"l", b"c"):
        pen.move(operands)


def _write(page: Page, pen: Pen, operands: list[bytes], *, is_read: bool) -> None:
    if pen.face is None:
        raise ValueError
    text, width = shown(operands, pen.face.font)
    if is_read:
        _say(page, text, pen.face, glyphs_of(operands))
    if text.strip(FAINT):
        _place(page, pen, width)


def _say(page: Page, text: str, face: Face, glyphs: list[int]) -> None:
    is_number = page.leads and NUMBER.fullmatch(text) is not None
    page.leads = DOTS.fullmatch(text) is not None
    if is_number or page.leads:
        return
    for glyph in glyphs:
        sign, outline = face.font.signs.get(glyph, ""), face.outlines.drawn(glyph)
        is_silent = sign in HYPHENS and face.outlines.is_dash(glyph)
        if not is_silent and (outline or sign.strip()):
            page.letters.append((sign, outline))


def _place(page: Page, pen: Pen, width: float) -> None:
    """Whether a text can be read where it stands."""
    placed = product(pen.written, pen.matrix)
    reach = product((1, 0, 0, 1, width * pen.size / 1000, 0), placed)
    height = pen.size * math.hypot(*placed[:2])
    box = Box(placed[4], placed[5], reach[4], placed[5] + 0.6 * height)
    ground = next((colour for at, colour in reversed(page.grounds) if at.meets(box)), WHITE)
    if height < SMALLEST or placed[1] or placed[2] or _contrast(pen.colour, ground) < CONTRAST:
        page.faults.add("unreadable")
    last = page.texts[-1] if page.texts else None
    if last is not None and box.low >= last.low - SLACK and box.left < last.left - SLACK:
        page.faults.add("out of order")
    page.texts.append(box)


def _fill(page: Page, pen: Pen) -> None:
    box = pen.path()
    if any(box.meets(text) for text in page.texts):
        page.faults.add("covered")
    page.grounds.append((box, pen.colour))
    if _luminance(pen.colour) < LIGHT:
        page.marks.append(round(box.right - box.left))


def _luminance(colour: Colour) -> float:
    red, green, blue = colour if len(colour) == 3 else (colour[0],) * 3
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)
