"""`vbe report` against `vbe validate` of the same repository, whole processes: every form, all of them, a ten times larger year.

Usage: python bench/report.py
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from measure import ROOT, VBE, Command, Cost, Row, measure, table, times

RECORDS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup")
FORMS = ("html", "pdf", "docx", "md", "xlsx", "json")
ALL = "all forms"
GOALS = {"html": 1.5, ALL: 6}
"""How many times `vbe validate` a report may take."""
GROWTH_GOAL = 11
YEAR = "2017"
TIMES = 10
AREAS, AREA_COPIES, TWIN = 12, 5, 40
"""Five times the areas and twice the commitments in each: a commitment's number has two digits on either side."""
ID = re.compile(r'(  (?:- id: )?)(?:"(\d+)\.(\d+)"|([a-z][a-z0-9-]*))')


def rows() -> list[Row]:
    """This repository's own year, and one with ten times as much to tell."""
    with tempfile.TemporaryDirectory() as folder:
        small = costs_of(copy(Path(folder) / "town"))
        large = costs_of(grown(copy(Path(folder) / "larger")), rounds=3)
    validate = small["validate"]
    result = [Row("**the year 2017**: vbe validate", validate, "1")]
    for form in (*FORMS, ALL):
        goal = GOALS.get(form)
        cost = small[form]
        met = cost.cpu <= goal * validate.cpu if goal else None
        result.append(
            Row(f"vbe report, {form}", cost, f"{times(cost.cpu, validate.cpu)} validate", f"≤ {goal} ×" if goal else "", met)
        )
    for form in (*FORMS, ALL):
        cost, base = large[form], small[form]
        ratio = f"{times(cost.cpu, base.cpu)} the year itself"
        result.append(Row(f"ten times larger: {form}", cost, ratio, f"≤ {GROWTH_GOAL} ×", cost.cpu <= GROWTH_GOAL * base.cpu))
    return result


def costs_of(town: Path, rounds: int = 5) -> dict[str, Cost]:
    """What each form costs, and what checking the same repository costs without its memory of earlier runs."""
    commands = {"validate": Command([*VBE, "validate", "--root", str(town)])}
    commands |= {form: order(town, form) for form in FORMS} | {ALL: order(town, ",".join(FORMS))}
    found = measure(commands, rounds=rounds)
    return {name: cost for name, cost in found.items() if cost is not None}


def order(town: Path, forms: str) -> Command:
    """A report in these forms."""
    target = str(town / "build" / "report.html")
    return Command([*VBE, "report", "--root", str(town), "--year", YEAR, "--format", forms, "-o", target], codes=(0,))


def copy(town: Path) -> Path:
    town.mkdir()
    for name in RECORDS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, town / name)
    return town


def grown(town: Path) -> Path:
    """Ten times as much: five times as many areas with twice as many commitments and indicators, all answered, and documents."""
    for path in sorted([*(town / "measures").glob("*.yaml"), *(town / "followup").rglob("*.yaml")]):
        text = path.read_text(encoding="utf-8")
        for key in ("commitments", "indicators"):
            text = repeated(text, key)
        path.write_text(text, encoding="utf-8")
    for path in sorted((town / "measures").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for copy_ in range(1, AREA_COPIES):
            number = int(path.name[:2]) + copy_ * AREAS
            new = path.with_name(f"{number:02}{path.stem[2:]}.yaml")
            new.write_text(moved(text, copy_), encoding="utf-8")
    for path in sorted([*(town / "routines").rglob("*.yaml"), *(town / "guidance").rglob("*.yaml")]):
        for number in range(1, TIMES):
            shutil.copy2(path, path.with_name(f"{path.stem}-{number}.yaml"))
    profile = town / "vbe.yaml"
    text = re.sub(r"(?m)^areas: \d+", f"areas: {AREAS * AREA_COPIES}", profile.read_text(encoding="utf-8"))
    profile.write_text(text, encoding="utf-8")
    return town


def repeated(text: str, key: str) -> str:
    """The entries below a key, twice; in a follow-up, where answers to all areas stand together, once for each of their copies."""
    block = re.search(rf"(?m)^{key}:\n((?:(?:[ #].*)?\n)+)", text)
    if block is None:
        return text
    entries = re.split(r"(?m)^(?=  (?:- |\S))", block[1].rstrip("\n") + "\n")
    named = [entry for entry in entries if ID.match(entry)]
    answers = not named or not named[0].startswith("  - ")
    copies = [renamed(entry, 0, 1) for entry in named]
    if answers:
        copies += [renamed(entry, step, twin) for step in range(1, AREA_COPIES) for twin in (0, 1) for entry in named]
    return text[: block.start(1)] + "".join(entries) + "".join(copies) + "\n" + text[block.end() :]


def renamed(entry: str, step: int, twin: int) -> str:
    """The entry under another name: so many areas on, and the twin in its area."""
    match = ID.match(entry)
    assert match is not None
    if match[2]:
        new = f'"{int(match[2]) + step * AREAS}.{int(match[3]) + twin * TWIN}"'
    else:
        new = match[4] + ("-b" if twin else "") + (f"-{step}" if step else "")
    rest = re.sub(r"(?m)^(    code: \S+)$", rf"\g<1>-{step}{twin}", entry[match.end() :])
    return match[1] + new + rest


def moved(text: str, step: int) -> str:
    """An area under another number."""
    code = re.compile(r"^(    code: \S+)$")
    lines = (
        renamed(line, step, 0) if line.startswith("  - id: ") else code.sub(rf"\g<1>-{step}", line) for line in text.split("\n")
    )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(rows()))
