"""The indicators that say something: shares on one common axis, the rest as lines; lacking targets are one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import MISSING, capital
from vbe.report import sentences
from vbe.report.sections.areas_brief import said_of
from vbe.report.series import points, share_chart
from vbe.report.shapes import listing, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block
    from vbe.report.view import View


def indicators_brief(view: View) -> Iterator[Block]:
    """How many there are and lack a target or a value; then those that say something."""
    found = list(view.corpus.indicators.values())
    if not found:
        yield paragraph(view.say("indicators_none", document=capital(view.document)))
        return
    without = sum(not indicator.target for indicator in found)
    missing = sum(points(view, indicator)[-1].shown.text == MISSING for indicator in found)
    lead = (
        sentences.indicators.aimless(view.say, view.document, len(found), without),
        *sentences.indicators.missing_values(view.say, missing, view.year),
    )
    yield paragraph(" ".join(lead))
    shares = [indicator for indicator in found if indicator.unit == "percent"]
    drawn = share_chart(view, shares)
    if drawn is not None:
        yield drawn
    told_in_words = found if drawn is None else [i for i in found if i not in shares]
    telling = [text for indicator in told_in_words if (text := said_of(view, indicator))]
    if telling:
        yield listing(telling)
