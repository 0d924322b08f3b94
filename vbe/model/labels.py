"""The values that a field may be limited to, in the words of a sentence."""

from __future__ import annotations

from vbe.language import N_, _
from vbe.model.fields import NOT_STATED
from vbe.model.records import ACTOR_TYPES, ALL_KINDS

VALUES = {
    NOT_STATED: N_("not stated in the plan"),
    "universal": N_("universal"), "selective": N_("selective"), "indicated": N_("indicated"),
    "draft": N_("draft"), "referred": N_("out for comment"), "decided": N_("decided"), "in_force": N_("in force"),
    "under_revision": N_("under revision"), "superseded": N_("replaced"), "repealed": N_("repealed"),
    "not_started": N_("not started"), "ongoing": N_("ongoing"), "done": N_("done"), "continuous": N_("continuous"),
    "cancelled": N_("cancelled"), "replaced": N_("replaced"),
    "no-change": N_("no change"), "revised": N_("revised"),
    "public": N_("public"), "staff": N_("staff"), "internal": N_("internal"),
    "number": N_("number"), "percent": N_("percent"), "yes_no": N_("yes or no"),
    "per_100000": N_("per 100,000 inhabitants"), "kronor": N_("kronor"), "index": N_("index"),
    "increase": N_("increase"), "decrease": N_("decrease"), "watch": N_("watch"),
    "persons": N_("persons"), "cases": N_("cases"), "other": N_("other"), "city": N_("the whole municipality"),
    "meeting": N_("meeting"), "training": N_("training"), "information": N_("information"),
    "publication": N_("publication"), "horizon": N_("horizon scanning"), "situation_picture": N_("situation picture"),
    "next_step": N_("next step"), "milestone": N_("milestone"),
    "decision": N_("decision"), "referral": N_("referral"), "report_back": N_("report back"), "agreement": N_("agreement"),
    "research": N_("research"), "proven_experience": N_("proven experience"), "own_experience": N_("own experience"),
    "law": N_("law"), "inquiry": N_("inquiry"), "example": N_("example"),
    "must": N_("must"), "responsible": N_("responsibility"), "assignment": N_("assignment"),
    "prohibition": N_("prohibition"), "should_not": N_("should not"), "arrangement": N_("arrangement"),
    "may": N_("may"), "external": N_("the task of others"),
    **{kind.name: kind.label for kind in ALL_KINDS.values()},
    **{described.name: described.label for described in ACTOR_TYPES.values()},
    "rule": N_("rule"), "command": N_("command"),
    "boundary": N_("boundary"),
    "authority": N_("authority"), "municipality": N_("municipality"), "region": N_("region"),
    "university": N_("university"), "network": N_("network"), "company": N_("company"), "model": N_("model"),
    "council": N_("council"), "executive": N_("executive board"), "board": N_("board"), "advisory": N_("advisory body"),
    "bounded": N_("for a limited time"), "until_further_notice": N_("until further notice"), "either": N_("either"),
    "time": N_("time"), "priority": N_("priority"), "cause": N_("cause"), "budget": N_("budget"),
    "indicators": N_("indicators"), "measures": N_("measures"), "aims": N_("aims"), "all_boards": N_("all boards"),
    "departments": N_("departments"), "owner": N_("owner"), "versions": N_("versions"), "follow_up": N_("follow-up"),
    "revision": N_("revision"), "applies_to": N_("whom it applies to"), "extremism": N_("violent extremism"),
    "picture_partners": N_("partners in the situation picture"), "training_basis": N_("basis of trainings"),
    "consequences": N_("consequences"), "full": N_("wholly"), "partial": N_("in part"), "none": N_("nothing"),
    "overall": N_("overall"), "all": N_("all"), "sv": N_("Swedish"), "en": N_("English"),
}  # fmt: skip
"""The values that a field may be limited to, in words."""


def value_word(value: str) -> str:
    """A limited value in words, in the active language."""
    return _(VALUES.get(value, value.replace("_", " ")))
