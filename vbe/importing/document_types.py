"""The sorts of governing documents, by the words of a title or a cover."""

import re
from typing import Final

TYPES: Final = ("handlingsplan", "åtgärdsplan", "aktivitetsplan", "strategi", "riktlinje", "policy", "program", "plan", "rutin")


def kind_in(text: str) -> str:
    """The sort of governing document that a text names: `riktlinje` in `Riktlinjer mot …`; empty where it names none."""
    return next((kind for part in re.findall(r"[^\W\d_]+", text.casefold()) for kind in TYPES if _is_kind(part, kind)), "")


def _is_kind(word: str, kind: str) -> bool:
    return any(word.endswith(kind + ending) for ending in ("", "en", "n", "r", "rna", "et", "er", "s"))
