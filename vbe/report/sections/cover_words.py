"""What the document's cover says beside its days: who answers, what it belongs to, and who decided it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.swedish import capital, date, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.strategy import BodyDecided, Strategy, Version
    from vbe.report.view import View


def said_beside(view: View, strategy: Strategy, latest: Version | None) -> Iterator[str]:
    """A sentence for each thing that the cover says; nothing of what it does not say."""
    name = capital(view.document)
    if strategy.required_by_law:
        laws = f": {listed(strategy.law_refs)}" if strategy.law_refs else ""
        yield f"En lag kräver ett sådant dokument{laws}."
    if strategy.title_year is not None:
        yield f"Årtalet {strategy.title_year} i titeln är ett annat än tiden som {view.document} gäller."
    if strategy.political_owner is not None:
        yield f"{view.name(strategy.political_owner)} svarar politiskt för {view.document}."
    if latest is not None and latest.case_number is not None:
        yield f"Version {latest.version} har diarienummer {latest.case_number}."
    if latest is not None and latest.decisions:
        decided = listed(told_decision(view.inside(each.body), each) for each in latest.decisions)
        yield f"{name} är gemensam och beslutad av {decided}."
    if strategy.parent is not None:
        yield f"{name} hör till {strategy.parent}."
    if strategy.related:
        yield f"Dokument som hör ihop med {view.document}: {listed(strategy.related)}."
    if strategy.supersedes:
        yield f"{name} ersätter {listed(strategy.supersedes)}."
    if strategy.next_review_on is not None:
        yield f"Nästa prövning av om {view.document} är aktuell: {date(strategy.next_review_on)}."


def told_decision(who: str, decision: BodyDecided) -> str:
    """`kommunfullmäktige i Lindvik (den 3 maj 2024, § 12, KS/2024:7)`."""
    day = f"den {date(decision.date)}" if decision.date else ""
    paragraph = f"§\u00a0{decision.paragraph}" if decision.paragraph else ""
    register = ", ".join(part for part in (day, paragraph, decision.case_number) if part)
    return f"{who} ({register})" if register else who
