"""`vbe report` and `vbe verify` in a real repository: the same bytes everywhere, whole files, and proof."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.report.repo import commit, git, repository, vbe

TEXT_FORMS = ("html", "md", "json")


@pytest.fixture(scope="module")
def lindvik(tmp_path_factory):
    """Read, never written to except in `build/`."""
    return repository(tmp_path_factory.mktemp("kommun") / "lindvik")


@pytest.fixture
def own(tmp_path):
    return repository(tmp_path / "egen")


def made(folder, *arguments, form="html", **environment) -> bytes:
    done = vbe(folder, "report", "--year", "2024", "--format", form, "-o", "-", *arguments, **environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_html_is_the_default_and_its_place_is_told_on_stderr(own):
    done = vbe(own, "report", "--year", "2024")
    assert done.returncode == 0
    assert done.stdout == b""
    assert "build/uppfoljning-2024.html" in done.stderr.decode()
    assert (own / "build" / "uppfoljning-2024.html").read_bytes().startswith(b"<!doctype html>")
    assert not (own / "build" / "MANIFEST.sha256").exists()


def test_several_forms_get_a_manifest_that_sums_them(own):
    done = vbe(own, "report", "--year", "2024", "--format", "html,md", "--format", "json")
    assert done.returncode == 0
    lines = (own / "build" / "MANIFEST.sha256").read_text().splitlines()
    assert len(lines) == 3
    for line in lines:
        told, name = line.split("  ")
        assert hashlib.sha256((own / "build" / name).read_bytes()).hexdigest() == told


def test_the_ending_decides_the_form(own):
    (own / "ut").mkdir()
    assert vbe(own, "report", "--year", "2024", "-o", "ut/rapport.json").returncode == 0
    assert json.loads((own / "ut" / "rapport.json").read_bytes())["year"] == 2024


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "2019"), "2024"),
        (("--year", "2024", "-o", "rapport.txt"), ".html"),
        (("--year", "2024", "--format", "htlm"), "html"),
        (("--year", "2024", "--for", "web"), "web"),
        (("--year", "2024", "--as-of", "i går"), "i går"),
        (("--year", "2024", "--at", "finns-inte"), "finns-inte"),
        ((), "--year"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_no_file(own, arguments, said):
    done = vbe(own, "report", *arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.decode().splitlines()) == 1
    assert said in done.stderr.decode()
    assert not (own / "build").exists()


def test_a_report_is_not_made_of_half_a_repository(own):
    (own / "followup" / "2024" / "socialnamnden.yaml").write_text("commitments: [\n")
    done = vbe(own, "report", "--year", "2024")
    assert done.returncode == 2
    assert b"vbe validate" in done.stderr


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_the_same_bytes_whatever_the_machine_is_like(lindvik, tmp_path, form):
    first = made(lindvik, form=form)
    elsewhere = tmp_path / "någon annanstans"
    shutil.copytree(lindvik, elsewhere)
    (elsewhere / "under").mkdir()
    assert made(elsewhere / "under", form=form, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1") == first
    assert (
        made(tmp_path, "--root", str(elsewhere), form=form, TZ="America/Adak", LC_ALL="sv_SE.UTF-8", PYTHONHASHSEED="2") == first
    )
    assert made(lindvik, form=form, VBE_LANG="en", SOURCE_DATE_EPOCH="1") == first
    assert made(lindvik, "--at", "HEAD", form=form) == first


def test_a_commit_is_read_without_touching_the_work_tree(own):
    before = made(own, "--only", "appendix")
    file = own / "followup" / "2024" / "kommunstyrelsen.yaml"
    file.write_text(file.read_text().replace("fyra gånger", "fem gånger"))
    commit(own, "Rättat")
    (own / "measures" / "01-samordning.yaml").unlink()
    again = vbe(own, "report", "--year", "2024", "--only", "appendix", "--at", "HEAD~1", "-o", "-")
    assert again.stdout == before
    assert "fem gånger" in vbe(own, "report", "--year", "2024", "--only", "appendix", "--at", "HEAD", "-o", "-").stdout.decode()
    assert git(own, "status", "--porcelain") == "D measures/01-samordning.yaml"


def test_files_that_are_not_committed_are_said_to_be_so(own):
    assert json.loads(made(own, form="json"))["provenance"]["dirty"] is False
    (own / "measures" / "01-samordning.yaml").write_text((own / "measures" / "01-samordning.yaml").read_text() + "# ny\n")
    model = json.loads(made(own, form="json"))
    assert model["provenance"]["dirty"] is True
    assert [banner["title"] for banner in model["banners"]] == ["Arbetsversion"]


def test_without_git_the_date_comes_from_the_environment_and_nothing_from_now(own):
    shutil.rmtree(own / ".git")
    origin = json.loads(made(own, form="json", SOURCE_DATE_EPOCH="1740826800", GIT_CEILING_DIRECTORIES=str(own.parent)))[
        "provenance"
    ]
    assert (origin["commit"], origin["dirty"], origin["committed_on"]) == (None, None, "2025-03-01T11:00:00+00:00")
    assert made(own, GIT_CEILING_DIRECTORIES=str(own.parent)) == made(
        own, GIT_CEILING_DIRECTORIES=str(own.parent), TZ="Asia/Tokyo"
    )


def test_changes_of_the_year_come_from_git(own):
    git(own, "commit", "--quiet", "--amend", "--no-edit", "--date=2023-06-01T12:00:00Z", when="2023-06-01T12:00:00Z")
    file = own / "routines" / "socialforvaltningen" / "orosanmalan.yaml"
    file.write_text(file.read_text().replace("Orosanmälan", "Orosanmälan och stöd"))
    commit(own, "Ny titel", "2024-05-01T12:00:00Z")
    model = json.loads(made(own, "--only", "appendix", form="json"))
    routines = next(s for s in model["sections"] if s["id"] == "routines")
    told = [block for block in routines["blocks"] if block["type"] == "group" and block["id"] == "andringar-routine"]
    assert "Orosanmälan och stöd" in json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_a_report_is_verified_against_its_commit(own, tmp_path, form):
    file = tmp_path / f"rapport.{form}"
    file.write_bytes(made(own, "--only", "appendix", form=form))
    (own / "followup" / "2024" / "kommunstyrelsen.yaml").unlink()
    done = vbe(own, "verify", str(file))
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    changed = file.read_bytes().replace("fyra gånger".encode(), "nio gånger".encode(), 1)
    assert changed != file.read_bytes()
    file.write_bytes(changed)
    done = vbe(own, "verify", str(file))
    assert done.returncode == 1
    assert "5 Uppföljning per åtgärdsområde" in done.stdout.decode()
    assert "16 Plan" not in done.stdout.decode()


def test_what_cannot_be_verified_says_why(own, tmp_path):
    for name, content, said in (
        ("tom.html", b"<p>ingenting", "verify"),
        ("inget.json", b'{"provenance": {"commit": null, "year": 2024}}', ""),
        ("trasig.json", b'{"provenance": {"commit": "HEAD", "year": "x"}}', ""),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        done = vbe(own, "verify", str(file))
        assert done.returncode == 2, (name, said)
        assert len(done.stderr.splitlines()) == 1
    assert vbe(own, "verify", "finns-inte.html").returncode == 2


def test_a_citys_own_template_is_used_from_the_disk_and_from_the_commit(own):
    folder = own / "templates" / "report"
    folder.mkdir(parents=True)
    (folder / "report.html.j2").write_text("Vår egen: {{ report.title }}\n")
    commit(own, "Egen mall")
    assert made(own) == "Vår egen: Uppföljning 2024\n".encode()
    (folder / "report.html.j2").write_text("{{ report.titel }}\n")
    done = vbe(own, "report", "--year", "2024")
    assert done.returncode == 2
    assert "templates/report/report.html.j2:1" in done.stderr.decode()
    assert made(own, "--at", "HEAD") == "Vår egen: Uppföljning 2024\n".encode()


def test_a_report_replaces_an_earlier_one_and_nothing_else(own):
    assert vbe(own, "report", "--year", "2024").returncode == 0
    assert vbe(own, "report", "--year", "2024").returncode == 0
    (own / "build" / "uppfoljning-2024.html").unlink()
    (own / "build" / "uppfoljning-2024.html").mkdir()
    done = vbe(own, "report", "--year", "2024")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_several_forms_lie_beside_each_other_under_one_name(own):
    (own / "ut").mkdir()
    done = vbe(own, "report", "--year", "2024", "--format", "md,json", "-o", "ut/rapport.pdf")
    assert done.returncode == 0
    assert sorted(path.name for path in (own / "ut").iterdir()) == ["MANIFEST.sha256", "rapport.json", "rapport.md"]


def test_one_form_is_written_under_any_name(own):
    assert vbe(own, "report", "--year", "2024", "--format", "json", "-o", "uppföljning.txt").returncode == 0
    assert json.loads((own / "uppföljning.txt").read_bytes())["year"] == 2024


def test_a_folder_that_is_not_there_is_said_before_anything_is_made(own):
    done = vbe(own, "report", "--year", "2024", "-o", "utt/rapport.html", VBE_LANG="en")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("vbe: There is no folder utt.")


def test_whoever_speaks_english_is_told_that_the_report_is_swedish(own):
    done = vbe(own, "report", "--year", "2024", "--lang", "en", "-o", "-", "--format", "md")
    assert "The report itself is written in the language of the profile." in done.stderr.decode()
    assert "Uppföljning" in done.stdout.decode()


def test_a_letterhead_is_checked_and_nothing_written(own, tmp_path):
    ours = Path(__file__).parents[2] / "templates" / "letterhead.docx"
    done = vbe(own, "report", "--check-template", str(ours), VBE_LANG="en")
    assert (done.returncode, done.stdout.decode()) == (0, "The letterhead has everything that a report needs.\n")
    bare = tmp_path / "brev.docx"
    docx.Document().save(str(bare))
    done = vbe(own, "report", "--check-template", str(bare), VBE_LANG="en")
    assert done.returncode == 1
    said = done.stdout.decode().splitlines()
    assert "Must: The placeholder “{{p report }}” is missing, on a line of its own." in said
    assert any(line.startswith("Should: ") for line in said)
    done = vbe(own, "report", "--check-template", str(own / "vbe.yaml"), VBE_LANG="en")
    assert done.returncode == 1
    assert "Must: It is not a Word document" in done.stdout.decode()
    assert not (own / "build").exists()


def test_verify_says_what_may_be_the_reason_that_a_file_differs(own, tmp_path):
    told = json.loads(made(own, form="json"))
    for change, said in (
        ({"tool": "vbe 0.0.1\x1b[31m"}, "It was made with vbe 0.0.1"),
        ({"templates": "0" * 64}, "It was made with other templates."),
        ({"dirty": True}, "The report was made from files that were not committed."),
    ):
        file = tmp_path / "rapport.json"
        file.write_text(json.dumps({**told, "provenance": told["provenance"] | change}), encoding="utf-8")
        done = vbe(own, "verify", str(file), VBE_LANG="en")
        lines = done.stdout.decode().splitlines()
        assert done.returncode == 1, done.stderr
        assert lines[0].startswith("Not the same as what commit ")
        assert any(line.startswith(said) for line in lines[1:]), lines
        assert "\x1b" not in done.stdout.decode()


@pytest.mark.parametrize(("old", "new", "said"), [("## 5 ", "## 5½ ", ("Missing: ", "Added: ")), ("# ", "x# ", ("Differs: ",))])
def test_verify_names_the_parts_that_came_and_went(own, tmp_path, old, new, said):
    file = tmp_path / "rapport.md"
    text = made(own, "--only", "appendix", form="md").decode()
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = vbe(own, "verify", str(file), VBE_LANG="en")
    assert done.returncode == 1, done.stderr
    lines = done.stdout.decode().splitlines()
    assert all(any(line.startswith(word) for line in lines) for word in said), lines


def test_a_commit_that_no_branch_of_ours_holds_proves_nothing(own, tmp_path):
    """Anybody can put a commit into a clone: a pull request's is there, and so is what was never merged."""
    file = tmp_path / "r.html"
    git(own, "checkout", "--quiet", "-b", "stranger")
    profile = own / "vbe.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("Lindviks kommun", "Sveriges kommun"), encoding="utf-8")
    commit(own, "Egen sanning")
    file.write_bytes(made(own))
    assert vbe(own, "verify", str(file)).returncode == 0
    git(own, "checkout", "--quiet", "main")
    done = vbe(own, "verify", str(file), VBE_LANG="en")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"proves nothing" in done.stdout
    assert b"The same" not in done.stdout
    assert vbe(own, "verify", str(file), "--on", "stranger").returncode == 0
    assert vbe(own, "verify", str(file), "--on", "main").returncode == 1
    assert vbe(own, "verify", str(file), "--on", "no-such").returncode == 2


