"""The tour is walked: every command in it is run, and what it shows of the answers is what they say."""

import os
import re
import subprocess
import sys
from pathlib import Path

TOUR = Path(__file__).parents[1] / "docs" / "tour.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
CUT = "…"


def steps() -> list[tuple[str, list[str], int]]:
    """Command, the lines that are shown of the answer, exit code."""
    found: list[tuple[str, list[str], int]] = []
    for block in BLOCK.findall(TOUR.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], [], 0))
            elif code := re.fullmatch(r"\[(\d+)\]", line):
                found[-1] = (*found[-1][:2], int(code[1]))
            else:
                found[-1][1].append(line)
    return found


def test_the_tour_can_be_walked(tmp_path):
    (tmp_path / "bin").mkdir()
    vbe = tmp_path / "bin" / "vbe"
    vbe.write_text(f'#!/bin/sh\nexec {sys.executable} -m vbe "$@"\n')
    vbe.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "VBE_"))}
    environment |= {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in PERSON.items()},
    }
    folder = tmp_path
    for command, shown, code in steps():
        if command.startswith("cd "):
            folder /= command[3:]
            continue
        result = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert result.returncode == code, (command, result.stdout, result.stderr)
        compare(command, shown, (result.stdout + result.stderr).splitlines())


PERSON = {"NAME": "Kommunen", "EMAIL": "vbe@mellbo.example", "DATE": "2026-11-02T12:00:00+0000"}


def compare(command: str, shown: list[str], said: list[str]) -> None:
    """Each shown line is said, in order; only `…` lets something be left out. Where nothing is shown the answer is not."""
    if not shown:
        return
    position, cut = 0, False
    for line in shown:
        if line == CUT:
            cut = True
            continue
        rest = said[position:]
        assert line in rest, (command, line, said)
        assert cut or rest[0] == line, (command, line, said)
        position += rest.index(line) + 1
        cut = False
    assert cut or position == len(said), (command, said[position:])
