"""Every output of every command: a format is one module and one entry here.

A view is what a command shows: one result, and the formats that it is written in. `--help`, completion, the list in an error
message, the README and the never-echoed test take their lists from this table. A module is imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vbe.output.media import Medium
    from vbe.output.tabular import Sheet

PEOPLE = ("table", "text")
"""Two names for what a terminal shows; every view takes both."""


SUFFIXES = {"table": "txt", "text": "txt", "csv-excel": "csv"}
"""Formats whose files do not end in the format's name."""


class Format(NamedTuple):
    """A module in `vbe.output` that writes a view, and the medium (in `vbe.output.media`) that it writes in."""

    module: str
    medium: str
    table: str = ""
    """The function of `vbe.output.tabular` that writes the sheet which the module makes; empty where the module writes."""


class View(NamedTuple):
    """A result that is shown: the function that each of its formats' modules has, and the formats by name, the default first."""

    write: str
    formats: Mapping[str, Format]


VIEWS: dict[str, View] = {
    "validate": View(
        "format_verdict",
        {
            "text": Format("diagnostics.text", "STAMPED_TEXT"),
            "json": Format("diagnostics.as_json", "STAMPED"),
            "sarif": Format("diagnostics.sarif", "STAMPED"),
            "github": Format("diagnostics.github", "STAMPED"),
            "gitlab": Format("diagnostics.gitlab", "STAMPED"),
            "junit": Format("diagnostics.junit", "STAMPED"),
            "suggestions": Format("diagnostics.suggestions", "STAMPED"),
        },
    ),
    "stale": View(
        "format_assessment",
        {
            "table": Format("freshness.table", "TERMINAL"),
            "json": Format("freshness.as_json", "JSON"),
            "csv": Format("freshness.as_csv", "CELLS", "as_csv"),
            "csv-excel": Format("freshness.columns", "CELLS", "as_excel_csv"),
            "xlsx": Format("freshness.columns", "WORKBOOK", "as_workbook"),
            "md": Format("freshness.markdown", "MARKDOWN"),
            "ics": Format("freshness.as_ics", "CALENDAR"),
            "html": Format("freshness.page", "WEB"),
        },
    ),
    "digest": View("format_digest", {"table": Format("freshness.digest", "TERMINAL")}),
    "plan": View(
        "format_plans",
        {
            "table": Format("freshness.plan_table", "TERMINAL"),
            "json": Format("freshness.plan_as_json", "JSON"),
            "csv": Format("freshness.plan_codes", "CELLS", "as_csv"),
            "csv-excel": Format("freshness.plan_rows", "CELLS", "as_excel_csv"),
            "xlsx": Format("freshness.plan_rows", "WORKBOOK", "as_workbook"),
            "md": Format("freshness.plan_markdown", "MARKDOWN"),
            "ics": Format("freshness.plan_as_ics", "CALENDAR"),
            "html": Format("freshness.plan_page", "WEB"),
        },
    ),
    "letter": View(
        "format_letter",
        {
            "text": Format("freshness.letter", "TERMINAL"),
            "html": Format("freshness.letter_page", "WEB"),
            "ics": Format("freshness.letter_calendar", "CALENDAR"),
        },
    ),
    "diff": View(
        "format_comparison",
        {
            "text": Format("changes.text", "TERMINAL"),
            "md": Format("changes.markdown", "MARKDOWN"),
            "html": Format("changes.page", "WEB"),
            "json": Format("changes.as_json", "JSON"),
        },
    ),
    "trace": View(
        "format_trace",
        {"text": Format("trace.text", "TERMINAL"), "json": Format("trace.as_json", "JSON")},
    ),
    "show": View(
        "format_entry",
        {"text": Format("entry.text", "TERMINAL"), "json": Format("entry.as_json", "JSON")},
    ),
    "status": View(
        "format_overview",
        {
            "table": Format("overview.table", "TERMINAL"),
            "json": Format("overview.as_json", "JSON"),
            "csv": Format("overview.rows", "CELLS", "as_csv"),
            "csv-excel": Format("overview.rows", "CELLS", "as_excel_csv"),
            "xlsx": Format("overview.rows", "WORKBOOK", "as_workbook"),
            "md": Format("overview.markdown", "MARKDOWN"),
            "html": Format("overview.page", "WEB"),
        },
    ),
    "history": View(
        "format_versions",
        {"table": Format("versions.table", "TERMINAL"), "json": Format("versions.as_json", "JSON")},
    ),
    "verify": View(
        "format_proof",
        {"text": Format("proof.text", "TERMINAL"), "json": Format("proof.as_json", "JSON")},
    ),
    "rules": View(
        "format_rules",
        {
            "text": Format("rules.text", "STAMPED_TEXT"),
            "md": Format("rules.markdown", "STAMPED"),
            "json": Format("rules.as_json", "STAMPED"),
        },
    ),
}
"""View → what it is written in. Those of `vbe stale` are four, the others have the name of their command."""


class Writer:
    """Writes one view in one format."""

    def __init__(self, view: View, chosen: Format) -> None:
        self._view, self._format = view, chosen

    @property
    def is_exact(self) -> bool:
        """Whether a program reads it: its bytes are UTF-8 whatever the terminal speaks."""
        return self._medium.exact

    @property
    def _medium(self) -> Medium:
        from vbe.output import media

        medium: Medium = getattr(media, self._format.medium)
        return medium

    def __call__(self, *results: object, **choices: object) -> str | bytes:
        """The whole output; bytes where the format is no text. The same results give the same output."""
        module = import_module(f"vbe.output.{self._format.module}")
        write: Callable[..., str | bytes | Sheet] = getattr(module, self._view.write)
        medium = self._medium
        if not medium.is_stamped:
            from vbe.output.boundary import cleaned

            results = cleaned(results, medium)
        content = write(*results, **choices)
        if isinstance(content, tuple):
            from vbe.output import tabular

            as_written: Callable[[Sheet], str | bytes] = getattr(tabular, self._format.table)
            content = as_written(content)
        return content if isinstance(content, bytes) else medium.finish(content)


def brevity(name: str, *, whole: bool) -> dict[str, bool]:
    """What a format for a terminal is told: whether it may be longer than a screen. The others always hold everything."""
    return {"whole": whole} if name in PEOPLE else {}


def suffix(name: str) -> str:
    """How a file in a format ends."""
    return SUFFIXES.get(name, name)


def names(view: str) -> tuple[str, ...]:
    """The formats of a view, the default first."""
    return tuple(VIEWS[view].formats)


def choices(view: str) -> str:
    """The formats as the help shows them: `table|json|md`."""
    return "|".join(names(view))


def writer(view: str, name: str) -> Writer:
    """What writes a view in a format; raises VbeError with what was probably meant, and what there is."""
    known = VIEWS[view].formats
    for alike in PEOPLE if name in PEOPLE else (name,):
        if alike in known:
            return Writer(VIEWS[view], known[alike])
    listed = _("The formats are {names}.").format(names=enumerate_words(known))
    hint = f"{did_you_mean(name, known)} {listed}".strip()
    raise VbeError(_("There is no format “{name}”.").format(name=name), hint)
