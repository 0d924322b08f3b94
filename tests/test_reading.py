"""Each file is read once, whatever it holds, and the profile says how large one may be."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from vbe.store.loader import load
from vbe.store.repository import DEFAULT_LIMIT, Disk

BASE = Path(__file__).parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.fixture
def root(tmp_path):
    """Files with every sort of fault."""
    shutil.copytree(BASE, tmp_path / "r")
    text = (BASE / ROUTINE).read_text("utf-8")
    (tmp_path / "r/routines/socialforvaltningen/okand.yaml").write_text(text.replace("title:", "titel:", 1), encoding="utf-8")
    (tmp_path / "r/routines/socialforvaltningen/trasig.yaml").write_text(text.replace("title:", "title: [", 1), encoding="utf-8")
    (tmp_path / "r/guidance/socialnamnden/bild.png").write_bytes(b"\x89PNG\0")
    (tmp_path / "r/guidance/socialnamnden/brev.eml").write_text("Hej", encoding="utf-8")
    (tmp_path / "r/routines/socialforvaltningen/latin.yaml").write_bytes("title: å".encode("latin-1"))
    (tmp_path / "r/routines/socialforvaltningen/stor.yaml").write_text("#" * (DEFAULT_LIMIT + 1), encoding="utf-8")
    return tmp_path / "r"


def test_each_file_is_read_once(root, monkeypatch):
    seen = Counter()
    plain = Disk.read

    def counted(self, file, limit):
        seen[file] += 1
        return plain(self, file, limit)

    monkeypatch.setattr(Disk, "read", counted)
    load(Disk(root))
    assert set(seen.values()) == {1}
    assert set(seen) == set(Disk(root).listing().files)


@pytest.mark.parametrize("kib", [1, 300])
def test_the_profile_sets_the_limit(kib, root):
    profile = root / "vbe.yaml"
    profile.write_text(profile.read_text("utf-8") + f"limits: {{file_kib: {kib}}}\n", encoding="utf-8")
    large = {finding.file for finding in load(Disk(root)).findings if finding.rule == "too-large"}
    assert ("routines/socialforvaltningen/stor.yaml" in large) == (kib == 1)
    assert (len(large) > 1) == (kib == 1)


POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 120\n"


def test_a_pointer_of_git_lfs_is_named_as_what_it_is(root):
    """And only a whole one: what somebody has written below it is read and searched."""
    (root / ROUTINE).write_text(POINTER, encoding="utf-8")
    [finding] = [each for each in load(Disk(root)).findings if each.file == ROUTINE]
    assert (finding.rule, "Git LFS" in finding.message, "git lfs pull" in finding.hint) == ("unreadable-file", True, True)
    (root / ROUTINE).write_text(f"{POINTER}title: Något\n", encoding="utf-8")
    corpus = load(Disk(root))
    assert "title: Något" in corpus.texts[ROUTINE]
    assert not any("Git LFS" in each.message for each in corpus.findings)
