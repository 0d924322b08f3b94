"""`json`: the entry's values, and the same facts around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.freshness.model import Freshness
    from vbe.output.entry.view import View
    from vbe.output.trace.view import Link

VERSION = 1


def format_entry(shown: View) -> str:
    """The entry in full."""
    past = shown.past
    return to_json(
        {
            "version": VERSION,
            "kind": shown.kind,
            "id": shown.id,
            "file": shown.file,
            "page": shown.page or None,
            "example": shown.is_example,
            "content": shown.content,
            "freshness": [_freshness(freshness) for freshness in shown.freshness],
            "names": [_link(link) for link in shown.names_these],
            "named_by": [_link(link) for link in shown.incoming],
            "history": None if past is None else {"versions": past.versions, "commit": past.commit, "date": past.day},
        }
    )


def _freshness(freshness: Freshness) -> dict[str, object]:
    return {
        "state": freshness.state.value,
        "reasons": [reason.state.value for reason in freshness.reasons],
        "reviewed_on": freshness.reviewed_on,
        "due_on": freshness.due_on,
    }


def _link(link: Link) -> dict[str, object]:
    return {"kind": link.kind, "id": link.id, "file": link.file or None, "broken": link.broken}
