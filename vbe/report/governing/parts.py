"""The parts of the governing document, each from the plan to its blocks; what the records do not say is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language.prose import one, said
from vbe.language.swedish import NO_BREAK, by_number, capital, date, genitive, listed, lowered
from vbe.model.fields import stated
from vbe.report.governing.measures import PLACE, is_read, measure_table
from vbe.report.governing.responsibility import roles
from vbe.report.model import Facts
from vbe.report.sections.cover_words import told_decision
from vbe.report.series import UNITS
from vbe.report.shapes import cell, column, fact, group, listing, paragraph, table
from vbe.report.view import labelled
from vbe.report.when import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.area import Area, Indicator
    from vbe.report.governing.plan import Plan
    from vbe.report.model import Block, Cell, Fact, Flat

__all__ = ["areas", "cover", "follow_up", "purpose", "roles", "signatures", "standing", "validity", "words"]


def standing(plan: Plan) -> str:
    """Who decided the document and when; empty where nobody has."""
    version = plan.version
    if version is None:
        return ""
    if version.decisions:
        return said("Beslutad av {by}", by=_deciders(plan))
    paragraph_ = f", §{NO_BREAK}{version.paragraph}" if version.paragraph else ""
    if plan.decider is None:
        return said("Beslutad den {day}{paragraph}", day=date(version.decided_on), paragraph=paragraph_)
    by = plan.organisation.inside(plan.decider)
    return said("Beslutad av {by} den {day}{paragraph}", by=by, day=date(version.decided_on), paragraph=paragraph_)


def _deciders(plan: Plan) -> str:
    """The bodies of a joint plan, each with the day, the paragraph and the register of its own decision."""
    decisions = plan.version.decisions if plan.version else ()
    return listed(told_decision(plan.inside(each.body), each) for each in decisions)


def validity(plan: Plan) -> str:
    """`1 januari 2017–31 december 2021`; empty where the document says nothing of it."""
    first, last = plan.strategy.valid_from, plan.strategy.valid_to
    if first is None and last is None:
        return said("tills vidare") if plan.strategy.until_further_notice else ""
    if last is None:
        text = "från och med {first}, tills vidare" if plan.strategy.until_further_notice else "från och med {first}"
        return said(text, first=date(first))
    return f"{date(first)}–{date(last)}" if first else said("till och med {last}", last=date(last))


def cover(plan: Plan) -> Iterator[Block]:
    """The cover box: what is not said has no row."""
    strategy, version = plan.strategy, plan.version
    together = capital(_deciders(plan))
    rows = {
        "Dokumenttyp": plan.type_name,
        "Diarienummer": strategy.case_number,
        "Beslutad av": together or (plan.organisation.name(plan.decider) if plan.decider else None),
        "Beslutsdatum": date(version.decided_on) if version and not together else None,
        "Paragraf": str(version.paragraph) if version and version.paragraph else None,
        "Version": version.version if version else None,
        "Tidigare versioner": ", ".join(f"vers. {v.version} ({date(v.decided_on)})" for v in strategy.versions if v != version),
        "Versionens diarienummer": version.case_number if version else None,
        "Giltighetstid": capital(validity(plan)),
        "Gäller för": plan.names(strategy.applies_to),
        "Dokumentansvarig": plan.organisation.name(strategy.owner_role) if strategy.owner_role else None,
        "Politiskt ansvarig": plan.organisation.name(strategy.political_owner) if strategy.political_owner else None,
        "Reviderad": date(strategy.revised_on) if strategy.revised_on else None,
        "Aktualiteten prövas": date(strategy.next_review_on) if strategy.next_review_on else None,
        "Hör till": strategy.parent,
        "Hör ihop med": "; ".join(strategy.related),
        "Ersätter": "; ".join(strategy.supersedes),
        "Ersatt av": strategy.superseded_by,
        "Lagrum": "; ".join(strategy.law_refs),
    }
    yield Facts("", tuple(_told(rows)))


def _told(rows: dict[str, str | None]) -> Iterator[Fact]:
    for term, value in rows.items():
        if value:
            yield fact(term, value)


def purpose(plan: Plan) -> Iterator[Block]:
    """What the document wants, and the aims that its areas serve."""
    served = {aim for area in plan.corpus.areas.values() for aim in area.aims}
    aims = [name for key, name in plan.corpus.profile.aims.items() if key in served]
    for goal in plan.strategy.goals:
        yield paragraph(goal.text)
    if aims:
        yield paragraph(plan.say("aims", document=plan.document))
        yield listing(aims)


def words(plan: Plan) -> Iterator[Block]:
    """What the document says that its words mean."""
    found = plan.strategy.definitions
    if found:
        rows = [(cell(entry.term), cell(entry.meaning), cell(entry.source)) for entry in found]
        heads = (column("Ord"), column("Betyder", width=4), column("Källa", width=2))
        yield table("begrepp", one("Ord och vad de betyder"), heads, rows)


def areas(plan: Plan) -> Iterator[Block]:
    """Each area with its purpose and its measures; first what `(vår läsning)` means, where it stands after anything."""
    if any(is_read(measure) for area in plan.corpus.areas.values() for measure in area.commitments):
        yield paragraph(plan.say("reading", own=genitive(plan.document)))
    for number, area in sorted(plan.corpus.areas.items()):
        title = labelled(f"{int(number)}. {area.title}", example=area.example)
        yield group(f"omrade-{number}", title, _area(plan, number, area))


def _area(plan: Plan, number: str, area: Area) -> Iterator[Flat]:
    if stated(area.purpose).rstrip(".").lower() not in ("", area.title.lower()):
        yield paragraph(stated(area.purpose))
    known = plan.corpus.profile.aims
    aims = listed(lowered(known[aim]) for aim in area.aims if aim in known)
    # What every area serves stands once, under the purpose.
    if aims and aims.lower() != area.title.lower() and len({frozenset(other.aims) for other in plan.corpus.areas.values()}) > 1:
        yield paragraph(said("Bidrar till: {aims}.", aims=aims))
    measures = sorted(area.commitments, key=lambda measure: by_number(measure.id))
    if measures:
        yield measure_table(plan, number, area.lead, measures)


def follow_up(plan: Plan) -> Iterator[Block]:
    """Who follows the document up, how often, and by which indicators."""
    duty = plan.strategy.follow_up
    if duty is not None:
        duty_text = plan.say("duty", by=plan.organisation.name(duty.by), document=plan.document, often=every(duty.every_months))
        to = plan.say("duty_to", to=listed(plan.organisation.inside(actor) for actor in duty.to)) if duty.to else ""
        yield paragraph(f"{duty_text} {to}")
    if plan.strategy.review_interval_months:
        yield paragraph(plan.say("currency", often=every(plan.strategy.review_interval_months)))
    found = [(number, i) for number, area in sorted(plan.corpus.areas.items()) for i in area.indicators]
    if found:
        heads = (column("Mätetal", width=3), column("Område"), column("Vad som räknas", width=4), column("Målvärde", width=2))
        yield table("matetal", one("Mätetal"), heads, [_indicator(plan, number, indicator) for number, indicator in found])


def _indicator(plan: Plan, number: str, indicator: Indicator) -> tuple[Cell, ...]:
    targets = [
        f"{plan.guard.target(value, indicator.id, year).text} ({year})" for year, value in sorted(indicator.target.items())
    ]
    counted = stated(indicator.definition) or capital(one(UNITS[indicator.unit]))
    apart = (one("Redovisas även för kvinnor och män var för sig."),) if indicator.by_sex else ()
    return cell(indicator.title), cell(str(int(number))), cell(counted, *apart), cell(*(targets or [one("inget målvärde")]))


def signatures(plan: Plan) -> Iterator[Block]:
    """Places to sign: for whoever decides, each for itself where they are several, and for those who answer for the document."""
    together = [each.body for each in plan.version.decisions] if plan.version else []
    deciding: list[str | None] = [*together] or [plan.decider]
    answering = (plan.strategy.political_owner, plan.strategy.owner_role)
    signing = dict.fromkeys(actor for actor in (*deciding, *answering) if actor)
    if signing:
        heads = (
            column("För", width=2),
            *(column(what, width=3) for what in ("Ort och datum", "Namnteckning", "Namnförtydligande")),
        )
        rows = [(cell(plan.organisation.name(actor), PLACE, PLACE), *(cell(PLACE) for _head in heads[1:])) for actor in signing]
        yield table("underskrifter", one("Plats för underskrifter"), heads, rows)
