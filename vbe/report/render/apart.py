"""A report, or a site, that is made with a municipality's own templates, in a process of its own with limits.

A template can loop for ever, ask for more memory than there is, or reach for the network through its typesetter. The
child has a limit for each and no address to send to. What it answers is bytes: nothing that it says is run here.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from vbe.errors import VbeError
from vbe.language import _, active_language, set_language
from vbe.report.render.places import UnprintableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.report.model import Report

CPU_SECONDS = 60
WALL_SECONDS = 180
MEMORY = 2 * 1024**3
"""Bytes of address space."""
OUTPUT = 64 * 1024 * 1024
"""Bytes of a file."""
NOWHERE = "http://127.0.0.1:9"
PROXIES = {name: NOWHERE for each in ("http_proxy", "https_proxy", "all_proxy") for name in (each, each.upper())}
KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "SOURCE_DATE_EPOCH")
START = "import sys; sys.path.append(sys.argv[1]); from vbe.report.render.apart import answer; answer()"


def render_apart(report: Report, form: str, own: Mapping[str, bytes]) -> bytes:
    """The report in a form, made with these templates and those of vbe; one error where it takes too much."""
    return run_apart("vbe.report.render.apart:make_report", (report, form, dict(own)))


def make_report(order: tuple[Report, str, dict[str, bytes]]) -> bytes:
    """In the child: the report in a form."""
    from vbe.report.render import render_here
    from vbe.store.resources import Templates

    report, form, own = order
    return render_here(report, form, Templates(own.get, own))


def run_apart(work: str, order: object) -> bytes:
    """What a function of ours (`module:function`) makes of an order, in a child with limits; the order is pickled."""
    request = pickle.dumps((work, order, active_language()))
    home = str(Path(__file__).parents[3])
    environment = {name: os.environ[name] for name in KEPT if name in os.environ} | PROXIES
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as asked:
        asked.write(request)
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-I", "-c", START, home],
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
        ) as child:
            late = threading.Timer(WALL_SECONDS, child.kill)
            late.start()
            try:
                answered = cast("BinaryIO", child.stdout).read(OUTPUT + 1)
            finally:
                late.cancel()
                child.kill()
    return _read(answered)


def _read(answered: bytes) -> bytes:
    """The report, or the error that the child tells; one of ours where it tells nothing whole."""
    head, _line, content = answered.partition(b"\n")
    with contextlib.suppress(ValueError, TypeError, KeyError):
        header = json.loads(head)
        if header["length"] == len(content):
            return content
        if header.get("sign"):
            raise UnprintableError(str(header["message"]), str(header["hint"]), str(header["text"]), str(header["sign"]))
        if "message" in header:
            raise VbeError(str(header["message"]), str(header["hint"]))
    message = _("The city's own templates take too much: more than {seconds} s, {memory} MiB or a file of {output} MiB.")
    limits = {"seconds": CPU_SECONDS, "memory": MEMORY // 1024**2, "output": OUTPUT // 1024**2}
    raise VbeError(message.format(**limits), _("Look for a loop in them, or move them away to use those of vbe."))


def answer() -> None:
    """The child: read the order, do the work, write what it gives. The parent alone writes to stdin."""
    _limit()
    work, order, language = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    set_language(language)
    module, _colon, name = work.partition(":")
    header: dict[str, object]
    content = b""
    try:
        content = getattr(import_module(module), name)(order)
        header = {"length": len(content)}
    except UnprintableError as fault:
        header = {"length": -1, "message": fault.message, "hint": fault.hint, "text": fault.text, "sign": fault.sign}
    except VbeError as fault:
        header = {"length": -1, "message": fault.message, "hint": fault.hint}
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    os._exit(0)


def _limit() -> None:
    """Limits that the system keeps, where it has them."""
    try:
        import resource
    except ImportError:
        return
    limits = {"RLIMIT_CPU": CPU_SECONDS, "RLIMIT_AS": MEMORY, "RLIMIT_FSIZE": OUTPUT, "RLIMIT_CORE": 0}
    for name, most in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))
