"""What is said on a terminal to whoever waits: nothing to a pipe, nothing at once, and nothing left behind."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

import pytest

WORK = """
import time
from vbe.cli.progress import progress
with progress("Läser förrådet") as say:
    time.sleep({before})
    say("Gör [html]")
    time.sleep({after})
print("klart", flush=True)
"""
SHOW_CURSOR = b"\x1b[?25h"


def on_terminal(before: float, after: float) -> bytes:
    """All that a terminal receives on stderr while something takes that many seconds."""
    main, terminal = pty.openpty()
    script = WORK.format(before=before, after=after)
    environment = os.environ | {"TERM": "xterm", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=terminal, env=environment) as process:
        os.close(terminal)
        received = b""
        while process.poll() is None or select.select([main], [], [], 0)[0]:
            if select.select([main], [], [], 0.05)[0]:
                try:
                    received += os.read(main, 65536)
                except OSError:  # the terminal's other end is closed
                    break
        assert process.wait(timeout=30) == 0
        assert process.stdout.read() == b"klart\n"
    os.close(main)
    return received


def test_whoever_waits_is_told_what_is_being_done_and_the_line_is_cleared():
    received = on_terminal(1.6, 0.4)
    assert "Läser förrådet".encode() in received
    assert b"[html]" in received  # not read as markup
    assert received.index("Läser".encode()) < received.index(b"[html]")
    assert SHOW_CURSOR in received


@pytest.mark.parametrize("moment", [0.0, 0.2])
def test_what_is_quick_says_nothing(moment):
    assert b"ser f" not in on_terminal(moment, 0)


def test_a_pipe_gets_nothing():
    done = subprocess.run([sys.executable, "-c", WORK.format(before=1.2, after=0)], capture_output=True, check=True)
    assert done.stderr == b""
