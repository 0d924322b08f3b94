"""Values as JSON text: UTF-8, two spaces, one newline at the end, and nothing a terminal or a build server would obey."""

from __future__ import annotations

import datetime

from vbe.privacy.hidden import hidden_places
from vbe.privacy.terminal import OLD_COMMAND


def to_json(value: object) -> str:
    """The value as JSON, in which a day is written as ISO 8601 has it; raises TypeError for what JSON has no form for."""
    import json  # what a terminal shows goes through this module, too, and is not JSON

    return escape_unseen(json.dumps(value, ensure_ascii=False, indent=2, default=_day)) + "\n"


def _day(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


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
    import json

    return json.dumps(char)[1:-1] if ord(char) > 0x7F else f"\\u{ord(char):04x}"
