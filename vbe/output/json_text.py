"""Values as JSON text: UTF-8, two spaces, one newline at the end, and nothing a terminal or a build server would obey."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vbe.privacy.terminal import OLD_COMMAND, UNSAFE

if TYPE_CHECKING:
    import re


def to_json(value: Any) -> str:
    """The value as JSON. What is not seen is written as an escape: the same value, and harmless to look at."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return OLD_COMMAND.sub(r"#\\u0023", UNSAFE.sub(_escape, text)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
