"""A real browser without a driver: Chromium prints the document after axe-core has judged it in a frame of a given width.

Needs `chromium` on the PATH (or named in CHROMIUM) and axe-core (`npm install --no-save axe-core@4` in the repository, or
the file named in AXE_CORE). Where they are missing the tests are skipped and say so.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RESULT = re.compile(r'<pre id="verdict">(.*?)</pre>', re.DOTALL)
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
DARK, LIGHT = "0", "1"
HARNESS = """<!doctype html><html lang="en"><title>harness</title><body style="margin:0">
<iframe id="frame" style="border:0;width:{width}px;height:4000px"></iframe><pre id="verdict"></pre>
<script>
const frame = document.getElementById("frame");
frame.srcdoc = {page};
frame.onload = async () => {{
  const inner = frame.contentWindow;
  inner.eval({axe});
  const options = {{runOnly: {{type: "tag", values: {standards}}}, resultTypes: ["violations", "incomplete"], elementRef: false}};
  let said;
  try {{
    const found = await inner.axe.run(inner.document, options);
    const told = rule => ({{id: rule.id, help: rule.help, nodes: rule.nodes.slice(0, 5).map(n => n.html.slice(0, 200))}});
    said = {{
      violations: found.violations.map(told), incomplete: found.incomplete.map(told),
      scheme: inner.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
      wide: inner.document.documentElement.scrollWidth,
      answer: (inner.document.querySelector(".lead") || inner.document.body).getBoundingClientRect().bottom,
      scrolling: [...inner.document.querySelectorAll(".fits, table, td, th")].filter(e => e.scrollWidth > e.clientWidth + 1
        && e.clientWidth > 1).map(e => e.outerHTML.slice(0, 120)), passes: found.passes.length,
    }};
  }} catch (error) {{ said = {{error: String(error)}}; }}
  document.getElementById("verdict").textContent = JSON.stringify(said);
  frame.remove();
  document.querySelectorAll("script").forEach(script => script.remove());
}};
</script></body></html>"""


def browser() -> str | None:
    """The program, where there is one."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def axe() -> Path | None:
    """axe-core, where it is installed."""
    candidates = [Path(named)] if (named := os.environ.get("AXE_CORE")) else []
    candidates.append(REPOSITORY / "node_modules" / "axe-core" / "axe.min.js")
    return next((path for path in candidates if path.is_file()), None)


def lacking() -> str:
    """What is not installed, in words; empty where everything is."""
    if browser() is None:
        return "Chromium is not installed (apt-get install chromium), so the page cannot be judged in a browser"
    if axe() is None:
        return "axe-core is not installed (npm install --no-save axe-core@4), so accessibility cannot be judged"
    return ""


def judge(page: bytes, folder: Path, *, width: int, dark: bool) -> dict:
    """What axe says of a page in a frame of so many pixels, in one of the two colour schemes."""
    program, library = browser(), axe()
    assert program
    assert library
    text = json.dumps(page.decode()).replace("</", "<\\/")
    script = json.dumps(library.read_text("utf-8")).replace("</", "<\\/")
    harness = folder / f"harness-{width}-{dark}.html"
    harness.write_text(HARNESS.format(width=width, page=text, axe=script, standards=json.dumps(STANDARDS)), "utf-8")
    command = [
        program,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-extensions",
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={DARK if dark else LIGHT}",
        f"--window-size={max(width, 500)},4000",
        "--virtual-time-budget=120000",
        "--timeout=120000",
        "--dump-dom",
        harness.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=240, check=False)
    found = RESULT.search(done.stdout.decode("utf-8", "replace"))
    assert found, done.stderr.decode("utf-8", "replace")[-2000:]
    return json.loads(html.unescape(found[1]) or "{}")
