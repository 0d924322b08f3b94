"""`vbe codeowners`: from the organisation, the same each time."""

from __future__ import annotations

import re
import shutil

import pytest

from vbe.cli import run

ORGANISATION = "strategy/organisation.yaml"
LINE = re.compile(r"/[A-Za-z0-9*./-]+( @[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*)+\Z")


@pytest.fixture
def owned(repository):
    """Every manager has an account."""
    for role in ("kommundirektor", "socialchef", "sakerhetschef"):
        repository.edit(ORGANISATION, (f"  - id: {role}\n", f'  - id: {role}\n    handle: "@lindvik/{role}"\n'))
    return repository


def test_the_file(vbe, owned):
    code, out, err = vbe("codeowners")
    assert (code, err) == (0, "")
    head, *lines = out.splitlines()
    assert head.startswith("# ")
    assert all(LINE.match(line) for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split()[0])
    assert "/routines/socialforvaltningen/ @lindvik/socialchef" in lines
    assert "/followup/*/socialnamnden.yaml @lindvik/socialchef" in lines
    assert "/measures/02-stod.yaml @lindvik/socialchef" in lines


def test_up_to_date_or_not(vbe, owned):
    assert vbe("codeowners", "--check")[0] == 1
    assert vbe("codeowners", "-o", "CODEOWNERS")[0] == 0
    assert vbe("codeowners", "--check")[0] == 0
    owned.edit("routines/socialforvaltningen/orosanmalan.yaml", ("owner_role: socialchef", "owner_role: sakerhetschef"))
    code, out, err = vbe("codeowners", "--check")
    assert (code, out) == (1, "")
    assert "not up to date" in err
    assert vbe("codeowners", "-o", "CODEOWNERS")[0] == 0


def test_it_says_in_the_readers_language_what_made_it_and_knows_its_own_in_any(vbe, owned):
    for language, head in (("sv", "# Gjord med `vbe codeowners`."), ("en", "# Made by `vbe codeowners`."), ("sv", "# Gjord")):
        assert vbe("codeowners", "-o", "CODEOWNERS", "--lang", language)[0] == 0
        assert (owned.root / "CODEOWNERS").read_text(encoding="utf-8").startswith(head)


def test_a_file_of_somebody_else_is_left_alone(vbe, owned):
    (owned.root / "CODEOWNERS").write_text("* @me\n", encoding="utf-8")
    code, _out, err = vbe("codeowners", "-o", "CODEOWNERS")
    assert code == 2
    assert "not overwritten" in err
    assert (owned.root / "CODEOWNERS").read_text(encoding="utf-8") == "* @me\n"


