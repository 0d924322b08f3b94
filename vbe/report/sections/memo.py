"""The official letter (tjänsteskrivelse) and the text for the minutes: one or two pages that the executive board decides from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import capital, date
from vbe.report.model import Callout
from vbe.report.sections.opening import who_answered
from vbe.report.sections.red import reds
from vbe.report.sections.summary import opening, points_to_decide
from vbe.report.shapes import group, listing, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.model import Block, Flat
    from vbe.report.view import View


def memo(view: View) -> Iterator[Block]:
    """The parts of the letter, in the order that a municipality has them."""
    board = view.name(view.corpus.profile.executive_board)
    strategy = view.corpus.strategy
    named = f"”{strategy.title}”" if strategy else view.document
    points = [listing(points_to_decide(view, board), ordered=True)]
    yield group("arende", "Ärende", [paragraph(view.say("memo_matter", board=board, document=named, year=view.year))])
    yield group("forslag", "Förslag till beslut", points)
    yield group("sammanfattning", "Sammanfattning", _summary(view))
    yield group("bakgrund", "Bakgrund", [paragraph(view.say("memo_background", document=named, board=board))])
    yield group("beredning", "Beredning", [paragraph(_preparation(view))])
    own = view.comments
    yield group("ekonomi", "Ekonomiska konsekvenser", _filled(own.economy if own else None, view.say("memo_fill_economy")))
    yield group("barn", "Konsekvenser för barn", _filled(own.children if own else None, view.say("memo_fill_children")))
    yield group("bilagor", "Bilagor", [listing(_attachments(view), ordered=True)])
    yield group("skickas-till", "Beslutet skickas till", [listing(_receivers(view))])
    yield group("protokoll", "Text till protokollet", _minutes(view, board))


def _summary(view: View) -> Iterator[Flat]:
    if view.comments is not None and view.comments.summary:
        yield paragraph(view.comments.summary)
    yield paragraph(opening(view))
    red = list(reds(view))
    if red and view.answered:
        yield listing(view.numbered(identity) for identity in red)


def _preparation(view: View) -> str:
    own = view.comments
    by = view.inside(own.author) if own and own.author else view.say("memo_prepared_by", city=view.city)
    return view.say("memo_preparation", by=by, answered=who_answered(view), as_of=date(view.as_of))


def _filled(text: str | None, place: str) -> Iterator[Flat]:
    """The official's own text; until there is one, a place that says what goes there."""
    yield paragraph(text) if text else Callout("note", "Att fylla i", place)


def _attachments(view: View) -> Iterator[str]:
    yield f"Uppföljning {view.year}"
    yield f"Uppföljning {view.year}: bilaga"
    yield from view.comments.attachments if view.comments else ()


def _receivers(view: View) -> Iterator[str]:
    own = view.comments.sent_to if view.comments else ()
    to = (*view.corpus.profile.report_recipients, *view.boards, *own)
    yield from (view.name(actor) for actor in dict.fromkeys(to) if actor != view.corpus.profile.executive_board)


def _minutes(view: View, board: str) -> Iterator[Flat]:
    """What stands in the minutes: the matter, the decision in the past tense of a protocol's own form, and who gets it."""
    yield paragraph(view.say("memo_minutes_lead", board=board))
    yield listing((capital(point) for point in points_to_decide(view, board)), ordered=True)
