"""No output that nobody has asked to be long is higher than forty lines or wider than eighty columns: over Solna's records."""

from __future__ import annotations

from pathlib import Path

import pytest

from vbe.cli import run
from vbe.commands import COMMANDS
from vbe.domain.chain.trace import trace
from vbe.domain.changes.names import Names
from vbe.language import activate
from vbe.output.entry.view import Past, view
from vbe.output.registry import writer
from vbe.output.trace.view import chain_of
from vbe.output.width import SCREEN, WIDTH, columns
from vbe.rules import all_rules
from vbe.rules.pages import page
from vbe.store.loader import load
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
DAYS = ("2017-06-01", "2018-02-19", "2026-11-28")
COMMANDS_BY_DAY = (["stale"], ["stale", "--plan", "12"], ["stale", "--plan", "60"], ["status"])
NARROWED = (
    ["--department", "stadsledningsforvaltningen"],
    ["--department", "socialforvaltningen"],
    ["--only", "overdue,expired"],
)
OTHERS = (["validate"], ["rules"], ["diff"], ["fmt", "--check"], ["schema"], ["upgrade", "--dry-run"], ["history", "strategy"])


@pytest.fixture(scope="module")
def solna():
    activate("sv")
    return load(Disk(ROOT))


def assert_fits(text: str) -> None:
    """On a screen. An id or a path is copied, so it is never broken and may be longer than a line."""
    lines = text.splitlines()
    assert len(lines) <= SCREEN, text
    assert [line for line in lines if columns(line) > WIDTH and " " in line.strip()] == []


def output_of(words: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    assert run([*words, "--root", str(ROOT), "--lang", "sv"]) in (0, 1, 3)
    return capfd.readouterr().out


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("words", COMMANDS_BY_DAY, ids=" ".join)
def test_what_depends_on_the_day_fits(words, day, capfd):
    assert_fits(output_of([*words, "--as-of", day], capfd))


@pytest.mark.parametrize("words", NARROWED, ids=" ".join)
def test_a_part_of_what_is_stale_fits_and_all_of_it_is_there_to_ask_for(words, capfd):
    brief = output_of(["stale", *words, "--as-of", "2026-11-28"], capfd)
    assert_fits(brief)
    assert "--all" in brief
    whole = output_of(["stale", *words, "--all", "--as-of", "2026-11-28"], capfd)
    assert len(whole.splitlines()) > SCREEN


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_the_other_commands_fit(words, capfd):
    if words[0] in ("rules", "schema"):
        assert run([*words, "--lang", "sv"]) == 0
        assert_fits(capfd.readouterr().out)
    else:
        assert_fits(output_of(words, capfd))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_page_of_help_fits(command, capfd):
    assert run([command, "--help"]) == 0
    assert_fits(capfd.readouterr().out)


def test_every_page_of_a_rule_fits():
    activate("sv")
    for rule in all_rules().values():
        assert_fits(page(rule))


def test_every_entry_and_every_chain_fits_and_says_where_there_is_more(solna):
    names = Names(solna)
    for entry in solna.all_entries:
        shown = view(solna, entry, (), Past(3, "0" * 40, None))
        chain = chain_of(trace(solna, entry), names)
        for command, result in (("show", shown), ("trace", chain)):
            brief, whole = (writer(command, "text")(result, whole=is_whole) for is_whole in (False, True))
            assert_fits(brief)
            assert brief == whole or "--all" in brief
            assert {line for line in brief.splitlines() if "--all" not in line} <= set(whole.splitlines())
            assert not [line for line in whole.splitlines() if columns(line) > WIDTH and " " in line.strip()]
