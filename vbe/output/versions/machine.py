"""`json`: for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json
from vbe.privacy.redaction import redact

if TYPE_CHECKING:
    from vbe.domain.telling import Telling

VERSION = 1


def format_versions(title: str, told: list[Telling]) -> str:
    """The versions, newest first."""
    return to_json(
        {
            "version": VERSION,
            "title": redact(title),
            "versions": [
                {
                    "commit": telling.commit,
                    "date": telling.day.isoformat() if telling.day else None,
                    "kinds": list(telling.sorts),
                    "reviewed_by": redact(telling.role) or None,
                    "changes": [redact(sentence) for sentence in telling.sentences],
                }
                for telling in told
            ],
        }
    )
