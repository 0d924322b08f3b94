"""For those who live or work in the municipality: what has been done, whom to call, and how it is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import tally
from vbe.language.swedish import by_number, capital, order
from vbe.model.fields import stated
from vbe.report import sentences
from vbe.report.model import Facts
from vbe.report.shapes import fact, group, listing, paragraph
from vbe.report.view import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block, Fact
    from vbe.report.view import View

PURPOSE = 200
MOST_DONE = 4
"""So many things that have been done are named for an area; the rest are counted."""


def done(view: View) -> Iterator[Block]:
    """Area by area: what for, how it stands, and some of what has been done."""
    yield paragraph(view.say("residents_done", city=view.city, year=view.year, document=view.document))
    for number, area in sorted(view.corpus.areas.items()):
        progress = {c.id: view.verdicts.progress[c.id] for c in area.commitments}
        well = sorted((i for i, verdict in progress.items() if verdict.colour == "green"), key=by_number)
        counts = tally(verdict.colour for verdict in progress.values())
        lead = [paragraph(f"{short(stated(area.purpose), PURPOSE).rstrip('.')}.")] if stated(area.purpose) else []
        if progress:
            lead.append(paragraph(f"{capital(sentences.commitments.area_state(view.say, counts))}."))
        more = [sentences.phrases.more_commitments(len(well) - MOST_DONE)] if len(well) > MOST_DONE else []
        done_ = [listing([*(view.numbered(i) for i in well[:MOST_DONE]), *more])] if well else []
        yield group(f"gjort-{number}", area.title, [*lead, *done_], view.verdicts.areas[number])


def help_(view: View) -> Iterator[Block]:
    """Whom to call: the channels that reach the reader, and the function that is the way in."""
    staff = view.cut.visibility == "internal"
    yield paragraph(view.say("staff_lead", city=view.city) if staff else view.say("residents_help"))
    yield Facts("Hit kan du vända dig", tuple(_ways(view, staff=staff)))


def _ways(view: View, *, staff: bool) -> Iterator[Fact]:
    yield fact("Vid fara för liv", "112")
    contact = view.corpus.profile.coverage.contact_point
    if staff and contact:
        yield fact("Första kontakt", view.name(contact))
    for channel in sorted(view.corpus.channels.values(), key=lambda channel: order(channel.name)):
        closed = channel.closed_on is not None and channel.closed_on <= view.as_of
        if channel.contact and not closed:
            yield fact(channel.name, channel.contact)


def how(view: View) -> Iterator[Block]:
    """How it is followed up, and what it does not say."""
    yield paragraph(view.say("residents_method", board=capital(view.board)))
    yield paragraph(view.say("residents_limits"))
