"""How a format is chosen by its name, the same way in every table of formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def choose(name: str, table: Mapping[str, T]) -> T:
    """The entry with this name; else what it probably meant, and what there is."""
    if name not in table:
        known = _("The formats are {names}.").format(names=enumerate_words(table))
        hint = f"{did_you_mean(name, table)} {known}".strip()
        raise VbeError(_("There is no format “{name}”.").format(name=name), hint)
    return table[name]
