"""`json`: for programs. The form is a contract; new keys may come, none goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.freshness.columns import ABOUT
from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.freshness.assessment import Assessment
    from vbe.domain.freshness.model import Freshness
    from vbe.output.freshness import Setting

VERSION = 1
NO_ITEMS = '"items": []'


def format_assessment(assessment: Assessment, setting: Setting) -> str:  # noqa: ARG001 - one signature for all
    """Everything that has a clock, worst first."""
    shares = sorted(assessment.shares)
    whole = to_json(
        {
            "version": VERSION,
            "as_of": assessment.as_of,
            "history": assessment.history,
            "summary": {share.department: {"total": share.total, "stale": share.stale} for share in shares},
            "shared": {share.department: {"total": share.total, "stale": share.stale} for share in assessment.shared},
            "items": [],
            "remarks": [
                {"kind": remark.kind, "records": list(remark.records), "message": remark.message} for remark in assessment.remarks
            ],
        }
    )
    # One at a time: ten thousand of them as values before they are text would be thirty megabytes more.
    head, _empty, tail = whole.partition(NO_ITEMS)
    parts = [head, NO_ITEMS[:-1]]
    for index, freshness in enumerate(assessment.freshness):
        parts += (",\n    " if index else "\n    ", to_json(_item(freshness)).rstrip("\n").replace("\n", "\n    "))
    return "".join([*parts, "\n  ]" if assessment.freshness else "]", tail])


def _item(freshness: Freshness) -> dict[str, object]:
    change = freshness.last_change
    return {
        **{name: getattr(freshness, name) for name in ABOUT[:-1]},
        "departments": list(freshness.departments),
        "owner_role": freshness.owner_role,
        "state": freshness.state.value,
        "reasons": [reason.state.value for reason in freshness.reasons],
        "details": [
            {"reason": reason.state.value, "message": reason.message, "hint": reason.hint} for reason in freshness.reasons
        ],
        "reviewed_on": freshness.reviewed_on,
        "due_on": freshness.due_on,
        "days_overdue": freshness.days_overdue,
        "last_change": None if change is None else {"commit": change.commit, "date": change.day},
        "example": freshness.is_example,
    }
