"""The same report gives the same bytes: in another folder, time zone, locale and hash order, without network or system fonts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import socket, sys
def refuse(*_): raise OSError("no network here")
socket.socket.connect = refuse
sys.path.insert(0, sys.argv[1])
import hashlib
from importlib import import_module
from tests.render import sample
from vbe.store.resources import Templates
for form in ("pdf", "docx", "xlsx"):
    content = import_module(f"vbe.report.render.{form}").render(sample.full(areas=2, obligations=20), Templates())
    print(form, hashlib.sha256(content).hexdigest())
"""
WORLDS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "sv_SE.UTF-8", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"},
)


@pytest.fixture(scope="module")
def digests(tmp_path_factory):
    found = []
    for world in WORLDS:
        folder = tmp_path_factory.mktemp("annan mapp å")
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder)} | world
        command = [sys.executable, "-c", PROGRAM, str(ROOT)]
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        found.append(dict(line.split() for line in run.stdout.splitlines()))
    return found


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_same_bytes(form, digests):
    assert digests[0][form] == digests[1][form]
