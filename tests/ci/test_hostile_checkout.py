"""Every script of every workflow, run verbatim over a folder that is full of code: none of it runs, and what is said is true."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci import runner
from tests.ci.runner import ROOT, Runner, action_steps, commit, gitlab_jobs, make_programs, make_tool, read, steps_of
from vbe.cli import run as vbe

MODULES = (
    "venv",
    "pip",
    "ensurepip",
    "json",
    "git",
    "typer",
    "sitecustomize",
    "usercustomize",
    "conftest",
    "backend",
    "re",
    "os",
)
PACKAGES = ("vbe/__init__.py", "vbe/__main__.py", "vbe/cli/__init__.py", "pydantic/__init__.py", "hatchling/build.py")
SCRIPTS = (".ci/run", ".ci/install", ".venv/bin/vbe", ".venv/bin/python", "tool/.ci/install")
TESTED = {"check.yml"}
"""Runs the change's own tests, which is to run what it brings: it may only read, and nothing that it makes is used."""


def plant(folder, mark):
    """What a stranger may put into a pull request, each file leaving a mark when it is run or obeyed."""
    python = f"import sys\nwith open({str(mark)!r}, 'a') as f: f.write(__file__ + '\\n')\n"
    for name in (*(f"{module}.py" for module in MODULES), *PACKAGES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(python)
    for name in SCRIPTS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"#!/bin/sh\necho {name} >> {mark}\n")
        (folder / name).chmod(0o755)
    (folder / "pip.conf").write_text(f"[global]\nlog = {mark}\nno-index = false\n")
    (folder / "pyproject.toml").write_text('[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n')
    (folder / "setup.py").write_text(python)
    (folder / "requirements.txt").write_text(f"--log {mark}\n./\n")
    (folder / "Makefile").write_text(f"$(shell echo make >> {mark})\nall:\n")


class Place:
    """The tool's repository, its wheels, a runner's programs, and two municipalities: one in order, one with a fault."""

    def __init__(self, folder):
        self.folder = folder
        self.mark = folder / "mark"
        self.tool = folder / "tool"
        self.tool.mkdir()
        self.commit = make_tool(self.tool, folder / "wheels")
        make_programs(folder / "programs")
        self.good, self.bad = folder / "good", folder / "bad"
        named = ["--name", "Lindviks kommun", "--code", "9999", "--preset", "solna", "--year", "2027"]
        assert vbe(["init", str(self.good), *named, "--vbe-from", f"file://{self.tool}@{self.commit}"]) == 0
        self.base = commit(self.good)
        runner.git(self.good, "update-ref", "refs/remotes/origin/main", self.base)
        plant(self.good, self.mark)
        self.head = commit(self.good)
        shutil.copytree(self.good, self.bad, symlinks=True)
        area = next((self.bad / "measures").glob("01-*.yaml"))
        area.write_text(area.read_text(encoding="utf-8") + "okand: 1 # vbe: ignore[VBE117] prov\n", encoding="utf-8")
        # The change silences its own fault; the branch that it is going to does not.
        self.fault = commit(self.bad)

    def runner(self, name):
        return Runner(self.folder / name, self.folder / "programs", self.folder / "wheels")

    def known(self, head):
        """What expressions are worth."""
        return {
            "github.action_path": str(self.tool),
            "github.event.pull_request.base.sha": self.base,
            "github.event.pull_request.head.sha": head,
        }

    def workspace(self, text):
        """A workspace where the tool and the text are checked out beside each other, on ground as hostile as the text."""
        folder = self.folder / f"workspace-{text.name}"
        if folder.exists():
            return folder
        plant(folder, self.mark)
        shutil.rmtree(folder / "tool")
        shutil.copytree(self.tool, folder / "tool")
        shutil.copytree(text, folder / "text", symlinks=True)
        return folder


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    made = Place(tmp_path_factory.mktemp("ci"))
    yield made
    assert not made.mark.exists(), made.mark.read_text()


@pytest.fixture(autouse=True)
def _nothing_ran(place):
    yield
    ran = place.mark.read_text() if place.mark.exists() else ""
    place.mark.unlink(missing_ok=True)
    assert ran == ""


