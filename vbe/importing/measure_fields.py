"""Which field of a measure takes which word of a plan, and what the log and the notes call it."""

from __future__ import annotations

import re
from typing import Final

from vbe.importing.headwords import (
    CAUSE,
    COMMENT,
    COST,
    FOLLOWUP,
    GOAL,
    INDICATOR,
    LEVEL,
    METHOD,
    START,
    STATUS,
    TARGET,
    TIME,
    WITH,
)
from vbe.importing.trail import LONG, SHORT
from vbe.language import N_

PLAIN: Final = {
    TARGET: ("target_group", SHORT), CAUSE: ("cause", LONG), GOAL: ("operative_goal", LONG), FOLLOWUP: ("follow_up", LONG),
    COST: ("budget_ref", SHORT),
}  # fmt: skip
"""What a plan says that has a field of its own, and how long it may be."""
SHOWN: Final = {
    "responsible": N_("who answers for it"), "with": N_("with whom"), "time": N_("time"), "level": N_("level"),
    "target_group": N_("target group"), "cause": N_("cause"), "operative_goal": N_("goal"), "follow_up": N_("follow-up"),
    "budget_ref": N_("budget"),
}  # fmt: skip
"""Field → what the log calls it."""
LEVELS: Final = (("indicated", r"individ|indikerad"), ("selective", r"specifik|selektiv"), ("universal", r"generell|universell"))
SAID_OF: Final = {
    WITH: "Samverkan",
    STATUS: "Status",
    COMMENT: "Kommentar",
    INDICATOR: "Mäts med",
    METHOD: "Så görs det",
    LEVEL: "Nivå",
    TIME: "Tid",
    START: "Start",
}
"""What stands before a word of the plan that has no field. Swedish, as the files are."""


def level_of(text: str) -> str:
    """The level of prevention that a text names; empty where it names none."""
    return next((level for level, words in LEVELS if re.search(words, text.casefold())), "")
