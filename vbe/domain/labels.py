"""What states are called: one table for the terminal, the report and every other output.

The words are messages of the catalogue. A terminal says them in the active language with `_`, a document in its own with
`from_english`. The values of fields have their words in `vbe.model.labels`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import State
from vbe.language import N_
from vbe.language.prose import from_english
from vbe.model.labels import VALUES
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import CHANNEL

if TYPE_CHECKING:
    from vbe.domain.colours import Colour

DRAFT, GONE = "draft", "ended"
"""States of a document without a clock: not in force yet, and no longer."""

STATES: dict[str, tuple[str, Colour]] = {
    State.EXPIRED: (N_("expired"), "red"),
    State.NEVER_REVIEWED: (N_("never reviewed"), "red"),
    State.OVERDUE: (N_("overdue"), "red"),
    State.NOT_HARMONISED: (N_("not harmonised"), "red"),
    State.EDITED_SINCE_REVIEW: (N_("edited since review"), "yellow"),
    State.UNKNOWN: (N_("unknown"), "grey"),
    State.DUE_SOON: (N_("due soon"), "yellow"),
    State.CURRENT: (N_("current"), "green"),
    DRAFT: (N_("not in force yet"), "grey"),
    GONE: (N_("no longer in force"), "grey"),
}
"""State → what it is called, and its colour."""
STATE_WORDS = {state: word for state, (word, _colour) in STATES.items()}
STATE_COLOURS = {state: colour for state, (_word, colour) in STATES.items()}
NOTHING_SHOWN = N_("nothing shown")
"""A commitment that was never shown to be kept: it is not reviewed."""


def state_label(state: str, kind: str = "") -> str:
    """The message that names a state of a thing of a kind, to be translated."""
    return NOTHING_SHOWN if state == State.NEVER_REVIEWED and kind in (COMMITMENT.name, CHANNEL.name) else STATE_WORDS[state]


def swedish_state(state: str, kind: str = "") -> str:
    """What a state is called, in Swedish."""
    return from_english(state_label(state, kind))


def swedish_value(value: str) -> str:
    """What a limited value of a field is called, in Swedish."""
    return from_english(VALUES.get(value, value))