def succeed(runner, script, cwd, **environment):
    done = runner.run(script, cwd, **environment)
    assert done.returncode == 0, (script, done.stdout, done.stderr)
    return done.stdout


def test_the_marks_show_when_something_runs(place):
    """What this repository's own steps did before: python and pip in the checked folder."""
    runner = place.runner("control")
    for line in ("python3 -m venv x", "python3 -m pip --version", "make", "bash .ci/install x", "python3 -c 'import json'"):
        runner.run(line, place.bad)
        assert place.mark.exists(), line
        place.mark.unlink()


def test_the_action(place):
    runner = place.runner("action")
    steps = action_steps(ROOT / "action.yml", place.known(place.head), {"sarif": "vbe.sarif"})
    for script, environment in steps:
        succeed(runner, script, place.good, GITHUB_WORKSPACE=str(place.good), **environment)
    (place.good / "vbe.sarif").unlink()
    said = [runner.run(script, place.bad, GITHUB_WORKSPACE=str(place.bad), **env) for script, env in steps[1:]]
    assert [done.returncode for done in said] == [0, 1]
    assert "VBE117" in (place.bad / "vbe.sarif").read_text()
    assert "::error file=measures/01-" in said[1].stdout
    (place.bad / "vbe.sarif").unlink()


def test_the_findings_are_never_written_through_a_link(place, tmp_path):
    runner = place.runner("links")
    steps = action_steps(ROOT / "action.yml", place.known(place.head), {"sarif": "out/vbe.sarif"})
    script, environment = steps[1]
    fake = runner.temp / "vbe" / "bin" / "python"
    fake.parent.mkdir(parents=True)
    fake.write_text("#!/bin/sh\necho findings\n")
    fake.chmod(0o755)
    workspace, outside = tmp_path / "workspace", tmp_path / "outside"
    (workspace / "out").mkdir(parents=True)
    outside.mkdir()
    (outside / "precious").write_text("mine")
    (workspace / "out" / "vbe.sarif").symlink_to(outside / "precious")
    succeed(runner, script, workspace, GITHUB_WORKSPACE=str(workspace), **environment)
    assert (outside / "precious").read_text() == "mine"
    assert not (workspace / "out" / "vbe.sarif").is_symlink()
    assert (workspace / "out" / "vbe.sarif").read_text() == "findings\n"
    shutil.rmtree(workspace / "out")
    (workspace / "out").symlink_to(outside)
    assert runner.run(script, workspace, GITHUB_WORKSPACE=str(workspace), **environment).returncode == 2
    assert [path.name for path in outside.iterdir()] == ["precious"]


@pytest.mark.parametrize("name", sorted({path.name for path in (ROOT / ".github" / "workflows").iterdir()} - TESTED))
def test_the_workflows_of_this_repository(place, name):
    runner = place.runner(name)
    for text, head, has_fault in ((place.good, place.head, False), (place.bad, place.fault, True)):
        workspace = place.workspace(text)
        known = place.known(head) | {"github.action_path": str(workspace / "tool")}
        codes = []
        for steps in steps_of(ROOT / ".github" / "workflows" / name, ROOT / "action.yml", known).values():
            codes += [runner.run(script, workspace, GITHUB_WORKSPACE=str(workspace), **env).returncode for script, env in steps]
        if name == "comment.yml":
            made = runner.temp / "change"
            assert max(codes) == has_fault
            assert ("measures/01-" in (made / "change.md").read_text()) == has_fault
            assert ('"ruleId": "VBE117"' in (made / "vbe.sarif").read_text()) == has_fault
            shutil.rmtree(made)
        else:
            assert max(codes) == 0
            assert (runner.temp / "stale.md").read_text().startswith("#")


def test_what_init_writes_for_github(place):
    jobs = steps_of(place.good / ".github" / "workflows" / "vbe.yml", None, place.known(place.head))
    assert {name for name, steps in jobs.items() if steps} == {"validate", "stale"}
    for name in ("validate", "stale"):
        runner = place.runner(f"init-{name}")
        for script, environment in jobs[name]:
            succeed(runner, script, place.good, GITHUB_WORKSPACE=str(place.good), **environment)
    assert (runner.temp / "stale.md").read_text().startswith("#")
    script, environment = jobs["validate"][1]
    done = runner.run(script, place.bad, GITHUB_WORKSPACE=str(place.bad), **environment)
    assert done.returncode == 1
    assert "::error file=measures/01-" in done.stdout


