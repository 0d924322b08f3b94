"""How fresh a document is, said plainly: since when it holds, or a warning with whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.freshness.model import STALE, State
from vbe.domain.labels import DRAFT, GONE, STATE_COLOURS
from vbe.language.swedish import capital, date
from vbe.report.view import EXAMPLE
from vbe.site.shapes import Block, banner, item
from vbe.site.ways import call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.domain.document_status import DocumentStatus
    from vbe.model.records import Record
    from vbe.model.records.routine import Clocked
    from vbe.site.shapes import Item
    from vbe.site.view import SiteView

NOTHING = "Ingen dag för granskning är angiven"
WORDS: dict[Colour, str] = {"green": "Aktuell", "yellow": "Se över", "red": "Inaktuell", "grey": "Oklar"}
NOT_IN_FORCE = {DRAFT: "Utkast", GONE: "Gäller inte"}
"""What is said beside the symbol: a colour alone says nothing to who looks for what to do."""


def state_of(view: SiteView, record: Record[Clocked]) -> DocumentStatus | None:
    """How fresh a document is on the day."""
    return view.states.get((record.kind, record.id))


def colour_of(view: SiteView, record: Record[Clocked]) -> Colour:
    """The colour of that."""
    state = state_of(view, record)
    return STATE_COLOURS[state.state] if state else "grey"


def word_of(view: SiteView, record: Record[Clocked]) -> str:
    """What is said beside the symbol."""
    state = state_of(view, record)
    return NOT_IN_FORCE.get(state.state if state else "") or WORDS[colour_of(view, record)]


def said(view: SiteView, record: Record[Clocked]) -> str:
    """`Granskad 12 juni 2017, gäller.`, or what else is so, in one line."""
    state, review = state_of(view, record), record.content.review_on(view.as_of)
    reviewed = f"Granskad {date(review.date)}" if review else NOTHING
    state_name = state.state if state else State.UNKNOWN
    if state_name in (DRAFT, GONE):
        return {DRAFT: "Utkast, gäller inte än", GONE: "Gäller inte längre"}[state_name]
    if state_name == State.EDITED_SINCE_REVIEW:
        return f"{reviewed}, ändrad efter det"
    if state_name == State.NOT_HARMONISED:
        return f"{reviewed}, inte anpassad till planens senaste version"
    if state_name in STALE:
        return f"Inte granskad sedan {date(review.date)}" if review else "Aldrig granskad"
    return f"{reviewed}, gäller" if review else f"{NOTHING}, gäller"


def due(view: SiteView, record: Record[Clocked]) -> str:
    """When it is reviewed the next time, where that is known."""
    state = state_of(view, record)
    if state is None or state.due_on is None:
        return ""
    again = "Granskas igen" if record.content.review_on(view.as_of) else "Granskas"
    return f"{'Skulle ha granskats' if state.due_on < view.as_of else again} senast {date(state.due_on)}"


def banners(view: SiteView, record: Record[Clocked]) -> Iterator[Block]:
    """What must not be overlooked about a document."""
    document, state = record.content, state_of(view, record)
    if document.example:
        yield banner(
            "example", EXAMPLE, "Sidan visar hur en rutin kan se ut. Den är inte beslutad." if _is_routine(record) else ""
        )
    if state is not None and state.state in (DRAFT, GONE):
        yield banner("warning", said(view, record), "Följ den inte. Fråga den som ansvarar för den.", _asked(view, record))
    elif state is not None and state.state in STALE:
        text = f"Uppgifterna kan vara gamla. Fråga {view.organisation.inside(document.owner_role)} om du är osäker."
        yield banner("warning", said(view, record), text, _asked(view, record))


def _is_routine(record: Record[Clocked]) -> bool:
    return hasattr(record.content, "steps")


def _asked(view: SiteView, record: Record[Clocked]) -> list[Item]:
    """Who can be asked, with a number where there is one."""
    role = view.organisation.role_in_office(record.content.owner_role) or record.content.owner_role
    contact = view.contact(role)
    name = capital(view.organisation.name(role))
    return [item(f"{name}, {contact}", call(contact))] if contact else [view.actor(role)]
