"""`csv`: a line for each action area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.overview.rows import heads, rows
from vbe.output.tabular import as_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.overview import Overview


def format_overview(whole: Overview, names: Mapping[str, str]) -> str:
    """For a spreadsheet."""
    return as_csv(heads(whole, names), rows(whole))
