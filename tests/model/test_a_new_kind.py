"""A kind of record is one module and one line of registration: everything else follows.

CONTRIBUTING's recipe is carried out for real, in a copy of the program, with a kind that has an owner, a clock, a reference
and a list of entries, and with a plain one: its owner stands in a field, it has no clock, and it answers for no demand. Then
every command is asked whether it knows the kinds.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE = '''
"""Drills: what a department practises."""

from __future__ import annotations

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import Model, OrganisedRef, ShortText, Slug, Text
from vbe.model.kinds import EntryKind, EntryList, Kind
from vbe.model.records.routine import Clocked


class Scene(Model):
    """What is played in a drill."""

    id: Slug = Field(description="The stable id of the scene.")
    text: Text = Field(description="What happens.")


class Drill(Clocked):
    """A drill. The folder is the department that holds it."""

    trains: tuple[OrganisedRef, ...] = Field(default=(), description="Who is trained.")
    place: ShortText | None = Field(default=None, description="Where it is held.")
    scenes: tuple[Scene, ...] = Field(default=(), description="What is played.")


SCENE = EntryKind(
    name="scene",
    model=Scene,
    label=N_("scene"),
    phrase=N_("The scene {title}"),
    link=N_("scene {id} {title}"),
    titles=("text",),
)
DRILL = Kind(
    name="drill",
    model=Drill,
    label=N_("drill"),
    definite=N_("the drill"),
    plural=N_("the drills"),
    phrase=N_("The drill {title} ({owner})"),
    link=N_("drill {title} ({owner}), {state}"),
    titles=("title",),
    likeness=0.6,
    entries=(EntryList("scenes", SCENE),),
    review_months=6,
    carries_demands=True,
)
'''
PLAIN = '''
"""Courses: what was taught in a year, and by whom."""

from __future__ import annotations

from pydantic import Field

from vbe.language import N_
from vbe.model.fields import CommitmentRef, Model, OrganisedRef, RoutineRef, ShortText
from vbe.model.kinds import Kind


class Course(Model):
    """A course that was held."""

    title: ShortText = Field(description="What it is called.")
    holder: OrganisedRef = Field(description="Who holds it.")
    commitments: tuple[CommitmentRef, ...] = Field(default=(), description="The commitments that it belongs to.")
    teaches: RoutineRef | None = Field(default=None, description="The routine that it teaches.")


COURSE = Kind(
    name="course",
    model=Course,
    label=N_("course"),
    definite=N_("the course"),
    plural=N_("the courses"),
    phrase=N_("The course {title}"),
    link=N_("course {title} ({owner})"),
    titles=("title",),
    owners=lambda _record, course: (course.holder,),
)
'''
REGISTRATION = (
    '    _place("drill", "drills/{department}/{slug}.yaml", "drills/socialforvaltningen/larm.yaml", holds_entries=True),\n'
    '    _place("course", "courses/{year}/{slug}.yaml", "courses/2024/tidiga-tecken.yaml"),\n'
)
FILE = "drills/socialforvaltningen/larm.yaml"
DRILL = """\
title: Larmövning
status: in_force
owner_role: socialchef
approved_by: socialchef
approved_on: 2023-02-01
reviews:
  - date: 2023-02-01
    outcome: no-change
audience: internal
commitments: ["1.1"]
trains: [samordningsgruppen]
scenes:
  - id: inpasseringen
    text: Någon vill in i huset.
