"""`json`: for programs. Sentences for people in it, ids and values beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vbe.output.json_text import to_json
from vbe.output.plain_values import json_value
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from vbe.domain.changes import Change, FieldChange, Names
    from vbe.output.changes.comparison import Comparison, State, Told

VERSION = 1


def format_comparison(comparison: Comparison) -> str:
    """Every change with its fields; values as the files have them, but for what must never be repeated."""
    changes = [told.change for told in comparison.told]
    return to_json(
        {
            "version": VERSION,
            "from": _state(comparison.old),
            "to": _state(comparison.new),
            "summary": {
                "changes": len(comparison.edits),
                "reviews": len(comparison.reviews),
                "follows": len(comparison.followers),
                **{
                    what: sum(change.what == what for change in changes)
                    for what in ("added", "removed", "renamed", "moved", "changed")
                },
            },
            "changes": [_change(told, comparison.names) for told in comparison.told],
            "consequences": {
                "untraced": list(comparison.follows.untraced),
                "traced": list(comparison.follows.traced),
                "edited_since_review": [identity for _kind, identity in comparison.follows.edited_since_review],
                "not_harmonised": [identity for _kind, identity in comparison.follows.not_harmonised],
                "sentences": list(comparison.remarks),
            },
            "unreadable": list(comparison.unread),
        }
    )


def _state(state: State) -> dict[str, Any]:
    return {"revision": state.name if state.commit else None, "commit": state.commit or None}


def _change(told: Told, names: Names) -> dict[str, Any]:
    change: Change = told.change
    return {
        "kind": change.kind,
        "id": redact(change.id),
        "old_id": redact(change.old_id) if change.old_id != change.id else None,
        "what": change.what.value,
        "review": change.review,
        "follows": change.follows,
        "title": json_value(change.title, names),
        "file": change.file,
        "old_file": change.old_file if change.old_file != change.file else None,
        "owners": list(change.owners),
        "departments": list(change.departments),
        "example": change.example,
        "sentence": told.sentence,
        "fields": [_field(field, names) for field in change.fields],
    }


def _field(field: FieldChange, names: Names) -> dict[str, Any]:
    entry: dict[str, Any] = {"path": list(field.route), "what": field.what.value}
    if field.parts:
        return entry | {"parts": [_field(part, names) for part in field.parts]}
    return entry | {"old": json_value(field.old, names), "new": json_value(field.new, names)}
