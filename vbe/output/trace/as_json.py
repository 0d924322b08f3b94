"""`json`: the chain as nested objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json
from vbe.output.trace.labels import link_words

if TYPE_CHECKING:
    from vbe.output.trace.view import Chain, Link

VERSION = 1


def format_trace(trace: Chain) -> str:
    """The entry, `rests_on` and `leads_to`, and how many links are broken."""
    return to_json(
        {
            "version": VERSION,
            "id": trace.here.id,
            "entry": _link(trace.here),
            "rests_on": [_link(link) for link in trace.back],
            "leads_to": [_link(link) for link in trace.forward],
            "broken": trace.broken,
        }
    )


def _link(link: Link) -> dict[str, object]:
    return {
        "kind": link.kind,
        "id": link.id or None,
        "title": link.title or None,
        "file": link.file or None,
        "owners": list(link.owners),
        "state": link.state or None,
        "date": link.date,
        "broken": link.broken,
        "text": link_words(link),
        "children": [_link(child) for child in link.children],
    }