@pytest.mark.parametrize("change", ["{}/docs/ @me\n", "# {}", "\n{}"])
def test_a_file_of_ours_that_somebody_has_changed_is_left_alone(vbe, owned, change):
    """Was: its first line alone made it ours, and a line that somebody had added was lost."""
    path = owned.root / "CODEOWNERS"
    assert vbe("codeowners", "-o", "CODEOWNERS")[0] == 0
    changed = change.format(path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    code, _out, err = vbe("codeowners", "-o", "CODEOWNERS")
    assert (code, "--force" in err) == (2, True)
    assert path.read_text(encoding="utf-8") == changed
    assert vbe("codeowners", "-o", "CODEOWNERS", "--force")[0] == 0
    assert vbe("codeowners", "--check")[0] == 0


def test_an_owner_without_an_account(vbe):
    code, _out, err = vbe("codeowners")
    assert code == 1
    assert "Socialchefen owns files but has no handle" in err


def test_an_account_that_is_none(vbe, owned):
    owned.edit(ORGANISATION, ('"@lindvik/socialchef"', '"@lindvik/socialchef * @evil"'))
    code, out, err = vbe("codeowners")
    assert code == 1
    assert "@evil" not in out
    assert "not written like" in err


def test_an_owner_that_has_ended_hands_over(vbe, owned):
    owned.edit(
        ORGANISATION,
        ("    name: Socialchefen\n", "    name: Socialchefen\n    valid_to: 2024-12-31\n    successor: [kommundirektor]\n"),
    )
    code, out, err = vbe("codeowners")
    assert code == 1
    assert re.search(r"Socialchefen owns \d+ places but ended on 2024-12-31", err)
    assert "/followup/*/socialnamnden.yaml @lindvik/kommundirektor" in out


def test_paths_count_from_the_top_of_git(vbe, owned, monkeypatch):
    inner = owned.root / "vve"
    inner.mkdir()
    for name in ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup"):
        (owned.root / name).rename(inner / name)
    monkeypatch.chdir(inner)
    assert "/vve/routines/socialforvaltningen/ @lindvik/socialchef" in vbe("codeowners")[1]


CONTROLS = (
    ".github/",
    ".gitlab/",
    ".gitlab-ci.yml",
    ".git-blame-ignore-revs",
    "templates/",
    ".gitattributes",
    "CODEOWNERS",
    "vbe.yaml",
)


@pytest.mark.parametrize("place", CONTROLS)
def test_what_decides_the_check_and_the_report_is_somebodys(vbe, owned, place):
    """Whoever answers for the strategy answers for the checks, the templates and this file itself."""
    _code, out, _err = vbe("codeowners")
    (whole,) = [line for line in out.splitlines() if line.startswith("/vbe.yaml ")]
    assert f"/{place} {whole.split(maxsplit=1)[1]}" in out.splitlines()


def test_the_hosts_places_are_at_the_top_of_git(vbe, owned, monkeypatch):
    inner = owned.root / "vve"
    inner.mkdir()
    for name in ("vbe.yaml", "strategy", "measures", "routines", "guidance", "followup"):
        (owned.root / name).rename(inner / name)
    monkeypatch.chdir(inner)
    _code, out, _err = vbe("codeowners")
    patterns = {line.split()[0] for line in out.splitlines()[1:]}
    assert {"/.github/", "/vve/templates/", "/CODEOWNERS"} <= patterns
    assert "/vve/.github/" not in patterns


def test_the_checks_the_templates_and_the_file_itself_have_owners(vbe, owned):
    owned.edit("strategy/strategy.yaml", ("owner_role: ", "owner_role: sakerhetschef # "))
    lines = vbe("codeowners")[1].splitlines()
    for pattern in ("/.github/", "/.gitlab-ci.yml", "/templates/", "/CODEOWNERS", "/.pre-commit-config.yaml", "/vbe.yaml"):
        assert f"{pattern} @lindvik/sakerhetschef" in lines


def test_a_folder_with_a_blank_and_brackets_is_one_pattern(vbe, owned):
    """A blank ends a pattern, and `[` begins a set of signs that GitHub does not know."""
    (owned.root / "plan [2024] #1").mkdir()
    for path in list(owned.root.iterdir()):
        if path.name not in (".git", "plan [2024] #1"):
            path.rename(owned.root / "plan [2024] #1" / path.name)
    _head, *lines = vbe("codeowners", "--root", "plan [2024] #1")[1].splitlines()
    routine = r"/plan\ ?2024?\ ?1/routines/socialforvaltningen/ @lindvik/socialchef"
    assert routine in lines
    assert all(len(re.split(r"(?<!\\) @", line)[0].split(" ")) == 3 for line in lines if line.startswith("/plan"))


def test_the_file_of_init_is_ours_until_somebody_changes_it(tmp_path, capfd):
    town = tmp_path / "ny"
    assert (
        run(["init", str(town), "--name", "Lindviks kommun", "--code", "9999", "--year", "2027", "--preset", "handlingsplan"])
        == 0
    )
    assert run(["codeowners", "-o", str(town / "CODEOWNERS"), "--root", str(town)]) in (0, 1)
    shutil.rmtree(town)
    assert (
        run(["init", str(town), "--name", "Lindviks kommun", "--code", "9999", "--year", "2027", "--preset", "handlingsplan"])
        == 0
    )
    with (town / "CODEOWNERS").open("a", encoding="utf-8") as file:
        file.write("/routines/ @mina\n")
    assert run(["codeowners", "-o", str(town / "CODEOWNERS"), "--root", str(town)]) == 2
    assert "@mina" in (town / "CODEOWNERS").read_text("utf-8")
