"""Property: what a board has not handed in counts for nothing, whatever stands in its file; and who has reported is told right."""

from __future__ import annotations

import datetime
import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.towns import corpus, solna
from tests.render.solna import composed
from vbe.domain.asking import asked
from vbe.language.swedish import some_of
from vbe.report.plain import plain

YEAR, DAY = 2018, datetime.date(2019, 3, 1)
BASE = corpus(solna())
ASKED = asked(BASE, YEAR)
BOARDS = BASE.profile.coverage.reporting_boards
STATUSES = ("not_started", "ongoing", "done", "continuous", "cancelled", "replaced")
SAID = "Det här står i en fil som ingen har lämnat."


@st.composite
def halves(draw) -> tuple[frozenset[str], dict[str, dict[str, str | None]]]:
    """The boards that have handed in, and what stands in each board's file: commitment → status, None where none is said."""
    done = frozenset(draw(st.lists(st.sampled_from(BOARDS), unique=True, min_size=1, max_size=len(BOARDS) - 1)))
    status = st.sampled_from((*STATUSES, None))
    files = {
        board: {identity: draw(status) for identity, boards in ASKED.items() if board in boards and draw(st.integers(0, 3))}
        for board in BOARDS
    }
    return done, files


def files_of(done: frozenset[str], said: dict[str, dict[str, str | None]]) -> dict[str, str]:
    made = solna()
    for board, statuses in said.items():
        told = "" if board in done else f', result: "{SAID}"'
        entries = "".join(f'  "{identity}": {{status: {status or "null"}{told}}}\n' for identity, status in statuses.items())
        head = "reported_on: 2019-02-15\n" if board in done else f'summary: "{SAID}"\n'
        made[f"followup/{YEAR}/{board}.yaml"] = head + (f"commitments:\n{entries}" if entries else "")
    return made


def model(files: dict[str, str]) -> str:
    return json.dumps(plain(composed(corpus(files), year=YEAR, day=DAY)), ensure_ascii=False)


@settings(max_examples=12)
@given(halves())
def test_what_is_not_handed_in_counts_for_nothing(half):
    done, said = half
    told = model(files_of(done, said))
    assert SAID not in told
    other = {b: statuses if b in done else dict.fromkeys(statuses, "done") for b, statuses in said.items()}
    assert model(files_of(done, other)) == told
    empty = {b: statuses if b in done else {} for b, statuses in said.items()}
    assert model(files_of(done, empty)) == told
    counted = re.findall(r"(?i)([a-zåäö]+ av [a-zåäö]+ nämnder) har (?:svarat|redovisat|lämnat)", told.replace("\u00a0", " "))
    assert counted
    assert {phrase.lower() for phrase in counted} == {f"{some_of(len(done), len(BOARDS))} nämnder"}
