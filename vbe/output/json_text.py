"""Values as JSON text: UTF-8, two spaces, one newline at the end, and nothing a terminal or a build server would obey."""

from __future__ import annotations

import json
from typing import Any

from vbe.privacy.hidden import hidden_places
from vbe.privacy.terminal import OLD_COMMAND


def to_json(value: Any) -> str:
    """The value as JSON."""
    return escape_unseen(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def escape_unseen(text: str) -> str:
    """JSON in which what is not seen is written as an escape: the same values, and harmless to look at."""
    places = list(hidden_places(text))
    if places:
        chars = list(text)
        for place in places:
            chars[place] = _escape(chars[place])
        text = "".join(chars)
    return OLD_COMMAND.sub(r"#\\u0023", text)


def _escape(char: str) -> str:
    """One character as JSON writes it: two escapes where it lies beyond the first plane."""
    return json.dumps(char)[1:-1] if ord(char) > 0x7F else f"\\u{ord(char):04x}"
