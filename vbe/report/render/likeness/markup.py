"""Markdown says what its signs say; how many blanks and hyphens set a table says nothing."""

from __future__ import annotations

import re

from vbe.report.render.markdown import PROVENANCE, parts

RULE = re.compile(r"(?<=[|:\s])-{2,}(?=[|:\s])")
BLANKS = re.compile(r"[ \t]*\n\s*|[ \t]+")


def statements(content: bytes) -> dict[str, str]:
    """Each section's text; what the file says of its making is compared apart."""
    return {name: _said(text) for name, text in parts(PROVENANCE.sub(b"", content, count=1)).items()}


def _said(text: str) -> str:
    return BLANKS.sub(lambda match: "\n" if "\n" in match[0] else " ", RULE.sub("---", text)).strip()
