"""Search as a reader meets it, in Chromium: how long until the first hits stand there, and how long a search takes after that.

The pages are this repository's own, as many times over as are asked for. Seconds belong to the machine.

Usage: python bench/search.py [COPIES]
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tempfile
import threading
from typing import Any

from measure import ROOT

sys.path.append(str(ROOT))

from tests.render.browser import RESULT, browser
from tests.site.browser import QUIET
from vbe.app.site.making import SiteOrder, make_site
from vbe.app.site.serving import LOOPBACK, open_server
from vbe.site.index import distances
from vbe.store.repository import Disk

COPIES = 7
WORDS = ("orosanmälan", "extremism", "radikalisernig", "skola", "kommunstyrelsen våld", "kxqzw")
BEGIN, END = "var vbeIndex = ", ";\n"
SCRIPT = """"use strict";
const begun = performance.now(), words = %s;
addEventListener("load", () => {
  const told = {first: performance.now() - begun, hits: document.querySelectorAll("#sok-traffar a").length, searches: {}};
  const field = document.getElementById("sok");
  for (const word of words) {
    const took = [];
    for (let i = 0; i < 5; i++) {
      field.value = word;
      const start = performance.now();
      field.dispatchEvent(new Event("input", {bubbles: true}));
      took.push(performance.now() - start);
    }
    told.searches[word] = Math.min(...took);
  }
  const verdict = document.createElement("pre");
  verdict.id = "verdict";
  verdict.textContent = JSON.stringify(told);
  document.body.appendChild(verdict);
});
"""
FIRST = b'<script src="assets/minisearch.js"'


def main(copies: int) -> None:
    """Print the sizes and the milliseconds."""
    files = make_site(Disk(ROOT), SiteOrder()).files
    files["sok-index.js"] = index = multiplied(files["sok-index.js"], copies)
    files["matning.js"] = (SCRIPT % json.dumps(WORDS)).encode()
    files["sok.html"] = files["sok.html"].replace(FIRST, b'<script src="matning.js" defer></script>\n' + FIRST)
    told = min((measured(files) for _round in range(3)), key=lambda one: one["first"])
    count = len(read(index)["pages"])
    print(f"{count} pages; index {len(index) / 1000:.0f} kB; first hits after {told['first']:.0f} ms ({told['hits']} shown)")
    for word, took in told["searches"].items():
        print(f"  {word}: {took:.1f} ms")


def read(index: bytes) -> dict[str, Any]:
    """What an index says."""
    found: dict[str, Any] = json.loads(index.decode().removeprefix(BEGIN).removesuffix(END))
    return found


def multiplied(index: bytes, copies: int) -> bytes:
    """The index of so many times the pages."""
    told = read(index)
    count = len(told["pages"])
    lines = []
    for line in told["terms"].split("\n"):
        term, *places = line.split("\t")
        lines.append("\t".join((term, *(distances(spread(each, count, copies)) for each in places))))
    data = {"sorts": told["sorts"], "pages": told["pages"] * copies, "terms": "\n".join(lines)}
    return f"{BEGIN}{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}{END}".encode()


def spread(told: str, count: int, copies: int) -> list[int]:
    """The numbers of the pages in all copies, from what the index says of one."""
    numbers, at = [], 0
    for distance in told.split():
        at += int(distance, 36)
        numbers.append(at)
    return [number + copy * count for copy in range(copies) for number in numbers]


def measured(files: dict[str, bytes]) -> dict[str, Any]:
    """One run of the browser: the search page opened with a word in its address."""

    class Held:
        get = files.get

    with open_server(Held(), 0) as server, tempfile.TemporaryDirectory() as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://{LOOPBACK}:{server.server_port}/sok.html?q=orosanm%C3%A4lan"
        command = [str(browser()), *QUIET, f"--user-data-dir={profile}", "--dump-dom", address]
        try:
            done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        finally:
            server.shutdown()
    found = RESULT.search(done.stdout.decode("utf-8", "replace"))
    assert found is not None, done.stdout[-500:]
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