def test_what_init_writes_for_the_comment(place):
    """The file and the tool are the main branch's; the change is text in a folder beside, on ground as hostile as it."""
    for text, head, has_fault in ((place.good, place.head, False), (place.bad, place.fault, True)):
        runner = place.runner(f"init-comment-{text.name}")
        workspace = place.workspace(text)
        jobs = steps_of(place.good / ".github" / "workflows" / "vbe-comment.yml", None, place.known(head))
        assert not jobs["write"]
        for script, environment in jobs["read"]:
            succeed(runner, script, workspace, GITHUB_WORKSPACE=str(workspace), **environment)
        made = runner.temp / "change"
        assert sorted(path.name for path in made.iterdir()) == ["change.md", "suggestions.json", "vbe.sarif"]
        assert ("measures/01-" in (made / "change.md").read_text()) == has_fault
        assert ('"ruleId": "VBE117"' in (made / "vbe.sarif").read_text()) == has_fault


@pytest.mark.parametrize("whose", ["this repository", "init"])
def test_gitlab(place, whose, tmp_path):
    runner = place.runner(f"gitlab-{whose.split()[0]}")
    jobs = gitlab_jobs((ROOT if whose == "this repository" else place.good) / ".gitlab-ci.yml")
    ours = whose == "this repository"
    assert set(jobs) == {"validate", "stale"} | (set() if ours else {"pages", "diff"})
    before, script, variables = jobs["validate"]
    own = {"CI_DEFAULT_BRANCH": "main", "CI_REPOSITORY_URL": f"file://{place.tool}"}
    variables |= {"VBE_HOME": str(runner.temp / "vbe"), **own}
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (place.good / "junit.xml").symlink_to(outside)
    succeed(runner, f"{before}\n{script}", place.good, CI_PROJECT_DIR=str(place.good), **variables)
    assert outside.read_text() == "mine"
    assert not (place.good / "junit.xml").is_symlink()
    for name in ("junit.xml", "code-quality.json"):
        (place.good / name).unlink()
    succeed(runner, jobs["stale"][1], runner.temp / "vbe", CI_PROJECT_DIR=str(place.good), **variables)
    if not ours:
        (place.good / "public").symlink_to(tmp_path)
        succeed(runner, jobs["pages"][1], runner.temp / "vbe", CI_PROJECT_DIR=str(place.good), **variables)
        assert (place.good / "public" / "index.html").is_file()
        assert not (place.good / "public").is_symlink()
        shutil.rmtree(place.good / "public")
    if "diff" in jobs:
        sides = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD", "CI_COMMIT_SHA": "HEAD"}
        succeed(runner, jobs["diff"][1], runner.temp / "vbe", CI_PROJECT_DIR=str(place.good), **variables, **sides)
        (place.good / "change.md").unlink()
    done = runner.run(script, runner.temp / "vbe", CI_PROJECT_DIR=str(place.bad), **variables)
    assert done.returncode == 1
    assert "VBE117" in done.stdout
    assert "VBE117" in (place.bad / "code-quality.json").read_text()


