"""New entries of the organisation and of the plan's own text: an actor, an agreement, a goal, a demand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.introspection import fields_of
from vbe.model.records import HOLDERS
from vbe.model.records.area import AREA
from vbe.model.records.obligations import OBLIGATION, OBLIGATIONS, Obligation, Obligations
from vbe.model.records.organisation import (
    ACTOR,
    BOARD,
    DEPARTMENT,
    ORGANISATION,
    PARTNER,
    ROLE,
    Board,
    Organisation,
    Partner,
)
from vbe.model.records.strategy import STRATEGY, Strategy
from vbe.scaffold.choices import actors, organised, slug
from vbe.scaffold.filling import element, fill, record, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Prompt
from vbe.store.editing.insertion import append
from vbe.store.editing.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.diagnostics import Route
    from vbe.model.corpus import Corpus
    from vbe.model.fields import Model
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

EMPTY = re.compile(r"^(?P<key>[a-z_]+): \[\] *\n", re.MULTILINE)
"""A list that has nothing in it yet, as it is written in brackets."""
NUMBER = re.compile(r"O-(\d\d)-(\d\d)\Z")


def actor_questions(sort: str) -> Callable[[Corpus, Answers], list[Prompt]]:
    """What an actor of a type must say: its name; the rest where it is known."""

    def questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
        asked = [Prompt("name", _("The name, as the municipality writes it"))]
        if sort == BOARD.name:
            asked.append(Prompt("level", _("Level"), fields_of(Board)["level"].shape.choices, _("level"), needed=False))
        elif sort == DEPARTMENT.name:
            asked.append(Prompt("boards", _("The boards that it serves"), actors(corpus, BOARD.name), _("board"), many=True))
            asked.append(Prompt("head", _("The role that heads it"), actors(corpus, ROLE.name), _("role"), needed=False))
        elif sort == ROLE.name:
            known = actors(corpus, DEPARTMENT.name)
            asked.append(Prompt(DEPARTMENT.name, _("The department it belongs to"), known, _("department"), needed=False))
            asked.append(Prompt("manager", _("Whether it may approve routines"), needed=False))
        else:
            asked.append(
                Prompt("kind", _("What sort of partner"), fields_of(Partner)["kind"].shape.choices, _("sort"), needed=False)
            )
            asked.append(Prompt("duty", _("What is its task and not the municipality's"), needed=False))
        return [*asked, Prompt("id", _("Id"), form="slug", needed=False), Prompt("contact", _("Function mailbox"), needed=False)]

    return questions


def new_actor(sort: str) -> Callable[[Source, Corpus, Answers], list[Change]]:
    """The organisation's file with one actor more."""
    listed = next(entry.field for entry in ORGANISATION.entries if entry.actor_type is not None and entry.actor_type.name == sort)

    def changes(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
        identity = answers.get("id") or slug(answers["name"])
        found = corpus.find(ACTOR, identity)
        if not identity or found is not None:
            message = _("There is already something with the id “{id}”.").format(id=identity)
            raise VbeError(message, _("Choose another with --id."))
        values = {**answers, "id": identity, "list": listed, "manager": True if answers.get("manager") else None}
        lines = element(ORGANISATION.place.path, fill(template("new/actor.yaml"), values), 2)
        return [_appended(corpus, ORGANISATION.name, (listed,), lines, Organisation)]

    return changes


def agreement_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What an agreement with a partner must say (lag 2023:196, 9 §): its purposes and areas."""
    return [
        Prompt(PARTNER.name, _("Partner"), actors(corpus, PARTNER.name), _("partner")),
        Prompt("title", _("The title of the agreement")),
        Prompt("purposes", _("Its purposes"), many=True),
        Prompt("areas", _("The areas it covers"), many=True),
        Prompt("goals", _("Measurable goals"), many=True, needed=False),
        Prompt("follow_up", _("How it is followed up"), needed=False),
        Prompt("signed_by", _("The roles or bodies that signed"), actors(corpus), _("actor"), many=True, needed=False),
        Prompt("valid_from", _("First day"), form="date", needed=False),
        Prompt("valid_to", _("Last day"), form="due", needed=False),
        Prompt("case_number", _("Case number"), needed=False, pattern=corpus.profile.case_number_pattern),
    ]


def agreement(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The organisation's file with one agreement more, at its partner."""
    entry = corpus.find(ACTOR, answers[PARTNER.name])
    assert entry is not None
    lines = element(ORGANISATION.place.path, fill(template("new/agreement.yaml"), answers), 6)
    return [_appended(corpus, ORGANISATION.name, (*entry.route, "agreements"), lines, Partner)]


def goal_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What a goal of the plan must say."""
    demands = tuple(corpus.obligations)
    return [
        Prompt("text", _("The goal, in plain Swedish")),
        Prompt("obligations", _("Demands of the text"), demands, _(OBLIGATION.label), many=True, needed=False),
    ]


def goal(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The plan's fact box with one goal more."""
    lines = element(STRATEGY.place.path, fill(template("new/goal.yaml"), answers), 2)
    return [_appended(corpus, STRATEGY.name, ("goals",), lines, Strategy)]


def demand_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What a demand of the text must say, and what answers for it."""
    kinds, ways = (fields_of(Obligation)[name].shape.choices for name in ("kind", "answered_by"))
    return [
        Prompt("section", _("The section of the text")),
        Prompt("demand", _("What the text demands, in plain Swedish")),
        Prompt("responsible", _("Who the text gives it to"), organised(corpus), _("actor"), many=True),
        Prompt("kind", _("How binding it is"), kinds, _("kind")),
        Prompt("answered_by", _("What answers for it"), ways, _("way")),
        Prompt("answer", _("Rule, command or field that answers"), many=True, needed=False),
        Prompt(AREA.name, _("Area"), tuple(str(int(number)) for number in corpus.areas), _("area"), needed=False, form="number"),
        Prompt("when", _("When, as the text says"), needed=False),
    ]


def demand(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The list of demands with one more, which has the next number of its area; the list itself, where there is none."""
    area = int(answers.get(AREA.name) or 0)
    used = [match for identity in corpus.obligations if (match := NUMBER.match(identity)) and int(match[1]) == area]
    values = {**answers, "id": f"O-{area:02}-{max((int(match[2]) for match in used), default=0) + 1:02}"}
    lines = element(OBLIGATIONS.place.path, fill(template("new/obligation.yaml"), values), 2)
    if corpus.of_kind(OBLIGATIONS.name):
        return [_appended(corpus, OBLIGATIONS.name, (HOLDERS[OBLIGATION.name].entries[0].field,), lines, Obligations)]
    strategy = corpus.strategy
    source = (strategy.case_number or strategy.title) if strategy is not None else ""
    begun = EMPTY.sub(r"\g<key>:\n", fill(template("plain/obligations.yaml"), {"source": source}))
    text = begun + "".join(f"  {line}\n" for line in lines)
    return [Change(OBLIGATIONS.place.path, None, record(OBLIGATIONS.place.path, text))]


def _appended(corpus: Corpus, kind: str, route: Route, lines: list[str], model: type[Model]) -> Change:
    """The file of a kind with one element more in a list; one that is empty in brackets is begun anew."""
    records = corpus.of_kind(kind)
    if not records:
        raise VbeError(_("There is no file for it yet."), _("`vbe validate` says which is missing."))
    document = records[0].document
    key = str(route[0])
    text = EMPTY.sub(lambda match: "" if match["key"] == key else match[0], document.text)
    new = append(text, route, lines, model=model).encode()
    file, old = records[0].file, document.text.encode()
    # A list that is begun has a line of air above it, where the file is in the one layout.
    return Change(file, old, new if lay_out(file, old).changed else lay_out(file, new).new.encode())