def test_a_report_of_the_main_branch_is_verified_from_another(own, tmp_path):
    file = tmp_path / "r.html"
    git(own, "checkout", "--quiet", "-b", "older")
    git(own, "checkout", "--quiet", "main")
    (own / "note.md").write_text("x")
    commit(own, "Mer")
    file.write_bytes(made(own))
    git(own, "checkout", "--quiet", "older")
    assert vbe(own, "verify", str(file)).returncode == 0


def test_templates_of_the_municipality_are_compared_and_told(own, tmp_path):
    """A changed, uncommitted template is an unsaved change; a committed one is told of."""
    source = Path(__file__).parents[2] / "templates" / "report" / "report.css"
    target = own / "templates" / "report" / "report.css"
    target.parent.mkdir(parents=True)
    target.write_text(source.read_text(encoding="utf-8") + "\nh1 { color: black; }\n", encoding="utf-8")
    (own / ".gitignore").write_text("templates/\n")
    assert json.loads(made(own, form="json"))["provenance"]["dirty"] is True
    (own / ".gitignore").unlink()
    commit(own, "Mall")
    assert json.loads(made(own, form="json"))["provenance"]["dirty"] is False
    file = tmp_path / "r.html"
    file.write_bytes(made(own))
    done = vbe(own, "verify", str(file), VBE_LANG="en")
    assert done.returncode == 0
    assert b"own templates" in done.stdout
    assert b"report/report.css" in done.stdout
    target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    assert json.loads(made(own, form="json"))["provenance"]["dirty"] is True


