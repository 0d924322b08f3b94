"""Each format that there has been is a small repository: it is read as today's, and `vbe upgrade` makes today's of it."""

import re
import shutil
from pathlib import Path

import pytest

from vbe.cli import run
from vbe.documents import parse
from vbe.language import activate
from vbe.model.formats import FORMAT, STEPS, raised, steps_taken
from vbe.model.records import KINDS, kind_of
from vbe.rules.checker import examine
from vbe.store.loader import load
from vbe.store.repository import Disk, fault

HERE = Path(__file__).parent
FORMATS = [f"format-{number}" for number in range(1, FORMAT)]
EXPECTED = HERE / "expected"


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


@pytest.fixture
def vbe(capfd, monkeypatch):
    monkeypatch.setenv("VBE_LANG", "en")

    def call(*words):
        code = run([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    yield call
    activate("sv")


@pytest.fixture(params=FORMATS)
def old(request, tmp_path):
    return Path(shutil.copytree(HERE / request.param, tmp_path / "old"))


def test_every_format_but_todays_has_a_repository_of_its_own():
    assert sorted(path.name for path in HERE.glob("format-*")) == FORMATS


def test_the_changelog_says_of_each_version_what_it_means_for_what_is_old():
    text = (HERE.parents[1] / "CHANGELOG.md").read_text("utf-8")
    versions = re.split(r"(?m)^## ", text)[1:]
    assert versions
    for said in versions:
        old = said.partition("### For old repositories and old reports\n")[2].partition("\n###")[0]
        assert re.search(rf"reads formats? [\d, and]*{FORMAT}\b", old) or said is not versions[0]
        assert len(re.findall(r"(?m)^- ", old)) > 1


def test_an_upgraded_repository_is_todays_to_the_last_byte(old, vbe):
    assert vbe("upgrade", "--root", old)[0] == 0
    assert files(old) == files(EXPECTED)
    assert list(examine(Disk(EXPECTED)).open) == []


def test_an_older_format_is_read_as_todays(old):
    before, after = load(Disk(old)), load(Disk(EXPECTED))
    assert [(record.kind, record.id) for record in before.records] == [(record.kind, record.id) for record in after.records]
    for one, other in zip(before.records, after.records, strict=True):
        said = one.content.model_copy(update={"format": FORMAT}) if one.kind == "profile" else one.content
        assert said == other.content, one.file


def test_validate_tells_of_the_upgrade_and_finds_nothing(old, vbe):
    code, _out, err = vbe("validate", "--root", old)
    assert code == 0
    assert err == "vbe: The repository has an older format; `vbe upgrade` brings it to today's.\n"
    assert vbe("validate", "--root", EXPECTED)[2] == ""


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(old, vbe):
    before = files(old)
    code, out, err = vbe("upgrade", "--dry-run", "--root", old)
    assert code == 0
    assert "The months of harmonisation go: nothing used them.\n  vbe.yaml\n" in out
    assert "would be changed" in err
    assert files(old) == before


def test_a_second_upgrade_has_nothing_to_do(old, vbe):
    vbe("upgrade", "--root", old)
    once = files(old)
    code, out, _err = vbe("upgrade", "--root", old)
    assert (code, out) == (0, f"The repository has format {FORMAT} already; there is nothing to do.\n")
    assert files(old) == once


def test_a_step_is_pure_and_may_be_taken_twice():
    met = set()
    for folder in FORMATS:
        for file, content in files(HERE / folder).items():
            kind, value = kind_of(file)[0].name, parse(file, content)[0].value
            before = repr(value)
            once = raised(kind, value)
            met |= set(steps_taken(kind, value))
            assert repr(value) == before
            assert raised(kind, once) is once
            assert list(steps_taken(kind, once)) == []
    assert met == set(STEPS)


def test_the_steps_are_in_order_and_name_kinds_that_there_are():
    assert [step.format for step in STEPS] == sorted(step.format for step in STEPS)
    assert {step.format for step in STEPS} == set(range(2, FORMAT + 1))
    assert {kind for step in STEPS for kind in step.kinds} <= {kind.name for kind in KINDS}


def test_a_newer_format_is_refused_by_every_command_in_one_line(tmp_path, vbe):
    root = Path(shutil.copytree(EXPECTED, tmp_path / "new"))
    profile = root / "vbe.yaml"
    text = profile.read_text("utf-8").replace(f"format: {FORMAT}", f"format: {FORMAT + 1}\nsomething_new: {{a: b}}")
    profile.write_text(text, "utf-8")
    for words in (["validate"], ["stale"], ["upgrade"], ["status"], ["trace", "2.1"]):
        code, out, err = vbe(*words, "--root", root)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert f"the repository has format {FORMAT + 1}" in err
        assert "Install the version of vbe that it was upgraded with" in err


@pytest.mark.parametrize("said", ["två", "0", "-1", "true", "2.0", "[2]"])
def test_a_format_that_is_no_number_is_a_fault_with_its_place(tmp_path, vbe, said):
    root = Path(shutil.copytree(HERE / "format-1", tmp_path / "odd"))
    profile = root / "vbe.yaml"
    profile.write_text(f"format: {said}\n{profile.read_text('utf-8')}", "utf-8")
    before = files(root)
    code, out, err = vbe("upgrade", "--root", root)
    assert (code, out) == (2, "")
    assert err.startswith("vbe: vbe.yaml:1: ")
    assert err.endswith("Nothing has been written.\n")
    assert err.count("\n") == 1
    assert files(root) == before
    code, out, _err = vbe("validate", "--root", root)
    assert code == 1
    assert "\nvbe.yaml\n  1:" in f"\n{out}"


def test_what_an_older_branch_brings_in_is_a_fault_that_names_the_upgrade(tmp_path, vbe):
    """A half-upgraded repository: its profile says today's format, and a file does not have it."""
    root = Path(shutil.copytree(EXPECTED, tmp_path / "half"))
    profile = root / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8").replace("intervals:\n", "intervals:\n    harmonisation: 6\n"), "utf-8")
    code, out, _err = vbe("validate", "--root", root)
    assert code == 1
    assert "It is from an older format; `vbe upgrade` brings the file to today's." in " ".join(out.split())
    assert vbe("upgrade", "--root", root)[0] == 0
    assert files(root) == files(EXPECTED)


def test_a_file_with_faults_stops_the_upgrade_before_anything_is_written(old, vbe):
    (old / "measures/02-stod.yaml").write_text("title: [\n", "utf-8")
    before = files(old)
    code, out, err = vbe("upgrade", "--root", old)
    assert (code, out) == (2, "")
    assert "measures/02-stod.yaml:" in err
    assert "Nothing has been written." in err
    assert err.count("\n") == 1
    assert files(old) == before


def test_a_file_that_cannot_be_read_stops_the_upgrade_before_anything_is_written(old, vbe, monkeypatch):
    def read(self, file, limit):
        return (
            fault("unreadable-file", file, "The file cannot be read: permission denied.")
            if "orosanmalan" in file
            else kept(self, file, limit)
        )

    before, kept = files(old), Disk.read
    monkeypatch.setattr(Disk, "read", read)
    code, out, err = vbe("upgrade", "--root", old)
    assert (code, out) == (2, "")
    assert err.startswith("vbe: routines/socialforvaltningen/orosanmalan.yaml:1: The file cannot be read")
    assert err.endswith("Nothing has been written.\n")
    assert err.count("\n") == 1
    assert files(old) == before


def test_an_attachment_from_git_lfs_is_named_and_stops_the_upgrade(old, vbe):
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12345\n"
    (old / "measures/02-stod.yaml").write_text(pointer, "utf-8")
    before = files(old)
    code, out, err = vbe("upgrade", "--root", old)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "measures/02-stod.yaml:1: " in err
    assert "LFS" in err
    assert files(old) == before


def test_a_file_that_cannot_be_written_takes_the_others_back(old, vbe, monkeypatch):
    from vbe.errors import VbeError
    from vbe.scaffold import plan

    before, real, written = files(old), plan.write_atomically, []

    def fails(path, new, expected_old):
        if path.name == "vbe.yaml" and new != before["vbe.yaml"]:
            raise VbeError("vbe.yaml cannot be written.")
        written.append(path)
        real(path, new, expected_old)

    monkeypatch.setattr(plan, "write_atomically", fails)
    assert vbe("upgrade", "--root", old)[0] == 2
    assert files(old) == before


def test_places_in_an_older_format_are_those_of_the_text(old):
    record = load(Disk(old)).by_file["routines/socialforvaltningen/orosanmalan.yaml"]
    line = record.document.text.splitlines().index("steps:") + 1
    assert record.document.locate(("steps",), on_key=True).line == line
    assert record.document.locate(("steps", 0, "does")).line > line
