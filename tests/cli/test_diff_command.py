"""`vbe diff` in a real repository."""

from __future__ import annotations

import json
import re

import pytest

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


def test_nothing_has_changed(vbe):
    code, out, _err = vbe("diff")
    assert (code, out.splitlines()[-1]) == (0, "Nothing has changed.")


def test_the_files_on_disk_against_the_last_commit(vbe, repository):
    repository.edit(ROUTINE, ("owner_role: socialchef", "owner_role: sakerhetschef"))
    code, out, _err = vbe("diff")
    assert code == 0
    assert "owner role changed from socialchefen to säkerhetschefen" in " ".join(out.split())
    assert "edited, but the review is older" in " ".join(out.split())


@pytest.mark.parametrize("words", [["HEAD~1", "HEAD"], ["HEAD~1..HEAD"], ["HEAD~1"], ["HEAD~1..."]])
def test_commits(vbe, repository, words):
    repository.edit(ROUTINE, ("title: Orosanmälan", "title: Anmälan om oro"))
    repository.commit()
    _code, out, _err = vbe("diff", *words)
    assert "title changed from “Orosanmälan” to “Anmälan om oro”" in " ".join(out.split())


def test_reviews_and_followers_stand_apart(vbe, repository):
    repository.edit(ROUTINE, ("reviewed_on: 2024-03-01", "reviewed_on: 2025-03-01"))
    for file in ("measures/02-stod.yaml", "guidance/socialnamnden/foraldrastod.yaml", "followup/2024/socialnamnden.yaml"):
        repository.edit(file, ('"2.3"', '"2.7"'))
    _code, out, _err = vbe("diff", "--format", "json")
    said = json.loads(out)
    assert said["summary"] == {
        "changes": 1, "reviews": 1, "follows": 2, "added": 0, "removed": 0, "renamed": 1, "moved": 0, "changed": 3,
    }  # fmt: skip
    assert said["from"]["commit"]
    assert said["to"] == {"revision": None, "commit": None}


def test_a_demand_that_nothing_carries_any_more(vbe, repository):
    repository.edit("measures/02-stod.yaml", ("    obligations: [O-02-01]\n", ""))
    _code, out, _err = vbe("diff", "--format", "json")
    assert json.loads(out)["consequences"]["untraced"] == ["O-02-01"]


def test_a_new_version_leaves_the_routines_behind(vbe, repository):
    repository.edit("strategy/strategy.yaml", ("goals:", '  - version: "1.2"\n    decided_on: 2024-06-01\ngoals:'))
    _code, out, _err = vbe("diff", "--format", "json")
    assert "socialforvaltningen/orosanmalan" in json.loads(out)["consequences"]["not_harmonised"]


def test_a_file_with_faults_is_not_a_removed_one(vbe, repository):
    repository.edit(ROUTINE, ("steps:", "stegen:"))
    code, out, _err = vbe("diff", "--format", "json")
    said = json.loads(out)
    assert code == 0
    assert (said["changes"], said["unreadable"]) == ([], [ROUTINE])


EVIL = "Se <img src=x onerror=alert(1)> @solna/alla @sakerhet #12 [här](https://evil.example) `kod` **fet** | www.evil.example"


def test_a_comment_holds_no_markup_from_files(vbe, repository):
    repository.edit(ROUTINE, ("does: Kontaktar säkerhetschefen.", f'does: "{EVIL}"'))
    _code, out, _err = vbe("diff", "--format", "md")
    shown = out.replace("&#8203;", "\u200b")
    assert "<img" not in shown
    assert not re.search(r"@\w", shown)
    assert not re.search(r"#\d", shown)
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert "https://" not in shown
    assert "www." not in shown
    assert "**fet**" not in shown


def test_a_comment_is_never_too_long(vbe, repository):
    template = (repository.root / ROUTINE).read_text(encoding="utf-8")
    for number in range(900):
        path = repository.root / f"routines/socialforvaltningen/rutin-{number:03}.yaml"
        path.write_text(template.replace("title: Orosanmälan", f"title: Rutin {number} {'ord ' * 12}"), encoding="utf-8")
    _code, out, _err = vbe("diff", "--format", "md")
    assert len(out) < 60_000
    assert re.search(r"… and \d+ more changes\.", out)


def test_a_personal_number_is_never_repeated(vbe, repository):
    number = "19811218" + "-" + "9876"
    repository.edit(ROUTINE, ("does: Kontaktar säkerhetschefen.", f"does: Ring {number}."))
    for form in ("text", "md", "json"):
        assert number not in vbe("diff", "--format", form)[1]


def test_what_cannot_be_run_is_one_line(vbe):
    for words in (["nope"], ["a", "b", "c"], ["--format", "xml"]):
        code, out, err = vbe("diff", *words)
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_same_commits_give_the_same_bytes(vbe, repository):
    repository.edit(ROUTINE, ("within: genast", "within: samma dag"))
    repository.commit()
    for form in ("text", "md", "json"):
        assert vbe("diff", "HEAD~1", "HEAD", "--format", form) == vbe("diff", "HEAD~1", "HEAD", "--format", form)
