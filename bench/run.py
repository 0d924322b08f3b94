"""Every benchmark in one run, as one table.

Usage: python bench/run.py [--quick | --national] [-o FILE]
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import before
import forms
import measure
import own
import past
import report
import site_pages
import stale
import startup
import validate

SIZES = [100, 1000, 10_000]
QUICK = [100, 1000]


def main() -> None:
    words = sys.argv[1:]
    quick = "--quick" in words
    sizes = QUICK if quick else [*SIZES, *([validate.NATIONAL] if "--national" in words else [])]
    kind = measure.machine()
    rows = [
        *startup.rows(),
        *validate.rows(sizes),
        *own.rows(),
        *forms.rows(),
        *past.rows(),
        *before.rows(),
        *stale.rows(stale.SIZES[:1] if quick else stale.SIZES),
        *report.rows(),
        *site_pages.rows(),
    ]
    goals = [row.met for row in rows if row.met is not None]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    command = " ".join(["python", "bench/run.py", *words])
    text = f"{today} · {kind} · `{command}`\n\n{measure.table(rows)}\n\n{sum(goals)} of {len(goals)} goals met.\n"
    print(text)
    if "-o" in words:
        Path(words[words.index("-o") + 1]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
