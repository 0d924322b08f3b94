"""A plan and nothing else: its fact box, its organisation, and its areas. What is not known is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vbe.model.fields import NOT_STATED
from vbe.scaffold.choices import slug
from vbe.scaffold.decided import COUNCIL_ID, decisions_text
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.municipality import whose
from vbe.store.editing.scalars import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.scaffold.filling import Filled
    from vbe.scaffold.municipality import Municipality
    from vbe.scaffold.shape import AreaShape, YamlField

PLACEHOLDER = "untouched-placeholder"
"""The rule that finds what is there to be replaced."""
SAMPLE = "Exempel. Skriv vad kommunen ska göra, med planens egna ord."

TYPES: dict[str, dict[str, str | bool]] = {
    "policy": {"name": "Policy", "definite": "policyn", "carries_commitments": False},
    "strategi": {"name": "Strategi", "definite": "strategin"},
    "handlingsplan": {"name": "Handlingsplan", "definite": "handlingsplanen"},
    "riktlinje": {"name": "Riktlinje", "definite": "riktlinjen"},
    "rutin": {"name": "Rutin", "definite": "rutinen", "approved_by_manager": True, "carries_commitments": False},
}
"""The types of document that most municipalities have. Who decides them and for how long, each writes as it has decided."""


def own_type(municipality: Municipality) -> dict[str, YamlField]:
    """The plan's own type, with what the preset says that such a plan is to say; not what this plan is said not to have."""
    shape, key = municipality.shape, municipality.shape["document_type"]
    lacks = {"priority" if each == "priorities" else each for each in municipality.without}
    requires = {word: source for word, source in shape.get("requires", {}).items() if word not in lacks}
    return {key: {**TYPES.get(key, {"name": key.capitalize()}), **({"requires": requires} if requires else {})}}


def plan_records(municipality: Municipality) -> dict[str, bytes]:
    """Every record of the plan, as files."""
    values = shared_values(municipality)
    shape = municipality.shape
    values |= {
        "types": types_text(shape.get("types") or own_type(municipality)),
        "boards": _actors("", [{"id": board.id, "name": board.name} for board in municipality.boards]),
        "departments": _actors("departments", _departments(municipality)),
        "partners": _actors("partners", _partners(municipality)),
    }
    files = {
        "vbe.yaml": "plain/vbe.yaml",
        "strategy/strategy.yaml": "plain/strategy.yaml",
        "strategy/organisation.yaml": "plain/organisation.yaml",
    }
    if "demands" not in municipality.without:
        files["strategy/obligations.yaml"] = "plain/obligations.yaml"
    records = {file: record(file, fill(template(name), values)) for file, name in files.items()}
    return records | dict(_area(municipality, number, area) for number, area in enumerate(municipality.areas, 1))


def shared_values(municipality: Municipality) -> dict[str, Filled]:
    """What the templates of every kind of plan name."""
    shape, decision, without = municipality.shape, municipality.decision, municipality.without
    return {
        "name": municipality.name,
        "whose": whose(municipality.name),
        "code": municipality.code,
        "title": municipality.title,
        "document_type": shape["document_type"],
        "area_count": len(municipality.areas),
        "aims": mapping_text(municipality.aims, 2),
        "year": municipality.year,
        "next_year": municipality.year + 1,
        "case_number": decision.case_number,
        "source": decision.case_number or municipality.title,
        "case_number_quoted": json.dumps(decision.case_number or "…", ensure_ascii=False),
        "case_number_pattern": municipality.case_number_pattern,
        "valid_from": decision.valid_from,
        "valid_to": decision.valid_to,
        "decided_on": decision.decided_on,
        "decided_by": decision.decided_by,
        "paragraph": decision.paragraph,
        "versions": fill(template("plain/version.yaml"), _version(municipality)) if decision.decided_on else "",
        "required_by_law": True if shape.get("required_by_law") else None,
        "law_refs": municipality.law_refs or shape.get("law_refs"),
        "parent": municipality.parent,
        "reporting_boards": [board.id for board in municipality.reporting],
        "recipients": [board.id for board in municipality.reporting] if municipality.is_of_a_board else [COUNCIL_ID],
        **{f"has_{each}": False if each in without else None for each in ("demands", "priorities", "indicators")},
        "situation_picture": shape.get("situation_picture"),
        "first_department": municipality.first.department_id,
        "tool_address": json.dumps(municipality.tool[0]),
        "tool_commit": json.dumps(municipality.tool[1]),
    }


def _version(municipality: Municipality) -> dict[str, Filled]:
    decision = municipality.decision
    decided = {"decided_on": decision.decided_on, "decided_by": decision.decided_by, "paragraph": decision.paragraph}
    return {**decided, "joint": decisions_text(decision)}


def mapping_text(values: Mapping[str, YamlField], depth: int) -> str:
    """A mapping as lines of YAML, so many blanks in."""
    lines = []
    for key, value in values.items():
        if isinstance(value, Mapping):
            lines += [f"{' ' * depth}{key}:", mapping_text(value, depth + 2)]
        else:
            lines.append(f"{' ' * depth}{key}: {'true' if value is True else 'false' if value is False else one_line(value)}")
    return "\n".join(lines)


def types_text(types: Mapping[str, YamlField]) -> str:
    """The types of document, for the profile."""
    return mapping_text(types, 2)


def _partners(municipality: Municipality) -> list[Mapping[str, str]]:
    """Those that such a plan is carried out with, and the municipalities that share it."""
    sharing = [{"id": each.id, "name": each.name, "kind": "municipality"} for each in municipality.decision.partakers]
    return [*municipality.shape.get("partners", ()), *sharing]


def _departments(municipality: Municipality) -> list[dict[str, str]]:
    """The departments that were named; a plan's boards need none."""
    named = [board for board in municipality.all_boards if board.is_department_named]
    return [{"id": board.department_id, "name": board.department, "boards": f"[{board.id}]"} for board in named]


def _actors(key: str, rows: Iterable[Mapping[str, str]]) -> str:
    """A list of actors as lines of YAML; nothing where there are none."""
    lines = []
    for row in rows:
        shown = [f"{k}: {v if k == 'boards' else one_line(v)}" for k, v in row.items()]
        lines += [f"  - {shown[0]}", *(f"    {each}" for each in shown[1:])]
    return "\n".join([*([f"{key}:"] if key else []), *lines]) if lines else ""


def _area(municipality: Municipality, number: int, area: AreaShape) -> tuple[str, bytes]:
    """An area's file; with one sample of a measure where samples are wanted."""
    file = f"measures/{number:02}-{slug(area['title'])}.yaml"
    aims = list(area.get("aims", ()))
    known = municipality.aims
    values: dict[str, Filled] = {
        "title": area["title"],
        "purpose": (area.get("purpose") if municipality.has_examples else None) or NOT_STATED,
        "aims": [aim for aim in aims if aim in known] or list(known)[:1],
        "commitment_id": f"{number}.1",
        "sample": area.get("measure") or SAMPLE,
        "responsible": [NOT_STATED],
        "with": municipality.shape.get("with") or [each.id for each in municipality.decision.partakers],
        "every_months": area.get("every_months"),
        "when": None if area.get("every_months") else NOT_STATED,
        "cause": area.get("cause"),
    }
    sample = fill(template("plain/commitment.yaml"), values).rstrip("\n")
    values["commitments"] = sample if municipality.has_examples else ""
    return file, record(file, fill(template("plain/area.yaml"), values))
