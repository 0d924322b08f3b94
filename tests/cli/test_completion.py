"""The protocol that shells speak with the program: a question in the environment, suggestions on stdout, nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from vbe.cli import COMMANDS


@pytest.fixture
def ask(repository):
    """What a shell is told when these words stand on the line."""

    def call(line, shell="bash", cwd=None):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("COMP_", "_TYPER"))}
        environment["_VBE_COMPLETE"] = f"complete_{shell}"
        if shell == "bash":
            environment |= {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
        else:
            environment |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        done = subprocess.run(
            [sys.executable, "-m", "vbe"],
            cwd=cwd or repository.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1] if done.stdout.strip() else []

    return call


def test_commands(ask):
    assert ask("vbe ") == list(COMMANDS)
    assert ask("vbe tr") == ["trace"]


@pytest.mark.parametrize("command", ["trace", "show"])
def test_ids(ask, command):
    assert ask(f"vbe {command} O-02") == ["O-02-01", "O-02-02", "O-02-03", "O-02-04"]
    assert ask(f"vbe {command} 2.") == ["2.1", "2.2", "2.3"]
    assert ask(f"vbe {command} socialf") == ["socialforvaltningen", "socialforvaltningen/orosanmalan"]
    assert ask(f"vbe {command} utb") == ["utbildade"]


def test_options_and_their_values(ask):
    assert "--format" in ask("vbe diff --")
    assert ask("vbe diff --format ") == ["html", "json", "md", "text"]
    assert "VBE101" in ask("vbe explain VBE1")


def test_departments(ask):
    assert ask("vbe stale --department ") == ["kommunledningsforvaltningen", "socialforvaltningen"]


def test_zsh_and_fish(ask):
    assert ask("vbe trace pol", "zsh") == ["_arguments '*: :((\"polisen\"))'"]
    assert ask("vbe trace pol", "fish") == ["polisen"]


def test_outside_a_repository_and_in_a_broken_one(ask, tmp_path, repository):
    assert ask("vbe trace ", cwd=tmp_path) == []
    repository.edit("strategy/organisation.yaml", ("boards:", "boards: ["))
    assert "polisen" in ask("vbe trace ")


def test_what_zsh_would_run_is_not_suggested(ask, repository):
    evil = repository.root / "routines" / "socialforvaltningen" / "x'$(touch hit)'.yaml"
    evil.write_text("", encoding="utf-8")
    assert not any("touch" in line for shell in ("bash", "zsh", "fish") for line in ask("vbe trace soc", shell))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script(vbe, shell):
    code, out, err = vbe("--show-completion", shell)
    assert (code, err) == (0, "")
    assert f"complete_{shell}" in out


def test_a_shell_that_is_not_known(vbe):
    code, out, err = vbe("--show-completion", "tcsh")
    assert (code, out) == (2, "")
    assert "bash, zsh and fish" in err


def test_bash_itself(repository, tmp_path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    program = tmp_path / "vbe"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vbe "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(vbe --show-completion bash)"; COMP_WORDS=(vbe trace O-01); COMP_CWORD=2; '
        '_vbe_completion vbe; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environment = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([bash, "-c", script], cwd=repository.root, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["O-01-01", "O-01-02"]