def test_hooks(place, tmp_path):
    """In the folder that is checked, because that is where pre-commit runs them; with the environment that is installed."""
    hooks = read(ROOT / ".pre-commit-hooks.yaml")
    hooks += [hook for repo in read(place.good / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    hooks += [hook for repo in read(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"] if hook["id"] != "ruff"]
    runner = place.runner("hooks")
    runner.environment["PATH"] = f"{Path(sys.executable).parent}:{runner.environment['PATH']}"
    # A hook judges by the limits of what is checked: whoever commits may silence a fault, and the branch it goes to may not.
    bad = tmp_path / "bad"
    shutil.copytree(place.bad, bad, symlinks=True)
    area = next((bad / "measures").glob("01-*.yaml"))
    area.write_text(area.read_text(encoding="utf-8").replace(" # vbe: ignore[VBE117] prov", ""), encoding="utf-8")
    commit(bad)
    for hook in hooks:
        succeed(runner, hook["entry"], place.good)
        assert "validate" not in hook["entry"] or runner.run(hook["entry"], bad).returncode == 1


@pytest.mark.parametrize(
    "words", ["validate", "stale --as-of 2027-06-01", "diff HEAD~1 HEAD", "report --year 2027 -o {out}", "rules"]
)
def test_the_program_imports_nothing_of_the_current_folder(place, words, tmp_path):
    runner = place.runner(f"import-{words.split()[0]}")
    words = words.format(out=tmp_path / "report.html")
    for program in (f"{Path(sys.executable).parent}/vbe", f"{sys.executable} -I -m vbe"):
        assert runner.run(f"{program} {words}", place.good).returncode in (0, 1, 3)


def test_python_m_drops_the_current_folder(place, tmp_path):
    """Without -I, python takes a package called vbe from there, if there is one; but nothing that vbe itself imports."""
    for name in ("git.py", "typer.py", "json.py", "pydantic/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text((place.good / name).read_text())
    runner = place.runner("dash-m")
    assert runner.run(f"{sys.executable} -m vbe validate --root {place.good}", tmp_path).returncode == 0


def test_a_file_with_another_hash_is_not_installed(place, tmp_path):
    wheels = tmp_path / "wheels"
    shutil.copytree(place.folder / "wheels", wheels)
    changed = next(wheels.glob("shellingham-*"))
    with changed.open("ab") as file:
        file.write(b"\0")
    done = Runner(tmp_path / "home", place.folder / "programs", wheels).run(
        f"bash {place.tool}/.ci/install {tmp_path}/env", tmp_path
    )
    assert done.returncode != 0
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert not (tmp_path / "env" / "bin" / "vbe").exists()


def test_generated_checks_stop_until_they_know_where_the_tool_is(tmp_path, place, capsys):
    assert vbe(["init", str(tmp_path / "ny"), "--name", "Lindviks kommun", "--code", "9999", "--preset", "solna"]) == 0
    assert "VBE_FROM" in capsys.readouterr().err
    ((script, environment), *_rest) = steps_of(
        tmp_path / "ny" / ".github" / "workflows" / "vbe.yml", None, place.known(place.head)
    )["validate"]
    done = place.runner("nowhere").run(script, tmp_path, **environment)
    assert done.returncode == 2
    assert "VBE_COMMIT" in done.stdout
    assert environment == {"VBE_FROM": "", "VBE_COMMIT": ""}


@pytest.mark.parametrize(
    "origin",
    [
        "https://x.example/vbe",
        "https://x.example/vbe@main",
        f"https://x.example/vbe@{'a' * 39}",
        f"http://x.example/vbe@{'a' * 40}",
        f"https://user:secret@x.example/vbe@{'a' * 40}",
        f"--upload-pack=x@{'a' * 40}",
        f'https://x.example/"$(id)"@{"a" * 40}',
        f"ext::sh -c id@{'a' * 40}",
    ],
)
def test_where_the_tool_is_fetched_is_an_address_and_a_whole_commit(origin, tmp_path, capsys):
    assert (
        vbe(
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
        == 2
    )
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_lock_names_what_is_installed_here():
    """Every requirement of the tool, and what builds it, in the version that the tests run with, by its hash."""
    lock = runner.locked((ROOT / "requirements.txt").read_text())
    pins = dict(
        line.lower().split("==")
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if "==" in line and line[0] != "#"
    )
    pins = {name.replace(".", "-").replace("_", "-"): version for name, version in pins.items()}
    assert {name: version for name, version in lock.items() if name in pins} == {
        name: pins[name] for name in lock if name in pins
    }
    wanted = subprocess.run(
        [sys.executable, "-I", "-c", WANTED], capture_output=True, text=True, check=True, input="vbe\nhatchling"
    ).stdout.split()
    assert set(wanted) - set(lock) == set()


WANTED = """
import re, sys
from importlib.metadata import requires
from packaging.requirements import Requirement
todo, seen = sys.stdin.read().split(), set()
while todo:
    name = todo.pop()
    if name in seen: continue
    seen.add(name)
    for text in requires(name) or ():
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            todo.append(re.sub(r"[-_.]+", "-", wanted.name).lower())
print(*sorted(seen - {"vbe"}))
"""
