"""Wrong YAML in words that help: where the parser's complaint is about something that stands earlier, that is found and proven.

A slip is told of only where the text can be read further with it mended, so no guess of ours hides what is really wrong.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from vbe.documents.faults import Fault
from vbe.documents.parser import Receiver, hand_over
from vbe.language import _, ngettext
from vbe.language.patterns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    Slip = tuple[Fault, Fault]
    """What is told, and the edit of one line that proves it."""

LINE_END = later("\r\n|[\n\r\x85\u2028\u2029]")
"""Where the parser, which counts the lines, sees one end."""
INDENT = later(r"[ \t]*")
HARD_INDENT = later(r"(?P<blanks>[ \u00a0\u2007\u202f]*[\u00a0\u2007\u202f][ \u00a0\u2007\u202f]*)(?=- |[\"'\w-]+:(?:\s|$))")
KEY = later(r"( *)(?:- +)*([\w-]+):(?:\s|$)")
ANY_KEY = later(r"(?P<indent> *)(?:- +)*[\"']?(?P<name>[\w./-]+)[\"']?:(?:\s|$)")
FILLED = later(r" *(?:- +)*[\w-]+:\s+[^\s#|>&!]")
OPENED = later(r"(?P<before> *(?:- +)*(?:[\w.-]+: +)?)(?P<quote>[\"'])(?P<rest>.*\S)?\s*\Z")
COLON_INSIDE = later(r"(?<=[{,\[:] )(?P<value>[^\s\"'{}\[\],#][^\"'{}\[\],#]*?:[^\s\"'{}\[\],#][^\"'{}\[\],#]*?)(?=\s*[,}\]])")
NEAR = 40
"""So many lines above the complaint are looked at."""
MAX_ATTEMPTS = 24
"""So many mendings are tried: each is a reading of the text."""
SHOWN = 60
"""Signs of what is to be written that a hint shows."""


def syntax_fault(error: MarkedYAMLError, text: str) -> Fault:
    """The parser's complaint in words that help."""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in str(error.problem) and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = str(error.problem or error.context or "")
    lines = LINE_END.split(text)
    slip = _tab(lines, line) or _proven(lines, line) or _slip(lines, line, column, problem)
    if slip is not None:
        return slip
    message, hint = _("The file is not valid YAML here."), _("Compare the indentation with the lines above.")
    if "mapping values are not allowed" in problem:
        hint = _("A text that holds a colon and a space must stand in quotation marks.")
    elif "cannot start any token" in problem:
        hint = _("Indent with spaces, never with tabs, and put texts that start with @, % or ` in quotation marks.")
    elif "end of stream" in problem and "quoted" in str(error.context):
        message, hint = _("A quotation mark is opened and never closed."), _("Close it, or leave out both.")
    elif "expected ',' or" in problem:
        message, hint = _("A bracket is opened and never closed, or a comma is missing."), _("Close the bracket.")
    elif "could not find expected ':'" in problem:
        hint = _("After a key there must be a colon and a space.")
    return Fault("syntax-error", message, hint, line, column)


def _tab(lines: list[str], line: int) -> Fault | None:
    """A tab in the indentation."""
    tab = INDENT.match(lines[line])[0].find("\t") if line < len(lines) else -1  # type: ignore[index] # matches nothing, too
    if tab < 0:
        return None
    hint = _("Delete the tab and indent with spaces, as many as the lines beside it have.")
    return Fault("syntax-error", _("A tab stands at the beginning of the line; only spaces may."), hint, line, tab)


def _slip(lines: list[str], line: int, column: int, problem: str) -> Fault | None:
    """The slips at the line itself: a key too far in, a quotation mark in a quoted text."""
    if line >= len(lines):
        return None
    written = lines[line]
    key = KEY.match(written)
    if "mapping values are not allowed" in problem and key is not None and key.end(2) == column:
        above = next((earlier for earlier in reversed(lines[:line]) if earlier.strip() and earlier.lstrip()[0] != "#"), "")
        if FILLED.match(above) and len(key[1]) > len(INDENT.match(above)[0]):  # type: ignore[index]
            message = _("The field “{name}” is indented further than the line above, which already has a value.")
            hint = _("Begin it straight below the fields that it belongs with.")
            name = key[2]
            return Fault("syntax-error", message.format(name=name), hint, line, key.start(2), length=len(name))
    if "did not find expected" in problem and written[:column].rstrip().endswith(('"', "'")):
        message = _("The quoted text ends before the line does: it holds a quotation mark of its own kind.")
        hint = _("Put ' around a text that holds \", or leave out the marks inside it.")
        return Fault("syntax-error", message, hint, line, column)
    return None


