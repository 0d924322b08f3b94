"""Who does what: every role, group, department and board that the document gives something to do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vbe.language.prose import one, said
from vbe.language.swedish import by_number, listed, order
from vbe.model.records.organisation import Group
from vbe.report.shapes import cell, column, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.report.governing.plan import Plan
    from vbe.report.model import Block


def roles(plan: Plan) -> Iterator[Block]:
    """A row for each, in the order of the alphabet."""
    answers, leads = _measures(plan), _areas(plan)
    owner = (plan.strategy.owner_role,) if plan.strategy.owner_role else ()
    named = {*answers, *leads, *owner, *_groups(plan)}
    actors = sorted((a for a in named if plan.organisation.find(a)), key=lambda a: order(plan.organisation.name(a)))
    if actors:
        rows = [(cell(plan.organisation.name(a)), cell(*_tasks(plan, a, answers.get(a, []), leads.get(a, [])))) for a in actors]
        yield table("ansvar", one("Vem som gör vad"), (column("Roll eller organ", width=2), column("Svarar för", width=5)), rows)


def _measures(plan: Plan) -> dict[str, list[str]]:
    """Actor → the measures that name it."""
    found: dict[str, list[str]] = defaultdict(list)
    for identity, measure in sorted(plan.corpus.commitments.items(), key=lambda item: by_number(item[0])):
        for actor in measure.responsible:
            found[actor].append(identity)
    return found


def _areas(plan: Plan) -> dict[str, list[str]]:
    """Actor → the areas that it leads."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, area in sorted(plan.corpus.areas.items()):
        found[area.lead].append(str(int(number)))
    return found


def _groups(plan: Plan) -> set[str]:
    """The standing groups with a mandate that exist on the document's day."""
    return {
        key
        for key, actor in plan.corpus.actors.items()
        if isinstance(actor, Group) and actor.mandate and plan.organisation.exists(key)
    }


def _tasks(plan: Plan, actor: str, answers: list[str], leads: list[str]) -> Iterator[str]:
    found = plan.organisation.find(actor)
    content = found.content if found else None
    if actor == plan.strategy.owner_role:
        yield said("Ansvarar för dokumentet.")
    if leads:
        yield said("Leder arbetet i område {areas}.", areas=listed(leads))
    if answers:
        yield said("Ansvarar för åtgärd {measures}.", measures=listed(answers))
    if isinstance(content, Group):
        if content.mandate:
            yield content.mandate
        if content.convener:
            yield said("Sammankallas av {who}.", who=plan.organisation.inside(content.convener))
        if content.members:
            yield said("Består av {who}.", who=listed(plan.organisation.inside(member) for member in content.members))
