"""`safe.directory` is the user's word wherever git itself would read it, and never the repository's."""

from __future__ import annotations

import pytest

from vbe.store.git.process import trusted_folders


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user without settings."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_from_a_file_that_the_users_own_includes_and_with_the_users_folder(home):
    (home / ".gitconfig").write_text("[include]\n\tpath = more\n[safe]\n\tdirectory = /srv/ett\n", encoding="utf-8")
    (home / "more").write_text("[safe]\n\tdirectory = ~/vbe\n", encoding="utf-8")
    assert sorted(trusted_folders(home)) == sorted([str(home / "vbe"), "/srv/ett"])


def test_from_a_file_that_the_environment_names(home, monkeypatch):
    (home / "annan").write_text("[safe]\n\tdirectory = /srv/tva\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "annan"))
    assert trusted_folders(home) == ["/srv/tva"]


def test_from_the_environment_itself(home, monkeypatch):
    for name, value in {
        "COUNT": "2",
        "KEY_0": "Safe.Directory",
        "VALUE_0": "~/vbe",
        "KEY_1": "user.name",
        "VALUE_1": "/x",
    }.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert trusted_folders(home) == [str(home / "vbe")]


@pytest.mark.parametrize("count", ["", "-1", "många", "999999999999"])
def test_an_environment_that_makes_no_sense_is_no_word(home, monkeypatch, count):
    monkeypatch.setenv("GIT_CONFIG_COUNT", count)
    assert trusted_folders(home) == []


def test_an_empty_entry_takes_back_those_before_it(home):
    (home / ".gitconfig").write_text("[safe]\n\tdirectory = /srv/ett\n\tdirectory =\n\tdirectory = /srv/tva\n", encoding="utf-8")
    assert trusted_folders(home) == ["/srv/tva"]


def test_the_repositorys_own_word_counts_for_nothing(home):
    (home / "r/.git").mkdir(parents=True)
    (home / "r/.git/config").write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
    assert trusted_folders(home / "r") == []
