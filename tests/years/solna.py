"""Solna's own repository, played on through the years: every day is told, and every step is a commit of that day."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from vbe.cli import run

REPOSITORY = Path(__file__).parents[2]
PARTS = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup")
OPEN = re.compile(r'(?m)^  "(?P<id>\d+\.\d+)":\n    status:$')
UNVALUED = re.compile(r"(?m)^(  [a-z0-9-]+: )\{value: null\}$")
LATE = "Arbetet tog längre tid än väntat."


class Town:
    """The repository, and what is done in it."""

    def __init__(self, root: Path, capsys: Any) -> None:
        self.root, self._capsys = root, capsys
        for name in PARTS:
            source = REPOSITORY / name
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, root / name)
        self._git("init", "-q", "-b", "main")

    def _git(self, *words: str, day: str = "2018-04-16") -> str:
        when = f"{day}T12:00:00+00:00"
        who = {f"GIT_{each}_{field}": value for each in ("AUTHOR", "COMMITTER") for field, value in WHO.items()}
        who |= {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(["git", *words], cwd=self.root, env=os.environ | who, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, day: str) -> str:
        self._git("add", "-A", day=day)
        self._git("commit", "-q", "-m", "Ändra", day=day)
        return self._git("rev-parse", "HEAD")

    def vbe(self, *words: str) -> tuple[int, str, str]:
        """Exit code, stdout, stderr."""
        self._capsys.readouterr()
        code = run([*words, "--root", str(self.root)])
        out, err = self._capsys.readouterr()
        return code, out, err

    def told(self, *words: str) -> Any:
        """What a command writes as JSON."""
        code, out, err = self.vbe(*words, "--format", "json")
        assert code in (0, 1), err
        return json.loads(out)

    def report(self, year: int, form: str = "md", *more: str) -> str:
        code, out, err = self.vbe("report", "--year", str(year), "--format", form, "-o", "-", *more)
        assert code == 0, err
        return out.replace("\u00a0", " ").replace("&#8203;", "")

    def whole(self, year: int, form: str = "md") -> str:
        """The report and its appendix."""
        return self.report(year, form) + self.report(year, form, "--only", "appendix")

    def file(self, year: int, board: str) -> Path:
        return self.root / "followup" / str(year) / f"{board}.yaml"

    def hand_in(self, year: int, board: str, day: str, said: dict[str, str], otherwise: dict[str, str]) -> None:
        """A board fills in what it was given: `said` of some commitments, of the others the status that it had before."""

        def answer(match: re.Match[str]) -> str:
            identity = match["id"]
            status = said.get(identity, otherwise[identity])
            lines = [f'  "{identity}":', f"    status: {status}", f"    result: Arbetet har gjorts under {year}."]
            if status == "done":
                lines += [f"    done_on: {year}-11-30", f'    case_number: "KS/{year}:77"']
            if status in ("ongoing", "not_started"):
                lines += [f"    cause: {LATE}", "    next_step: Arbetet går vidare.", f"    next_step_due: {year + 1}-12-31"]
            return "\n".join(lines)

        text = OPEN.sub(answer, self.file(year, board).read_text("utf-8"))
        text = text.replace("\ncommitments:", f"\nreported_on: {day}\ncommitments:", 1)
        self.file(year, board).write_text(text, encoding="utf-8")


WHO = {"NAME": "vbe", "EMAIL": "vbe@solna.example"}
