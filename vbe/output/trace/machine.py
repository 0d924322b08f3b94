"""`json`: the chain as nested objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vbe.domain.changes.words import quotable
from vbe.output.json_text import to_json
from vbe.output.trace.words import link_words
from vbe.privacy.redaction import MASK, redact

if TYPE_CHECKING:
    from vbe.domain.chain import Node, Trace
    from vbe.domain.changes import Names

VERSION = 1


def format_trace(trace: Trace, names: Names) -> str:
    """The entry, `rests_on` and `leads_to`, and how many links are broken."""
    return to_json(
        {
            "version": VERSION,
            "id": trace.here.id,
            "entry": _node(trace.here, names),
            "rests_on": [_node(node, names) for node in trace.back],
            "leads_to": [_node(node, names) for node in trace.forward],
            "broken": len(trace.broken),
        }
    )


def _node(node: Node, names: Names) -> dict[str, Any]:
    return {
        "kind": node.kind,
        "id": redact(node.id) or None,
        "title": (redact(node.title) if quotable(node.title, names) else MASK) or None,
        "file": node.file or None,
        "owners": list(node.owners),
        "state": node.state or None,
        "date": node.date.isoformat() if node.date else None,
        "broken": node.broken.value if node.broken is not None else None,
        "text": link_words(node, names),
        "children": [_node(child, names) for child in node.children],
    }