"""
ID = "socialforvaltningen/larm"
COURSE_FILE = "courses/2024/tidiga-tecken.yaml"
COURSE = """\
title: Tidiga tecken
holder: socialforvaltningen
commitments: ["2.1"]
teaches: socialforvaltningen/orosanmalan
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The program with the kind: its package, its generator of documents, and where those are written."""
    top = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "vbe", top / "vbe", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", top / "templates")
    shutil.copytree(ROOT / "tools", top / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (top / "docs").mkdir()
    (top / "vbe" / "model" / "records" / "drill.py").write_text(MODULE, encoding="utf-8")
    (top / "vbe" / "model" / "records" / "course.py").write_text(PLAIN, encoding="utf-8")
    places = top / "vbe" / "model" / "places.py"
    text = places.read_text(encoding="utf-8")
    last = re.search(r'    _place\("decisions".*\n', text)[0]
    places.write_text(text.replace(last, last + REGISTRATION), encoding="utf-8")
    return top


def git(repository, *words, day="2024-01-15"):
    who = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "T"), ("EMAIL", "t@t.se"))}
    days = {f"GIT_{who}_DATE": f"{day}T12:00:00+0000" for who in ("AUTHOR", "COMMITTER")}
    env = {**os.environ, **who, **days, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", repository, *words], check=True, capture_output=True, env=env)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """The rule base with a course and a drill, changed once during the year that is followed up."""
    top = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / "tests" / "rules" / "base", top, dirs_exist_ok=True)
    for file, text in ((FILE, DRILL), (COURSE_FILE, COURSE)):
        (top / file).parent.mkdir(parents=True)
        (top / file).write_text(text, encoding="utf-8")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "Begin", day="2023-06-01")
    changed = DRILL.replace("Larmövning", "Inrymningsövning").replace("in i huset", "in i skolan")
    (top / FILE).write_text(changed, encoding="utf-8")
    (top / COURSE_FILE).write_text(COURSE.replace("Tidiga tecken", "Tidiga tecken på oro"), encoding="utf-8")
    git(top, "commit", "-qam", "Play it at the school", day="2024-03-01")
    return top


@pytest.fixture
def vbe(copy, repository):
    def run(*words, cwd=repository, **more):
        env = {**os.environ, "PYTHONPATH": str(copy), "NO_COLOR": "1", "VBE_LANG": "en", "COLUMNS": "200", **more}
        done = subprocess.run(
            [sys.executable, "-m", "vbe", *words], cwd=cwd, env=env, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


def test_validate_reads_it_and_finds_what_is_wrong_in_it(vbe, repository, tmp_path):
    assert vbe("validate").returncode == 0
    broken = tmp_path / "broken"
    shutil.copytree(repository, broken, ignore=shutil.ignore_patterns(".git"))
    wrong = DRILL.replace("[samordningsgruppen]", "[brandkaren]").replace('["1.1"]', '["9.9"]')
    (broken / FILE).write_text(wrong, encoding="utf-8")
    (broken / "drills" / "skolforvaltningen").mkdir()
    (broken / "drills" / "skolforvaltningen" / "larm.yaml").write_text(DRILL + "plats: Skolan\n", encoding="utf-8")
    found = json.loads(vbe("validate", "--format", "json", cwd=broken).stdout)["diagnostics"]
    codes = {(d["code"], d["file"].split("/")[1]) for d in found if d["file"].startswith("drills/")}
    assert codes == {("VBE201", "socialforvaltningen"), ("VBE117", "skolforvaltningen")}
    (broken / "drills" / "skolforvaltningen" / "larm.yaml").write_text(DRILL, encoding="utf-8")
    found = json.loads(vbe("validate", "--format", "json", cwd=broken).stdout)["diagnostics"]
    assert {("VBE204", "skolforvaltningen"), ("VBE203", "socialforvaltningen")} <= {
        (d["code"], d["file"].split("/")[1]) for d in found
    }


def test_show_and_trace_know_the_record_and_its_entries(vbe):
    shown = vbe("show", ID).stdout
    assert shown.startswith("Drill “Inrymningsövning” (socialförvaltningen), in force")
    assert "commitment 1.1" in shown
    assert vbe("show", "inpasseringen").stdout.startswith("Scene inpasseringen “Någon vill in i skolan”")
    traced = vbe("trace", ID).stdout
    assert "commitment 1.1" in traced
    assert "No link is broken" in traced
    assert "drill “Inrymningsövning”" in vbe("trace", "1.1").stdout
    assert "drill “Inrymningsövning”" in vbe("show", "samordningsgruppen").stdout


def test_show_and_trace_know_a_plain_kind_from_both_sides(vbe):
    shown = "course “Tidiga tecken på oro” (socialförvaltningen)"
    for named in ("2.1", "socialforvaltningen/orosanmalan", "socialforvaltningen"):
        assert shown in vbe("show", named).stdout, named
        assert shown in vbe("trace", named).stdout, named
    traced = json.loads(vbe("trace", "2024/tidiga-tecken", "--format", "json").stdout)
    assert [(node["kind"], node["id"]) for node in traced["rests_on"]] == [
        ("routine", "socialforvaltningen/orosanmalan"),
        ("commitment", "2.1"),
    ]


def test_history_and_diff_tell_its_changes(vbe):
    assert "Inrymningsövning" in vbe("history", ID).stdout
    assert "Tidiga tecken" in vbe("history", "2024/tidiga-tecken").stdout
    told = vbe("diff", "HEAD~1", "HEAD").stdout
    assert "The drill “Inrymningsövning” (socialförvaltningen): " in told
    assert "The scene “Någon vill in i skolan”" in told
    assert "The course “Tidiga tecken på oro”" in told
    changes = json.loads(vbe("diff", "HEAD~1", "HEAD", "--format", "json").stdout)["changes"]
    assert {c["kind"] for c in changes} == {"drill", "scene", "course"}
    assert all(c["departments"] == ["socialforvaltningen"] for c in changes)


def test_stale_and_review_know_its_clock(vbe, repository, tmp_path):
    items = json.loads(vbe("stale", "--as-of", "2024-06-01", "--format", "json").stdout)["items"]
    drill = next(item for item in items if item["kind"] == "drill")
    assert (drill["id"], drill["department"], drill["due_on"]) == (ID, "socialforvaltningen", "2023-08-01")
    assert {"overdue", "edited_since_review"} <= set(drill["reasons"])
    mine = tmp_path / "mine"
    shutil.copytree(repository, mine)
    done = vbe("review", ID, "--outcome", "no-change", "--on", "2024-05-01", "--yes", cwd=mine)
    assert done.returncode == 0, done.stderr
    assert "2024-05-01" in (mine / FILE).read_text(encoding="utf-8")


def test_status_counts_it_where_stale_does(vbe):
    overview = json.loads(vbe("status", "--as-of", "2024-06-01", "--format", "json").stdout)
    listed = json.loads(vbe("stale", "--as-of", "2024-06-01", "--format", "json").stdout)
    assert {d["id"]: {"total": d["total"], "stale": d["stale"]} for d in overview["departments"]} == listed["summary"]
    assert [area["stale"] for area in overview["areas"] if area["id"] == "01"] == [[ID]]
    assert "Inrymningsövning" in vbe("stale", "--plan", "12", "--as-of", "2024-06-01").stdout


def test_rename_finds_it_wherever_it_is_named(vbe, repository, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(repository, mine)
    for old, new in (("inpasseringen", "porten"), (ID, "inrymning"), ("socialforvaltningen", "omsorgsforvaltningen")):
        done = vbe("rename", old, new, cwd=mine)
        assert done.returncode == 0, done.stderr
    assert "id: porten\n" in (mine / "drills/omsorgsforvaltningen/inrymning.yaml").read_text(encoding="utf-8")
    assert "holder: omsorgsforvaltningen\n" in (mine / COURSE_FILE).read_text(encoding="utf-8")
    assert vbe("validate", cwd=mine).returncode == 0


def test_site_document_and_workbooks_are_made_without_it(vbe, repository, tmp_path):
    """They show the kinds that have been given a place in them; another makes none of them stop."""
    mine = tmp_path / "mine"
    shutil.copytree(repository, mine)
    for edition in ("public", "staff"):
        done = vbe("site", "--for", edition, "-o", edition, cwd=mine)
        assert done.returncode == 0, done.stderr
        assert not list((mine / edition).rglob("*larm*"))
    for words in (("publish", "-o", "plan.docx"), ("form", "--year", "2024", "--all-boards", "-o", "forms")):
        done = vbe(*words, cwd=mine)
        assert done.returncode == 0, done.stderr
    assert vbe("upgrade", cwd=mine).returncode == 0


def test_codeowners_gives_its_folder_to_its_owner(vbe, repository, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(repository, mine)
    organisation = mine / "strategy" / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    role = "    name: Socialchefen\n"
    organisation.write_text(text.replace(role, f'{role}    handle: "@kommun/social"\n'), encoding="utf-8")
    assert "/drills/socialforvaltningen/ @kommun/social\n" in vbe("codeowners", cwd=mine).stdout


def test_fmt_lays_it_out(vbe, repository, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(repository, mine)
    (mine / FILE).write_text("status:   in_force\n" + DRILL.replace("status: in_force\n", ""), encoding="utf-8")
    assert FILE in vbe("fmt", "--check", FILE, cwd=mine).stdout
    assert vbe("fmt", FILE, cwd=mine).returncode == 0
    assert (mine / FILE).read_text(encoding="utf-8").startswith("title: Larmövning\nstatus: in_force\n")


def test_new_says_how_one_is_written(vbe):
    for kind, example in (("drill", "drills/socialforvaltningen/larm.yaml"), ("course", "courses/2024/tidiga-tecken.yaml")):
        done = vbe("new", kind)
        assert done.returncode == 2
        assert example in done.stderr
        assert f"vbe schema {kind}" in done.stderr


def test_completion_suggests_its_ids(vbe):
    answer = vbe(_VBE_COMPLETE="complete_bash", COMP_WORDS="vbe show ", COMP_CWORD="2").stdout.split()
    assert {ID, "inpasseringen", "2024/tidiga-tecken"} <= set(answer)


def test_schema_and_documents_describe_it(vbe, copy):
    assert json.loads(vbe("schema", "drill").stdout)["properties"]["scenes"]["items"]["$ref"] == "#/$defs/Scene"
    assert "drills/socialforvaltningen/larm.yaml" in vbe("schema").stdout
    env = {**os.environ, "PYTHONPATH": str(copy)}
    subprocess.run([sys.executable, copy / "tools" / "generated.py", "docs"], check=True, env=env)
    assert "| `drill` | `drills/*/*.yaml` |" in (copy / "docs" / "poster.md").read_text(encoding="utf-8")


def test_the_report_lists_its_changes(vbe):
    report = vbe("report", "--year", "2024", "--only", "appendix", "--format", "md", "-o", "-")
    assert "Ändringar i the drills under 2024" in report.stdout, report.stderr
    assert "The drill “Inrymningsövning”" in report.stdout


ASK = """
from pathlib import Path
from vbe.lsp.snapshot import EditorSource, candidates, describe, entry_at, refresh, model_of
from vbe.model.fields import RefersTo
knowledge = refresh(EditorSource(Path.cwd()), None)
assert model_of("drills/x/y.yaml").__name__ == "Drill"
print([entry.id for entry in candidates(knowledge.corpus, RefersTo("drill"))])
print(describe(entry_at(knowledge.corpus, "inpasseringen"), knowledge.corpus))
"""


def test_the_language_server_knows_it(copy, repository):
    env = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run([sys.executable, "-c", ASK], cwd=repository, env=env, capture_output=True, text=True, check=True)
    assert ID in done.stdout
    assert "**Någon vill in i skolan.**" in done.stdout


def test_an_example_and_the_lists_of_each_place_are_as_its_kind_says():
    from vbe.model.places import place_of
    from vbe.model.records import KINDS

    for kind in KINDS:
        assert place_of(kind.place.example)[0] is kind.place
        listed = any(not (each.kind.is_word or each.kind.is_anonymous) for each in kind.entries)
        assert kind.place.holds_entries == listed, kind.name
