"""`text`: for people. By file, each diagnostic with its place, its line, and the way to mend it."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.language import _, ngettext
from vbe.output.diagnostics.snippets import Snippets
from vbe.output.diagnostics.summing import summed
from vbe.output.styles import Style, paint
from vbe.output.width import WIDTH, wrapped
from vbe.privacy.terminal import inert, one_line, printable
from vbe.rules.pages import severity_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vbe.diagnostics import Diagnostic
    from vbe.rules.result import CheckResult
    from vbe.store.repository import Source

INDENT = "    "
MAX_FILES_IN_FULL = 50
"""How many of a file are shown, and how many files: whoever mends fifty runs it again. `--all` and the formats for programs
have all of them."""
STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.DOUBTFUL, Severity.NOTE: Style.PLAIN}


def format_verdict(verdict: CheckResult, source: Source, *, show_waived: bool, strict: bool = False, whole: bool = False) -> str:  # noqa: ARG001 - one signature for all
    """What is wrong, what is waived when that is asked for, and a line that sums up."""
    snippets = Snippets(verdict, WIDTH - len(INDENT))
    lines = [*_by_file(verdict.open, snippets, None if whole else MAX_FILES_IN_FULL)]
    if show_waived and verdict.waived:
        lines += [paint(Style.HEADING, _("Waived")), "", *_by_file(verdict.waived, None)]
    lines += list(_summary(verdict))
    if verdict.waived and not show_waived:
        lines.append(_("--show-waived lists what is waived."))
    return inert("\n".join(lines) + "\n")


def _by_file(diagnostics: Iterable[Diagnostic], snippets: Snippets | None, most: int | None = None) -> Iterator[str]:
    by_file = [(file, sorted(found, key=_is_mild)) for file, found in groupby(diagnostics, key=lambda each: each.location.file)]
    by_file.sort(key=lambda each: _is_mild(each[1][0]))
    for file, listed in by_file[:most]:
        yield paint(Style.HEADING, printable(file))
        shown = listed[:most]
        for diagnostic in shown:
            yield from _block(diagnostic, snippets)
            yield ""
        left = len(listed) - len(shown)
        if left:
            more = ngettext("… and {count} more in this file.", "… and {count} more in this file.", left)
            yield INDENT + more.format(count=left)
            yield ""
    if by_file[:most] != by_file:
        yield from _counted(by_file[len(by_file[:most]) :])


def _is_mild(diagnostic: Diagnostic) -> bool:
    """Whether it is no error: errors come first, of the files and in a file."""
    return diagnostic.severity is not Severity.ERROR


def _counted(left: list[tuple[str, list[Diagnostic]]]) -> Iterator[str]:
    """The files that are not shown: how many of each rule in each folder, most first."""
    count = ngettext(
        "… and {count} more file with findings (--all shows them):",
        "… and {count} more files with findings (--all shows them):",
        len(left),
    )
    yield count.format(count=len(left))
    kinds = Counter((file.rpartition("/")[0] or ".", d.code, d.name) for file, found in left for d in found)
    for (folder, code, name), number in kinds.most_common(MAX_FILES_IN_FULL):
        yield f"{INDENT}{number:>6}  {code} {name}  {printable(folder)}"
    yield ""


def _block(diagnostic: Diagnostic, snippets: Snippets | None) -> Iterator[str]:
    place = diagnostic.location
    word = paint(STYLES[diagnostic.severity], f"({severity_word(diagnostic.severity)})")
    yield f"  {place.line}:{place.column}  {diagnostic.code} {diagnostic.name} {word}"
    yield from _wrapped(diagnostic.message)
    if snippets is not None:
        yield from (f"{INDENT}{line}" for line in snippets.of(diagnostic))
    if diagnostic.waived:
        yield from _wrapped(_("Reason: {reason}").format(reason=diagnostic.justification))
    elif diagnostic.hint:
        yield from _wrapped(_("How to mend it: {hint}").format(hint=diagnostic.hint))


def _wrapped(text: str) -> list[str]:
    return wrapped(one_line(text), INDENT, whole=True)


def _summary(verdict: CheckResult) -> Iterator[str]:
    style = Style.BAD if verdict.count(Severity.ERROR) else Style.DOUBTFUL if verdict.count(Severity.WARNING) else Style.GOOD
    yield paint(style, summed(verdict))
    if verdict.open:
        yield _("More about a rule: {command}").format(command=f"vbe explain {verdict.open[0].code}")
