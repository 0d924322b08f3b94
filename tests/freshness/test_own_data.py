"""What `vbe stale` tells of the repository's own strategy: it fits a terminal, and it is all in Swedish."""

import re
from pathlib import Path

import pytest

from vbe.cli import run

ROOT = Path(__file__).parents[2]
ENGLISH = {
    *("expired", "never", "reviewed", "overdue", "late", "harmonised", "edited", "since", "unknown", "due", "soon", "current"),
    *(
        "stale",
        "nothing",
        "shown",
        "example",
        "owner",
        "valid",
        "until",
        "ended",
        "changed",
        "review",
        "month",
        "load",
        "suggested",
    ),
}
COMMAND = re.compile(r"vbe\s+(review|stale)(\s+[A-Za-z0-9/-]+)?\s+--[a-z]+\s*[a-z|-]*(\s+--harmonised)?|--harmonised|`[^`]*`")


@pytest.fixture
def told(capsys):
    """The lines of `vbe stale` as of the day, in Swedish."""

    def lines(*options):
        assert run(["stale", "--root", str(ROOT), "--as-of", "2018-03-01", "--lang", "sv", *options]) in (0, 1, 3)
        return capsys.readouterr().out.splitlines()

    return lines


@pytest.mark.parametrize("options", [(), ("--all",), ("--plan", "12"), ("--plan", "60"), ("--within", "3660")])
def test_it_fits_eighty_columns_in_swedish(told, options):
    lines = told(*options)
    assert [line for line in lines if len(line) > 80] == []
    words = set(re.findall(r"[a-zåäö]+", COMMAND.sub("", "\n".join(lines)).lower()))
    assert words & ENGLISH == set()


def test_the_list_has_a_heading_for_each_department(told):
    headings = [line for line in told("--all") if re.fullmatch(r"\S.*: \d+ av \d+ inaktuella? \(\d+ %\)", line)]
    assert {line.partition(":")[0] for line in headings} >= {
        *("Kultur- och fritidsförvaltningen", "Kompetensförvaltningen", "Socialförvaltningen"),
        *("Omvårdnadsförvaltningen", "Stadsledningsförvaltningen"),
    }


def test_the_plan_has_a_column_for_each_department(told):
    lines = told("--plan", "12")
    assert lines[0] == "Plan från 2018-03-01"
    heads = next(line for line in lines if line.startswith("Månad")).split()[1:-1]
    legend = " ".join(lines[lines.index(next(line for line in lines if line.startswith("2019-02"))) + 1 : lines.index("", 3)])
    assert [entry.split(" ", 1) for entry in legend.split(", ")] == [
        [head, name]
        for head, name in zip(
            heads,
            (
                *("Barn- och utbildningsförvaltningen", "Kompetensförvaltningen", "Kultur- och fritidsförvaltningen"),
                *("Omvårdnadsförvaltningen", "Socialförvaltningen", "Stadsledningsförvaltningen"),
            ),
            strict=True,
        )
    ]
    assert "7 är försenade och har fördelats på arbetsdagar framåt." in lines
    assert "Börja med dessa" in lines
