"""The program as a user starts it, without what importing costs each time.

A process that has imported everything makes a copy of itself for each start: the copy has its own folder, environment,
streams and end, as a program that was started from nothing. What hangs on how Python itself starts (hash seed, locale, time
zone) is asked of a real start; `start` sees to that.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 120
"""How long a start may take."""
PLAIN = ("VBE_", "SOURCE_DATE_EPOCH", "GIT_")
"""Variables that the program reads itself, after it has started."""
NOT_INHERITED = ("LC_", "LANG", "VBE_", "SOURCE_DATE")

SERVER = """
import gc, json, os, pkgutil, signal, sys
from importlib import import_module

import vbe
from vbe.cli import main

for module in pkgutil.walk_packages(vbe.__path__, "vbe."):
    if not module.name.startswith(("vbe.lsp", "vbe.__main__")):
        import_module(module.name)
import docx, docxtpl, git, jinja2, typst, xlsxwriter
gc.collect(); gc.freeze()
asked, answers = os.fdopen(int(sys.argv[1])), os.fdopen(int(sys.argv[2]), "w")
print("ready", file=answers, flush=True)
for line in asked:
    start = json.loads(line)
    child = os.fork()
    if not child:
        answers.close(); asked.close()
        signal.alarm(start["seconds"])
        os.chdir(start["folder"])
        os.environ.clear(); os.environ.update(start["environment"])
        for number, name in enumerate(start["streams"], 1):
            opened = os.open(name, os.O_WRONLY | os.O_APPEND)
            os.dup2(opened, number); os.close(opened)
        sys.argv = ["vbe", *start["words"]]
        sys.path[:0] = [start["folder"]]
        try:
            main()
        except SystemExit as end:
            sys.stdout.flush(); os._exit(end.code or 0)
        finally:
            os._exit(70)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=answers, flush=True)
"""


class _Server:
    """The process that forks: what is asked goes in as a line of JSON, the exit code of the copy comes back."""

    def __init__(self) -> None:
        asked, self._questions = os.pipe()
        answers, told = os.pipe()
        command = [sys.executable, "-c", SERVER, str(asked), str(told)]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=(asked, told), stdin=subprocess.DEVNULL)
        os.close(asked)
        os.close(told)
        self._answers = os.fdopen(answers)
        atexit.register(self.close)
        assert self._answers.readline() == "ready\n"

    def start(self, folder: Path, words: tuple[str, ...], environment: dict[str, str], streams: list[str]) -> int:
        asked = {"folder": str(folder), "words": words, "environment": environment, "streams": streams, "seconds": SECONDS}
        os.write(self._questions, json.dumps(asked).encode() + b"\n")
        code = int(self._answers.readline())
        if code == -signal.SIGALRM:
            raise subprocess.TimeoutExpired(["vbe", *words], SECONDS)
        return code

    def close(self) -> None:
        os.close(self._questions)
        self._process.wait()


_servers: dict[int, _Server] = {}
"""By the process that asks: a fork of the tests' own process must not share one."""


def start(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program, run in a folder, in the surroundings of the tests but their language; `environment` is added to them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_INHERITED)} | environment
    if not all(name.startswith(PLAIN) for name in environment):
        command = [sys.executable, "-m", "vbe", *words]
        return subprocess.run(command, cwd=folder, env=kept, capture_output=True, check=False, timeout=SECONDS)
    server = _servers.get(os.getpid()) or _servers.setdefault(os.getpid(), _Server())
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as err:
        code = server.start(folder, words, kept, [out.name, err.name])
        return subprocess.CompletedProcess(["vbe", *words], code, out.read(), err.read())
