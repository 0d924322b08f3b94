"""The strategy itself: its cover, versions and goals, how it came about; and what its words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain import addresses
from vbe.language.swedish import capital, date, listed, order
from vbe.model.records.strategy import STRATEGY
from vbe.report.sections.appendices import explained_terms
from vbe.report.view import EXAMPLE
from vbe.site.history import told
from vbe.site.shapes import Page, banner, facts, item, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.strategy import Strategy, Version
    from vbe.site.shapes import Block, Item
    from vbe.site.view import SiteView


def strategy(view: SiteView) -> Iterator[Page]:
    """The cover; the glossary beside it."""
    content = view.corpus.strategy
    if content is not None:
        record = view.corpus.of(STRATEGY)[0]
        blocks = [
            *([banner("example", EXAMPLE, f"{view.plan} är ett exempel. Det är inte beslutat.")] if content.example else []),
            *_cover(view, content),
            *links("Versioner", [_version(view, version) for version in reversed(content.versions)]),
            *links(f"Vad {view.latest.document} vill", [item(goal.text) for goal in content.goals]),
            *links("Läs vidare", _further(view)),
            *links(f"Så kom {view.latest.document} till", list(_preparation(view, content))),
            *told(view, record),
        ]
        lead = "Det som är beslutat, när det gäller och vem som ansvarar."
        yield Page(addresses.STRATEGY_PAGE, content.title, view.plan, tuple(blocks), lead, file=record.file)
    yield _words(view)


def _cover(view: SiteView, content: Strategy) -> list[Block]:
    kind = view.corpus.profile.document_types.get(content.document_type)
    lasting = [
        "tills vidare" if content.until_further_notice else "",
        f"från {date(content.valid_from)}" if content.valid_from else "",
        f"till och med {date(content.valid_to)}" if content.valid_to else "",
    ]
    duty = content.follow_up
    return facts(
        [
            ("Dokumenttyp", kind.name if kind else None),
            ("Ärendenummer", content.case_number),
            ("Beslutad av", [view.actor(content.decided_by)] if content.decided_by else []),
            ("Gäller", capital(" ".join(part for part in lasting if part))),
            ("Dokumentansvarig", [view.actor(content.owner_role)] if content.owner_role else "Inte angiven på omslaget"),
            ("Gäller för", view.actors(content.applies_to)),
            ("Följs upp av", [view.actor(duty.by)] if duty else []),
            ("Lagar", [item(law) for law in content.law_refs]),
            ("Ersätter", listed(content.supersedes)),
            ("Ersatt av", content.superseded_by),
        ]
    )


def _version(view: SiteView, version: Version) -> Item:
    by = f" av {view.organisation.inside(version.decided_by)}" if version.decided_by else ""
    return item(f"Version {version.version}, beslutad {date(version.decided_on)}{by}", None, version.note or "")


def _further(view: SiteView) -> list[Item]:
    found = [item("Åtgärdsområden", addresses.AREAS)] if view.corpus.areas else []
    if view.corpus.obligations:
        found.append(item(f"Allt som {view.latest.document} kräver", addresses.DEMANDS))
    return [*found, item("Ordlista", addresses.WORDS), item("Samverkan och organisation", addresses.ORGANISATION)]


def _preparation(view: SiteView, content: Strategy) -> Iterator[Item]:
    for step in content.preparation:
        when = f"{date(step.date)}: " if step.date else ""
        yield item(f"{when}{step.what}", None, view.organisation.name(step.by))


def _words(view: SiteView) -> Page:
    """The glossary, by the alphabet."""
    terms = explained_terms(view.latest)
    rows = [(capital(term), [item(" ".join(terms[term]))]) for term in sorted(terms, key=order)]
    profile = view.corpus.profile
    blocks = [
        *facts(rows, "Ord"),
        *links("Syften", [item(name) for name in profile.aims.values()]),
        *links("Extremistmiljöer", [item(name) for name in profile.environments.values()]),
    ]
    return Page(addresses.WORDS, "Ordlista", view.plan, tuple(blocks), "Vad orden betyder, och var betydelsen kommer ifrån.")
