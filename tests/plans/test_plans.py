"""Each of ten plans: nothing wrong, no departure, a report, a list of what is due, the plan in print, and a site."""

from __future__ import annotations

import pytest

from tests.plans.shapes import SHAPES, YEAR, build
from tests.report.repo import commit, git
from tests.site.reading import pages, targets
from vbe.app.printing import FORMATS, PlanOrder, make_plan
from vbe.app.site.making import SiteOrder, make_site
from vbe.app.verifying import verify
from vbe.cli import run
from vbe.site import Edition
from vbe.store.commit import Commit
from vbe.store.git import Git
from vbe.store.loader import load

EXTREMISM = "extremis"


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return Plans(tmp_path_factory.mktemp("plans"))


class Plans(dict):
    """Name → repository, with a commit; each is made when it is first asked for."""

    def __init__(self, top):
        super().__init__()
        self.top = top

    def __missing__(self, name):
        root = self[name] = build(name, self.top / name)
        git(root, "init", "--quiet", "--initial-branch=main")
        commit(root, "Börja")
        return root


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_wrong_and_nothing_is_waived(name, plans, capsys):
    assert run(["validate", "--root", str(plans[name]), "--strict", "--lang", "sv"]) == 0, capsys.readouterr().out
    assert "0 fel, 0 varningar, 0 avsteg" in capsys.readouterr().out


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_reported_on(name, plans, tmp_path, capsys):
    assert run(["report", "--root", str(plans[name]), "--year", str(YEAR), "-o", str(tmp_path / "r.md")]) == 0
    text = (tmp_path / "r.md").read_text("utf-8")
    assert "Lindviks kommun" in text or "Kommunstyrelsen" in text
    assert "omslag" not in text
    capsys.readouterr()


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_due_is_listed(name, plans, capsys):
    assert run(["stale", "--root", str(plans[name]), "--as-of", "2029-12-31", "--all"]) in (0, 1)
    assert len(capsys.readouterr().out) > 50


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_printed_and_what_was_printed_is_verified(name, plans):
    source = Commit(Git.open(plans[name]), "HEAD")
    made = make_plan(source, PlanOrder(), FORMATS)
    assert "Lindviks kommun" in made["html"].decode()
    form = FORMATS[list(SHAPES).index(name) % len(FORMATS)]
    assert verify(made[form], form, source).answer == "same"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("edition", Edition)
def test_it_has_a_site_without_empty_parts(name, edition, plans):
    """No page and no heading for what the plan does not have, and no question that it has no answer to."""
    made = make_site(Commit(Git.open(plans[name]), "HEAD"), SiteOrder(edition))
    assert made.faults == ()
    read = pages(made.files)
    assert "Lindviks kommun" in read["index.html"].text
    assert [(page, told.empty) for page, told in read.items() if told.empty] == []
    assert [(page, path) for page, told in read.items() for path, _place in targets(page, told) if path not in made.files] == []
    lacking = {"krav.html": "obligations", "rutiner.html": "routines", "vagledning.html": "guidance", "uppfoljning.html": "years"}
    corpus = load(Commit(Git.open(plans[name]), "HEAD"))
    assert {page for page, part in lacking.items() if page in read and not getattr(corpus, part)} == set()
    # The site is of a day before the plans were decided on: nobody is late with what was never asked for.
    assert [page for page, told in read.items() if "Skulle ha lämnats" in told.text] == []
    assert "orolig" not in read["index.html"].text.casefold()
    assert "Oroar" not in read["index.html"].text


def test_a_joint_plan_says_who_does_it_with_whom(plans):
    read = pages(make_site(Commit(Git.open(plans["joint-plan"]), "HEAD"), SiteOrder(Edition.PUBLIC)).files)
    promise = next(told for page, told in read.items() if page.startswith("atgarder/") and "Tillsammans med" in told.text)
    assert "Grannkommunen" in promise.text
    assert "aktorer.html#aktor-grannkommunen" in " ".join(promise.links)
    assert "Kommunerna ordnar en gemensam utbildningsdag" in read["aktorer.html"].text


def test_nothing_is_said_of_what_a_plan_does_not_have(plans, capsys):
    """Neither demands, nor routines, nor indicators: `trace` spoke of routines in a plan that has none."""
    report = ["report", "--year", str(YEAR), "--format", "md", "-o", "-"]
    board = [*report, "--board", "kommunstyrelsen"]
    for words in (
        ["trace", "1.1"],
        ["status"],
        ["show", "1.1"],
        ["stale", "--all"],
        report,
        [*report, "--only", "appendix"],
        board,
    ):
        assert run([*words, "--root", str(plans["without-demands"]), "--lang", "sv"]) in (0, 1)
        told = capsys.readouterr().out.casefold()
        assert told
        assert not [word for word in ("krav", "rutin", "mätetal", "vägledningsexempel") if word in told], (words, told)


def test_a_plan_against_crime_has_not_a_word_of_extremism(plans, tmp_path, capsys):
    """Nor do its findings, its report, what comes next, the plan in print or the site."""
    root = plans["crime-prevention"]
    for path in [*root.rglob("*.yaml"), root / "README.md"]:
        assert EXTREMISM not in path.read_text("utf-8").casefold(), path
    for words in (["validate"], ["status"], ["stale", "--all"]):
        run([*words, "--root", str(root), "--lang", "sv"])
        assert EXTREMISM not in capsys.readouterr().out.casefold()
    assert run(["report", "--root", str(root), "--year", str(YEAR), "--appendix", "-o", str(tmp_path / "r.md")]) == 0
    for path in tmp_path.glob("*.md"):
        assert EXTREMISM not in path.read_text("utf-8").casefold(), path
    source = Commit(Git.open(root), "HEAD")
    assert EXTREMISM not in make_plan(source, PlanOrder(), ("html",))["html"].decode().casefold()
    for edition in Edition:
        for name, content in make_site(source, SiteOrder(edition)).files.items():
            assert EXTREMISM not in content.decode("utf-8", "replace").casefold(), (edition, name)


def test_nothing_is_made_up(tmp_path):
    """Neither a day nor a paragraph nor a case number stands in what nobody has decided."""
    for preset in ("solna", "enkel", "brottsforebyggande"):
        assert run(["init", str(tmp_path / preset), "--name", "Lindviks kommun", "--code", "9999", "--preset", preset]) == 0
        for path in (tmp_path / preset).rglob("*.yaml"):
            kept = [line for line in path.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")]
            for field in ("decided_on:", "paragraph:", "case_number:", "valid_from:", "valid_to:", "approved_on:", "date:"):
                assert not [line for line in kept if line.lstrip(" -").startswith(field)], (path, field)


def test_without_a_preset_the_kinds_are_listed(tmp_path, capsys):
    assert run(["init", str(tmp_path / "x"), "--name", "Lindviks kommun", "--code", "9999"]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "brottsforebyggande: " in err
    assert "solna: " in err
    assert not (tmp_path / "x").exists()
