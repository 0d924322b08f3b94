"""Where something was found, never what."""

from typing import Literal, NamedTuple

HitKind = Literal["personal_number", "email", "phone"]


class Hit(NamedTuple):
    """A place in the text that was given: `text[start:end]`.

    The found text is left out on purpose: what a hit does not hold, nobody can print by mistake.
    """

    kind: HitKind
    start: int
    end: int
