"""Where in a report a text stands, in words: a fault that a library finds in a page is of no use without its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.privacy.hidden import hidden_places
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vbe.report.model import Report

SHOWN = 60
LISTED = 5
NEWLINE = "\n"
LINE_BREAK = re.compile(r"[\t\n\r]")


class UnprintableError(VbeError):
    """A text that a form cannot show: `sign` in `text`. The model knows no files; whoever has them calls `naming`."""

    def __init__(self, message: str, hint: str, text: str, sign: str) -> None:
        super().__init__(message, hint)
        self.text = text
        self.sign = sign

    def naming(self, files: Iterable[tuple[str, bytes]]) -> UnprintableError:
        """The same error with the files and lines where the sign stands, as itself or as an escape in YAML."""
        code = ord(self.sign[0])
        spelled = (re.escape(self.sign[0]), rf"\\u{code:04x}", rf"\\U0*{code:x}", rf"\\x{code:02x}")
        wanted = re.compile("|".join(spelled), re.IGNORECASE)
        found = []
        for name, content in files:
            text = content.decode("utf-8", "replace")
            found += [f"{name}:{text.count(NEWLINE, 0, match.start()) + 1}" for match in wanted.finditer(text)]
        if not found:
            return self
        places = _("It stands in {files}.").format(files=", ".join(found[:LISTED]))
        return UnprintableError(self.message, f"{self.hint} {places}", self.text, self.sign)


def texts(part: object, trail: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a report (as plain data) with the titles and keys on the way to it."""
    if isinstance(part, str):
        yield trail, part
    elif isinstance(part, dict):
        title = part.get("number", ""), part.get("title") or part.get("caption") or part.get("term") or part.get("label")
        named = " ".join(word for word in title if word) if isinstance(title[1], str) else ""
        for key, value in part.items():
            yield from texts(value, (*trail, named, key) if named else (*trail, key))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from texts(value, (*trail, str(index + 1)))


HIDDEN_KEYS = frozenset({"sections", "blocks", "lines", "entries", "facts", "bars", "columns", "table", "mark"})


def _in_words(trail: tuple[str, ...]) -> str:
    """The way to a text without what only a program wants to know."""
    kept: list[str] = []
    for before, step in zip(("", *trail), trail, strict=False):
        if step in HIDDEN_KEYS or (step.isdigit() and before != "rows") or (kept and kept[-1] == step):
            continue
        kept.append(_("row {number}").format(number=step) if before == "rows" else one_line(step))
    return " › ".join(step if len(step) <= SHOWN else step[:SHOWN] + "…" for step in kept if step != "rows")


def unprintable(report: Mapping[str, object], sign: str) -> UnprintableError:
    """The error that says where in a report (as plain data) a sign stands that a form cannot show."""
    found = next(((trail, text) for trail, text in texts(report) if sign in text), None)
    trail, text = found or ((), sign)
    code = " ".join(f"U+{ord(letter):04X}" for letter in sign[:4])
    shown = f"“{one_line(sign[:4])}” ({code})"
    message = _("The text in {place} holds {sign}, which this form cannot show.")
    hint = _("Write it in other words: “{text}”.").format(text=one_line(text[:SHOWN]))
    return UnprintableError(message.format(place=_in_words(trail) or str(report["title"]), sign=shown), hint, text, sign)


def undescribed(report: object) -> VbeError | None:
    """The error that says which chart of a report (as plain data) has no description for those who do not see it."""
    trail = next((trail for trail, text in texts(report) if trail[-1:] == ("description",) and not text.strip()), None)
    if trail is None:
        return None
    return VbeError(_("The chart in {place} has no description.").format(place=_in_words(trail[:-1])))


def require_printable(report: Report) -> dict[str, object]:
    """The report as plain data, once no text in it holds a sign that is not seen or that turns the reading direction."""
    from vbe.report.plain import plain

    data = plain(report)
    require_no_hidden(data)
    return data


def require_no_hidden(data: Mapping[str, object]) -> None:
    """The same of plain data that is no report."""
    for _trail, text in texts(data):
        if text.isprintable() and text.isascii():
            continue
        broken = LINE_BREAK.search(text)
        place = broken.start() if broken else next(hidden_places(text), None)
        if place is not None:
            raise unprintable(data, text[place])
