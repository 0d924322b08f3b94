"""Reading the past: a commit in the first format against the same records in today's, and a comparison against a reading.

Usage: python bench/past.py
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

from measure import VBE, Command, Row, measure, table, times
from own import copy_records

COPIES = 200
"""So many copies of Solna's routines and guidance examples: reading weighs more than starting."""
OLD_GOAL, DIFF_GOAL = 1.5, 3.0
REVIEW = re.compile(r"^reviews:\n(?:  - .*\n(?:    .*\n)*)*", re.MULTILINE)
DATE = re.compile(r"date: (\d{4}-\d{2}-\d{2})")
WHEN = "2018-03-01T12:00:00+00:00"
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_DATE": WHEN,
    "GIT_COMMITTER_DATE": WHEN,
} | {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "vbe"), ("EMAIL", "vbe@solna.example"))
}


def rows() -> list[Row]:
    """What an old commit costs to read, and a comparison of two of today's."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy_records(Path(folder) / "solna", COPIES)
        texts = {path: path.read_text("utf-8") for path in root.rglob("*.yaml")}
        older = {path: _in_format_1(path, text) for path, text in texts.items()}
        moved = sum(texts[path] != text for path, text in older.items())
        assert moved > COPIES, "nothing is older"
        _git(root, "init", "-q", "-b", "main")
        _commit(root, older)
        _commit(root, texts)
        _commit(root, {path: f"{text}# x\n" if "routines" in path.parts else text for path, text in texts.items()})
        found = measure(
            {
                "old": Command([*VBE, "status", "--at", "HEAD~2"], root),
                "now": Command([*VBE, "status", "--at", "HEAD~1"], root),
                "diff": Command([*VBE, "diff", "HEAD~1", "HEAD"], root),
            }
        )
    old, now, diff = found["old"], found["now"], found["diff"]
    assert old is not None
    assert now is not None
    assert diff is not None
    return [
        Row(f"past: today's format, {len(texts)} files, `vbe status --at`", now, "1 reading"),
        Row(
            f"past: format 1, {moved} of them older",
            old,
            f"{times(old.cpu, now.cpu)} reading",
            f"≤ {OLD_GOAL} ×",
            old.cpu <= OLD_GOAL * now.cpu,
        ),
        Row(
            "past: `vbe diff` of two commits",
            diff,
            f"{times(diff.cpu, now.cpu)} reading",
            f"≤ {DIFF_GOAL} ×",
            diff.cpu <= DIFF_GOAL * now.cpu,
        ),
    ]


def _in_format_1(path: Path, text: str) -> str:
    """The record as format 1 has it: the latest review in a field of its own, and no number of the format."""
    if path.name == "vbe.yaml":
        return re.sub(r"(?m)^format: \d+\n", "", text)
    reviews = REVIEW.search(text)
    days = DATE.findall(reviews[0]) if reviews else []
    return text if reviews is None or not days else text.replace(reviews[0], f"reviewed_on: {max(days)}\n")


def _commit(root: Path, texts: dict[Path, str]) -> None:
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "x")


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=root, env=os.environ | ENVIRONMENT, check=True)


if __name__ == "__main__":
    print(table(rows()))
