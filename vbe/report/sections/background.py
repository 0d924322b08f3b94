"""The background: the document, what it demands of the follow-up, and what has changed around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.lifecycle import latest_version
from vbe.language.prose import one
from vbe.language.swedish import capital, date, order
from vbe.report import sentences
from vbe.report.sections.cover_words import said_beside
from vbe.report.shapes import listing, paragraph
from vbe.report.view import EXAMPLE
from vbe.report.when import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.strategy import Strategy
    from vbe.report.model import Block
    from vbe.report.view import View


def background(view: View) -> Iterator[Block]:
    """The strategy, what it demands of the follow-up, and what has changed around it."""
    strategy = view.corpus.strategy
    if strategy is None:
        yield paragraph(view.say("background_none", document=view.document))
        return
    yield paragraph(_document(view, strategy))
    beside = " ".join(said_beside(view, strategy, latest_version(strategy, view.as_of)))
    if beside:
        yield paragraph(beside)
    size = sentences.phrases.size(len(view.corpus.areas), len(view.corpus.commitments))
    aims = [name.lower() for name in view.corpus.profile.aims.values()]
    size_text = view.say("background_size", document=capital(view.document), size=size)
    yield paragraph(" ".join((size_text, *sentences.boards.aims(view.say, aims))))
    duty = strategy.follow_up
    if duty is not None:
        often = every(duty.every_months)
        yield paragraph(view.say("background_duty", who=view.name(duty.by), document=view.document, often=often))
    demands = [o for o in view.corpus.obligations.values() if o.area is None and "uppföljning" in o.section.lower()]
    if demands:
        yield paragraph(view.say("background_demands", document=view.document))
        yield listing(demand.demand for demand in demands)
    yield from _surroundings(view)


def _document(view: View, strategy: Strategy) -> str:
    """What the document is, how long it is in force, and who decided on it."""
    latest = latest_version(strategy, view.as_of)
    by = (latest.decided_by if latest else None) or strategy.decided_by
    made_up = f" ({one(EXAMPLE.lower())})" if strategy.example else ""
    unsure = " (dagen är inte hämtad ur protokollet)" if latest and latest.reading and latest.reading.decided_on else ""
    return view.say(
        "background_document",
        title=f"{strategy.title}{made_up}",
        validity=_validity(view, strategy),
        case_number=strategy.case_number or "",
        by=view.name(by) if latest and by else "",
        on=f"{date(latest.decided_on)}{unsure}{made_up}" if latest else "",
    )


def _validity(view: View, strategy: Strategy) -> str:
    """Until a day, until further notice, or that no last day is given."""
    since = f"från {date(strategy.valid_from)} " if strategy.valid_from else ""
    if strategy.valid_to:
        return f"{since}till och med {date(strategy.valid_to)}"
    kind = view.corpus.profile.document_types.get(strategy.document_type)
    if strategy.until_further_notice or (kind is not None and kind.validity == "until_further_notice"):
        return f"{since}tills vidare"
    return f"{since}utan angiven sista dag".strip()


def _surroundings(view: View) -> Iterator[Block]:
    """Who has come, gone or taken over during the year."""
    changes = []
    for actor in sorted(view.corpus.actors.values(), key=lambda actor: order(actor.name)):
        if actor.valid_to is not None and actor.valid_to.year == view.year and actor.valid_to <= view.as_of:
            heirs = view.names_inside(actor.successor) if actor.successor else ""
            changes.append(view.say("background_ended", who=actor.name, on=date(actor.valid_to), heirs=heirs))
        if actor.valid_from is not None and actor.valid_from.year == view.year and actor.valid_from <= view.as_of:
            changes.append(view.say("background_begun", who=actor.name, on=date(actor.valid_from)))
    if changes:
        yield paragraph(view.say("background_changes", document=view.document, year=view.year))
        yield listing(changes)
    else:
        yield paragraph(view.say("background_no_changes", year=view.year))
