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


def _change(change: ChangeSentence) -> dict[str, object]:
    return {
        "kind": change.kind,
        "id": change.id,
        "old_id": change.old_id if change.old_id != change.id else None,
        "what": change.what.value,
        "review": change.is_review,
        "follows": change.is_follower,
        "title": change.title,
        "file": change.file,
        "old_file": change.old_file if change.old_file != change.file else None,
        "owners": list(change.owners),
        "departments": list(change.departments),
        "example": change.is_example,
        "sentence": change.sentence,
        "fields": list(change.fields),
        "risk": change.risk.name.lower(),
        "points": [
            {"risk": point.risk.name.lower(), "label": point.label, "old": point.old, "new": point.new} for point in change.points
        ],
    }
