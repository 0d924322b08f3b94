"""`vbe history` as a table, a page and for programs: what a version was, and nothing of who made the commit."""

from __future__ import annotations

import json

import pytest

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.fixture
def told(repository):
    """A routine that was made, laid out anew, edited, reviewed, broken, mended and renamed."""
    old = ROUTINE.replace("orosanmalan", "oro")
    repository.git("mv", ROUTINE, old)
    repository.commit("another name at first")
    repository.edit(old, ("title: Orosanmälan", "title:   Orosanmälan"))
    repository.commit("layout")
    repository.edit(old, ("within: genast", "within: samma dag"))
    repository.commit("edit")
    repository.edit(old, ('    version: "1.1"\n', '    version: "1.1"\n  - {date: 2025-03-10, by: socialchef}\n'))
    repository.commit("review")
    repository.edit(old, ("steps:", "steps: ["))
    repository.commit("broken")
    repository.edit(old, ("steps: [", "steps:"))
    repository.commit("mended")
    repository.git("mv", old, ROUTINE)
    repository.commit("renamed")
    return repository


def test_a_program_is_told_every_version_newest_first(vbe, told):
    code, out, err = vbe("history", "orosanmalan", "--format", "json")
    assert code == 0, err
    said = json.loads(out)
    assert said["title"] == f"socialforvaltningen/orosanmalan ({ROUTINE})"
    kinds = [kind for version in said["versions"] for kind in version["kinds"]]
    assert kinds[0] == "renamed"
    assert kinds[-1] == "new"
    assert {"review", "edit", "layout", "unreadable", "mended"} == set(kinds) - {"renamed", "new"}
    assert kinds.index("mended") == kinds.index("unreadable") - 1
    [review] = [version for version in said["versions"] if version["kinds"] == ["review"]]
    assert (review["date"], review["reviewed_by"]) == ("2025-03-10", "Socialchefen")
    layout = next(version for version in said["versions"] if version["kinds"] == ["layout"])
    assert (layout["reviewed_by"], layout["changes"]) == (None, [])
    assert any("“genast” to “samma dag”" in line for version in said["versions"] for line in version["changes"])
    assert "lindvik.example" not in out


def test_a_version_of_another_form_is_told_by_its_fields(vbe, repository):
    repository.edit(ROUTINE, ("steps:", "gammalt: x\nsteps:"), ("title: Orosanmälan", "title: Oro"))
    repository.commit("a field that is no longer there")
    repository.edit(ROUTINE, ("gammalt: x\n", ""))
    repository.commit("gone")
    _code, out, _err = vbe("history", ROUTINE)
    assert "Changed: " in out
    assert "gammalt" in out
    assert "title" in out


def test_a_file_that_git_has_never_seen_is_said_to_be_so(vbe, repository):
    new = ROUTINE.replace("orosanmalan", "ny")
    (repository.root / new).write_text((repository.root / ROUTINE).read_text(encoding="utf-8"), encoding="utf-8")
    code, out, err = vbe("history", new)
    assert (code, out) == (2, "")
    assert new in err
    assert err.count("\n") == 1


def test_what_is_wrong_with_the_history_is_said_with_its_own_remedy(vbe, told):
    grafts = told.root / ".git/info/grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(json.loads(vbe("history", "orosanmalan", "--format", "json")[1])["versions"][1]["commit"] + "\n")
    code, _out, err = vbe("history", "orosanmalan")
    assert code == 3
    assert "info/grafts" in err
    assert "unshallow" not in err


def test_a_review_is_told_with_all_that_it_wrote(vbe, repository):
    repository.edit(ROUTINE, ('    version: "1.1"\n', '    version: "1.1"\n  - {date: 2025-03-10, note: Läst med polisen}\n'))
    repository.commit("review")
    code, out, err = vbe("history", "orosanmalan")
    assert code == 0, err
    said = " ".join(out.split())
    assert "reviewed on 2025-03-10" in said
    assert "“Läst med polisen”" in said
    assert "Stated as reviewed on 2024-03-01 when it was added." in said
