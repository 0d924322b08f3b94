"""A typst template is one file that needs no other: no package, no module, and no text that is run as code.

Comments and strings are searched as well: telling them from code needs typst's own parser, and a template that says these
words nowhere is no worse for it.
"""

from __future__ import annotations

import re

from vbe.documents.templates import Fault
from vbe.language import _

REACHES = re.compile(r'"@[\w-]+/|(?<![\w-])(?:import|include)(?![\w-])|(?<![\w-])(?:eval|plugin|dictionary)(?=\s*[(.])')


def faults(content: bytes) -> list[Fault]:
    """The first thing that the template would fetch or run, if any. A package is fetched from the network."""
    text = content.decode("utf-8", "replace")
    match = REACHES.search(text)
    if match is None:
        return []
    message = _("The template fetches or runs something else: “{text}”.").format(text=match[0].strip('"'))
    return [Fault(message, _("Write what it needs in the template itself."), text.count("\n", 0, match.start()) + 1)]
