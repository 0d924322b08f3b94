"""How freshness is written: for people, for programs, for spreadsheets and for calendars.

A format is a module with a function `format_assessment`. Its line in the table below is all that makes it known; it is
imported only when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from vbe.formats.choice import choose

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.freshness import Assessment, Plan
    from vbe.profile import Municipality

FRESHNESS_FORMATS = {
    "table": "vbe.formats.freshness.table",
    "json": "vbe.formats.freshness.machine",
    "csv": "vbe.formats.freshness.spreadsheet",
    "md": "vbe.formats.freshness.markdown",
    "ics": "vbe.formats.freshness.calendar",
}
"""Name → module."""
PLAN_FORMATS = {
    "table": "vbe.formats.freshness.plan_table",
    "json": "vbe.formats.freshness.plan_machine",
    "csv": "vbe.formats.freshness.plan_spreadsheet",
    "md": "vbe.formats.freshness.plan_markdown",
    "ics": "vbe.formats.freshness.plan_calendar",
}


class Setting(NamedTuple):
    """What an assessment is written with: names, the municipality, and the moment of the commit.

    Nothing here holds on to the records: of a large repository they are most of the memory, and done with by now.
    """

    names: Mapping[str, str]
    """Actor → name."""
    departments: tuple[str, ...]
    municipality: Municipality
    stamp: datetime.datetime

    def name(self, actor: str) -> str:
        """An actor's name; its id where it has none."""
        return self.names.get(actor, actor)


class Formatter(Protocol):
    """Assessment → text that ends in a newline. The same assessment gives the same text."""

    def __call__(self, assessment: Assessment, setting: Setting) -> str:
        """The whole output."""


class PlanFormatter(Protocol):
    """Plans → text that ends in a newline."""

    def __call__(self, plans: tuple[Plan, ...], assessment: Assessment, setting: Setting) -> str:
        """The whole output."""


def formatter(name: str) -> Formatter:
    """The function of a format."""
    return cast("Formatter", import_module(choose(name, FRESHNESS_FORMATS)).format_assessment)


def plan_formatter(name: str) -> PlanFormatter:
    """The function that writes plans in a format."""
    return cast("PlanFormatter", import_module(choose(name, PLAN_FORMATS)).format_plans)
