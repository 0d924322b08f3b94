"""What was done together: cooperation, the situation picture and the horizon scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.evidence import evidence
from vbe.domain.freshness.months import months_later
from vbe.domain.labels import swedish_value
from vbe.domain.lifecycle import has_begun, has_ended, lives
from vbe.language.swedish import capital, folded, listed, lowered, number, order
from vbe.model.records.evidence import (
    AgreementNote,
    DecisionTaken,
    Horizon,
    Meeting,
    Referral,
    ReportBack,
    SituationPicture,
)
from vbe.report import sentences
from vbe.report.rows import said_cell, told_cell
from vbe.report.shapes import cell, column, day, listing, paragraph, status, table_of
from vbe.report.when import every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records.evidence import Dated
    from vbe.model.records.organisation import Agreement, Partner
    from vbe.report.model import Block, Cell
    from vbe.report.shapes import Columns
    from vbe.report.view import View

    Contact = AgreementNote | DecisionTaken | Referral | ReportBack


def _register(piece: Dated) -> str | None:
    """Case number and paragraph, where they are known."""
    return ", ".join(p for p in (piece.case_number, f"§\u00a0{piece.paragraph}" if piece.paragraph else None) if p) or None


def cooperation(view: View) -> Iterator[Block]:
    """Meetings by function, agreements with their end, networks, and what else was done together."""
    met = evidence(view.corpus, Meeting, view.year, view.as_of)
    columns: Columns[tuple[str, Meeting]] = (
        (column("Dag", "date", 2), lambda pair: day(pair[1].date)),
        (column("Grupp", width=3), lambda pair: cell(view.name(pair[1].group) if pair[1].group else None)),
        (column("Funktioner på plats", "number", 2), lambda pair: cell(_functions(pair[1]))),
        (column("Vad", width=5), lambda pair: told_cell(*pair)),
    )
    yield table_of("moten", f"Möten under {view.year}", met, columns, f"Inga möten är redovisade för {view.year}.")
    if tasks := list(_tasks(view)):
        yield listing(tasks)
    yield _agreements(view)
    networks = sorted((p.name for p in _partners(view) if p.kind == "network" and lives(p, view.as_of)), key=order)
    if networks:
        yield paragraph(sentences.boards.networks(view.say, view.document, networks))
    yield _contacts(view)


def _functions(meeting: Meeting) -> str | None:
    return number(len(meeting.functions)) if meeting.functions else None


def _tasks(view: View) -> Iterator[str]:
    """What the standing groups are for and how often they meet, and what is a partner's task and not ours."""
    for group in view.corpus.organisation.groups if view.corpus.organisation else ():
        often = f"Träffas {every(group.meets_every_months)}." if group.meets_every_months else ""
        called = f"Vid behov deltar {view.names_inside(group.on_call)}." if group.on_call else ""
        task = " ".join(part for part in (folded(group.mandate or ""), often, called) if part)
        if task and lives(group, view.as_of):
            yield f"{group.name}: {lowered(task) if group.mandate is None else task}"
    for partner in _partners(view):
        if partner.duty and lives(partner, view.as_of):
            yield f"{partner.name}: {folded(partner.duty)}"


def _partners(view: View) -> tuple[Partner, ...]:
    return view.corpus.organisation.partners if view.corpus.organisation else ()


def _agreements(view: View) -> Block:
    begun = [(p, a) for p in _partners(view) for a in p.agreements if has_begun(a, view.as_of)]
    columns: Columns[tuple[Partner, Agreement]] = (
        (column("Överenskommelse", width=4), lambda pair: cell(pair[1].title)),
        (column("Part", width=3), lambda pair: cell(view.names(pair[1].parties or (pair[0].id,)))),
        (column("Gäller från", "date", 2), lambda pair: day(pair[1].valid_from)),
        (column("Gäller till och med", "date", 2), lambda pair: day(pair[1].valid_to)),
        (column("Läge", "status", 2), lambda pair: _agreement(view, pair[1])),
    )
    return table_of("overenskommelser", "Överenskommelser", begun, columns, "Inga överenskommelser är registrerade.")


