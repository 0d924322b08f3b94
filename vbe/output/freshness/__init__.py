"""How freshness is written: for people, for programs, for spreadsheets and for calendars.

A format is a module with `format_assessment` (of a plan: `format_plans`), and its entry in `vbe.output.registry`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from vbe.output.freshness.former import Former


class Setting(NamedTuple):
    """What an assessment is written with: names, the municipality, and the moment of the commit.

    Nothing here holds on to the records: of a large repository they are most of the memory, and done with by now.
    """

    names: Mapping[str, str]
    """Actor → name."""
    departments: tuple[str, ...]
    heads: Mapping[str, str]
    """Department → the role that heads it."""
    municipality: str
    """Its name."""
    code: str
    """Its number, which sets its calendar's events apart from those of others."""
    stamp: datetime.datetime
    former: tuple[Former, ...] = ()
    """The events of the calendar that was sent before, where it is given."""

    pages: Mapping[tuple[str, str], str] = {}
    """Kind and id → page in the site that is published."""

    def name(self, actor: str) -> str:
        """An actor's name; its id where it has none."""
        return self.names.get(actor, actor)
