"""Where persons are looked for: in every text of the repository, whatever is broken."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from number_corpus import number

from vbe.cli import run
from vbe.rules.checker import examine
from vbe.store import surroundings
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.repository import Disk
from vbe.store.surroundings import read_surroundings

TESTS = Path(__file__).parents[1]
RNG = random.Random(11)
LETTERHEAD = TESTS.parent / "templates" / "letterhead.docx"
DEEP = "routines/" + "/".join("abcdefghijkl")


def hyphened(n: str) -> str:
    return f"{n[:8]}-{n[8:]}"


def with_part(target: Path, part: str, old: str, new: str) -> None:
    """The letterhead with text in one of its parts replaced."""
    with zipfile.ZipFile(LETTERHEAD) as archive, zipfile.ZipFile(target, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            changed.writestr(name, content)


def written(file: str):
    def plant(root: Path, text: str) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(f"Se {text} för mer.\n", encoding="utf-8")

    return pytest.param(plant, file, id=file)


def in_letterhead(part: str, old: str, new: str):
    def plant(root: Path, text: str) -> None:
        (root / "templates").mkdir(exist_ok=True)
        with_part(root / "templates" / "letterhead.docx", part, old, new.format(text))

    return pytest.param(plant, "templates/letterhead.docx", id=part)


PLACES = [
    written("README.md"),
    written("notes.txt"),
    written("anteckningar/mote.md"),
    written(".github/workflows/check.yml"),
    written(".gitlab-ci.yml"),
    written("templates/report/report.html.j2"),
    written("templates/report/report.typ"),
    written("templates/report/style.css"),
    written("routines/.utkast/x.yaml"),
    written("measures/.anteckning.md"),
    written("measures/.anteckning"),
    written("CODEOWNERS"),
    in_letterhead("word/document.xml", "<w:body>", "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p>"),
    in_letterhead("docProps/core.xml", "</cp:coreProperties>", "<dc:description>{}</dc:description></cp:coreProperties>"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(TESTS / "rules" / "base", tmp_path / "tree")
    return tmp_path / "tree"


def codes(root: Path, file: str) -> set[str]:
    return {d.code for d in examine(Disk(root)).diagnostics if d.location.file == file and not d.waived}


def commit(root: Path) -> None:
    who = ["-c", "user.name=vbe", "-c", "user.email=vbe@lindvik.example", "-c", "init.defaultBranch=main"]
    for arguments in (["init", "-q"], ["add", "-A", "-f"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize(("plant", "file"), PLACES)
def test_a_number_is_found_on_disk_and_in_a_commit(plant, file: str, root: Path) -> None:
    plant(root, hyphened(number(RNG)))
    assert "VBE701" in codes(root, file)
    commit(root)
    shutil.move(root / file, root.parent / "gone")
    found = examine(Commit(Git.open(root), "HEAD")).diagnostics
    assert ("VBE701", file) in {(d.code, d.location.file) for d in found}


@pytest.mark.parametrize(("plant", "file"), [p for p in PLACES if p.id != "anteckningar/mote.md"])
def test_an_address_and_a_phone_are_found(plant, file: str, root: Path) -> None:
    plant(root, "fornamn.efternamn@lindvik.example, 070-174 06 05")
    assert {"VBE702", "VBE703"} <= codes(root, file)


@pytest.mark.parametrize("file", ["README.md", "templates/report/report.html.j2", "measures/.anteckning.md"])
def test_a_story_is_found(file: str, root: Path) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("En 17-årig elev på skolan greps i maj.\n", encoding="utf-8")
    assert "VBE705" in codes(root, file)


def test_a_backslash_makes_no_story(root: Path) -> None:
    (root / "README.md").write_text("Strategin gäller i fyra år \\ och ses över.\n", encoding="utf-8")
    (root / "measures" / "README.md").write_text("Strategin gäller i fyra år \\ och ses över.\n", encoding="utf-8")
    assert "VBE705" not in codes(root, "README.md") | codes(root, "measures/README.md")


def test_the_templates_that_come_with_vbe_name_no_person(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are left out of the search where they are as they come, so they are searched here."""
    shutil.copytree(LETTERHEAD.parent, root / "templates")
    assert not [file for file in read_surroundings(Disk(root)).texts if file.startswith("templates/")]
    monkeypatch.setattr(surroundings, "is_packaged", lambda _name, _content: False)
    assert {"templates/letterhead.docx", "templates/report/report.typ"} <= read_surroundings(Disk(root)).texts.keys()
    found = examine(Disk(root)).diagnostics
    assert not [d.location for d in found if d.location.file.startswith("templates/")]


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_folder_too_deep_is_an_error(on_disk: bool, root: Path) -> None:
    (root / DEEP).mkdir(parents=True)
    (root / DEEP / "x.yaml").write_text("a: 1\n", encoding="utf-8")
    commit(root)
    found = examine(Disk(root) if on_disk else Commit(Git.open(root), "HEAD")).diagnostics
    (told,) = [d for d in found if d.code == "VBE101"]
    assert told.location.file == "routines/" + "/".join("abcdefghi")
    assert told.severity.value == "error"


def test_persons_are_found_where_the_profile_is_broken(root: Path) -> None:
    n = number(RNG)
    profile = root / "vbe.yaml"
    profile.write_text(re.sub(r"(?m)^areas: .*", "areas: många", profile.read_text("utf-8")), encoding="utf-8")
    routine = root / "routines/socialforvaltningen/orosanmalan.yaml"
    routine.write_text(routine.read_text("utf-8") + f"# {hyphened(n)}, fornamn.efternamn@lindvik.example\n", encoding="utf-8")
    (root / "README.md").write_text("En 17-årig elev greps. 070-174 06 05\n", encoding="utf-8")
    found = {(d.code, d.location.file) for d in examine(Disk(root)).diagnostics}
    assert {("VBE701", "routines/socialforvaltningen/orosanmalan.yaml"), ("VBE703", "README.md")} <= found
    assert "VBE702" in {code for code, _file in found}
    assert "VBE119" in {code for code, _file in found}


def test_what_programs_keep_is_not_searched(root: Path, capfd) -> None:
    n = hyphened(number(RNG))
    for folder in (".venv/lib", "node_modules/x", ".git/x", "build", "tmp"):
        (root / folder).mkdir(parents=True)
        (root / folder / "x.txt").write_text(n, encoding="utf-8")
    (root / "tmp" / "CACHEDIR.TAG").write_text("", encoding="utf-8")
    assert run(["validate", "--root", str(root)]) == 0
    assert n not in "".join(capfd.readouterr())


def test_a_part_of_an_office_document_is_read_as_markup_is():
    from vbe.privacy.markup import read_markup, read_office

    with zipfile.ZipFile(Path(__file__).parents[2] / "templates" / "letterhead.docx") as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    parts.append("<w:p><w:r><w:t>1912</w:t></w:r><w:r><w:t>1212-&#49;212</w:t></w:r><w:tab w:val='a&amp;b'/></w:p><!-- c -->")
    for part in parts:
        assert read_office(part).replace("\ufffd", " ").split() == read_markup(part).replace("\ufffd", " ").split()
