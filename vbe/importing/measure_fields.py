"""Which field of a measure takes which word of a plan, and what the log and the notes call it."""

from __future__ import annotations

import re
from typing import Final

from vbe.importing import headwords
from vbe.importing.trail import LONG, SHORT
from vbe.language import N_

PLAIN: Final = {
    headwords.TARGET: ("target_group", SHORT), headwords.CAUSE: ("cause", LONG), headwords.GOAL: ("operative_goal", LONG),
    headwords.FOLLOWUP: ("follow_up", LONG), headwords.COST: ("budget_ref", SHORT),
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
    headwords.WITH: "Samverkan",
    headwords.STATUS: "Status",
    headwords.COMMENT: "Kommentar",
    headwords.INDICATOR: "Mäts med",
    headwords.METHOD: "Så görs det",
    headwords.LEVEL: "Nivå",
    headwords.TIME: "Tid",
    headwords.START: "Start",
}
"""What stands before a word of the plan that has no field. Swedish, as the files are."""


def level_of(text: str) -> str:
    """The level of prevention that a text names; empty where it names none."""
    return next((level for level, words in LEVELS if re.search(words, text.casefold())), "")
