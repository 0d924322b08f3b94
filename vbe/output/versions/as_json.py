"""`json`: for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.telling import VersionSummary

VERSION = 1


def format_versions(title: str, versions: list[VersionSummary]) -> str:
    """The versions, newest first."""
    return to_json(
        {
            "version": VERSION,
            "title": title,
            "versions": [
                {
                    "commit": telling.commit,
                    "date": telling.day,
                    "kinds": list(telling.sorts),
                    "reviewed_by": telling.role or None,
                    "changes": list(telling.sentences),
                }
                for telling in versions
            ],
        }
    )
