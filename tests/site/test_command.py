"""`vbe site` as it is typed: what it says, what it writes and with what code it ends."""

from __future__ import annotations

import pytest

from vbe.cli import run
from vbe.errors import VbeError
from vbe.site.build import _require_own_names


def snapshot(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_broken_record_is_named_with_its_place_and_the_rest_is_written(base, tmp_path, capsys):
    routine = next((base / "routines").rglob("*.yaml"))
    place = routine.relative_to(base).as_posix()
    routine.write_text("title: [\n", "utf-8")
    assert run(["site", "--root", str(base), "-o", str(tmp_path / "out"), "--lang", "sv"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line for line in told.err.splitlines() if line.startswith(f"vbe: {place}:2: ")]
    written = snapshot(tmp_path / "out")
    page = written[f"rutiner/{routine.parent.name}/{routine.stem}.html"].decode()
    assert "Sidan saknas" in page
    assert "Filen har ett fel" in page
    assert {"index.html", "omraden.html", "organisation.html", "vbe-site.json"} <= written.keys()


def test_what_is_whole_ends_with_nothing_to_mend(base, tmp_path, capsys):
    assert run(["site", "--root", str(base), "-o", str(tmp_path / "out"), "--for", "public", "--lang", "sv"]) == 0
    assert "Skrev" in capsys.readouterr().err
    assert run(["site", "--root", str(base), "-o", str(tmp_path / "out"), "--for", "public", "--lang", "sv"]) == 0
    assert "0 nya" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["measures/webb", "routines", ".", "followup/2025/sida"])
def test_a_folder_among_the_records_is_refused_before_anything_is_made(base, capsys, name):
    before = snapshot(base)
    assert run(["site", "--root", str(base), "-o", str(base / name), "--lang", "sv"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert snapshot(base) == before


def test_a_folder_of_somebody_else_is_refused_and_left_as_it_is(base, tmp_path, capsys):
    folder = tmp_path / "webb"
    folder.mkdir()
    (folder / "index.html").write_text("någon annans", "utf-8")
    for force in ([], ["--force"]):
        assert run(["site", "--root", str(base), "-o", str(folder), "--lang", "sv", *force]) == 2
        assert "innehåller något annat" in capsys.readouterr().err
        assert snapshot(folder) == {"index.html": "någon annans".encode()}


def test_two_pages_of_one_name_are_refused_and_both_are_named():
    with pytest.raises(VbeError, match=r"rutiner/a/Oro\.html.*rutiner/a/oro\.html") as stopped:
        _require_own_names(["index.html", "rutiner/a/Oro.html", "rutiner/a/oro.html"])
    assert "vbe rename" in stopped.value.hint


def test_a_colour_that_text_cannot_be_read_on_is_refused_with_its_ratio(base, tmp_path, capsys):
    with (base / "vbe.yaml").open("a", encoding="utf-8") as profile:
        profile.write('\nsite:\n  colour: "#7fb2d9"\n')
    assert run(["site", "--root", str(base), "-o", str(tmp_path / "out"), "--lang", "sv"]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "site.colour #7fb2d9" in said
    assert "1,73:1" in said
    assert not (tmp_path / "out").exists()
