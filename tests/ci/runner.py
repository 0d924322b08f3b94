"""The steps of workflows, run verbatim as their runners run them, offline, in folders made for the test."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
LEFT_OUT = {"typst", "docxtpl", "lxml", "python-docx", "font-source-sans-pro", "xlsxwriter", "icalendar"}
"""Large, and used by no step of any workflow."""
LOCKED = re.compile(r"^([a-z0-9._-]+)==(\S+)(.*?)((?: \\\n    --hash=\S+)+)", re.MULTILINE)
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "vbe"), ("EMAIL", "vbe@x.example"))
    },
}


def read(path):
    return YAML(typ="safe").load(path)


def locked(text):
    """Name → version, of a file of requirements with hashes."""
    return {match[1]: match[2] for match in LOCKED.finditer(text) if "win32" not in match[3]}


def git(folder, *words):
    done = subprocess.run(["git", *words], cwd=folder, env=os.environ | GIT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder):
    """The folder as a repository with everything committed; the commit's id."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-q", "-m", "text")
    return git(folder, "rev-parse", "HEAD")


def wheel(name, folder):
    """An installed distribution as the wheel that it came from; the file's hash."""
    found = distribution(name)
    tags = [line.split(": ")[1].split("-") for line in (found.read_text("WHEEL") or "").splitlines() if line.startswith("Tag: ")]
    tag = "-".join(".".join(dict.fromkeys(part)) for part in zip(*tags, strict=True))
    path = folder / f"{re.sub(r'[-_.]+', '_', found.metadata['Name'])}-{found.version}-{tag}.whl"
    rows = []
    with zipfile.ZipFile(path, "w") as archive:
        for file in found.files or ():
            own = str(file).startswith("..") or "__pycache__" in file.parts or file.name in ("RECORD", "INSTALLER", "REQUESTED")
            if own:
                continue
            content = file.locate().read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.append(f"{file},sha256={digest},{len(content)}")
            archive.writestr(str(file), content)
        info = next(str(file.parent) for file in found.files if file.name == "METADATA")
        archive.writestr(f"{info}/RECORD", "\n".join([*rows, f"{info}/RECORD,,", ""]))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_tool(folder, wheels):
    """The tool's own repository, as a runner fetches it, with a lock that names the wheels on this disk; its commit."""
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for file in files:
        if file and not file.startswith(("tests/", "bench/", "docs/")) and (ROOT / file).is_file():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, folder / file)
    wheels.mkdir()
    lines = [
        f"{name}=={version} --hash=sha256:{wheel(name, wheels)}"
        for name, version in locked((ROOT / "requirements.txt").read_text()).items()
        if name not in LEFT_OUT
    ]
    (folder / "requirements.txt").write_text("\n".join(lines) + "\n")
    return commit(folder)


def make_programs(folder):
    """What a runner has on its PATH: a Python, and a package manager that has nothing to do."""
    folder.mkdir()
    (folder / "python3").write_text(f'#!/bin/sh\nexec "{Path(sys._base_executable).resolve()}" "$@"\n')
    (folder / "apt-get").write_text("#!/bin/sh\n")
    for program in folder.iterdir():
        program.chmod(0o755)


class Runner:
    """Runs scripts with a clean environment and keeps what they said."""

    def __init__(self, home, programs, wheels):
        home.mkdir()
        (home / "temp").mkdir()
        self.temp = home / "temp"
        self.environment = {
            "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(home / "summary.md"),
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
            "PIP_NO_COMPILE": "1",
            "LANG": "C.UTF-8",
        }

    def run(self, script, cwd, **environment):
        """A script as a runner runs it: one file, bash, in the checkout, until a line fails."""
        path = self.temp.parent / "step.sh"
        path.write_text(script)
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(path)],
            cwd=cwd,
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def steps_of(path, action, known):
    """Job → its scripts in order, each with its environment. A step that uses the action has the action's scripts.

    `known` is what expressions are worth on the runner; one that it does not name is an error.
    """
    workflow = read(path)
    shared = workflow.get("env") or {}
    jobs = {}
    for name, job in workflow["jobs"].items():
        jobs[name] = scripts = []
        for step in job["steps"]:
            if step.get("uses", "").startswith("./"):
                scripts += action_steps(action, known, step.get("with") or {})
            elif "run" in step:
                scripts.append((step["run"], worth({**shared, **(step.get("env") or {})}, known)))
    return jobs


def action_steps(path, known, inputs):
    """The action's scripts, with its inputs' values."""
    action = read(path)
    defaults = worth({name: each.get("default", "") for name, each in action["inputs"].items()}, known)
    given = defaults | inputs
    known = {**known, **{f"inputs.{name}": value for name, value in given.items()}}
    known["inputs.strict == 'true' && '--strict' || ''"] = "--strict" if given["strict"] == "true" else ""
    return [(step["run"], worth(step.get("env") or {}, known)) for step in action["runs"]["steps"]]


def worth(environment, known):
    return {name: re.sub(r"\$\{\{ (.+?) \}\}", lambda match: known[match[1]], str(value)) for name, value in environment.items()}


def gitlab_jobs(path):
    """Job → its preparation and its script, each as one text, with its variables."""
    content = read(path)
    shared = content[".vbe"]
    return {
        name: ("\n".join(shared["before_script"]), "\n".join(job["script"]), {k: str(v) for k, v in shared["variables"].items()})
        for name, job in content.items()
        if isinstance(job, dict) and "script" in job
    }
