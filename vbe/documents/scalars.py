"""What a scalar without quotation marks means: text, unless every dialect of YAML takes it for a number or a truth value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.documents.faults import fault_at
from vbe.language import _
from vbe.language.patterns import later

if TYPE_CHECKING:
    from vbe.documents.faults import Fault, Mark

Value = str | int | float | bool | None | tuple["Value", ...] | dict[str | int, "Value"]

MAX_DIGITS = 15
PLAIN: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 readers take for a truth value or nothing, and 1.2 readers for text, or the other way round.
AMBIGUOUS = frozenset(
    {form for word in ("yes", "no", "on", "off") for form in (word, word.upper(), word.title())}
    | {"True", "TRUE", "False", "FALSE", "Null", "NULL", "=", ".inf", ".nan", ".Inf", ".INF", ".NaN", ".NAN"}
)
INTEGER = later(r"-?(?:0|[1-9][0-9]*)\Z")
DECIMAL = later(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
ISO_DATE = later(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# Anything else that some reader takes for a number, a time or a time stamp.
NUMBER_LIKE = later(
    r"""(?: [-+]?[0-9][0-9_]* | [-+]?0[xob][0-9a-fA-F_]+ | [-+]?(?:\.[0-9_]+|[0-9][0-9_]*\.?[0-9_]*)(?:[eE][-+]?[0-9]+)?
      | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)? | [0-9]{4}:[0-9]+
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].* | [-+]?\.(?:inf|Inf|INF|nan|NaN|NAN) )\Z""",
    re.VERBOSE,
)
MAYBE_NUMBER = frozenset("0123456789+-.")
SPECIAL = AMBIGUOUS | PLAIN.keys()
LONGEST_SPECIAL = max(map(len, SPECIAL))


class AmbiguousError(ValueError):
    """A plain scalar that different readers take for different things."""


def resolve(text: str) -> Value:
    """The value of a plain scalar; text, unless it is a number, a truth value or nothing in every dialect of YAML.

    Raises `AmbiguousError` where the dialects differ.
    """
    if text in PLAIN:
        return PLAIN[text]
    if text[0] in MAYBE_NUMBER:
        if INTEGER.match(text) and len(text) <= MAX_DIGITS:
            return int(text)
        if DECIMAL.match(text) and len(text) <= MAX_DIGITS:
            return float(text)
        if NUMBER_LIKE.match(text) and not ISO_DATE.match(text):
            raise AmbiguousError
    elif text in AMBIGUOUS:
        raise AmbiguousError
    return text


def ambiguous(text: str, start: Mark, end: Mark) -> Fault:
    """The fault of an ambiguous scalar."""
    message = _("The value means different things to different programs when it stands without quotation marks.")
    fault = fault_at("ambiguous-scalar", message, _('Put the value in quotation marks: "…".'), start, end)
    return fault._replace(replacement=f'"{text}"', is_certain='"' not in text)
