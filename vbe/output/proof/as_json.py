"""`json`: for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.output.json_text import to_json

if TYPE_CHECKING:
    from vbe.domain.proof import Proof

VERSION = 1


def format_proof(proof: Proof) -> str:
    """The answer (`same`, `same_content` or `different`), what it rests on, and each part that differs."""
    return to_json(
        {
            "version": VERSION,
            "answer": proof.answer,
            "commit": proof.commit,
            "made_with": proof.made_with,
            "program": proof.program,
            "bytes": proof.size,
            "model": proof.model or None,
            "messages": list(proof.messages),
            "differences": [{"part": d.part, "change": d.change} for d in proof.differences],
        }
    )
