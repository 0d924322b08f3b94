"""An Office file says its texts in their paragraphs and cells; styles, settings and everything else must be what we write.

A style can hide or alter what is read (white letters, a number format that shows another word), so the parts must be the same,
but for the order of attributes, how namespaces are called, and how the archive is packed.
"""

from __future__ import annotations

import hashlib
import re
from xml.etree import ElementTree

from vbe.report.render.package import CUSTOM, custom_properties, opened

SUMS = ("vbe.seal", "vbe.model")
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
"""It says how a reader turns bytes into letters."""


def statements(content: bytes) -> dict[str, object]:
    """Each part of the archive as what it says; what cannot be read says only itself."""
    parts = opened(content)
    if not parts:
        return {"": content}
    texts: dict[str, object] = {name: _said(name, part) for name, part in parts.items() if name != CUSTOM}
    properties = {name: value for name, value in custom_properties(content).items() if name not in SUMS}
    return texts | {CUSTOM: sorted(properties.items())}


def _said(name: str, part: bytes) -> object:
    """An XML part in its one canonical form; of another one its sum."""
    if not name.endswith((".xml", ".rels")) or b"<!" in part:
        return hashlib.sha256(part).hexdigest()
    try:
        text = part.decode("utf-8")
        declared = DECLARATION.match(text)
        return declared and declared[0].strip(), ElementTree.canonicalize(text, rewrite_prefixes=True)
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
        return hashlib.sha256(part).hexdigest()
