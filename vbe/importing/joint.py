"""A joint plan's deciders → the cover: the municipality's own council, and the others as partners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.importing.deciders import is_own, read_deciders
from vbe.importing.facts import Cover, Decided, JointDecision
from vbe.importing.naming import PARTNER
from vbe.importing.plan import Said

if TYPE_CHECKING:
    from vbe.importing.plan import Plan
    from vbe.importing.roster import Roster


def take_joint(cover: Cover, plan: Plan, roster: Roster, municipality: str) -> bool:
    """Whether several councils have decided the plan together; the municipality's own is its council, the others are partners."""
    box = [plan.cover["decided_by"].piece] if "decided_by" in plan.cover else []
    deciders = plan.deciders or read_deciders([*box, *plan.prose[:60]])
    for decider in deciders:
        own = bool(municipality) and is_own(decider.body, municipality)
        name = re.split(r"\s(?:i|för)\s", decider.body, maxsplit=1)[0] if own else decider.body
        member = roster.find(name) if own else roster.require(name, PARTNER, is_added=False)
        cover.joint.append(JointDecision(member.id, decider))
        if own:
            cover.decided_by, cover.own = member.id, decider
        cover.found.append(("decided_by", decider.said))
    days = [decider.day for decider in deciders if decider.day is not None]
    if days:
        cover.versions = [Decided("1", (cover.own.day if cover.own else None) or max(days), None, is_numbered=False)]
    if deciders:
        cover.found += [("decided_by", Said(piece.line, piece)) for piece in plan.joint]
        cover.understood |= {"decided_by", "decided_on", "paragraph"}
    return bool(deciders)
