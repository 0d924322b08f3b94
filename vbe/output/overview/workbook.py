"""`xlsx`: a line for each action area, as a workbook."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.output.overview.rows import heads, rows
from vbe.output.tabular import as_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.domain.overview import Overview


def format_overview(whole: Overview, names: Mapping[str, str]) -> bytes:
    """One sheet; the same day and records give the same bytes."""
    made = datetime.datetime.combine(whole.fresh_as_of, datetime.time())
    return as_workbook(_("Overview"), "vbe", made, heads(whole, names), rows(whole))
