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
from vbe.report.shapes import cell, column, paragraph, status, table, table_of
from vbe.report.when import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.colours import Colour
    from vbe.domain.demands import Bearer, Demand
    from vbe.model.records.obligations import Obligation
    from vbe.report.model import Block
    from vbe.report.shapes import Columns
    from vbe.report.view import View

HIDDEN = "ett internt dokument"
OTHERS = "Annans uppgift"
STATES: tuple[str, ...] = (
    "current",
    "due_soon",
    "edited_since_review",
    "not_harmonised",
    "overdue",
    "never_reviewed",
    "expired",
    "unknown",
    "draft",
)
TERMS = {
    "avsteg": ("waiver", ()),
    "avvikelse": ("deviation", ()),
    "försenad": ("late", ()),
    "krav": ("demand", ("own",)),
    "löpande": ("continuous", ("often", "own")),
    "mätetal": ("indicator", ()),
    "spårbarhet": ("traceability", ("own",)),
    "uppföljning": ("follow_up", ()),
    "vår läsning": ("reading", ("own",)),
    "åtgärd": ("commitment", ()),
    "åtgärdsområde": ("area", ("own",)),
}
"""The report's own words → the block that explains each, and what it is handed. What the municipality's document means by
its words stands in its `definitions`."""


def traceability(view: View) -> Iterator[Block]:
    """Appendix 1: every demand of the text, who carries it, and how it stands."""
    colours = tally(demand.colour for demand in view.verdicts.own_demands)
    others = len(view.verdicts.demands) - len(view.verdicts.own_demands)
    lead = sentences.documents.listed_demands(view.say, view.documents_own, colours, others)
    yield paragraph(f"{lead} {view.say('demands_how')}")
    columns: Columns[Obligation] = (
        (column("Krav", width=2), lambda o: cell(o.id)),
        (column("Vad texten kräver", width=6), lambda o: cell(as_read(o.demand, o, "demand", "responsible", "when"))),
        (column("Avsnitt", width=3), lambda o: cell(o.section)),
        (column("Täcks av", width=4), lambda o: cell(_bearers(view, o, demands[o.id].covered_by))),
        (column("Läge", "status", 2), lambda o: status(demands[o.id].colour, answered_words(demands[o.id]))),
    )
    demands = view.verdicts.demands
    caption = f"{capital(view.documents_own)} krav och det som täcker dem"
    yield table_of("sparbarhet", caption, view.corpus.obligations.values(), columns, "Inga krav är registrerade.")


ANSWERED: dict[Colour, str] = {
    "green": "Täcks",
    "yellow": "Täcks, med avvikelse",
    "red": "Täcks, men rött",
    "grey": "Täcks, ej bedömt",
}


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
    named = [f"{'åtgärd' if len(numbers) == 1 else 'åtgärderna'} {listed(numbers)}"] if numbers else []
    named += sorted({_named(view, bearer) for bearer in covered_by if bearer.kind != COMMITMENT.name}, key=order)
    return capital("; ".join(named))


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
    yield table(
        "farger", "Lägen och vad de betyder", heads, [(status(c, _used(c)), cell(view.say(f"colour_{c}"))) for c in BEST_FIRST]
    )
    yield paragraph(view.say("glossary_states"))
    if view.held.documents:
        soon = sentences.documents.soon(view.say, intervals.due_soon_days)
        routine, guidance = every(intervals.routine), every(intervals.guidance)
        yield paragraph(view.say("glossary_intervals", routine=routine, guidance=guidance, soon=soon))
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
    rows = [(cell(capital(swedish_state(s))), cell(_meaning(view, s)), status(STATE_COLOURS[s], "")) for s in STATES]
    dated = (column("Ord", width=3), column("Betyder", width=5), column("Läge", "status"))
    return table("dokumentens-lagen", "Lägen för rutiner och vägledningsexempel", dated, rows)


def _meaning(view: View, state: str) -> str:
    """What a state of a document means."""
    given = {"document": view.document} if state == "not_harmonised" else {}
    return view.say(f"state_{state}", **given)


def explained_terms(view: View) -> dict[str, tuple[str, ...]]:
    """Word → what it means and, for the municipality's own, where that is taken from. The document's definition is last."""
    profile, strategy = view.corpus.profile, view.corpus.strategy
    months = profile.intervals.continuous
    given = {"own": view.documents_own, "often": every(months) if months else view.say("term_once_in_a_while")}
    terms: dict[str, tuple[str, ...]] = {
        term: (view.say(f"term_{block}", **{name: given[name] for name in names}),)
        for term, (block, names) in TERMS.items()
        if _is_held(view, term)
    }
    for defined in (*profile.definitions, *(strategy.definitions if strategy else ())):
        terms[defined.term.lower()] = (defined.meaning, view.say("term_source", source=defined.source))
    return terms


def _is_held(view: View, term: str) -> bool:
    """Whether the plan has what a word stands for."""
    return {"krav": view.held.demands, "spårbarhet": view.held.demands, "mätetal": view.held.indicators}.get(term, True)


def _used(colour: Colour) -> str:
    return {"green": "enligt plan", "yellow": "bevakas", "red": "kräver åtgärd", "grey": "ej bedömd"}[colour]
