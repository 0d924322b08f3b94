"""`vbe init`: a whole repository for another municipality, composed and proven in memory, then written all or nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.places import FILE, FOLDERS, PLACES, globs
from vbe.model.records import KINDS
from vbe.model.schemas import FOLDER, file_name, schema
from vbe.output.codeowners import sealed
from vbe.output.json_text import to_json
from vbe.rules.checker import check
from vbe.scaffold.choices import slug
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.followup import followups
from vbe.scaffold.municipality import ALL, GROUP
from vbe.scaffold.plain import PLACEHOLDER, TYPES, own_type, plan_records, shared_values, types_text
from vbe.scaffold.plan import refuse_wrong
from vbe.store.loader import BrokenProfileError, load
from vbe.store.repository import Listing

if TYPE_CHECKING:
    from vbe.diagnostics import Finding
    from vbe.model.corpus import Corpus
    from vbe.scaffold.filling import Filled
    from vbe.scaffold.municipality import Board, Municipality

OWNERS = "CODEOWNERS"
"""Written over by `vbe codeowners -o` while nobody has changed it."""
PLAIN = {
    "README.md": "README.md",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".gitlab-ci.yml": "gitlab-ci.yml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".github/workflows/vbe.yml": "workflow.yml",
    ".github/workflows/vbe-comment.yml": "comment.yml",
    ".github/workflows/vbe-site.yml": "site.yml",
}
"""File → template, of what is no record."""


class FilesInMemory:
    """A repository that stands nowhere yet."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.root = Path()
        self._files = files

    def listing(self) -> Listing:
        """The files of the data folders."""
        folders = tuple(f"{folder}/" for folder in FOLDERS)
        return Listing(tuple(sorted(file for file in self._files if file.startswith(folders) or file == FILE)))

    def read(self, file: str, limit: int) -> bytes | Finding:  # noqa: ARG002 - the form of every source
        """A file's content."""
        return self._files[file]


def compose_repository(municipality: Municipality) -> dict[str, bytes]:
    """Every file of the repository, proven: nothing wrong but the samples' own words, which are there to be replaced."""
    if municipality.is_plain:
        return _proven(plan_records(municipality)) | plain_files(shared_values(municipality), "plain/README.md")
    values = _values(municipality)
    files = {file: _record(file, name, values) for file, name in _records(municipality).items()}
    files |= _areas(municipality)
    source = FilesInMemory(files)
    changes = followups(source, load_files(files), {"year": municipality.year})
    files |= {change.file: change.new for change in changes}
    return _proven(files) | plain_files(values)


def load_files(files: dict[str, bytes]) -> Corpus:
    """The records in some files (file → content). Raises where the profile among them has faults."""
    try:
        return load(FilesInMemory(files))
    except BrokenProfileError as broken:
        raise VbeError(_("One of the values cannot be written: {reason}").format(reason=broken.findings[0].message)) from None


