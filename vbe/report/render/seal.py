"""A sum of a report in the report itself, which tells whether anybody has changed the file since vbe wrote it.

The sum is taken with zeros in its place. It guards a person's own edits against being written over; whoever wants to
deceive can compute it too, and is found by `vbe verify`.
"""

from __future__ import annotations

import hashlib
import re

from vbe.report.model import UNSEALED

PLACE = re.compile(rb'(vbe\.seal(?:" content="|=|"><vt:lpwstr[^>]{0,200}>)|"seal": ?")([0-9a-f]{64})(?![0-9a-f])')
"""Where the sum stands: in HTML and in the properties of PDF, Word and Excel, in JSON and Markdown."""


def seal(content: bytes, summed: bytes | None = None) -> bytes:
    """The content with its sum in place, in hexadecimal; as it was where it has no place for one.

    `summed` is what is summed where that is more than the content: all the parts of an archive, of which it is one.
    """
    digest = hashlib.sha256(content if summed is None else summed).hexdigest().encode()
    return PLACE.sub(lambda match: match[1] + digest, content)


def is_sealed(content: bytes) -> bool:
    """Whether the content has one sum, and it still fits."""
    found = {match[2] for match in PLACE.finditer(content)}
    return len(found) == 1 and seal(unsealed(content)) == content


def unsealed(content: bytes) -> bytes:
    """The content with zeros where its sum stands."""
    return PLACE.sub(lambda match: match[1] + UNSEALED.encode(), content)
