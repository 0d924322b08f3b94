"""The two appendices: what carries each demand of the text, and what the words and colours mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.asking import STATUSES
from vbe.domain.colours import BEST_FIRST, tally
from vbe.domain.coverage import Covered
from vbe.domain.labels import STATE_COLOURS, swedish_state, swedish_value
from vbe.language.swedish import capital, listed, order
from vbe.model.records.area import COMMITMENT
from vbe.model.records.organisation import ACTOR, CHANNEL
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.report import sentences
from vbe.report.rows import as_read
from vbe.report.sections.readings import readings
from vbe.report.shapes import cell, column, paragraph, status, table, table_or
from vbe.report.view import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.domain.demands import Bearer, Demand
    from vbe.model.records.obligations import Obligation
    from vbe.report.model import Block, Cell
    from vbe.report.view import View

HIDDEN = "ett internt dokument"
OTHERS = "Annans uppgift"
COLOURS: dict[Colour, str] = {
    "green": "Genomförd, eller går enligt plan. Ett dokument är granskat i tid.",
    "yellow": "Mindre avvikelse, ett svar som saknas, eller en granskning som snart ska göras.",
    "red": "Försenad, för gammal eller inte redovisad.",
    "grey": "Ej påbörjad och ännu inte dags, avbruten, ersatt eller ej bedömd.",
}
STATES_MEANING = {
    "current": "Granskad inom sitt intervall.",
    "due_soon": "Granskningen ska göras inom kort.",
    "edited_since_review": "Innehållet har ändrats efter den senaste granskningen.",
    "not_harmonised": "Inte anpassad till den version av {document} som gäller.",
    "overdue": "Granskningen är försenad.",
    "never_reviewed": "Ingen granskning är noterad. Ett godkännande räknas inte som en granskning.",
    "expired": "Giltighetstiden har gått ut.",
    "unknown": "Underlaget räcker inte för att avgöra.",
    "draft": "Ett utkast, eller ännu inte beslutad.",
}
TERMS = {
    # The report's own words. What the municipality's document means by its words stands in its `definitions`.
    "avsteg": "Ett beslutat undantag från en regel, med skäl, beslutande roll och slutdatum.",
    "avvikelse": "Det som inte blev som planerat.",
    "försenad": "Slutdatum eller tolerans har passerat utan att åtgärden är redovisad som genomförd. Räknas ut av programmet.",
    "krav": "Något som {own} text kräver. Varje krav har ett nummer.",
    "löpande": "Görs utan slutdatum. Uppföljningen väntar sig ett underlag minst {often}; den tiden står inte i {own} text.",
    "vår läsning": "Det som {own} text inte säger utan som vi har läst in, till exempel en ansvarig. Det är inte beslutat. "
    "Varför det står så framgår av tabellen sist i bilagan.",
    "mätetal": "En uppgift som följs år för år, alltid för hela kommunen.",
    "spårbarhet": "Kedjan från {own} krav till åtgärd, rutin, redovisning och rapport.",
    "uppföljning": "Att ta reda på vad som har gjorts. Utvärdering, som frågar efter effekt, är något annat.",
    "åtgärd": "Något som kommunen har åtagit sig att göra, med ansvarig och tid.",
    "åtgärdsområde": "Ett av de områden som {own} åtgärder är ordnade i.",
}


def traceability(view: View) -> Iterator[Block]:
    """Appendix 1: every demand of the text, who carries it, and how it stands."""
    colours = tally(demand.colour for demand in view.verdicts.own_demands)
    others = len(view.verdicts.demands) - len(view.verdicts.own_demands)
    yield paragraph(
        f"{sentences.listed_demands(view.documents_own, colours, others)} Ett krav har samma läge som den sämsta "
        "av de åtgärder som täcker det; finns ingen åtgärd gäller den sämsta av rutinerna och vägledningsexemplen. En funktion, "
        "en kanal eller en rad i dokumentet säger vem eller var, och räcker inte ensam för grönt. Ett krav är rött när inget "
        "täcker det eller när alla dess kanaler har stängt. Ett krav som verktyget prövar är gult när det finns ett avsteg "
        "från regeln. Krav som står två gånger i texten har samma läge."
    )
    heads = (
        column("Krav", width=2),
        column("Vad texten kräver", width=6),
        column("Avsnitt", width=3),
        column("Täcks av", width=4),
        column("Läge", "status", 2),
    )
    rows = [_demand(view, obligation) for obligation in view.corpus.obligations.values()]
    caption = f"{capital(view.documents_own)} krav och det som täcker dem"
    yield table_or("sparbarhet", caption, heads, rows, "Inga krav är registrerade.")


ANSWERED: dict[Colour, str] = {
    "green": "Täcks",
    "yellow": "Täcks, med avvikelse",
    "red": "Täcks, men rött",
    "grey": "Täcks, ej bedömt",
}


def _demand(view: View, obligation: Obligation) -> tuple[Cell, ...]:
    demand = view.verdicts.demands[obligation.id]
    return (
        cell(obligation.id),
        cell(as_read(obligation.demand, obligation, "demand", "responsible", "when")),
        cell(obligation.section),
        cell(_bearers(view, obligation, demand.covered_by)),
        status(demand.colour, answered_words(demand)),
    )


def answered_words(demand: Demand) -> str:
    """How a demand is answered, in words."""
    if demand.covered is Covered.BY_DRAFT:
        return "Bara utkast"
    if not demand.is_answered:
        return "Saknar motsvarighet"
    if demand.is_others:
        return OTHERS
    if demand.covered is Covered.BY_TOOL and not demand.covered_by:
        return "Prövas av verktyget" if demand.colour == "green" else "Avsteg finns"
    return ANSWERED[demand.colour]


def _bearers(view: View, obligation: Obligation, covered_by: tuple[Bearer, ...]) -> str | None:
    if not covered_by:
        if obligation.answered_by == "rule":
            return f"Verktygets kontroll ({listed(obligation.answer)})"
        if obligation.answered_by == "command":
            return f"Kommandot {listed(obligation.answer)}"
        return view.names(obligation.responsible) if obligation.answered_by == "boundary" else None
    numbers = sorted((bearer.id for bearer in covered_by if bearer.kind == COMMITMENT.name), key=order)
    said = [f"{'åtgärd' if len(numbers) == 1 else 'åtgärderna'} {listed(numbers)}"] if numbers else []
    said += sorted({_named(view, bearer) for bearer in covered_by if bearer.kind != COMMITMENT.name}, key=order)
    return capital("; ".join(said))


def _named(view: View, bearer: Bearer) -> str:
    if bearer.kind == ROUTINE.name:
        routine = view.corpus.routines.get(bearer.id)
        return f"rutinen ”{routine.title}”" if routine else HIDDEN
    if bearer.kind == GUIDANCE.name:
        example = view.corpus.guidance.get(bearer.id)
        return f"vägledningsexemplet ”{example.title}”" if example else HIDDEN
    if bearer.kind == CHANNEL.name:
        return view.corpus.channels[bearer.id].name
    if bearer.kind == ACTOR.name:
        return view.inside(bearer.id)
    return f"{view.documents_own} faktaruta och mål"


def glossary(view: View) -> Iterator[Block]:
    """Appendix 2: words, the scale of statuses, the colours and the thresholds."""
    limits, intervals = view.corpus.profile.thresholds, view.corpus.profile.intervals
    heads = (column("Läge", "status", 2), column("Betyder", width=6))
    yield table("farger", "Lägen och vad de betyder", heads, [(status(c, _used(c)), cell(COLOURS[c])) for c in BEST_FIRST])
    yield paragraph(view.say("glossary_states"))
    if view.held.documents:
        often = {"routine": every(intervals.routine), "guidance": every(intervals.guidance)}
        yield paragraph(view.say("glossary_intervals", **often, soon=sentences.soon(intervals.due_soon_days)))
    statuses = listed(map(swedish_value, STATUSES), "eller")
    yield paragraph(view.say("glossary_limits", statuses=statuses, small=limits.small_count, base=limits.share_base))
    if view.held.documents:
        yield _states(view)
    words = (column("Ord", width=2), column("Förklaring", width=6))
    terms = explained_terms(view)
    explained = [(cell(capital(term)), cell(*terms[term])) for term in sorted(terms, key=order)]
    yield table("ordlista", "Ord i rapporten", words, explained)
    yield from readings(view)


def _states(view: View) -> Block:
    """What the states of routines and guidance mean."""
    rows = [
        (cell(capital(swedish_state(s))), cell(text.format(document=view.document)), status(STATE_COLOURS[s], ""))
        for s, text in STATES_MEANING.items()
    ]
    dated = (column("Ord", width=3), column("Betyder", width=5), column("Läge", "status"))
    return table("dokumentens-lagen", "Lägen för rutiner och vägledningsexempel", dated, rows)


def explained_terms(view: View) -> dict[str, tuple[str, ...]]:
    """Word → what it means and, for the municipality's own, where that is taken from. The document's definition is last."""
    profile, strategy = view.corpus.profile, view.corpus.strategy
    often = every(profile.intervals.continuous) if profile.intervals.continuous else "en gång inom en bestämd tid"
    terms: dict[str, tuple[str, ...]] = {
        term: (text.format(own=view.documents_own, often=often),) for term, text in TERMS.items() if _is_held(view, term)
    }
    for defined in (*profile.definitions, *(strategy.definitions if strategy else ())):
        terms[defined.term.lower()] = (defined.meaning, f"Källa: {defined.source}.")
    return terms


def _is_held(view: View, term: str) -> bool:
    """Whether the plan has what a word stands for."""
    return {"krav": view.held.demands, "spårbarhet": view.held.demands, "mätetal": view.held.indicators}.get(term, True)


def _used(colour: Colour) -> str:
    return {"green": "enligt plan", "yellow": "bevakas", "red": "kräver åtgärd", "grey": "ej bedömd"}[colour]
