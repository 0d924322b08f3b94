"""What every command answers with, as it is seen at eighty columns, over Solna's records: docs/utskrifter.md.

Written by `make docs`; tests/output/test_captures.py makes it again and compares. What changes with each commit (how many
versions a file has, and the latest one's id) is left out.
"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "utskrifter.md"
MONDAY = "2018-02-19"
COMMANDS = (
    (f"vbe stale --as-of {MONDAY}", "Vad är inaktuellt, och vad gör vi först? Högst 25 rader."),
    (f"vbe stale --department socialforvaltningen --as-of {MONDAY}", "En förvaltning; `--all` visar allt."),
    (f"vbe stale --plan 12 --as-of {MONDAY}", "Det försenade fördelat på arbetsdagar, och det som kommer."),
    (f"vbe status --as-of {MONDAY}", "Hela läget på en skärm."),
    ("vbe validate", "Är texten rätt?"),
    ("vbe trace O-07-06", "Kedjan kring ett krav."),
    (f"vbe show 1.3 --as-of {MONDAY}", "En post i sin helhet, så långt den får plats."),
    ("vbe rules", "Reglerna, familj för familj."),
    ("vbe explain VBE201", "En regels sida."),
    ("vbe schema", "Slagen av poster."),
    ("vbe fmt --check", "Är filerna uppställda?"),
    ("vbe --help", "Alla kommandon."),
)
VERSIONS = re.compile(r"\d+ versioner?, den senaste från \S+ \([0-9a-f]+\)\.")
HEAD = """# Utskrifter

Så här ser svaren ut på en skärm med 80 kolumner, med Solnas texter. Inget svar är längre än 40 rader utan att någon har bett om
det med `--all` eller `--format`. Sidan skrivs av `make docs`, och ett prov jämför den med det som kommandona svarar.
"""


def answer(command: str) -> str:
    """What a command writes on a terminal's stdout, in Swedish."""
    from vbe.cli import run

    words = command.split()[1:]
    taking_root = words[0] not in ("rules", "explain", "schema", "--help")
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        run([*words, *(["--root", str(ROOT)] if taking_root else []), *(["--lang", "sv"] if words[0] != "--help" else [])])
    out.flush()
    buffer = out.buffer
    assert isinstance(buffer, io.BytesIO)
    return VERSIONS.sub("… versioner.", buffer.getvalue().decode())


def captures() -> str:
    """The page."""
    from vbe.language import DEFAULT, activate

    parts = [HEAD]
    for command, about in COMMANDS:
        activate(DEFAULT)
        parts.append(f"\n## `{command}`\n\n{about}\n\n```text\n{answer(command).rstrip()}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(captures(), encoding="utf-8")
