"""Trainings, information given, and the channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.disclosure.numbers import NOT_SHOWN
from vbe.domain.evidence import evidence
from vbe.domain.labels import swedish_value
from vbe.language.swedish import date, order
from vbe.model.records.evidence import Information, Publication, Training
from vbe.report.rows import said_cell, told_cell
from vbe.report.shapes import cell, column, day, table_of, table_or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.domain.disclosure.guard import Guard
    from vbe.model.records.organisation import Channel
    from vbe.report.model import Block
    from vbe.report.shapes import Columns
    from vbe.report.view import View


def training(view: View) -> Iterator[Block]:
    """Trainings, information given, and the channels with the day they were last checked."""
    held = evidence(view.corpus, Training, view.year, view.as_of)
    columns: Columns[tuple[str, Training]] = (
        (column("Dag", "date", 2), lambda pair: day(pair[1].date)),
        (column("Utbildning", width=5), lambda pair: told_cell(*pair)),
        (column("För", width=2), lambda pair: cell(view.names(pair[1].audience))),
        (column("Deltagare", "number", 2), lambda pair: cell(_attendance(pair[1], view.guard))),
        (column("Grundas på", width=2), lambda pair: cell(swedish_value(pair[1].basis) if pair[1].basis else None)),
    )
    nothing = f"Ingen utbildning är redovisad för {view.year}."
    yield table_of("utbildningar", f"Utbildningar under {view.year}", held, columns, nothing)
    yield _information(view)
    yield _channels(view)


def _attendance(piece: Training, guard: Guard) -> str | None:
    participants = guard.participants(piece)
    attendance = participants.text if piece.participants is not None else None
    if piece.share is None or (attendance is not None and participants.value is None):
        return attendance
    shown = guard.share(piece)
    share = f"andelen {NOT_SHOWN}" if shown.value is None else f"{shown.text} av målgruppen"
    return f"{attendance} ({share})" if attendance else share


def _information(view: View) -> Block:
    given: list[tuple[str, Information | Publication]] = [
        *evidence(view.corpus, Information, view.year, view.as_of),
        *evidence(view.corpus, Publication, view.year, view.as_of),
    ]
    heads = (column("Dag", "date", 2), column("Vad", width=5), column("Kanal", width=2), column("För", width=2))
    rows = []
    for identity, piece in sorted(given, key=lambda pair: pair[1].date):
        channel = view.corpus.channels.get(piece.channel or "")
        title = piece.title if isinstance(piece, Publication) else None
        texts = (title, piece.note or (None if title else f"Åtgärd {identity}"))
        audience = (piece.audience if isinstance(piece, Information) else ()) or (channel.audience if channel else ())
        rows.append(
            (day(piece.date), said_cell(piece, *texts), cell(channel.name if channel else None), cell(view.names(audience)))
        )
    return table_or(
        "information", f"Information under {view.year}", heads, rows, f"Ingen information är redovisad för {view.year}."
    )


def _channels(view: View) -> Block:
    checked = {piece.channel: piece.date for _, piece in evidence(view.corpus, Information, None, view.as_of)}
    channels = sorted(view.corpus.channels.values(), key=lambda channel: order(channel.name))
    columns: Columns[Channel] = (
        (column("Kanal", width=3), lambda channel: cell(_channel_name(view, channel))),
        (column("Ansvarig", width=3), lambda channel: cell(view.name(channel.owner) if channel.owner else None)),
        (column("Når", width=3), lambda channel: cell(view.names(channel.audience))),
        (column("Senast kontrollerad", "date", 2), lambda channel: day(checked.get(channel.id))),
    )
    return table_of("kanaler", "Informationskanaler", channels, columns, "Inga informationskanaler är registrerade.")


def _channel_name(view: View, channel: Channel) -> str:
    closed = channel.closed_on is not None and channel.closed_on <= view.as_of
    return f"{channel.name} (stängd {date(channel.closed_on)})" if closed else channel.name
