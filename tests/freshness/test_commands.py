"""The commands that `vbe stale` tells to record reviews with are those that `vbe review` takes."""

import io
import re
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.freshness.test_verdicts import BASE, build, found
from tests.git.stories import run
from vbe.cli import run as vbe
from vbe.language import activate
from vbe.output.freshness.labels import review_command

REPOSITORY = Path(__file__).parents[2]
DATA = ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup")
COMMAND = re.compile(r"^  `vbe (review .*)`$", re.MULTILINE)
ORGANISATION = BASE["strategy/organisation.yaml"]
IN_OFFICE = "vbe review socialforvaltningen/orosanmalan --outcome no-change"
CHAIN = """valid_to: 2017-06-30, successor: [ny]}
  - {id: ny, name: Nya, valid_to: 2018-01-31, successor: [nyast]}
  - {id: nyast, name: Nyaste}"""
SEVERAL = """valid_to: 2017-06-30, successor: [socialforvaltningen, borta, ny]}
  - {id: borta, name: Borta, valid_to: 2018-01-31}
  - {id: ny, name: Nya}"""


@pytest.fixture(scope="module")
def solna(tmp_path_factory):
    """The repository's own data, in a git repository of its own."""
    folder = tmp_path_factory.mktemp("solna")
    for name in DATA:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, folder / name)
    run(folder, "init", "--quiet")
    run(folder, "add", "--all")
    when = "2018-02-15T11:00:00+00:00"
    run(folder, "commit", "--quiet", "--message", "Allt", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return folder


def output(*words: str) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = vbe([*words, "--lang", "sv"])
    return code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()


@pytest.mark.parametrize("day", ["2018-03-01", "2021-03-01", "2026-03-01"])
def test_every_command_on_solnas_data_is_taken(solna, day):
    text = output("stale", "--format", "md", "--as-of", day, "--root", str(solna))[1]
    commands = COMMAND.findall(text)
    assert commands
    assert len(commands) == text.count("vbe review ")
    for command in commands:
        # Solna's strategy names no owner role, so who makes the review is for the reader to fill in.
        words = shlex.split(command.replace("--by ROLL", "--by sakerhetschef"))
        code, out, err = output(*words, "--on", day, "--dry-run", "--root", str(solna))
        assert (code, err) == (0, ""), command
        assert f"+  - date: {day}" in out


@pytest.mark.parametrize("words", [(), ("--all",), ("--format", "json"), ("--plan", "3")])
def test_a_day_that_is_none_is_told_of_in_every_view(solna, words):
    """Also where the view does not show what is new since a day: whoever wrote it believes that it counts."""
    code, out, err = output("stale", "--since", "i går", *words, "--root", str(solna))
    assert (code, out) == (2, "")
    assert err == "vbe: i går är inget datum. Skriv år, månad och dag: 2017-12-31.\n"


def test_the_calendar_tells_the_same_commands(solna):
    words = ("--as-of", "2021-03-01", "--root", str(solna))
    events = Calendar.from_ical(output("stale", "--format", "ics", *words)[1]).walk("VEVENT")
    told = {line for event in events for line in str(event["DESCRIPTION"]).splitlines() if line.startswith("vbe review ")}
    listed = {f"vbe {command}" for command in COMMAND.findall(output("stale", "--format", "md", *words)[1])}
    assert any("--by forvaltningschef-" in command for command in listed)
    assert listed <= told


@pytest.fixture(autouse=True)
def english():
    activate("en")
    yield
    activate("sv")


def command(folder: Path, roles: str, day: str = "2018-03-01") -> str:
    """The command for a routine whose owner is `socialchef`, in an organisation with these roles besides."""
    return review_command(found(build(folder, strategy__organisation=ORGANISATION.replace("manager: true}", roles)), day))


@pytest.mark.parametrize(
    ("roles", "by"),
    [
        ("manager: true}", ""),
        ("valid_to: 2018-03-01, successor: [ny]}\n  - {id: ny, name: Nya}", ""),
        ("valid_to: 2018-02-28, successor: [ny]}\n  - {id: ny, name: Nya}", " --by ny"),
        ("valid_to: 2018-02-28}", " --by ROLE"),
        (CHAIN, " --by nyast"),
        (SEVERAL, " --by ny"),
        ("valid_to: 2017-06-30, successor: [ny]}\n  - {id: ny, name: Nya, valid_from: 2018-03-02}", " --by ROLE"),
        ("valid_to: 2017-06-30, successor: [ny]}\n  - {id: ny, name: Nya, valid_from: 2018-03-01}", " --by ny"),
        (
            "valid_to: 2017-06-30, successor: [ny]}\n  - {id: ny, name: Nya, valid_to: 2017-12-31, successor: [socialchef]}",
            " --by ROLE",
        ),
    ],
    ids=["in office", "last day", "ended", "no successor", "chain", "several", "not yet", "first day", "circle"],
)
def test_the_role_in_the_command_is_one_in_office(tmp_path, roles, by):
    assert command(tmp_path, roles) == IN_OFFICE + by


@pytest.mark.parametrize(
    ("valid_to", "told"), [("2018-02-28", ""), ("2018-03-01", "vbe review strategy --outcome no-change --by ROLE")]
)
def test_a_review_does_not_make_an_expired_strategy_valid(tmp_path, valid_to, told):
    strategy = BASE["strategy/strategy.yaml"].replace("valid_from", f"valid_to: {valid_to}\nvalid_from")
    assert review_command(found(build(tmp_path, strategy__strategy=strategy), "2018-03-01", "strategy")) == told
