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
    repository.edit(ROUTINE, ("- date: 2024-03-01", "- date: 2025-03-01"))
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


QUIET = {
    "the letterhead": ("templates/letterhead.docx", "PK", "template"),
    "a template": ("templates/report/report.html", "<p>", "template"),
    "a workflow": (".github/workflows/vbe.yml", "on: push", "check"),
    "the checks on GitLab": (".gitlab-ci.yml", "x: y", "check"),
    "who reviews": (".github/CODEOWNERS", "* @x", "reviewers"),
    "what history passes over": (".git-blame-ignore-revs", "a" * 40, "passed_over"),
    "what git ignores": (".gitignore", "x", "settings"),
    "a hidden folder of records": ("measures/.x/01-a.yaml", "title: x", "hidden"),
    "an instruction for a program": (".vscode/settings.json", "{}", "hidden"),
    "a note": ("NOTES.md", "x", "other"),
}


@pytest.mark.parametrize("name", QUIET)
@pytest.mark.parametrize("committed", [True, False])
def test_what_is_no_record_is_told(vbe, repository, name, committed):
    file, content, sort = QUIET[name]
    path = repository.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    if committed:
        repository.commit()
    words = ["HEAD~1", "HEAD"] if committed else []
    _code, out, _err = vbe("diff", *words)
    assert "Nothing has changed" not in out
    assert file in "".join(out.split("\n")).replace("    ", "")
    assert ("Changes the check or the report" in out) == (sort != "other")
    _code, out, _err = vbe("diff", *words, "--format", "json")
    assert [(each["file"], each["what"], each["sort"]) for each in json.loads(out)["files"]] == [(file, "added", sort)]
    _code, out, _err = vbe("diff", *words, "--format", "md")
    assert "Nothing has changed" not in out
    if not committed:
        repository.commit()
    path.unlink()
    _code, out, _err = vbe("diff")
    assert "is gone" in out


def test_a_link_among_the_records_is_told(vbe, repository):
    (repository.root / "measures" / "09-link.yaml").symlink_to("/etc/hostname")
    for words in ([], ["HEAD~1", "HEAD"]):
        _code, out, _err = vbe("diff", *words)
        assert "measures/09-link.yaml is new: a link, or no ordinary file." in " ".join(out.split())
        if not words:
            repository.commit()


def test_a_suppression_is_told_first(vbe, repository):
    repository.edit(ROUTINE, ("owner_role: socialchef", "owner_role: socialchef # vbe: ignore[VBE501] because"))
    _code, out, _err = vbe("diff")
    said = " ".join(out.split())
    assert f"{ROUTINE}: VBE501 is suppressed in 1 more place." in said
    assert "Nothing has changed" not in said
    repository.commit()
    _code, out, _err = vbe("diff", "HEAD", "HEAD~1")
    assert "VBE501 is suppressed in 1 place less." in " ".join(out.split())


def test_a_comment_is_told_and_changes_nothing(vbe, repository):
    repository.edit(ROUTINE, ("owner_role: socialchef", "owner_role: socialchef # still"))
    _code, out, _err = vbe("diff")
    assert f"{ROUTINE} is changed: only comments, order or layout." in " ".join(out.split())
    assert "No record says anything else. 1 file differs beside that." in " ".join(out.split())


def test_the_profile_comes_first(vbe, repository):
    repository.edit("vbe.yaml", ("executive_board:", "thresholds:\n  small_count: 7\nexecutive_board:"))
    repository.edit(ROUTINE, ("title: Orosanmälan", "title: Anmälan om oro"))
    for form, heading in (("text", "Changes the check or the report"), ("md", "**Changes the check or the report**")):
        _code, out, _err = vbe("diff", "--all", "--format", form)
        assert out.index(heading) < out.index("7") < out.index("Anmälan om oro")


def test_nothing_is_said_only_of_equal_trees(vbe, repository):
    repository.edit(ROUTINE, ("title: Orosanmälan", "title: Orosanmälan "))
    (repository.root / "x").write_text("x")
    (repository.root / "x").chmod(0o755)
    repository.commit()
    (repository.root / "x").chmod(0o644)
    _code, out, _err = vbe("diff")
    assert "Nothing has changed" not in out


def test_three_dots_mean_what_git_means(vbe, repository):
    repository.git("checkout", "-q", "-b", "side")
    repository.edit(ROUTINE, ("title: Orosanmälan", "title: Anmälan om oro"))
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.edit("strategy/strategy.yaml", ("goals:", "# a comment\ngoals:"))
    repository.commit()
    _code, out, _err = vbe("diff", "main...side", "--format", "json")
    assert [change["file"] for change in json.loads(out)["changes"]] == [ROUTINE]
    assert json.loads(out)["files"] == []
    _code, out, _err = vbe("diff", "main..side", "--format", "json")
    assert [each["file"] for each in json.loads(out)["files"]] == ["strategy/strategy.yaml"]
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit()
    code, _out, err = vbe("diff", "main...other")
    assert (code, len(err.splitlines())) == (2, 1)


def test_a_flood_of_files_hides_nothing(vbe, repository):
    for number in range(300):
        (repository.root / f".a{number}").write_text("x")
        (repository.root / f"a{number}").write_text("x")
    (repository.root / "templates").mkdir()
    (repository.root / "templates" / "report.html").write_text("x")
    for form in ("text", "md"):
        _code, out, _err = vbe("diff", "--all", "--format", form)
        assert out.index("report.html") < out.index(".a0")
        assert len(out.splitlines()) < 70
        assert out.count("and 280 more files") == 2
