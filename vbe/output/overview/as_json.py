"""`json`: the whole for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json
from vbe.output.overview.labels import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.overview import AreaRow, DepartmentRow, Overview

VERSION = 1


def format_overview(whole: Overview, names: Mapping[str, str]) -> str:
    """Areas, departments and sums."""
    return to_json(
        {
            "version": VERSION,
            "year": whole.year,
            "progress_as_of": whole.progress_as_of,
            "fresh_as_of": whole.fresh_as_of,
            "summary": {
                "commitments": {colour: whole.colours.get(colour, 0) for colour in ("green", "yellow", "red", "grey")},
                "boards": len(whole.boards),
                "reported": whole.reported,
                "stale": whole.stale,
                "demands": whole.demands,
                "carried": whole.carried,
            },
            "areas": [_area(area) for area in whole.areas],
            "departments": [_department(department, names) for department in whole.departments],
        }
    )


def _area(area: AreaRow) -> dict[str, object]:
    return {
        "id": area.id,
        "title": area.title,
        "commitments": area.commitments,
        "on_track": area.on_track,
        "boards": {board: {"commitments": c.commitments, "colour": c.colour} for board, c in area.cells.items()},
        "stale": list(area.stale),
        "gaps": [{"kind": gap.broken.value, "id": gap.id} for gap in area.gaps],
    }


def _department(department: DepartmentRow, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": department.id,
        "name": name_of(department.id, names),
        "total": department.total,
        "stale": department.stale,
        "states": {state.value: count for state, count in sorted(department.states.items())},
        "lacks_routine": department.lacks_routine,
    }
