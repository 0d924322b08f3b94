"""Routines and guidance examples: how fresh they are, and what changed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.colours import tally
from vbe.domain.labels import STATE_COLOURS, swedish_state, swedish_value
from vbe.domain.lifecycle import in_force, is_over, latest_version
from vbe.language.prose import from_english, said
from vbe.language.swedish import capital, date, listed, order
from vbe.model.places import OVERALL
from vbe.model.records import DOCUMENT_KINDS, HOLDERS
from vbe.model.records.routine import GUIDANCE, ROUTINE
from vbe.report import sentences
from vbe.report.rows import titled
from vbe.report.shapes import cell, column, day, group, listing, paragraph, status, table
from vbe.report.view import labelled, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.domain.document_status import DocumentStatus
    from vbe.model.records.routine import Clocked, Guidance
    from vbe.report.model import Block, Cell, Flat, Group
    from vbe.report.view import View


def routines(view: View) -> Iterator[Block]:
    """Routines by department, with the share that is current and what changed; last, documents of other kinds."""
    yield from _routines(view)
    for kind in DOCUMENT_KINDS:
        if kind not in (ROUTINE.name, GUIDANCE.name):
            yield from _changes(view, kind)


def _routines(view: View) -> Iterator[Block]:
    if not view.corpus.routines:
        yield paragraph("Det finns inga rutiner att visa." if not view.hidden else "Rutinerna är interna och visas inte.")
        return
    version = latest_version(view.corpus.strategy, view.as_of)
    if version:
        decided = date(version.decided_on)
        yield paragraph(view.say("routines_version", version=version.version, document=view.document, on=decided))
    for owner, owned in _by_owner(view, view.corpus.routines):
        name = "Övergripande rutiner" if owner == OVERALL else view.name(owner)
        yield _owned(view, ROUTINE.name, owner, name, owned)
    yield from _changes(view, ROUTINE.name)


def guidance(view: View) -> Iterator[Block]:
    """Guidance examples by board, and the new ones described."""
    if not view.corpus.guidance:
        yield paragraph("Det finns inga vägledningsexempel att visa.")
        return
    for owner, owned in _by_owner(view, view.corpus.guidance):
        yield _owned(view, GUIDANCE.name, owner, view.name(owner), owned)
    new = [
        g
        for g in view.corpus.guidance.values()
        if g.approved_on and g.approved_on.year == view.year and g.approved_on <= view.as_of
    ]
    if new:
        yield group("nya-vagledningsexempel", f"Nya exempel under {view.year}", _described(view, new))
    yield from _changes(view, GUIDANCE.name)


def _by_owner(view: View, documents: Mapping[str, Clocked]) -> list[tuple[str, dict[str, Clocked]]]:
    owners: dict[str, dict[str, Clocked]] = {}
    for identity, document in documents.items():
        owners.setdefault(identity.split("/")[0], {})[identity] = document
    return sorted(owners.items(), key=lambda pair: (pair[0] != OVERALL, order(view.name(pair[0]))))


def _owned(view: View, kind: str, owner: str, name: str, owned: dict[str, Clocked]) -> Group:
    return group(f"{kind}-{owner}", name, _tables(view, kind, owner, name, owned))


def _tables(view: View, kind: str, owner: str, name: str, owned: dict[str, Clocked]) -> Iterator[Flat]:
    live = {i: document for i, document in owned.items() if not is_over(document)}
    colours = tally(STATE_COLOURS[view.state(kind, identity)] for identity in live)
    if colours["green"] + colours["yellow"] + colours["red"]:
        yield paragraph(sentences.documents.current_documents(view.say, colours))
    last = column("Harmoniserad", width=2) if kind == ROUTINE.name else column("Syfte", width=2)
    heads = (
        column("Rutin" if kind == ROUTINE.name else "Vägledningsexempel", width=5),
        column("Godkänd", "date", 2),
        column("Granskad", "date", 2),
        column("Nästa granskning", "date", 2),
        last,
        column("Läge", "status", 2),
    )
    rows = [_row(view, kind, identity, owned[identity]) for identity in sorted(owned, key=lambda i: order(owned[i].title))]
    caption = name if owner == OVERALL else f"{'Rutiner' if kind == ROUTINE.name else 'Vägledningsexempel'}: {name}"
    yield table(f"{kind}-{owner}-tabell", caption, heads, rows)


def _row(view: View, kind: str, identity: str, document: Clocked) -> tuple[Cell, ...]:
    judged = view.verdicts.freshness.get((kind, identity))
    state = view.state(kind, identity)
    clocked = in_force(document)
    return (
        titled(document.title, example=document.example),
        day(document.approved_on),
        day(review.date if (review := document.review_on(view.as_of)) else None),
        day(judged.due_on if judged else None, "saknas" if clocked else "ingen granskning"),
        _harmonised(view, document, judged) if kind == ROUTINE.name else _aims(view, document),
        status(STATE_COLOURS[state], capital(swedish_state(state) if clocked else swedish_value(document.status))),
    )


def _harmonised(view: View, document: Clocked, judged: DocumentStatus | None) -> Cell:
    """Whether it is in line with the latest version; where not, which version it follows, or that only its review is older."""
    version = document.in_line_with(view.as_of)
    if judged is None or (judged.harmonised and version is None):
        return cell(None)
    if judged.harmonised:
        return cell("ja")
    strategy = view.corpus.strategy
    latest = latest_version(strategy, view.as_of)
    older = {v.version for v in strategy.versions if v.decided_on < latest.decided_on} if strategy and latest else set()
    if latest is None or version in older:
        return cell(f"nej, med version {version}")
    return cell(f"nej, granskad före version {latest.version}")


def _aims(view: View, document: Clocked) -> Cell:
    aims = view.corpus.profile.aims
    return cell(listed(aims.get(aim, aim).lower() for aim in getattr(document, "aims", ())))


def _described(view: View, new: list[Guidance]) -> Iterator[Flat]:
    entries = []
    for example in sorted(new, key=lambda g: order(g.title)):
        level = example.evidence_level
        ground = " " + said("Grundas på {what}.", what=swedish_value(level)) if level else ""
        entries.append(f"{labelled(example.title, example=example.example)}: {short(example.what, 280)}.{ground}")
    yield paragraph(sentences.documents.new_examples(view.say, len(entries)))
    yield listing(entries)


def _changes(view: View, kind: str) -> Iterator[Block]:
    texts = [change.text for change in view.changes if change.kind == kind]
    if texts:
        what = from_english(HOLDERS[kind].plural)
        yield group(f"andringar-{kind}", f"Ändringar i {what} under {view.year}", [listing(texts)])
