"""What was done together: training and information, cooperation, the situation picture and the horizon scanning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vbe.freshness.months import months_later
from vbe.report.computed import evidence
from vbe.report.disclosure import NOT_SHOWN, parts
from vbe.report.rows import capital
from vbe.report.sections.documents import EVIDENCE
from vbe.report.shapes import cell, column, day, paragraph, status, table_or
from vbe.report.swedish import count, date, listed, lowered, number, order, percent
from vbe.report.view import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.records.organisation import Agreement, Channel, Partner
    from vbe.report.model import Block, Cell
    from vbe.report.view import View

SOURCES = {"research": "forskning", "law": "lag", "inquiry": "utredning", "example": "exempel"}
DONE = {
    "meeting": "möte",
    "training": "utbildning",
    "information": "information",
    "publication": "publicering",
    "decision": "beslut",
    "referral": "remiss",
    "report_back": "återrapportering",
    "agreement": "överenskommelse",
}


def _said(piece: Any, *texts: str | None) -> Cell:
    """The texts of a piece of evidence, and that it is an example."""
    return cell(*texts, EXAMPLE if piece.example else None)


def _register(piece: Any) -> str | None:
    """Case number and paragraph, where they are known."""
    return ", ".join(p for p in (piece.case_number, f"§\u00a0{piece.paragraph}" if piece.paragraph else None) if p) or None


def training(view: View) -> Iterator[Block]:
    """Section 9: trainings, information given, and the channels with the day they were last checked."""
    held: list[tuple[str, Any]] = evidence(view.corpus, "training", view.year, view.as_of)
    shown = parts([piece.participants for _, piece in held], view.corpus.profile.thresholds)
    heads = (
        column("Dag", "date", 2),
        column("Utbildning", width=5),
        column("För", width=2),
        column("Deltagare", "number", 2),
        column("Grundas på", width=2),
    )
    rows = [
        (
            day(piece.date),
            _said(piece, piece.note or f"Åtgärd {identity}"),
            cell(view.names(piece.audience)),
            cell(_attendance(piece, text)),
            cell(EVIDENCE.get(piece.basis or "")),
        )
        for (identity, piece), text in zip(held, shown, strict=True)
    ]
    nothing = f"Ingen utbildning är redovisad för {view.year}."
    yield table_or("utbildningar", f"Utbildningar under {view.year}", heads, rows, nothing)
    yield _information(view)
    yield _channels(view)


def _attendance(piece: Any, participants: str) -> str | None:
    if piece.share is None:
        return participants if piece.participants is not None else None
    if participants == NOT_SHOWN or participants.startswith("<"):
        return participants
    share = f"{percent(piece.share)} av målgruppen"
    return f"{participants} ({share})" if piece.participants is not None else share


def _information(view: View) -> Block:
    given = [pair for kind in ("information", "publication") for pair in evidence(view.corpus, kind, view.year, view.as_of)]
    heads = (column("Dag", "date", 2), column("Vad", width=5), column("Kanal", width=2), column("För", width=2))
    rows = []
    for identity, piece in sorted(given, key=lambda pair: pair[1].date):
        channel = view.corpus.channels.get(getattr(piece, "channel", None) or "")
        texts = (
            getattr(piece, "title", None),
            getattr(piece, "note", None) or (None if getattr(piece, "title", None) else f"Åtgärd {identity}"),
        )
        audience = getattr(piece, "audience", ()) or (channel.audience if channel else ())
        rows.append((day(piece.date), _said(piece, *texts), cell(channel.name if channel else None), cell(view.names(audience))))
    return table_or(
        "information", f"Information under {view.year}", heads, rows, f"Ingen information är redovisad för {view.year}."
    )


def _channels(view: View) -> Block:
    heads = (
        column("Kanal", width=3),
        column("Ansvarig", width=3),
        column("Når", width=3),
        column("Senast kontrollerad", "date", 2),
    )
    checked: dict[str, Any] = {}
    for _, piece in evidence(view.corpus, "information", None, view.as_of):
        checked[getattr(piece, "channel", None) or ""] = piece.date
    rows = [
        (
            cell(_channel_name(view, channel)),
            cell(view.name(channel.owner) if channel.owner else None),
            cell(view.names(channel.audience)),
            day(checked.get(identity)),
        )
        for identity, channel in sorted(view.corpus.channels.items(), key=lambda pair: order(pair[1].name))
    ]
    return table_or("kanaler", "Informationskanaler", heads, rows, "Inga informationskanaler är registrerade.")


def _channel_name(view: View, channel: Channel) -> str:
    closed = channel.closed_on is not None and channel.closed_on <= view.as_of
    return f"{channel.name} (stängd {date(channel.closed_on)})" if closed else channel.name


def cooperation(view: View) -> Iterator[Block]:
    """Section 10: meetings by function, agreements with their end, networks, and what else was done together."""
    met: list[tuple[str, Any]] = evidence(view.corpus, "meeting", view.year, view.as_of)
    heads = (
        column("Dag", "date", 2),
        column("Grupp", width=3),
        column("Funktioner på plats", "number", 2),
        column("Vad", width=5),
    )
    rows = [
        (
            day(piece.date),
            cell(view.name(piece.group) if piece.group else None),
            cell(number(len(piece.functions)) if piece.functions else None),
            _said(piece, piece.note or f"Åtgärd {identity}"),
        )
        for identity, piece in met
    ]
    yield table_or("moten", f"Möten under {view.year}", heads, rows, f"Inga möten är redovisade för {view.year}.")
    yield _agreements(view)
    networks = sorted((p.name for p in _partners(view) if p.kind == "network" and _lives(view, p)), key=order)
    if networks:
        yield paragraph(f"Strategin pekar ut {count(len(networks), 'nätverk', 'nätverk')}: {listed(networks)}.")
    yield _contacts(view)


def _partners(view: View) -> tuple[Partner, ...]:
    return view.corpus.organisation.partners if view.corpus.organisation else ()


def _lives(view: View, actor: Any) -> bool:
    return not (actor.valid_to and actor.valid_to < view.as_of) and not (actor.valid_from and actor.valid_from > view.as_of)


def _agreements(view: View) -> Block:
    heads = (
        column("Överenskommelse", width=4),
        column("Part", width=3),
        column("Gäller från", "date", 2),
        column("Gäller till och med", "date", 2),
        column("Läge", "status", 2),
    )
    rows = [
        (cell(a.title), cell(view.names(a.parties or (p.id,))), day(a.valid_from), day(a.valid_to), _agreement(view, a))
        for p in _partners(view)
        for a in p.agreements
        if a.valid_from is None or a.valid_from <= view.as_of
    ]
    return table_or("overenskommelser", "Överenskommelser", heads, rows, "Inga överenskommelser är registrerade.")


def _agreement(view: View, agreement: Agreement) -> Cell:
    if agreement.valid_to is None:
        return status("grey", "Slutdatum saknas")
    if agreement.valid_to < view.as_of:
        return status("red", "Utgången")
    if agreement.valid_to <= months_later(view.as_of, 6):
        return status("yellow", "Går ut inom sex månader")
    return status("green", "Gäller")


def _contacts(view: View) -> Block:
    kinds = ("agreement", "decision", "referral", "report_back")
    done = [pair for kind in kinds for pair in evidence(view.corpus, kind, view.year, view.as_of)]
    heads = (
        column("Dag", "date", 2),
        column("Typ", width=2),
        column("Vad", width=5),
        column("Med eller till", width=3),
        column("Ärende", width=2),
    )
    rows = []
    for identity, piece in sorted(done, key=lambda pair: (pair[1].date, pair[0])):
        with_ = getattr(piece, "partner", None) or getattr(piece, "to", None) or getattr(piece, "body", None)
        others = (with_,) if with_ else getattr(piece, "sent_to", ())
        text = getattr(piece, "note", None) or f"Åtgärd {identity}"
        rows.append(
            (day(piece.date), cell(DONE[piece.kind]), _said(piece, text), cell(view.names(others)), cell(_register(piece)))
        )
    empty = f"Inga andra kontakter eller beslut är redovisade för {view.year}."
    return table_or("kontakter", f"Avstämningar, beslut och återrapportering under {view.year}", heads, rows, empty)


def situation(view: View) -> Iterator[Block]:
    """Section 11: the day and the partners of the situation picture, never its content; and the horizon scanning."""
    yield paragraph("Här visas bara när lägesbilden togs fram och med vem. Innehållet finns inte i rapporten.")
    pictures: list[tuple[str, Any]] = evidence(view.corpus, "situation_picture", None, view.as_of)
    heads = (
        column("Dag", "date", 2),
        column("Tillsammans med", width=3),
        column("Miljöer", width=5),
        column("Nästa senast", "date", 2),
    )
    environments = view.corpus.profile.environments
    months = view.corpus.profile.intervals.situation_picture
    rows = [
        (
            day(piece.date),
            _said(piece, view.names(piece.partners)),
            cell(_environments(environments, piece.environments)),
            day(months_later(piece.date, months)),
        )
        for _, piece in reversed(pictures)
    ]
    yield table_or("lagesbild", "Lokala lägesbilder", heads, rows, "Ingen lägesbild är registrerad.")
    yield _horizon(view)


def _environments(names: Mapping[str, str], chosen: tuple[str, ...]) -> str:
    known = [names.get(environment, environment) for environment in chosen]
    return listed(name if not index else lowered(name) for index, name in enumerate(known))


def _horizon(view: View) -> Block:
    entries: list[tuple[str, Any]] = evidence(view.corpus, "horizon", view.year, view.as_of)
    heads = (column("Dag", "date", 2), column("Typ", width=2), column("Källa", width=4), column("Vad det innebär", width=5))
    rows = [
        (
            day(piece.date),
            cell(capital(SOURCES[piece.source_type])),
            cell(piece.source),
            _said(piece, piece.consequence or piece.note),
        )
        for _, piece in entries
    ]
    nothing = f"Ingen omvärldsnotering är redovisad för {view.year}."
    return table_or("omvarld", f"Omvärldsbevakning under {view.year}", heads, rows, nothing)
