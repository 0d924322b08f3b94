"""References to laws that no longer hold. What a document cited before the new law came was right then."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from vbe.language import _
from vbe.language.patterns import later
from vbe.rules import Corpus, Finding, Findings, Severity, rule


class Replaced(NamedTuple):
    """A law that another has replaced: how it is cited, from when it is wrong, and what holds instead."""

    cited: re.Pattern[str]
    since: datetime.date
    now: str


def _law(cited: str, since: str, now: str) -> Replaced:
    return Replaced(later(cited, re.IGNORECASE), datetime.date.fromisoformat(since), now)


# The laws of Sweden, the same for every municipality. SFS numbers are followed by no further digit.
REPLACED = (
    _law(r"\b2001:453(?!\d)", "2025-07-01", "socialtjänstlagen (2025:400); orosanmälan: 19 kap. 1 §"),
    _law(
        r"^(?!.*2025:400)(?=.*(?:\bSoL\b|socialtjänstlag)).*\b14 kap\.? ?1 ?§",
        "2025-07-01",
        "19 kap. 1 § socialtjänstlagen (2025:400)",
    ),
    _law(r"\b1991:900(?!\d)", "2018-01-01", "kommunallagen (2017:725)"),
    _law(r"\b1998:204(?!\d)|personuppgiftslag", "2018-05-25", "dataskyddsförordningen (EU) 2016/679 + lag (2018:218)"),
    _law(r"\b1986:223(?!\d)", "2018-07-01", "förvaltningslagen (2017:900)"),
    _law(r"\b(?:2002:444|2003:148|2010:299)(?!\d)", "2022-07-01", "terroristbrottslagen (2022:666)"),
)


@rule("VBE509", Severity.WARNING)
def outdated_law(corpus: Corpus) -> Findings:
    """A routine or guidance example cites a law that had been replaced when it was last reviewed.

    Staff who look the law up find nothing, or something else: the duty to report a child at risk stood in 14 kap. 1 §
    socialtjänstlagen (2001:453), and since 1 July 2025 stands in 19 kap. 1 § socialtjänstlagen (2025:400). What was
    reviewed before the new law came was right then, and is not remarked on.

    Bad:

        reviews: [{date: 2025-10-01, outcome: no-change}]
        law_refs: ["Socialtjänstlagen (2001:453), 14 kap. 1 §"]

    Good:

        reviews: [{date: 2025-10-01, outcome: no-change}]
        law_refs: ["Socialtjänstlagen (2025:400), 19 kap. 1 §"]
    """
    for record in corpus.documents:
        content = record.content
        checked = max((day for day in (content.reviewed_on, content.approved_on) if day is not None), default=None)
        if checked is None:
            continue
        for index, cited in enumerate(content.law_refs):
            law = next((law for law in REPLACED if law.since <= checked and law.cited.search(cited)), None)
            if law is not None:
                message = _("The law had been replaced on {date}, before the latest review.").format(date=law.since)
                yield Finding(record.file, message, _("Now it is {law}.").format(law=law.now), ("law_refs", index))
