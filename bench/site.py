"""The site beside mkdocs-material: the same pages with the same text, whole processes, each written to a new folder.

python bench/site.py FOLDER: a repository without templates of its own. Needs mkdocs-material==9.7.1 in build/bench-venv.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peers import FOLDER

PARTS = re.compile(r"<(h1|h2|h3|p|li|dt|dd|td|th|caption)\b[^>]*>(.*?)</\1>", re.DOTALL)
SIGNS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}
CONFIG = "site_name: x\ntheme:\n  name: material\n  language: sv\nplugins:\n  - search:\n      lang: sv\n"
ROUNDS = 3


def as_markdown(site: Path, place: Path) -> int:
    """Each page of a site as Markdown with its text; how many there are."""
    pages = [page for page in site.rglob("*.html") if "filer" not in page.parts]
    for page in pages:
        main = re.search(r"<main.*?</main>", page.read_text("utf-8"), re.DOTALL)
        assert main
        told = [(tag, " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())) for tag, body in PARTS.findall(main[0])]
        file = place / "docs" / page.relative_to(site).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join(f"{SIGNS.get(tag, '')}{text}" for tag, text in told if text), "utf-8")
    (place / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return len(pages)


def timed(command: list[str], folder: Path, out: Path) -> float:
    """Seconds of a whole process that writes to an empty folder."""
    shutil.rmtree(out, ignore_errors=True)
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def main(root: Path) -> None:
    """Print the pages and the least seconds of each, one beside the other."""
    with tempfile.TemporaryDirectory() as name:
        place, ours, theirs = Path(name), Path(name) / "ours", Path(name) / "theirs"
        own = [sys.executable, "-m", "vbe", "site", "-o", str(ours)]
        timed(own, root, ours)
        pages = as_markdown(ours, place)
        peer = [str(FOLDER / "bin" / "mkdocs"), "build", "-q", "-d", str(theirs)]
        rounds = [(timed(own, root, ours), timed(peer, place, theirs)) for _round in range(ROUNDS)]
        print(f"{pages} pages; vbe {min(r[0] for r in rounds):.2f} s, mkdocs-material {min(r[1] for r in rounds):.2f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
