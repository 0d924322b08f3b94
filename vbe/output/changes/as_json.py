"""`json`: for programs. Sentences for people in it, ids and values beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.output.changes.comparison import ChangeSentence, Comparison, State

VERSION = 1


def format_comparison(comparison: Comparison) -> str:
    """Every change with its fields; values as the files have them, but for what must never be repeated."""
    changes, follows = comparison.changes, comparison.consequences
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
            "changes": [_change(change) for change in changes],
            "consequences": {
                "untraced": list(follows.untraced),
                "traced": list(follows.traced),
                "edited_since_review": [identity for _kind, identity in follows.edited_since_review],
                "not_harmonised": [identity for _kind, identity in follows.not_harmonised],
                "sentences": list(comparison.remarks),
            },
            "unreadable": list(comparison.unreadable),
            "files": [
                {"file": f.file, "what": f.what, "sort": f.category, "weighs": f.is_decisive, "sentence": f.sentence}
                for f in comparison.other_files
            ],
        }
    )


def _state(state: State) -> dict[str, object]:
    return {"revision": state.name if state.commit else None, "commit": state.commit or None}


def _change(told: ChangeSentence) -> dict[str, object]:
    return {
        "kind": told.kind,
        "id": told.id,
        "old_id": told.old_id if told.old_id != told.id else None,
        "what": told.what.value,
        "review": told.is_review,
        "follows": told.is_follower,
        "title": told.title,
        "file": told.file,
        "old_file": told.old_file if told.old_file != told.file else None,
        "owners": list(told.owners),
        "departments": list(told.departments),
        "example": told.is_example,
        "sentence": told.sentence,
        "fields": list(told.fields),
        "risk": told.risk.name.lower(),
        "points": [
            {"risk": point.risk.name.lower(), "label": point.label, "old": point.old, "new": point.new} for point in told.points
        ],
    }
