"""The CI kit is safe for strangers' pull requests, and does what the tool's own exit codes allow."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from vbe.cli import run

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def read(path):
    return YAML(typ="safe").load(path)


def test_the_workflows_have_no_known_weakness(tmp_path):
    """This repository's and those that `vbe init` writes."""
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    if zizmor is None:
        pytest.skip("zizmor is not installed")
    origin = f"https://git.lindvik.example/vbe@{'a' * 40}"
    assert (
        run(
            [
                "init",
                str(tmp_path / "ny"),
                "--name",
                "Lindviks kommun",
                "--code",
                "9999",
                "--preset",
                "solna",
                "--vbe-from",
                origin,
            ]
        )
        == 0
    )
    for folder in (ROOT, tmp_path / "ny"):
        result = subprocess.run([zizmor, "--offline", "--no-progress", str(folder)], capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout


INIT = ROOT / "vbe" / "scaffold" / "templates" / "init"
READABLE = [*WORKFLOWS, INIT / "workflow.yml", INIT / "comment.yml", INIT / "site.yml"]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_what_reads_may_not_write_and_what_writes_reads_nothing(path):
    """A job that checks anything out has no right but to read; one that may write sees only what a job before it made."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        uses = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
        if "actions/checkout" in uses or any("run" in step for step in job["steps"]):
            assert job["permissions"] == {"contents": "read"}
            assert "secrets." not in path.read_text()
        else:
            assert job["needs"] in ("read", "stale")
            assert set(uses) <= {
                "actions/download-artifact",
                "actions/github-script",
                "github/codeql-action/upload-sarif",
                "actions/deploy-pages",
            }
            for step in job["steps"]:
                # An artifact of the same run: what another run made may be whatever a pull request's own workflow wrote.
                assert "run-id" not in (step.get("with") or {})


def test_no_workflow_runs_because_another_has_run():
    """What runs with rights after a pull request's own workflow would believe what that one has written."""
    assert all("workflow_run" not in (read(path).get("on") or {}) for path in READABLE)


def test_python_runs_isolated_wherever_it_is_called(tmp_path):
    assert run(["init", str(tmp_path / "ny"), "--name", "Lindviks kommun", "--code", "9999", "--preset", "solna"]) == 0
    written = [*(tmp_path / "ny" / ".github" / "workflows").iterdir(), tmp_path / "ny" / ".gitlab-ci.yml"]
    for path in (*WORKFLOWS, ROOT / "action.yml", ROOT / ".gitlab-ci.yml", ROOT / ".ci" / "install", *written):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"\bpython3? (?!-I )-.*", text) == []
        assert "pip install" not in text or path.name == "install"
        assert "vbe==" not in text


@pytest.mark.parametrize("path", [*READABLE, ROOT / "action.yml"], ids=lambda path: path.name)
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
        *program, command = [word for word in hook["entry"].split() if not word.startswith("-") or word == "-m"]
        assert program == ["python", "-m", "vbe"]
        assert "-I" in hook["entry"].split()
        assert command in COMMANDS


def test_only_the_public_site_is_published_and_only_from_main():
    workflow = read(INIT / "site.yml")
    assert workflow["on"] == {"push": {"branches": ["main"]}, "schedule": [{"cron": "43 3 * * *"}]}
    written = [step["run"] for step in workflow["jobs"]["read"]["steps"] if " vbe site " in step.get("run", "")]
    assert len(written) == 1
    assert "site --for public " in written[0]
    gitlab = read(INIT / "gitlab-ci.yml")["pages"]
    assert gitlab["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert any("site --for public " in line for line in gitlab["script"])


OPTION = re.compile(r"--(format|limits-from|staged|check|notice)\b(?: (?!\S*[\"$])(\w+))?")


def commands(*files):
    """The commands that workflows run, each with the options that decide what it says."""
    found = set()
    for file in files:
        for words in re.findall(r"-m vbe (.*)", (ROOT / file).read_text("utf-8")):
            found.add((words.split()[0], tuple(sorted(OPTION.findall(words)))))
    return found


def scripts(*files):
    """What writes in the service, without its comments, which each writes in its own language."""
    steps = [step for file in files for job in read(ROOT / file).get("jobs", {}).values() for step in job["steps"]]
    found = [step["with"]["script"] for step in steps if "script" in (step.get("with") or {})]
    return sorted("\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//")) for text in found)


def test_what_init_writes_has_the_comment_the_suggestions_and_the_weekly_list_as_this_repository_has():
    ours = (".github/workflows/comment.yml", ".github/workflows/stale.yml", "action.yml")
    kit = tuple(f"vbe/scaffold/templates/init/{name}.yml" for name in ("workflow", "comment"))
    assert len(scripts(*ours)) == 3
    assert scripts(*kit) == scripts(*ours)
    assert commands(*ours) <= commands(*kit)
    assert {command for command, _options in commands(*kit) - commands(*ours)} == {"fmt"}
    assert {"schedule", "workflow_dispatch"} <= set(read(INIT / "workflow.yml")["on"])


def test_what_init_writes_for_gitlab_checks_as_this_repository_does():
    ours, kit = read(ROOT / ".gitlab-ci.yml"), read(INIT / "gitlab-ci.yml")
    assert {"validate", "diff", "stale"} <= set(kit)
    assert commands(".gitlab-ci.yml") <= commands("vbe/scaffold/templates/init/gitlab-ci.yml")
    assert kit["validate"]["artifacts"] == ours["validate"]["artifacts"]
