"""The ids that are made of others, as `vbe stale` and the report print them: which entry each of them is about.

`4.13/webbplatsen` is a commitment's clock for one channel, `4.5/2018-03-31` one of its milestones,
`1.1/socialnamnden/next_step` a board's next step, `2018/socialnamnden` a follow-up that may not be there yet,
`situation_picture/2.4` the picture that a commitment calls for, `VBE302/strategy` a waiver in the profile, and
`polisen/overenskommelse` an agreement with a partner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.domain.freshness.ended import agreement_names
from vbe.domain.freshness.owed import NEXT_STEP
from vbe.domain.freshness.promises import PICTURE
from vbe.model.profile import PROFILE
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR, Partner

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

RULE = re.compile(r"VBE\d{3}")
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def behind(corpus: Corpus, identity: str) -> Entry | None:
    """The entry that a combined id is about; None where it is none, or one that names something unknown."""
    first, *rest = identity.split("/")
    if not rest:
        return None
    if RULE.fullmatch(first):
        return next((entry for entry in corpus.all_entries if entry.kind == PROFILE.name and not entry.route), None)
    if first == PICTURE:
        return corpus.find(COMMITMENT, rest[0])
    if YEAR.fullmatch(first):
        return corpus.find(ACTOR, rest[0])
    if DAY.match(rest[0]) or rest[0] in corpus.channels or (rest[1:] == [NEXT_STEP] and rest[0] in corpus.actors):
        return corpus.find(COMMITMENT, first)
    partner = corpus.find(ACTOR, first)
    if partner is not None and isinstance(partner.content, Partner) and rest[0] in agreement_names(partner.content):
        return partner
    return None
