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

    from vbe.corpus import Corpus
    from vbe.freshness import Assessment, Departments, Plan

FRESHNESS_FORMATS = {
    "table": "vbe.formats.freshness.table",
    "json": "vbe.formats.freshness.machine",
    "csv": "vbe.formats.freshness.spreadsheet",
    "md": "vbe.formats.freshness.markdown",
    "ics": "vbe.formats.freshness.calendar",
}
"""Name → module."""
PLAN_FORMATS = {"table": "vbe.formats.freshness.plan_table", "json": "vbe.formats.freshness.plan_machine"}


class Setting(NamedTuple):
    """What an assessment is written with: the records, the names of the organisation, and the moment of the commit."""

    corpus: Corpus
    departments: Departments
    stamp: datetime.datetime


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
