"""What the report is, how it was made and from what: last, in a box, for those who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.report.model import Facts
from vbe.report.sections.opening import box, who_answered
from vbe.report.shapes import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block
    from vbe.report.view import View


KNOWN = ("Kommun", "Avser", "Uppgifterna gäller per", "Status", "Skriven för", "Version")
"""What page one and the box about the file say already."""


def about(view: View) -> Iterator[Block]:
    """How it was made, what is left out, and the fact box."""
    limits = view.corpus.profile.thresholds
    yield paragraph(view.say("about_how", answered=who_answered(view), year=view.year))
    sentences = [view.say("about_privacy", small=limits.small_count, base=limits.share_base)]
    if view.cut.visibility == "internal":
        sentences.append(view.say("about_appendix"))
    if "areas-brief" in view.numbers and any(area.reading and area.reading.lead for area in view.corpus.areas.values()):
        sentences.append(view.say("about_reading", own=view.documents_own))
    yield paragraph(" ".join(sentences))
    yield Facts("Om rapporten", tuple(f for f in box(view) if f.term not in KNOWN))
