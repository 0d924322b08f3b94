"""The boards' forms: six out and six in, against one check of the same records."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import VBE, Command, Row, measure, times
from own import copy_records

YEAR = "2017"
GOAL = 6.0
"""Out and in together, in checks of the same records: a check takes a third of a second of processor where both take two."""


def rows() -> list[Row]:
    """Out, in, and both against `vbe validate`."""
    with tempfile.TemporaryDirectory() as folder:
        root, out = copy_records(Path(folder) / "solna"), Path(folder) / "ut"
        write = Command([*VBE, "form", "--year", YEAR, "--all-boards", "-o", str(out)], root)
        check = Command([*VBE, "validate"], root)
        first = measure({"out": write, "check": check}, rounds=5)
        files = sorted(map(str, out.glob("*.xlsx")))
        back = measure({"in": Command([*VBE, "intake", *files], root)}, rounds=5)["in"]
        written, checked = first["out"], first["check"]
    assert written is not None
    assert checked is not None
    assert back is not None
    print(f"forms: {len(files)} out {written.wall:.2f} s, in {back.wall:.2f} s", file=sys.stderr)
    both = written.cpu + back.cpu
    return [
        Row(
            f"Solna: {len(files)} boards' forms out, `vbe form --all-boards`", written, f"{times(written.cpu, checked.cpu)} check"
        ),
        Row(
            f"Solna: the same {len(files)} in, `vbe intake`; ratio of out and in",
            back,
            f"{times(both, checked.cpu)} check",
            f"≤ {GOAL} ×",
            both <= GOAL * checked.cpu,
        ),
    ]
