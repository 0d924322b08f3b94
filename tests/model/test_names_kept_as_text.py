"""Where the name of a field is kept as a text, mypy is silent when the field gets another: these tests are not.

A name stands in a table of names, in an answer that `vbe new` asks for, in what an import writes, or as a word in `getattr`,
`having` and `model_copy`.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import vbe.model.fields
import vbe.model.prose
from tests.domain.towns import corpus, lindvik
from vbe.cli.completion import _command
from vbe.model.introspection import fields_of
from vbe.model.places import PLACES
from vbe.model.records import ACTOR_TYPES, ALL_KINDS, KINDS
from vbe.model.records.area import Area, Commitment, Indicator
from vbe.model.records.obligations import Obligation
from vbe.model.records.organisation import Agreement
from vbe.model.records.routine import Guidance, Prohibition, Routine, Step
from vbe.model.records.strategy import Goal
from vbe.scaffold.entries import EVIDENCE
from vbe.scaffold.kinds import BEGINNINGS
from vbe.store.editing.order import FIRST, LAST, MOVES

ROOT = Path(__file__).parents[2]
VBE = ROOT / "vbe"
assert len(PLACES) == len(KINDS)  # Every module of records has been imported.


def _models(top: type) -> set[type]:
    return {top, *(model for child in top.__subclasses__() for model in _models(child))}


MODELS = [model for model in _models(vbe.model.fields.Model) if model.__module__.startswith("vbe.")]
FIELDS = {name for model in MODELS for name in fields_of(model)}
ATTRIBUTES = FIELDS | {name for model in MODELS for name in dir(model)}


def test_texts_that_are_no_prose_are_fields():
    assert vbe.model.prose.NO_PROSE | vbe.model.prose.NO_SENTENCES <= FIELDS


@pytest.mark.parametrize("model", MOVES, ids=lambda model: model.__name__)
def test_what_a_layout_moves_is_a_field_of_its_model_or_of_its_children(model):
    known = {name for child in _models(model) for name in fields_of(child)}
    assert {name for move in MOVES[model] for name in move} <= known | {FIRST, LAST}


@pytest.mark.parametrize("kind", [*ALL_KINDS.values(), *KINDS], ids=lambda kind: kind.name)
def test_a_kind_names_its_own_fields(kind):
    if isinstance(kind.model, type) and issubclass(kind.model, vbe.model.fields.Model):
        models = {actor.model for actor in ACTOR_TYPES.values()} | {kind.model} if kind.name == "actor" else {kind.model}
        known = {name for model in models for name in fields_of(model)}
        listed = {listed.field for listed in getattr(kind, "entries", ())}
        own = kind.identity_fields if kind.is_anonymous else ()
        assert {*kind.titles, *own, *listed} <= known


def _trees():
    for path in sorted(VBE.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _calls(tree: ast.AST, name: str):
    """The calls of a function or method with a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == name:
            yield node


def _texts(nodes) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_what_is_given_another_value_is_a_field():
    """`content.having(reviews=…)` and `model_copy(update={"reviews": …})`, whose names no type says."""
    seen, wrong = 0, []
    for file, tree in _trees():
        named = [word.arg for call in _calls(tree, "having") for word in call.keywords if word.arg]
        for call in _calls(tree, "model_copy"):
            updates = [word.value for word in call.keywords if word.arg == "update"]
            named += [key for table in updates if isinstance(table, ast.Dict) for key in _texts(table.keys)]
        seen += len(named)
        wrong += [f"{file}: {name}" for name in named if name not in FIELDS]
    assert wrong == []
    assert seen > 30


def test_what_the_domain_the_rules_and_the_outputs_look_for_by_name_is_there():
    """`getattr(content, "reviews", ())`, in the rooms that read records."""
    rooms, seen, wrong = ("domain", "rules", "report", "site", "scaffold", "model"), 0, []
    for file, tree in _trees():
        if file.split("/")[1] in rooms:
            named = _texts(call.args[1] for call in _calls(tree, "getattr") if len(call.args) > 1)
            seen += len(named)
            wrong += [f"{file}: {name}" for name in named if name not in ATTRIBUTES | OTHERS]
    assert wrong == []
    assert seen > 20


OTHERS = {"written", "pattern", "own_names", "docx_context"}
"""Looked for by name on what is no record: a day's own words, a fact of pydantic's, a module of a format."""
WRITTEN = {"vbe/importing/measures.py": Commitment, "vbe/importing/indicators.py": Indicator}
"""Module of the import → the model of the entries that it writes."""


def test_what_an_import_writes_is_a_field():
    seen, wrong = 0, []
    for file, tree in _trees():
        if file.startswith("vbe/importing/"):
            adds = [call for call in _calls(tree, "add") if getattr(call.func, "value", None) is not None and len(call.args) > 1]
            named = _texts(call.args[0] for call in adds)
            seen += len(named)
            known = set(fields_of(WRITTEN[file])) if file in WRITTEN else FIELDS
            wrong += [f"{file}: {name}" for name in named if name not in known]
    assert wrong == []
    assert seen > 20


ASKED = {
    "routine": (Routine, Step, Prohibition),
    "guidance": (Guidance,),
    "area": (Area, Commitment),
    "commitment": (Commitment,),
    "indicator": (Indicator,),
    "obligation": (Obligation,),
    "goal": (Goal,),
    "agreement": (Agreement,),
    **{kind.name: (kind.model,) for kind in ACTOR_TYPES.values() if kind.name in BEGINNINGS},
}
"""Kind of `vbe new` → the models that its answers fill in."""
PLACES_ASKED = {"slug", "area", "department", "board", "partner", "year", "all_boards"}
"""Answers that say where a thing stands."""


@pytest.mark.parametrize("kind", ASKED)
def test_what_new_asks_for_is_a_field(kind):
    asked = {prompt.name for prompt in BEGINNINGS[kind].questions(corpus(lindvik()), {})}
    assert asked - PLACES_ASKED <= {name for model in ASKED[kind] for name in fields_of(model)}


@pytest.mark.parametrize("kind", EVIDENCE)
def test_what_new_asks_for_of_a_piece_of_evidence_is_a_field(kind):
    asked = {prompt.name for prompt in BEGINNINGS["evidence"].questions(corpus(lindvik()), {"evidence_kind": kind})}
    assert asked - {"commitment", "evidence_kind"} <= set(fields_of(EVIDENCE[kind]))


@pytest.mark.parametrize("command", [name for name in BEGINNINGS if name not in ("followup", "evidence")])
def test_the_options_of_new_are_what_it_asks_for(command):
    """An option is called as the question that it answers, so that a question with another name cannot lose its option.
    What a piece of evidence has is given with `--field`."""
    words = _command(["new"]).commands["new"].commands[command].params
    options = {param.name.rstrip("_") for param in words} - {"root", "lang", "help", "yes", "dry_run", "commits", "commit"}
    asked = {prompt.name for prompt in BEGINNINGS[command].questions(corpus(lindvik()), {})}
    of_what_is_there = {"indicators"} if command == "area" else set()  # A new area has none yet.
    assert asked - of_what_is_there <= options
