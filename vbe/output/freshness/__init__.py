"""How freshness is written: for people, for programs, for spreadsheets and for calendars.

A format is a module with a function `format_assessment`. Its line in the table below is all that makes it known; it is
imported only when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from vbe.output.choice import choose

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.domain.freshness import Assessment, Plan
    from vbe.model.profile import Municipality

FRESHNESS_FORMATS = {
    "table": "vbe.output.freshness.table",
    "json": "vbe.output.freshness.machine",
    "csv": "vbe.output.freshness.spreadsheet",
    "md": "vbe.output.freshness.markdown",
    "ics": "vbe.output.freshness.calendar",
}
"""Name → module."""
PLAN_FORMATS = {
    "table": "vbe.output.freshness.plan_table",
    "json": "vbe.output.freshness.plan_machine",
    "csv": "vbe.output.freshness.plan_spreadsheet",
    "md": "vbe.output.freshness.plan_markdown",
    "ics": "vbe.output.freshness.plan_calendar",
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
