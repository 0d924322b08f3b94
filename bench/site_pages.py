"""`vbe site` beside mkdocs-material: the same pages with the same text, whole processes, each written to an empty folder.

Our run also sets a printable card (PDF) for every routine, and calendars, which the peer's does not.

Usage: python bench/site_pages.py
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import corpora
import report
from measure import VBE, Command, Cost, Row, measure, table, times
from peers import environment

PARTS = re.compile(r"<(h1|h2|h3|p|li|dt|dd|td|th|caption)\b[^>]*>(.*?)</\1>", re.DOTALL)
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SIGNS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")
CONFIG = "site_name: x\ntheme:\n  name: material\n  language: sv\nplugins:\n  - search:\n      lang: sv\n"
PEER = "mkdocs-material"
ROUTINES = 600
TIMES = 10
SMALL_GOAL, LARGE_GOAL, GROWTH_GOAL = 1, 4, 11
PAGE_GOAL = 150_000
ASSET = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
WHEN = "2018-03-01T12:00:00+01:00"
EMPTY = "import shutil, subprocess, sys; shutil.rmtree(sys.argv[1], ignore_errors=True); sys.exit(subprocess.call(sys.argv[2:]))"


def rows() -> list[Row]:
    """This repository's own pages, and a municipality with 600 routines, each beside the peer; and how the time grows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = report.copy(folder / "own")
        large = corpora.build(folder / "large", ROUTINES)
        small = corpora.build(folder / "small", ROUTINES // TIMES)
        found = [
            *beside(folder, committed(own), "this repository", SMALL_GOAL),
            *beside(folder, committed(large), f"{ROUTINES} routines", LARGE_GOAL),
        ]
        cost, base = cost_of(large, folder), cost_of(committed(small), folder)
        ratio = times(cost.cpu, base.cpu)
        found.append(
            Row(f"{TIMES} times the routines: CPU", cost, ratio, f"≤ {GROWTH_GOAL} ×", cost.cpu <= GROWTH_GOAL * base.cpu)
        )
        heaviest = max(map(weight, pages_of(folder / "site-large")))
        found.append(Row("heaviest page with all it loads", None, f"{heaviest / 1000:.0f} kB", "≤ 150 kB", heaviest <= PAGE_GOAL))
    return found


def beside(folder: Path, town: Path, what: str, goal: float) -> list[Row]:
    """Ours and the peer's of the same pages, in turns."""
    out, place = folder / f"site-{town.name}", folder / f"peer-{town.name}"
    subprocess.run(order(town, out).words, check=True, capture_output=True)
    pages = as_markdown(out, place)
    both = {"vbe": emptied(order(town, out), out), PEER: emptied(peer(place), place / "site")}
    costs = {name: cost for name, cost in measure(both, rounds=3).items() if cost is not None}
    ours, theirs = costs["vbe"], costs[PEER]
    goal_text = "vbe at most as long" if goal == 1 else f"≥ {goal} ×"
    ratio = f"{times(theirs.wall, ours.wall)} vbe on the clock, {times(theirs.cpu, ours.cpu)} of the processor"
    return [
        Row(f"**{what}**, {pages} pages: vbe site", ours, "1"),
        Row(f"{what}: {PEER}", theirs, ratio, goal_text, theirs.wall >= goal * ours.wall),
        Row(f"{what}: vbe site again, one routine changed", again(town, out)),
    ]


def again(town: Path, out: Path) -> Cost:
    """Ours once more into the folder as it is, after a word in one routine."""
    subprocess.run(order(town, out).words, check=True, capture_output=True)
    routine = min((town / "routines").rglob("*.yaml"))
    text = routine.read_text("utf-8")
    routine.write_text(text.replace("does: ", "does: Nu ", 1), "utf-8")
    cost = measure({"again": order(town, out)}, rounds=1)["again"]
    routine.write_text(text, "utf-8")
    assert cost is not None
    return cost


def cost_of(town: Path, folder: Path) -> Cost:
    """Ours into an empty folder."""
    out = folder / f"site-{town.name}"
    cost = measure({"vbe": emptied(order(town, out), out)}, rounds=3)["vbe"]
    assert cost is not None
    return cost


def order(town: Path, out: Path) -> Command:
    """Our run; the folder that it writes to is named by its path."""
    return Command([*VBE, "site", "--root", str(town), "-o", str(out)], codes=(0,))


def peer(place: Path) -> Command:
    """The peer's run."""
    return Command(
        [str(environment() / "mkdocs"), "build", "-q", "-f", str(place / "mkdocs.yml"), "-d", str(place / "site")], codes=(0,)
    )


def emptied(command: Command, out: Path) -> Command:
    """The same into a folder that is taken away first, by the same small process for both."""
    return Command([sys.executable, "-S", "-E", "-c", EMPTY, str(out), *command.words], command.cwd, command.codes)


def committed(town: Path) -> Path:
    """The folder under git, with one commit."""
    who = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    dated = {"GIT_AUTHOR_DATE": WHEN, "GIT_COMMITTER_DATE": WHEN}
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "Begin"]):
        subprocess.run(["git", *words], cwd=town, check=True, env={**os.environ, **dated})
    return town


def pages_of(site: Path) -> list[Path]:
    """The pages of a site, without the reports that can be downloaded from it."""
    return [page for page in sorted(site.rglob("*.html")) if "filer" not in page.parts]


def as_markdown(site: Path, place: Path) -> int:
    """Each page of a site as Markdown with its text; how many there are."""
    pages = pages_of(site)
    shutil.rmtree(place, ignore_errors=True)
    for page in pages:
        main = MAIN.search(page.read_text("utf-8"))
        assert main is not None, page
        told = [(tag, " ".join(html.unescape(TAG.sub(" ", body)).split())) for tag, body in PARTS.findall(main[0])]
        file = place / "docs" / page.relative_to(site).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = (SIGNS.get(tag, "") + MARKUP.sub(r"\\\1", text) for tag, text in told if text)
        file.write_text("\n\n".join(lines) + "\n", "utf-8")
    (place / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return len(pages)


def weight(page: Path) -> int:
    """Bytes of a page with the style sheet and scripts that it loads."""
    text = page.read_text("utf-8")
    loaded = {page, *((page.parent / name).resolve() for name in ASSET.findall(text))}
    return sum(file.stat().st_size for file in loaded)


if __name__ == "__main__":
    print(table(rows()))