def decide(own, report: str) -> None:
    decisions = own / "followup" / "2024" / "decisions.yaml"
    text = decisions.read_text("utf-8")
    assert "  - body: kommunstyrelsen\n" in text
    decisions.write_text(text.replace("  - body: kommunstyrelsen\n", f"  - body: kommunstyrelsen\n{report}", 1), encoding="utf-8")


def test_a_decided_report_is_told_and_made_exactly(own):
    """What was decided is the record: later edits make another report, and say which one was decided."""
    head = git(own, "rev-parse", "HEAD")
    before = made(own, form="html")
    done = vbe(own, "report", "--year", "2024", "-o", "-", VBE_LANG="en")
    assert b"decisions.yaml does not say which" in done.stderr
    decide(own, f'    report: {{commit: "{head}"}}\n')
    board = own / "followup" / "2024" / "kommunstyrelsen.yaml"
    board.write_text(board.read_text("utf-8").replace("fyra gånger", "fem gånger"), encoding="utf-8")
    commit(own, "Beslut", "2025-06-01T12:00:00+02:00")
    done = vbe(own, "report", "--year", "2024", "-o", "-", VBE_LANG="en")
    assert done.returncode == 0
    assert done.stdout != before
    [told] = done.stderr.decode().splitlines()
    assert head[:12] in told
    assert "--decided" in told
    assert vbe(own, "validate").returncode == 0
    for _again in range(2):
        done = vbe(own, "report", "--year", "2024", "--decided", "-o", "-", VBE_LANG="en")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == before


@pytest.mark.parametrize(
    ("report", "arguments", "said"),
    [
        ("", (), "does not say which report was decided on"),
        (f'    report: {{commit: "{"0" * 40}"}}\n', (), "0" * 12),
        ("", ("--at", "HEAD"), "leave out --at and --as-of"),
        ("", ("--as-of", "2025-01-01"), "leave out --at and --as-of"),
        ("  cannot: be read\n", (), "files cannot be read (decisions)"),
    ],
)
def test_a_decided_report_that_cannot_be_made_says_why(own, report, arguments, said):
    decide(own, report)
    done = vbe(own, "report", "--year", "2024", "--decided", *arguments, VBE_LANG="en")
    assert (done.returncode, done.stdout) == (2, b"")
    [told] = done.stderr.decode().splitlines()
    assert said in told
