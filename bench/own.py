"""`vbe validate` on this repository's own records: against what importing alone takes, and on a thousand copies of its routines.

Usage: python bench/own.py
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measure import ROOT, VBE, Command, Row, measure, table, times
from peers import peers

from vbe.model.places import place_of

RECORDS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup", "templates")
COPIES = 1000
FLOOR_GOAL, YAMLLINT_GOAL, SCHEMA_GOAL = 1.25, 8, 2.5
# What every program of our make pays before it has read a byte: the libraries, and the models of the kinds that are there.
FLOOR = """
import gc, os, sys
gc.set_threshold(1_000_000)
import typer, pydantic, ruamel.yaml, _ruamel_yaml
from vbe.model.records import KINDS
for kind in KINDS:
    if kind.name in sys.argv[1:]:
        kind.model.model_rebuild()
os._exit(0)
"""


def rows() -> list[Row]:
    """Solna as it is, and with a thousand routines more."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_solna(copy_records(Path(folder) / "solna")), *_copies(copy_records(Path(folder) / "copies", COPIES))]


def copy_records(target: Path, copies: int = 0) -> Path:
    """This repository's records in a folder of their own, with copies of its routines under names of their own."""
    target.mkdir()
    for name in RECORDS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target / name)
    routines = sorted((target / "routines").rglob("*.yaml"))
    for number in range(copies):
        routine = routines[number % len(routines)]
        shutil.copy(routine, routine.with_name(f"{routine.stem}-{number}.yaml"))
    return target


def _solna(root: Path) -> list[Row]:
    ours, floor = Command([*VBE, "validate"], root), Command([sys.executable, "-c", FLOOR, *_kinds(root)])
    costs = measure({"vbe": ours, "floor": floor}, rounds=9)
    vbe, least = costs["vbe"], costs["floor"]
    assert vbe is not None
    assert least is not None
    return [
        Row("Solna: importing pydantic, typer and ruamel, building the models", least, "1"),
        Row(
            "Solna: `vbe validate`",
            vbe,
            f"{times(vbe.cpu, least.cpu)} CPU",
            f"≤ {FLOOR_GOAL} ×",
            vbe.cpu <= FLOOR_GOAL * least.cpu,
        ),
    ]


def _kinds(root: Path) -> list[str]:
    """The kinds of which there are records: only their models are built."""
    placed = [place_of(path.relative_to(root).as_posix()) for path in root.rglob("*.yaml")]
    return sorted({found[0].kind for found in placed if found is not None})


def _copies(root: Path) -> list[Row]:
    label = f"{COPIES:,} copies of Solna's routines"
    wanted = {"yamllint": YAMLLINT_GOAL, "check-jsonschema": SCHEMA_GOAL}
    others = {name: command for name, command in peers(root).items() if name in wanted}
    costs = measure({"vbe": Command([*VBE, "validate"], root), **others}, rounds=3)
    vbe = costs["vbe"]
    assert vbe is not None
    result = [Row(f"**{label}**: vbe validate", vbe, "1")]
    for name, factor in wanted.items():
        cost = costs[name]
        assert cost is not None
        result.append(
            Row(f"{label}: {name}", cost, f"{times(cost.cpu, vbe.cpu)} vbe's CPU", f"≥ {factor} ×", cost.cpu >= factor * vbe.cpu)
        )
    return result


if __name__ == "__main__":
    print(table(rows()))
