"""CONTRIBUTING is true: every path and name in it exists, and the contracts list what there is."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tools import counts
from vbe.commands import COMMANDS
from vbe.rules import FAMILIES

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED = [*dict.fromkeys(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)))]
PATHS = [text for text in QUOTED if re.fullmatch(r"[\w.<>#-]+(?:/[\w.<>#-]*)+|[\w-]+\.(?:md|toml|yaml|py)", text)]
NAMES = re.findall(r"`(\w+)`[^`]{0,40}?(?:in|from|of)\s+`(vbe/[\w/]+\.py)`", TEXT)
WORDS = [text for text in QUOTED if re.fullmatch(r"\w*(?:[a-z]_|[A-Z]\w)\w*", text)]
CODE = [path.read_text(encoding="utf-8") for room in ("vbe", "tools", "tests") for path in (ROOT / room).rglob("*.py")]
MODULES = sorted((ROOT / "vbe").rglob("*.py"))


def test_there_are_paths_and_names_to_look_for():
    assert len(PATHS) > 30
    assert {name for name, _file in NAMES} >= {"COMMANDS", "PLACES", "FORMAT", "SECTIONS", "VIEWS", "MOVES", "LANGUAGES"}


@pytest.mark.parametrize("path", PATHS)
def test_each_path_exists(path):
    """A gap such as <family> stands for some name; a name alone may be that of a file in the folder of rule cases."""
    pattern = re.sub(r"<[^>]*>|###-name|###", "*", path.rstrip("/"))
    found = [*ROOT.glob(pattern), *ROOT.glob(f"tests/rules/*/{pattern}"), *ROOT.glob(f"tests/upgrade/**/{pattern}")]
    found += [*ROOT.glob(f"vbe/*/{pattern}")] if "/" not in pattern else []
    assert found, path


@pytest.mark.parametrize(("name", "file"), NAMES)
def test_each_name_stands_in_its_file(name, file):
    text = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^(?:class |def )?{name}\b", text, re.MULTILINE), f"{name} in {file}"


@pytest.mark.parametrize("word", WORDS)
def test_each_word_of_the_code_stands_in_the_code(word):
    """A name that is quoted without its file: a field, a class, an option of a kind."""
    assert any(re.search(rf"\b{word}\b", text) for text in CODE), word


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_no_page_names_a_module_that_is_gone(page):
    named = re.findall(r"`((?:vbe|tests|tools|bench)/[\w./-]+)`", page.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_each_command_and_goal_exists():
    assert {text.split()[1] for text in QUOTED if text.startswith("vbe ")} <= set(COMMANDS)
    goals = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    wanted = {goal for text in QUOTED if text.startswith("make ") for goal in text.split()[1:]}
    assert wanted
    assert wanted <= goals


def test_the_contracts_list_all_commands_and_all_families():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    apart = {tuple(contract["modules"]) for contract in contracts if contract["type"] == "independence"}
    assert {tuple(sorted(modules)) for modules in apart} == {
        tuple(sorted(f"vbe.cli.{name}" for name in COMMANDS)),
        tuple(sorted(f"vbe.rules.{name}" for name in FAMILIES)),
    }


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"new"}))
def test_a_command_is_a_function_of_at_most_fifteen_lines(name):
    tree = ast.parse((ROOT / f"vbe/cli/{name}.py").read_text(encoding="utf-8"))
    named = {node.name.rstrip("_"): node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert counts.code_lines(ast.unparse(named[name])) <= 15


def test_each_room_says_what_lives_in_it_and_where_to_begin():
    for room in sorted(path for path in (ROOT / "vbe").iterdir() if (path / "__init__.py").exists()):
        page = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert len(page.split()) > 12, room.name
        text = "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
        here = {path.stem for path in room.iterdir()} | {path.stem for path in (ROOT / "vbe").iterdir()}
        assert set(re.findall(r"`([a-z_]+)/?`", page)) - here - set(re.findall(r"^def (\w+)", text, re.MULTILINE)) == set()
    loose = {path.name for path in (ROOT / "vbe").glob("*.py")}
    assert loose == {"__init__.py", "__main__.py", "commands.py", "diagnostics.py", "errors.py"}


@pytest.mark.parametrize("file", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_docstring_cites_a_page_that_is_not_here(file):
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"domain page|\(design,|\(seed:", text)
    for page, anchor in re.findall(r"\b(docs/[\w-]+\.md)(#[\w-]+)?", text):
        assert (ROOT / page).exists(), page
        headings = re.findall(r"^#+ (.+)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
        assert not anchor or anchor[1:] in {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings}, anchor


def test_the_counts_are_within_their_limits(capsys):
    counts.main(ROOT / "vbe")
    out = capsys.readouterr().out
    for what, limit in counts.LIMITS.items():
        assert int(re.search(rf"(\d+)  {what} ", out)[1]) <= limit, out


def test_a_kind_table_and_a_name_are_counted(tmp_path, capsys):
    (tmp_path / "a.py").write_text('"""routine"""\nX = ("routine", "guidance")\nY = {"board": 1, "role": 2}\n', encoding="utf-8")
    (tmp_path / "b.py").write_text('Z = kind == "area"\n', encoding="utf-8")
    (tmp_path / "c.py").write_text('"""area"""\n_("area")\n', encoding="utf-8")
    counts.main(tmp_path)
    out = capsys.readouterr().out
    assert "     2  kind tables" in out
    assert "     2  modules that name kinds" in out
    assert "     4  lines of code" in out


def test_long_functions_names_given_up_and_any_are_counted(tmp_path, capsys):
    long = "\n".join(["def long():", *("    x = 1" for _ in range(40))])
    (tmp_path / "a.py").write_text(f"{long}\n", encoding="utf-8")
    (tmp_path / "b.py").write_text("from typing import Any\n\ndef grow(told: Any) -> None: ...\n", encoding="utf-8")
    (tmp_path / "machine.py").write_text("x = 1\n" * 251, encoding="utf-8")
    counts.main(tmp_path)
    out = capsys.readouterr().out
    assert "     1  modules over 250 lines" in out
    assert "     1  functions over 40 lines" in out
    assert "     2  old names left" in out
    assert "     1  variables called told, said or made" in out
    assert "     1  Any outside the places that may have it" in out
    assert "functions over 40 lines:\n        a.py:1\n" in out