def _agreement(view: View, agreement: Agreement) -> Cell:
    if agreement.valid_to is None:
        return status("grey", "Slutdatum saknas")
    if has_ended(agreement, view.as_of):
        return status("red", "Utgången")
    if agreement.valid_to <= months_later(view.as_of, 6):
        return status("yellow", "Går ut inom sex månader")
    return status("green", "Gäller")


def _contacts(view: View) -> Block:
    done: list[tuple[str, Contact]] = [
        *evidence(view.corpus, AgreementNote, view.year, view.as_of),
        *evidence(view.corpus, DecisionTaken, view.year, view.as_of),
        *evidence(view.corpus, Referral, view.year, view.as_of),
        *evidence(view.corpus, ReportBack, view.year, view.as_of),
    ]
    columns: Columns[tuple[str, Contact]] = (
        (column("Dag", "date", 2), lambda pair: day(pair[1].date)),
        (column("Typ", width=2), lambda pair: cell(swedish_value(pair[1].kind))),
        (column("Vad", width=5), lambda pair: told_cell(*pair)),
        (column("Med eller till", width=3), lambda pair: cell(view.names(_with_whom(pair[1])))),
        (column("Ärende", width=2), lambda pair: cell(_register(pair[1]))),
    )
    done.sort(key=lambda pair: (pair[1].date, pair[0]))
    empty = f"Inga andra kontakter eller beslut är redovisade för {view.year}."
    return table_of("kontakter", f"Avstämningar, beslut och återrapportering under {view.year}", done, columns, empty)


def _with_whom(piece: Contact) -> tuple[str, ...]:
    match piece:
        case AgreementNote():
            return (piece.partner,)
        case DecisionTaken():
            return (piece.body,)
        case Referral():
            return piece.sent_to
        case ReportBack():
            return (piece.to,)


def situation(view: View) -> Iterator[Block]:
    """The day and the partners of the situation picture, never its content; and the horizon scanning."""
    yield paragraph(view.say("situation_lead"))
    pictures = [piece for _, piece in reversed(evidence(view.corpus, SituationPicture, None, view.as_of))]
    months = view.corpus.profile.intervals.situation_picture
    columns: Columns[SituationPicture] = (
        (column("Dag", "date", 2), lambda piece: day(piece.date)),
        (column("Tillsammans med", width=3), lambda piece: said_cell(piece, view.names(piece.partners))),
        (column("Miljöer", width=5), lambda piece: cell(_environments(view, piece.environments))),
        (column("Nästa senast", "date", 2), lambda piece: day(months_later(piece.date, months))),
    )
    yield table_of("lagesbild", "Lokala lägesbilder", pictures, columns, "Ingen lägesbild är registrerad.")
    yield _horizon(view)


def _environments(view: View, chosen: tuple[str, ...]) -> str:
    names = view.corpus.profile.environments
    known = [names.get(environment, environment) for environment in chosen]
    return listed(name if not index else lowered(name) for index, name in enumerate(known))


def _horizon(view: View) -> Block:
    entries = [piece for _, piece in evidence(view.corpus, Horizon, view.year, view.as_of)]
    columns: Columns[Horizon] = (
        (column("Dag", "date", 2), lambda piece: day(piece.date)),
        (column("Typ", width=2), lambda piece: cell(capital(swedish_value(piece.source_type)))),
        (column("Källa", width=4), lambda piece: cell(piece.source)),
        (column("Vad det innebär", width=5), lambda piece: said_cell(piece, piece.consequence or piece.note)),
    )
    nothing = f"Ingen omvärldsnotering är redovisad för {view.year}."
    return table_of("omvarld", f"Omvärldsbevakning under {view.year}", entries, columns, nothing)
