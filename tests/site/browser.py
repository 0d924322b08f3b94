"""The site in a real Chromium, served on this computer: one browser drives many steps."""

from __future__ import annotations

import html
import json
import subprocess
import threading
from pathlib import Path
from typing import Any

from tests.render.browser import RESULT, axe, browser
from vbe.app.site.serving import LOOPBACK, open_server

HARNESS = """<!doctype html><html lang="sv"><title>harness</title><body style="margin:0">
<iframe id="frame" style="border:0;width:390px;height:3000px"></iframe><pre id="verdict"></pre>
<script src="/__harness.js"></script></body></html>"""
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--disable-dev-shm-usage")


class Files:
    """What the server serves: the site, and what drives it."""

    def __init__(self, files: dict[str, bytes], steps: list[dict]) -> None:
        library = axe()
        assert library
        own = {
            "__harness.html": HARNESS.encode(),
            "__harness.js": (Path(__file__).parent / "harness.js").read_bytes(),
            "__axe.js": library.read_bytes(),
            "__steps.json": json.dumps(steps).encode(),
        }
        self.get = {**files, **own}.get


def drive(files: dict[str, bytes], steps: list[dict], folder: Path, *, dark: bool = False) -> list[Any]:
    """What each step tells, from one run of the browser."""
    with open_server(Files(files, steps), 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [
            str(browser()),
            *QUIET,
            f"--user-data-dir={folder / 'profile'}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--window-size=1400,3200",
            "--virtual-time-budget=600000",
            "--timeout=300000",
            "--dump-dom",
            f"http://{LOOPBACK}:{server.server_port}/__harness.html",
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=400, check=False)
        finally:
            server.shutdown()
    found = RESULT.search(done.stdout.decode("utf-8", "replace"))
    assert found, done.stderr.decode("utf-8", "replace")[-2000:]
    assert found[1], done.stdout.decode("utf-8", "replace")[-500:]
    return json.loads(html.unescape(found[1]))


def console(page: Path, folder: Path) -> list[str]:
    """What Chromium writes to its console when a page is opened from its folder, with no network at all."""
    command = [
        str(browser()),
        *QUIET,
        f"--user-data-dir={folder / 'console'}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
        "--enable-logging=stderr",
        "--virtual-time-budget=5000",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.stdout, done.stderr[-500:]
    return [line for line in done.stderr.decode("utf-8", "replace").splitlines() if ":CONSOLE" in line]


def print_page(page: Path, folder: Path) -> bytes:
    """A page as Chromium prints it, without its own headers."""
    printed = folder / "printed.pdf"
    command = [
        str(browser()),
        *QUIET,
        f"--user-data-dir={folder / 'printing'}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--no-pdf-header-footer",
        f"--print-to-pdf={printed}",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert printed.is_file(), done.stderr[-500:]
    return printed.read_bytes()
