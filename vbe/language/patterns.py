"""Regular expressions that are compiled when they are first used: of those that a run of `validate` loads, it uses half."""

from __future__ import annotations

import re
from typing import AnyStr, cast


class _Later:
    """A pattern that is not compiled yet; from its first use on it has the methods of the compiled one as its own."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._written = (text, flags)

    def __getattr__(self, name: str) -> object:
        text, flags = self._written
        compiled = re.compile(cast("str", text), flags)  # or bytes
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "pattern"):
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)


def later(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes, at the first use; wrong ones are found by the test that compiles all."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))