def _proven(lines: list[str], line: int) -> Fault | None:
    """The slip above that explains the complaint: with it mended the text can be read further than before."""
    hard = next(_hard_spaces(lines, line), None)
    if hard is not None:
        return hard
    slips = (slip for find in (_colon_inside, _open_quote, _outdented) for slip in find(lines, line))
    for fault, mending in islice(slips, MAX_ATTEMPTS):
        reach = _reach(_with(lines, mending))
        if reach is None or reach > line:
            return fault
    return None


def _with(lines: list[str], fault: Fault) -> str:
    """The text with the replacement of a fault, which is on one line, in it."""
    line = lines[fault.line]
    new = f"{line[: fault.column]}{fault.replacement}{line[fault.end_column or 0 :]}"
    return "\n".join((*lines[: fault.line], new, *lines[fault.line + 1 :]))


def _reach(text: str) -> int | None:
    """The line of the first complaint; None where there is none."""
    try:
        hand_over(text, Receiver())
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark is not None else 0
    except (YAMLError, ValueError):
        return 0
    return None


def _above(lines: list[str], line: int) -> Iterator[int]:
    """The numbers of the lines from the complaint upwards."""
    last = min(line, len(lines) - 1)
    return iter(range(last, max(last - NEAR, -1), -1))


def _hard_spaces(lines: list[str], line: int) -> Iterator[Fault]:
    """Hard spaces in an indentation: they look like spaces and are letters to the parser. Nothing else can be meant."""
    for number in sorted(_above(lines, line)):
        found = HARD_INDENT.match(lines[number])
        if found is not None:
            message = _("Hard spaces stand in the indentation; only ordinary spaces may.")
            hint = ngettext(
                "Delete them and write {count} ordinary space.", "Delete them and write {count} ordinary spaces.", found.end()
            )
            blanks, hint = " " * found.end(), hint.format(count=found.end())
            yield Fault("syntax-error", message, hint, number, 0, number, found.end(), replacement=blanks, is_certain=True)


def _colon_inside(lines: list[str], line: int) -> Iterator[Slip]:
    """A colon in a value inside braces, where it begins the value of another field."""
    for number in _above(lines, line):
        for found in COLON_INSIDE.finditer(lines[number]):
            value = f'"{found["value"]}"'
            message = _("A value with a colon inside braces must stand in quotation marks.")
            hint = _("Write {text}.").format(text=value)
            begin, end = found.span()
            fault = Fault("syntax-error", message, hint, number, begin, number, end, replacement=value, is_certain=True)
            yield fault, fault


def _open_quote(lines: list[str], line: int) -> Iterator[Slip]:
    """A quotation mark that is opened and not closed, so that the text runs on to the next one, lines below."""
    for number in _above(lines, line):
        found = OPENED.match(lines[number])
        if found is None or found["quote"] in (found["rest"] or ""):
            continue
        last = number
        while last + 1 < len(lines) and lines[last + 1].strip() and not ANY_KEY.match(lines[last + 1]):
            last += 1
        end = len(lines[last].rstrip())
        written = f"{lines[last][found.start('quote') if last == number else 0 : end].strip()}{found['quote']}"
        message = _("The quotation mark is opened here and never closed.")
        hint = _("Close it at the end of line {line}: {text}").format(line=last + 1, text=_shortened(written))
        mending = Fault("syntax-error", message, hint, last, end, last, end, replacement=found["quote"])
        opened, close = found.start("quote"), len(lines[number].rstrip())
        fault = Fault("syntax-error", message, hint, number, opened, number, close)
        if last == number and found["rest"]:
            text = f"{lines[number][opened:close]}{found['quote']}"
            fault = fault._replace(replacement=text, is_certain=True)
        yield fault, mending


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"… {text[-SHOWN:]}"


def _outdented(lines: list[str], line: int) -> Iterator[Slip]:
    """A field further out than those it belongs with, so that what follows stands nowhere."""
    for number in _above(lines, line):
        here = ANY_KEY.match(lines[number])
        above = next((found for n in _above(lines, number - 1) if (found := ANY_KEY.match(lines[n]))), None) if number else None
        if here is None or above is None or len(here["indent"]) >= len(above["indent"]):
            continue
        name, other, width = here["name"], above["name"], len(above["indent"])
        message = _("The field “{name}” stands further out than the fields that it belongs with.").format(name=name)
        hint = ngettext(
            "Indent it with {count} space, straight below “{other}”.",
            "Indent it with {count} spaces, straight below “{other}”.",
            width,
        ).format(count=width, other=other)
        text = f"{' ' * width}{lines[number][here.end('indent') : here.end('name')]}"
        fault = Fault("syntax-error", message, hint, number, 0, number, here.end("name"))
        yield fault, fault._replace(replacement=text)
