"""Real git repositories with fixed dates, told as stories and written with one `git fast-import`."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

CLEAN = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
ENVIRONMENT = {
    **CLEAN,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Roll",
    "GIT_AUTHOR_EMAIL": "roll@lindvik.example",
    "GIT_COMMITTER_NAME": "Roll",
    "GIT_COMMITTER_EMAIL": "roll@lindvik.example",
}
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
ID = "socialforvaltningen/orosanmalan"
BASE = {
    "vbe.yaml": """\
municipality: {name: Lindviks kommun, code: "9999"}
areas: 1
aims: {framja: Främja}
executive_board: kommunstyrelsen
coverage: {obligations: false}
""",
    "strategy/strategy.yaml": """\
title: Strategi
document_type: strategi
valid_from: 2017-01-01
versions:
  - {version: "1.0", decided_on: 2017-01-01}
""",
    "strategy/organisation.yaml": """\
boards:
  - {id: kommunstyrelsen, name: Kommunstyrelsen}
departments:
  - {id: socialforvaltningen, name: Socialförvaltningen, boards: [kommunstyrelsen], head: socialchef}
roles:
  - {id: socialchef, name: Socialchefen, department: socialforvaltningen, manager: true}
""",
    "strategy/obligations.yaml": 'source: "KS/2017:1"\nobligations: []\n',
}


def routine(reviewed_on: str | None = "2017-02-15", text: str = "Ring.", extra: str = "", title: str = "Orosanmälan") -> str:
    """A routine."""
    reviewed = f"reviewed_on: {reviewed_on}\n" if reviewed_on else ""
    return (
        f"title: {title}\nstatus: in_force\nowner_role: socialchef\napproved_on: 2017-01-10\n{reviewed}{extra}"
        f"review_interval_months: 12\nsteps:\n  - who: socialchef\n    does: {text}\n"
    )


def run(folder: Path, *arguments: str, check: bool = True, **environment: str) -> str:
    """git in a folder."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, check=False, encoding="utf-8"
    )
    assert not check or done.returncode == 0, done.stderr
    return done.stdout.strip()


def seconds(when: str | int) -> int:
    """A day as git's seconds, at noon in Sweden's winter."""
    if isinstance(when, int):
        return when
    return int(datetime.datetime.fromisoformat(f"{when}T11:00:00+00:00").timestamp())


class Story:
    """Commits, in the order in which they are told. The first holds the base as well."""

    def __init__(self, *, base: dict[str, str] | None = None, prefix: str = "") -> None:
        self.parts: list[bytes] = []
        self.count = 0
        self.prefix = prefix
        self.base = BASE if base is None else base

    def commit(
        self,
        when: str | int,
        files: dict[str, str] | None = None,
        *,
        branch: str = "main",
        start: int | None = None,
        merge: tuple[int, ...] = (),
        delete: tuple[str, ...] = (),
        rename: tuple[str, str] | None = None,
        zone: str = "+0100",
        message: str = "En ändring",
    ) -> int:
        """One commit; its number. `start` begins a branch at a commit, `merge` names more parents."""
        content = {**self.base, **(files or {})} if not self.parts else files or {}
        self.count += 1
        said = message.encode()
        lines = [f"commit refs/heads/{branch}\nmark :{self.count}\ncommitter R <r@l.example> {seconds(when)} {zone}\n".encode()]
        lines.append(b"data %d\n%b\n" % (len(said), said))
        if start is not None:
            lines.append(f"from :{start}\n".encode())
        lines += [f"merge :{parent}\n".encode() for parent in merge]
        if rename:
            lines.append(f"R {self.prefix}{rename[0]} {self.prefix}{rename[1]}\n".encode())
        lines += [f"D {self.prefix}{path}\n".encode() for path in delete]
        for path, text in content.items():
            data = text.encode()
            lines.append(b"M 100644 inline %b\ndata %d\n%b\n" % ((self.prefix + path).encode(), len(data), data))
        self.parts.append(b"".join(lines))
        return self.count

    def write(self, folder: Path, *, bare: bool = False) -> Path:
        """The repository, with its files checked out."""
        folder.mkdir(parents=True, exist_ok=True)
        run(folder, "init", "-q", "-b", "main", *(["--bare"] if bare else []))
        subprocess.run(
            ["git", "fast-import", "--quiet", "--force", "--date-format=raw-permissive", "--export-marks=marks"],
            cwd=folder, env=ENVIRONMENT, input=b"".join(self.parts) + b"done\n", check=True, capture_output=True,
        )  # fmt: skip
        marks = (folder / "marks").read_text().split("\n")
        self.ids = {int(line.split()[0][1:]): line.split()[1] for line in marks if line}
        (folder / "marks").unlink()
        if not bare:
            run(folder, "reset", "-q", "--hard", "main")
        return folder / self.prefix if self.prefix else folder
