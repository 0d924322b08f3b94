"""The peers: other tools that check YAML, in an environment of their own with pinned versions, and a schema equal to ours."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from measure import Command

HERE = Path(__file__).parent.parent
FOLDER = HERE / "build" / "bench-venv"
PINNED = (
    "yamllint==1.38.0",
    "check-jsonschema==0.39.0",
    "yamale==6.1.0",
    "PyYAML==6.0.3",
    "mkdocs-git-revision-date-localized-plugin==1.5.1",
    "mkdocs-material==9.7.1",
)
SCHEMA = HERE / "schemas" / "routine.schema.json"
YAMLLINT = "{extends: relaxed, rules: {line-length: disable}}"
"""As few rules as its own presets have, so that nothing is printed."""
SLUG = "regex('^[a-z0-9]+(-[a-z0-9]+)*$')"
OPTIONAL_SLUG = "any(regex('^[a-z0-9]+(-[a-z0-9]+)*$'), null(), required=False)"
SHORT = "any(str(min=1, max=300), null(), required=False)"
TEXT = "any(str(min=1, max=4000), null(), required=False)"
YAMALE = f"""\
example: bool(required=False)
notes: {TEXT}
title: str(min=1, max=300)
status: enum('draft', 'referred', 'decided', 'in_force', 'under_revision', 'superseded', 'repealed')
owner_role: {SLUG}
approved_by: {OPTIONAL_SLUG}
approved_on: any(day(), null(), required=False)
reviews: list(include('review'), required=False)
review_interval_months: any(int(min=1, max=120), null(), required=False)
harmonised_with: {SHORT}
audience: enum('public', 'internal', required=False)
published_at: list({SLUG}, required=False)
law_refs: list(str(min=1, max=300), required=False)
commitments: list(regex('^[1-9][0-9]?\\.[1-9][0-9]?$'), required=False)
obligations: list(regex('^[A-Z]{{1,3}}-[0-9]{{2}}-[0-9]{{2}}$'), required=False)
scope: {TEXT}
based_on: any(regex('^[a-z0-9-]+/[a-z0-9-]+$'), null(), required=False)
supported_by: list({SLUG}, required=False)
steps: list(include('step'), required=False)
prohibitions: list(include('prohibition'), required=False)
---
review:
  date: day()
  by: {OPTIONAL_SLUG}
  outcome: any(enum('no-change', 'revised'), null(), required=False)
  version: {SHORT}
  note: {TEXT}
step:
  who: {SLUG}
  does: str(min=1, max=4000)
  to: list({SLUG}, required=False)
  when: {SHORT}
  within: {SHORT}
  obligations: list(regex('^[A-Z]{{1,3}}-[0-9]{{2}}-[0-9]{{2}}$'), required=False)
prohibition:
  text: str(min=1, max=4000)
  obligations: list(regex('^[A-Z]{{1,3}}-[0-9]{{2}}-[0-9]{{2}}$'), required=False)
"""


def environment() -> Path:
    """The folder of the peers' programs; made once, from the package index that pip is set up with."""
    programs = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
    stamp = FOLDER / ".installed"
    wanted = "\n".join(PINNED)
    if not stamp.is_file() or stamp.read_text() != wanted:
        venv.create(FOLDER, with_pip=True, clear=True)
        command = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINNED]
        subprocess.run(command, check=True)
        stamp.write_text(wanted)
    return programs


def peers(root: Path, cores: int = 2) -> dict[str, Command]:
    """How each peer checks the routines of a corpus."""
    programs = environment()
    schema = root.parent / f"{root.name}.yamale.yaml"
    schema.write_text(YAMALE, encoding="utf-8")
    routines = root / "routines"
    files = sorted(str(path.relative_to(root)) for path in routines.rglob("*.yaml"))
    return {
        "yamale": Command([str(programs / "yamale"), "-s", str(schema), "-n", str(cores), str(routines)], root),
        "check-jsonschema": Command([str(programs / "check-jsonschema"), "--schemafile", str(SCHEMA), *files], root),
        "yamllint": Command([str(programs / "yamllint"), "-d", YAMLLINT, "routines"], root),
    }


def startups() -> dict[str, Command]:
    """Each peer saying its version and its help."""
    programs = environment()
    return {
        f"{name} {option}": Command([str(programs / name), option])
        for option in ("--version", "--help")
        for name in ("yamllint", "check-jsonschema")
    }
