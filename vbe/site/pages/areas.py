"""The action areas: what each is for, its commitments with their state, and its indicators over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.domain.colours import tally
from vbe.language.swedish import by_number, capital, listed, lowered
from vbe.model.fields import stated
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR
from vbe.report import sentences, series
from vbe.report.render.charts import drawn
from vbe.report.shapes import NOT_APPLICABLE
from vbe.report.view import short
from vbe.site.history import told
from vbe.site.shapes import Page, facts, item, links, part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records import Record
    from vbe.model.records.area import Area, Commitment, Indicator
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView


def areas(view: SiteView) -> Iterator[Page]:
    """The list of areas, and a page for each."""
    records = view.corpus.of(AREA)
    if not records:
        return
    blocks = links("Alla områden", [_listed(view, record) for record in records])
    yield Page(addresses.AREAS, "Åtgärdsområden", "Områden", tuple(blocks), standing_words(view))
    for record in records:
        yield _page(view, record)


def standing_words(view: SiteView) -> str:
    """Of which follow-up the states are."""
    if not view.latest.followed:
        return "Ingen uppföljning är beslutad än, så läget visas inte." if view.is_public else "Ingen nämnd har redovisat än."
    return f"Läget är det som uppföljningen för {view.latest.year} visar."


def named(number: str, area: Area) -> str:
    """`4. Information, utbildning och kompetensutveckling`."""
    return f"{int(number)}. {area.title}"


def _listed(view: SiteView, record: Record[Area]) -> Item:
    colour = view.latest.verdicts.areas.get(record.id, "grey") if view.tells_states else None
    return item(
        named(record.id, record.content), addresses.page_of(AREA.name, record.id), short(stated(record.content.purpose)), colour
    )


def commitment_item(view: SiteView, identity: str) -> Item:
    """A commitment in a list: its number and name, what is said of it, and its colour."""
    commitment = view.corpus.commitments[identity]
    progress = view.latest.verdicts.progress.get(identity)
    href = view.href(COMMITMENT.name, identity)
    title = f"{identity} {commitment.title or short(commitment.text, 90)}"
    if not view.tells_states:
        return item(title, href)
    note = "" if progress is None else capital(progress.words)
    return item(title, href, note, progress.colour if progress else "grey")


def _page(view: SiteView, record: Record[Area]) -> Page:
    area = record.content
    colour = view.latest.verdicts.areas.get(record.id, "grey")
    counts = tally(view.latest.verdicts.progress[c.id].colour for c in area.commitments if c.id in view.latest.verdicts.progress)
    blocks = [
        *facts(
            [
                (
                    "Läge",
                    [item(capital(sentences.commitments.area_state(view.latest.say, counts)), colour=colour)]
                    if view.tells_states
                    else [],
                ),
                ("Leds av", [view.actor(area.lead)]),
                ("Syfte", capital(listed(lowered(view.aim(aim)) for aim in area.aims))),
            ]
        ),
        *links("Åtgärder", [commitment_item(view, c.id) for c in sorted(area.commitments, key=_number)]),
        *part("Mätetal", (b for indicator in area.indicators for b in _indicator(view, indicator)), "matetal"),
        *told(view, record),
    ]
    trail = (("Åtgärdsområden", addresses.AREAS),)
    path = addresses.page_of(AREA.name, record.id)
    return Page(path, named(record.id, area), "Områden", tuple(blocks), stated(area.purpose), trail, file=record.file)


def _number(commitment: Commitment) -> tuple[int, ...]:
    return by_number(commitment.id)


def _by_sex(view: SiteView, indicator: Indicator) -> list[tuple[str, str]]:
    """The values for women and for men, by year."""
    first = view.latest.year - series.YEARS + 1
    return [
        (sex, listed(f"{year}: {shown.text}" for year, shown in enumerate(values, first)))
        for sex, values in series.by_sex(view.latest, indicator)
    ]


def _indicator(view: SiteView, indicator: Indicator) -> Iterator[Block]:
    """A chart over the years where there is something to compare; else the values in words."""
    place = addresses.place_of(INDICATOR.name, indicator.id)
    chart = series.chart(view.latest, indicator, "sida")
    if chart is not None:
        yield {"type": "place", "id": place, "title": "", "blocks": [drawn(chart), *facts(_by_sex(view, indicator))]}
        return
    known = [point for point in series.points(view.latest, indicator) if point.shown.text != NOT_APPLICABLE]
    values = [f"{point.year}: {point.shown.text}" for point in known] or ["Inga än"]
    rows = [
        ("Värden", listed(values)),
        *_by_sex(view, indicator),
        ("Målvärde", capital(series.target_text(view.latest, indicator))),
        ("Källa", stated(indicator.source)),
    ]
    yield {"type": "place", "id": place, "title": "", "blocks": [*facts([*rows], indicator.title)]}
