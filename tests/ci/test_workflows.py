"""The CI kit is safe for strangers' pull requests, and does what the tool's own exit codes allow."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(path):
    return YAML(typ="safe").load(path)


def test_the_workflows_have_no_known_weakness():
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    if zizmor is None:
        pytest.skip("zizmor is not installed")
    result = subprocess.run([zizmor, "--offline", "--no-progress", str(ROOT)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_runs_a_pull_request_may_not_write(path):
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        checks_out_a_pull_request = "pull_request" in (workflow.get("on") or {}) and any(
            "checkout" in step.get("uses", "") for step in job["steps"]
        )
        if checks_out_a_pull_request:
            assert job["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / "action.yml"], ids=lambda path: path.name)
def test_foreign_actions_are_pinned_and_nothing_is_pasted_into_a_script(path):
    content = read(path)
    steps = content["runs"]["steps"] if "runs" in content else [s for j in content["jobs"].values() for s in j["steps"]]
    for step in steps:
        uses = step.get("uses", "")
        assert not uses or uses.startswith("./") or len(uses.partition("@")[2]) == 40
        assert "${{" not in step.get("run", "")


def test_the_hooks_call_commands_that_exist():
    from vbe.commands import COMMANDS

    for hook in read(ROOT / ".pre-commit-hooks.yaml"):
        program, command = hook["entry"].split()
        assert program == "vbe"
        assert command in COMMANDS