def _proven(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files; raises where anything in them is wrong."""
    refuse_wrong(diagnostic for diagnostic in check(load_files(files)).open if diagnostic.name != PLACEHOLDER)
    return files


def plain_files(values: dict[str, Filled], readme: str = "init/README.md") -> dict[str, bytes]:
    """Everything that is no record: the README of a template, the checks, the schemas, the editor's settings."""
    files = {file: fill(template(f"init/{name}"), values).encode() for file, name in PLAIN.items()}
    files["README.md"] = fill(template(readme), values).encode()
    files[OWNERS] = sealed(fill(template("init/codeowners"), values)).encode()
    files |= {f"{FOLDER}/{file_name(kind.name)}": to_json(schema(kind)).encode() for kind in KINDS}
    files[".vscode/settings.json"] = _editor_settings()
    return files


def _records(municipality: Municipality) -> dict[str, str]:
    """File → template, of the records that are one each."""
    first = municipality.first
    return {
        "vbe.yaml": "vbe.yaml",
        "strategy/strategy.yaml": "strategy.yaml",
        "strategy/organisation.yaml": "organisation.yaml",
        "strategy/obligations.yaml": "obligations.yaml",
        "routines/overall/misstanke-om-radikalisering.yaml": "overall-routine.yaml",
        f"routines/{first.department_id}/misstanke-i-var-verksamhet.yaml": "department-routine.yaml",
        f"guidance/{first.id}/oppna-motesplatser.yaml": "guidance.yaml",
        f"followup/{municipality.year}/decisions.yaml": "decisions.yaml",
    }


def _record(file: str, name: str, values: dict[str, Filled]) -> bytes:
    return record(file, fill(template(f"init/{name}"), values))


def _values(municipality: Municipality) -> dict[str, Filled]:
    """What the templates name."""
    executive, first = municipality.executive, municipality.first
    departments = _departments(municipality)
    return {
        **shared_values(municipality),
        "types": types_text({**TYPES, **own_type(municipality)}),
        "executive_department": executive.department_id,
        "executive_head": executive.head,
        "head": first.head,
        "first_board": first.id,
        "guidance_boards": [first.id],
        "members": ["sakerhetschef", *(str(row["id"]) for row in departments)],
        "boards": _blocks("board", [{"id": board.id, "name": board.name} for board in municipality.boards]),
        "departments": _blocks("department", departments),
        "heads": _blocks("head", departments),
        "demands": _blocks("demand", [_area_values(municipality, number) for number in _numbers(municipality)]),
    }


def _departments(municipality: Municipality) -> list[dict[str, Filled]]:
    """A department may serve several boards."""
    served: dict[str, list[Board]] = {}
    for board in municipality.all_boards:
        served.setdefault(board.department_id, []).append(board)
    return [
        {
            "id": identity,
            "name": boards[0].department,
            "boards": [board.id for board in boards],
            "head": boards[0].head,
            "head_name": f"Förvaltningschefen, {boards[0].department[:1].lower()}{boards[0].department[1:]}",
        }
        for identity, boards in served.items()
    ]


def _blocks(name: str, rows: list[dict[str, Filled]]) -> str:
    return "".join(fill(template(f"init/{name}.yaml"), row) for row in rows).rstrip("\n")


def _numbers(municipality: Municipality) -> range:
    return range(1, len(municipality.areas) + 1)


def _area_values(municipality: Municipality, number: int) -> dict[str, Filled]:
    area = municipality.areas[number - 1]
    responsible = {
        "alla": ALL,
        "grupp": GROUP,
        "ledning": municipality.executive.department_id,
        "forvaltning": municipality.first.department_id,
    }
    return {
        **{key: area[key] for key in ("title", "purpose", "aims", "demand", "commitment", "every_months")},
        "priority": None if "priorities" in municipality.without else area["priority"],
        **{f"indicator_{key}": area["indicator"][key] for key in ("id", "title", "definition")},
        "number": number,
        "responsible": [responsible[area["responsible"]]],
        "commitment_id": f"{number}.1",
        "budget_ref": f"Exempel. Verksamhetsplan och budget {municipality.year}",
        "obligation": f"O-{number:02}-01",
        "obligations": [f"O-{number:02}-01"],
        "indicators": [area["indicator"]["id"]],
    }


def _areas(municipality: Municipality) -> dict[str, bytes]:
    files = {}
    for number in _numbers(municipality):
        file = f"measures/{number:02}-{slug(municipality.areas[number - 1]['title'])}.yaml"
        files[file] = _record(file, "area.yaml", _area_values(municipality, number))
    return files


def _editor_settings() -> bytes:
    schemas = {f"./{FOLDER}/{file_name(place.kind)}": globs(place) for place in PLACES}
    settings = {"yaml.schemas": schemas, "yaml.validate": True, "files.eol": "\n", "files.trimTrailingWhitespace": True}
    return f"{json.dumps(settings, indent=2, ensure_ascii=False)}\n".encode()
