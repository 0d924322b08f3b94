"""`json`: the entry's values, and the same facts around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vbe.output.json_text import to_json
from vbe.output.plain_values import json_value
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from vbe.domain.chain import Node
    from vbe.domain.freshness import Freshness
    from vbe.output.entry.view import View

VERSION = 1


def format_entry(shown: View) -> str:
    """The entry in full."""
    entry, past = shown.entry, shown.past
    return to_json(
        {
            "version": VERSION,
            "kind": entry.kind,
            "id": redact(entry.id),
            "file": entry.record.file,
            "example": shown.is_example,
            "content": json_value(entry.content, shown.names),
            "freshness": [_freshness(freshness) for freshness in shown.freshness],
            "names": [_node(node) for node in shown.names_these],
            "named_by": [_node(node) for node in shown.named_by],
            "history": None
            if past is None
            else {"versions": past.versions, "commit": past.commit, "date": past.day.isoformat() if past.day else None},
        }
    )


def _freshness(freshness: Freshness) -> dict[str, Any]:
    return {
        "state": freshness.state.value,
        "reasons": [reason.state.value for reason in freshness.reasons],
        "reviewed_on": freshness.reviewed_on.isoformat() if freshness.reviewed_on else None,
        "due_on": freshness.due_on.isoformat() if freshness.due_on else None,
    }


def _node(node: Node) -> dict[str, Any]:
    broken = node.broken.value if node.broken is not None else None
    return {"kind": node.kind, "id": redact(node.id), "file": node.file or None, "broken": broken}
