"""A flood of findings is counted, not printed: nobody reads ten thousand lines, and a build log has its limits."""

import shutil
from collections import Counter
from pathlib import Path

from vbe.cli import run
from vbe.rules.checker import examine
from vbe.store.repository import Disk

BASE = Path(__file__).parent / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


def test_of_one_rule_in_one_file_a_hundred_are_told_and_the_rest_counted(tmp_path):
    shutil.copytree(BASE, tmp_path / "r")
    file = tmp_path / "r" / ROUTINE
    unknown = "".join(f"  - okand-roll-{number}\n" for number in range(250))
    file.write_text(f"{file.read_text('utf-8')}supported_by:\n{unknown}", encoding="utf-8")
    found = [d for d in examine(Disk(tmp_path / "r")).open if d.location.file == ROUTINE]
    assert Counter(d.code for d in found)["VBE201"] == 101
    assert "150" in found[-1].message


def test_of_many_broken_files_fifty_are_shown_and_the_rest_counted_by_rule_and_folder(tmp_path, capsys):
    shutil.copytree(BASE, tmp_path / "r")
    for number in range(70):
        (tmp_path / "r" / "routines" / "socialforvaltningen" / f"trasig-{number}.yaml").write_text("title: [", encoding="utf-8")
    assert run(["validate", "--root", str(tmp_path / "r")]) == 1
    said = capsys.readouterr().out
    assert said.count("VBE107 syntax-error") == 51
    assert "20  VBE107 syntax-error  routines/socialforvaltningen" in said
    assert run(["validate", "--root", str(tmp_path / "r"), "--all"]) == 1
    assert capsys.readouterr().out.count("VBE107 syntax-error") == 70
