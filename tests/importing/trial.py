"""The municipality of the trial played again: `python -m tests.importing.trial` prints what its way in takes.

Seconds are of the commands themselves, on the machine that runs them. How long a person needs to read the log can only be
estimated: `READING` seconds for each place to look at.
"""

import contextlib
import io
import re
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.importing.plans import PLANS
from vbe.cli import run

PLAN = "aims_and_measures"
WHOSE = ["--name", "Älvhults kommun", "--code", "0000"]
READING = 30
"""Seconds for a person to look at one guess or one thing to decide; an estimate, measured by nobody."""


class Trial(NamedTuple):
    """What the way from a Word plan to a report took."""

    commands: list[str]
    seconds: float
    """On the clock."""
    processor: float
    """Seconds of the processor, which do not grow where the machine is busy."""
    errors: int
    warnings: int
    to_decide: int
    not_used: int
    guesses: int
    measures: int


def play(folder):
    """Init from the plan, validate, report: the commands as they are typed, and what they said."""
    plan, root = folder / "handlingsplan.docx", folder / "alvhult"
    plan.write_bytes(PLANS[PLAN]()[0].content)
    lines = [
        ["init", str(root), "--from", str(plan), *WHOSE],
        ["validate", "--root", str(root)],
        ["report", "--root", str(root), "--year", "2026", "-o", str(folder / "rapport.html")],
    ]
    said, begun, worked = [], time.perf_counter(), time.process_time()
    for line in lines:
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            assert run(line) == 0, line
        said.append(out.getvalue())
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    to_decide, not_used = map(int, re.search(r"Att besluta: (\d+)\. Inte använt: (\d+)\.", said[0]).groups())
    errors, warnings = map(int, re.match(r"(\d+) fel, (\d+) varning", said[1]).groups())
    texts = [path.read_text("utf-8") for path in root.rglob("*.yaml")]
    guesses = sum(text.count("# läst som:") for text in texts)
    measures = int(re.search(r"(\d+) åtgärder", said[0])[1])
    commands = ["vbe " + " ".join(word.replace(f"{folder}/", "") for word in line) for line in lines]
    return Trial(commands, seconds, processor, errors, warnings, to_decide, not_used, guesses, measures)


def told(trial):
    """The counts as lines; the seconds are those of this run."""
    looked_at = trial.to_decide + trial.not_used + trial.guesses
    return [
        f"kommandon: {len(trial.commands)}",
        f"åtgärder: {trial.measures}",
        f"fel: {trial.errors}, varningar: {trial.warnings}",
        f"att besluta: {trial.to_decide}, inte använt: {trial.not_used}, gissningar att titta på: {trial.guesses}",
        f"kommandona själva: {trial.seconds:.1f} sekunder, varav processorn {trial.processor:.1f} (mätt i den här körningen)",
        f"läsa igenom: omkring {max(1, round(looked_at * READING / 60))} minuter (uppskattat: {READING} sekunder för varje ställe)",
    ]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print("\n".join(told(play(Path(name)))))
