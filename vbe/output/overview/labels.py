"""Signs, short names and sentences of the overview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.domain.freshness.model import State
from vbe.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vbe.domain.colours import Colour
    from vbe.domain.matrix import Cell
    from vbe.domain.overview import DepartmentRow, Overview

SIGNS: dict[Colour, str] = {"green": "✓", "yellow": "~", "red": "!", "grey": "·"}
ENDINGS = ("nämnden", "styrelsen", "förvaltningen", "fullmäktige", "rådet")
SMALL_WORDS = ("och", "för", "i", "av", "mot")


def cell_words(cell: Cell | None) -> str:
    """`4!`: how many commitments, and how the worst of them stands."""
    return "" if cell is None else f"{cell.commitments}{SIGNS[cell.colour]}"


def legend() -> str:
    """What the signs mean."""
    words: dict[Colour, str] = {
        "green": _("on track"),
        "yellow": _("minor deviation"),
        "red": _("late or missing"),
        "grey": _("not reported or not judged"),
    }
    return ", ".join(f"{SIGNS[colour]} {word}" for colour, word in words.items())


def initials(names: Sequence[str]) -> list[str]:
    """`Barn- och utbildningsnämnden` → `BUN`; a figure keeps two that would be the same apart."""
    found: list[str] = []
    for name in names:
        short = _initials(name)
        number = 2
        while short in found:
            short, number = f"{_initials(name)}{number}", number + 1
        found.append(short)
    return found


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.casefold() not in SMALL_WORDS]
    letters = "".join(word[0] for word in words)
    last = words[-1].casefold() if words else ""
    ending = next((e for e in ENDINGS if last.endswith(e) and last != e), "")
    return (letters + ending[:1]).upper()[:5]


def heading(whole: Overview) -> str:
    """Of which year, and as of which days."""
    fresh = whole.fresh_as_of.isoformat()
    if whole.year is None or whole.progress_as_of is None:
        return _("Nothing has been followed up yet. Freshness as of {fresh}.").format(fresh=fresh)
    return _("Follow-up of {year} as of {day}, freshness as of {fresh}").format(
        year=whole.year, day=whole.progress_as_of.isoformat(), fresh=fresh
    )


def totals(whole: Overview) -> list[str]:
    """The whole in a few sentences."""
    commitments = sum(area.commitments for area in whole.areas)
    words = []
    if whole.year is not None:
        boards = len(whole.boards)
        message = ngettext("{told} of {count} board has reported.", "{told} of {count} boards have reported.", boards)
        words.append(message.format(told=whole.reported, count=boards))
    words += [
        ngettext("{green} of {count} commitment on track.", "{green} of {count} commitments on track.", commitments).format(
            green=whole.colours.get("green", 0), count=commitments
        ),
    ]
    if whole.demands:
        words.append(_("{answered} of {demands} demands are answered for.").format(answered=whole.carried, demands=whole.demands))
    stale = ngettext("{count} thing is stale.", "{count} things are stale.", whole.stale)
    words.append(stale.format(count=whole.stale))
    return words


def department_counts(department: DepartmentRow) -> dict[str, int]:
    """What a department has that has a clock: heading → how many."""
    states = department.states
    return {
        _("Has clock"): department.total,
        _("Stale"): department.stale,
        _("Due soon"): states.get(State.DUE_SOON, 0),
        _("Unknown"): states.get(State.UNKNOWN, 0),
    }


def name_of(actor: str, names: Mapping[str, str]) -> str:
    """A board's or a department's name."""
    return names.get(actor, actor) if actor else _("No department")
