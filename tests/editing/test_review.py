"""`vbe review`: what it writes, what it refuses, and that nothing is torn."""

import datetime
import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from vbe.app import review as reviewing
from vbe.app import reviewed
from vbe.app.review import ReviewEntry, edit
from vbe.app.reviewed import find_reviewed
from vbe.cli import run
from vbe.errors import VbeError
from vbe.language import activate
from vbe.store.loader import load
from vbe.store.repository import Disk

BASE = Path(__file__).parents[1] / "rules" / "base"
ID = "socialforvaltningen/orosanmalan"
FILE = f"routines/{ID}.yaml"
WORDS = ("--lang", "en")


@pytest.fixture
def folder(tmp_path):
    """A small municipality."""
    shutil.copytree(BASE, tmp_path / "r")
    return tmp_path / "r"


def vbe(folder: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, output and complaints."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*words, "--root", str(folder), *(() if "--lang" in words else WORDS)])
    return code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()


def review(folder: Path, *words: str) -> tuple[int, str, str]:
    return vbe(folder, "review", *words)


def test_it_writes_the_review(folder):
    before = (folder / FILE).read_text()
    code, out, err = review(folder, ID, "--outcome", "revised", "--on", "2024-05-01", "--note", "Steg 2 är nytt.", "--harmonised")
    assert code == 0
    assert err.startswith("Next step: ")
    assert ID in out
    after = (folder / FILE).read_text()
    added = '  - date: 2024-05-01\n    by: socialchef\n    outcome: revised\n    version: "1.1"\n    note: Steg 2 är nytt.\n'
    assert after == before.replace('    version: "1.1"\n', f'    version: "1.1"\n{added}')


def test_a_name_without_its_folder_is_enough_and_a_near_one_is_guessed(folder):
    code, out, _err = review(folder, "orosanmalan", "--outcome", "no-change")
    assert code == 0
    assert "Socialchefen" in out
    assert "no-change" not in out
    assert "(no change)" in " ".join(out.split())
    assert f"“{ID}”" in review(folder, "orosanmalam", "--outcome", "no-change")[2]


@pytest.mark.parametrize("word", ["2.2", "02", "2.1", "socialforvaltningen"])
def test_what_has_no_review_of_its_own_is_answered_with_what_has(folder, word):
    code, out, err = review(folder, word, "--outcome", "no-change")
    assert (code, out) == (2, "")
    assert f"{word} has no review of its own." in err
    assert f"What can be reviewed there: {ID}" in err


def test_where_many_documents_can_be_reviewed_some_are_named(folder, monkeypatch):
    monkeypatch.setattr(reviewed, "MOST_NAMED", 0)
    assert "`vbe trace 2.2` shows more." in review(folder, "2.2", "--outcome", "no-change")[2]


def test_where_nothing_can_be_reviewed_the_list_is_named(folder):
    err = review(folder, "2024/socialnamnden", "--outcome", "no-change")[2]
    assert "has no review of its own. `vbe stale` lists what there is." in err


def test_it_is_today_and_the_owner_role(folder):
    assert review(folder, f"./{FILE}", "--outcome", "no-change")[0] == 0
    text = (folder / FILE).read_text()
    assert f"  - date: {datetime.datetime.now().astimezone().date()}\n    by: socialchef\n" in text


def test_the_strategy_and_a_guidance_example(folder):
    assert (
        review(folder, "strategy", "socialnamnden/foraldrastod", "--outcome", "no-change", "--on", "2024-12-01", "--yes")[0] == 0
    )
    assert "  - date: 2024-12-01\n    by: sakerhetschef\n" in (folder / "strategy/strategy.yaml").read_text()


def test_what_it_says_fits_and_breaks_no_id(folder, monkeypatch):
    long = "rutin-" * 8 + "om-oro"
    path = folder / "routines/socialforvaltningen"
    text = (folder / FILE).read_text().replace("title: ", "title: Om oro i hemmet och i skolan, dag som natt, ")
    (path / f"{long}.yaml").write_text(text)
    monkeypatch.setattr("sys.stdin", typed("ja\n"))
    code, out, err = review(folder, *ALL)
    assert code == 0
    assert max(map(len, (out + err).splitlines())) <= 80
    for told in (out, err):
        assert f"socialforvaltningen/{long}:" in told
        assert f"{ID}:" in told
    assert " ".join(out.split()).count("by Socialchefen (no change).") == 3


def test_the_same_review_again_is_refused_and_a_note_makes_it_another(folder):
    same = (ID, "--outcome", "no-change", "--on", "2024-05-01")
    assert review(folder, *same)[0] == 0
    before = snapshot(folder)
    for words in ([], ["--dry-run"]):
        code, out, err = review(folder, *same, *words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert f"The review of {ID} on 2024-05-01 is already recorded" in err
        assert "--note" in err
        assert snapshot(folder) == before
    assert review(folder, *same, "--note", "Läst en gång till.")[0] == 0
    assert "    note: Läst en gång till.\n" in (folder / FILE).read_text()


def test_of_several_those_are_written_that_are_not_recorded_yet(folder, monkeypatch):
    note = ("--outcome", "no-change", "--on", "2024-12-01", "--note", "Läst.")
    both = (ID, "socialnamnden/foraldrastod", *note, "--yes")
    assert review(folder, ID, *note[:-1], "Läst. Reviewed together with 1 other.")[0] == 0
    before = snapshot(folder)
    code, out, err = review(folder, *both)
    assert code == 0
    assert ID not in out
    assert "socialnamnden/foraldrastod: reviewed" in out
    assert f"The review of {ID} on 2024-12-01 is already recorded" in " ".join(err.split())
    assert max(map(len, err.splitlines())) <= 80
    after = snapshot(folder)
    assert [file for file in after if after[file] != before[file]] == ["guidance/socialnamnden/foraldrastod.yaml"]
    code, out, err = review(folder, *both)
    assert (code, out) == (2, "")
    assert f"The review of {ID} and socialnamnden/foraldrastod on" in err
    assert snapshot(folder) == after


def test_a_dry_run_changes_nothing(folder):
    before = snapshot(folder)
    code, out, _err = review(folder, ID, "--outcome", "no-change", "--on", "2024-05-01", "--dry-run")
    assert (code, snapshot(folder)) == (0, before)
    assert "+  - date: 2024-05-01\n+    by: socialchef\n+    outcome: no-change\n" in out
    assert "\n-" not in out.replace("\n---", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["socialforvaltningen/orosanmaln", "--outcome", "no-change"], "Did you mean"),
        ([ID, "--outcome", "nochange"], "no-change"),
        ([ID], "--outcome"),
        ([ID, "--outcome", "no-change", "--by", "socialchf"], "socialchef"),
        ([ID, "--outcome", "no-change", "--by", "socialforvaltningen"], "no role"),
        ([ID, "--outcome", "no-change", "--on", "2999-01-01"], "not come yet"),
        ([ID, "--outcome", "no-change", "--on", "2023-01-01"], "later"),
        ([ID, "--outcome", "no-change", "--on", "igår"], "no date"),
        ([ID, "--outcome", "no-change", "--note", "Gällde 19" + "811228-9874."], "personal"),
        (["--outcome", "no-change"], "--department"),
        ([ID, "--all", "--department", "socialforvaltningen", "--outcome", "no-change"], "--department"),
        (["--all", "--department", "socialforvaltningn", "--outcome", "no-change"], "socialforvaltningen"),
        (["2.2", "--outcome", "no-change"], "can be reviewed"),
    ],
)
def test_what_it_refuses(folder, words, said):
    before = snapshot(folder)
    code, out, err = review(folder, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert snapshot(folder) == before


@pytest.mark.parametrize("line", ["unknown: 1\n", "commitments: ['9.9']\n", "reviewed_on: 2024-03-01\n"])
def test_a_record_with_faults_is_not_reviewed(folder, line):
    (folder / FILE).write_text((folder / FILE).read_text().replace('commitments: ["2.2"]\n', "") + line)
    code, _out, err = review(folder, ID, "--outcome", "no-change")
    assert code == 2
    assert "faults" in err


ALL = ("--department", "socialforvaltningen", "--all", "--outcome", "no-change")


@pytest.mark.parametrize("answer", ["", "n\n", "N\n", "nej\n", " No \n", "\n", "\udcff"])
def test_without_a_yes_nothing_is_written_and_that_is_said(folder, monkeypatch, answer):
    monkeypatch.setattr("sys.stdin", typed(answer))
    before = snapshot(folder)
    code, out, err = review(folder, *ALL)
    assert (code, out) == (2, "")
    assert ID in err
    assert err.splitlines()[-2:] == ["Have all 2 been read, and do they hold? [y/N]: ", "vbe: Nothing has been written."]
    assert snapshot(folder) == before


@pytest.mark.parametrize("answer", ["j\n", "ja\n", "JA\n", "y\n", "yes\r\n", "Y"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_yes_is_understood_in_both_languages(folder, monkeypatch, answer, lang):
    monkeypatch.setattr("sys.stdin", typed(answer))
    code, out, _err = vbe(folder, "review", *ALL, "--lang", lang)
    assert (code, ID in out) == (0, True)


def test_what_is_neither_yes_nor_no_is_asked_again_in_the_language_spoken(folder, monkeypatch):
    monkeypatch.setattr("sys.stdin", typed("kanske\nn\n"))
    code, _out, err = vbe(folder, "review", *ALL, "--lang", "sv")
    question = "Har de 2 blivit lästa, och gäller de? [j/N]: "
    assert code == 2
    assert err.splitlines()[-4:] == [question, "Svara j eller n.", question, "vbe: Inget har skrivits."]


def test_a_department_with_a_single_document_is_asked_about_too(folder, monkeypatch):
    (folder / "guidance/socialnamnden/foraldrastod.yaml").unlink()
    monkeypatch.setattr("sys.stdin", typed("n\n"))
    before = snapshot(folder)
    code, _out, err = review(folder, *ALL)
    assert code == 2
    assert f"  {ID}: Orosanmälan" in err
    assert "Has it been read, and does it hold? [y/N]: " in err
    assert snapshot(folder) == before
    assert review(folder, *ALL, "--yes")[0] == 0
    assert "together" not in (folder / FILE).read_text()


def test_without_any_input_the_answer_is_no(folder, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert review(folder, *ALL)[0] == 2


def typed(text: str) -> io.TextIOWrapper:
    """What somebody has typed."""
    return io.TextIOWrapper(io.BytesIO(text.encode(errors="surrogateescape")), encoding="utf-8")


def test_a_day_before_the_approval_is_refused_unless_the_review_led_to_it(folder):
    path = folder / FILE
    before_the_reviews, _reviews, rest = path.read_text().partition("reviews:\n")
    lines = [before_the_reviews, rest[rest.index("law_refs:") :]]
    path.write_text("".join(lines))
    before = snapshot(folder)
    code, out, err = review(folder, ID, "--outcome", "no-change", "--on", "2023-02-28")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{ID} was approved 2023-03-01" in err
    assert "--on" in err
    assert snapshot(folder) == before
    for words in (("no-change", "--on", "2023-03-01"), ("revised", "--on", "2023-02-28")):
        path.write_text("".join(lines))
        assert review(folder, ID, "--outcome", *words)[0] == 0
        assert "VBE516" not in vbe(folder, "validate")[1]


def test_several_say_so_in_the_note(folder):
    code, _out, _err = review(folder, "--department", "socialforvaltningen", "--all", "--outcome", "no-change", "--yes")
    assert code == 0
    for file in (FILE, "guidance/socialnamnden/foraldrastod.yaml"):
        assert "    note: Reviewed together with 1 other" in (folder / file).read_text()


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("Läst av alla", "Läst av alla. Reviewed"),
        ("Läst av alla. ", "Läst av alla. Reviewed"),
        ("Läst!", "Läst! Reviewed"),
        ("Gäller allt?", "Gäller allt? Reviewed"),
        ("Läst…", "Läst… Reviewed"),
        (" ", "Reviewed"),
    ],
)
def test_a_note_on_several_is_a_sentence_of_its_own(folder, note, written):
    assert review(folder, *ALL, "--yes", "--note", note)[0] == 0
    assert f"    note: {written} together with 1 other." in (folder / FILE).read_text()


def test_nothing_is_written_where_one_is_refused(folder):
    before = snapshot(folder)
    text = (folder / "guidance/socialnamnden/foraldrastod.yaml").read_text()
    (folder / "guidance/socialnamnden/foraldrastod.yaml").write_text(text + "unknown: 1\n")
    code, _out, _err = review(folder, ID, "socialnamnden/foraldrastod", "--outcome", "no-change", "--yes")
    assert code == 2
    assert snapshot(folder)[FILE] == before[FILE]


BROKEN = {"form": "title: Oro\nunknown: 1\n", "yaml": "title: [\n", "status": "status: draftt\n", "empty": ""}


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("place", ["routines/socialforvaltningen", "guidance/socialnamnden"])
def test_a_department_with_a_document_that_cannot_be_read_is_not_reviewed_past_it(folder, fault, place):
    (folder / place / "trasig.yaml").write_text(BROKEN[fault])
    before = snapshot(folder)
    code, out, err = review(folder, *ALL, "--yes")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{place}/trasig.yaml has faults, so nothing is reviewed. Run `vbe validate {place}/trasig.yaml`." in err
    assert snapshot(folder) == before


def test_several_documents_that_cannot_be_read_are_named(folder):
    for name in ("routines/socialforvaltningen/a.yaml", "routines/socialforvaltningen/b.yml"):
        (folder / name).write_text("title: [\n")
    err = review(folder, *ALL, "--yes")[2]
    assert "routines/socialforvaltningen/a.yaml and routines/socialforvaltningen/b.yml have faults" in err
    assert "Run `vbe validate`" in err


def test_faults_of_another_department_are_no_hindrance(folder):
    (folder / "routines/overall").mkdir(exist_ok=True)
    (folder / "routines/overall/trasig.yaml").write_text("title: [\n")
    assert review(folder, *ALL, "--yes")[0] == 0
    assert "What can be reviewed there" in review(folder, "socialforvaltningen", "--outcome", "no-change")[2]


def test_a_file_that_changed_meanwhile_is_not_overwritten(folder, monkeypatch):
    real = reviewing.edit

    def slow(corpus, record, act):
        done = real(corpus, record, act)
        (folder / FILE).write_text("title: någon annans\n")
        return done

    monkeypatch.setattr(reviewing, "edit", slow)
    code, _out, err = review(folder, ID, "--outcome", "no-change")
    assert code == 2
    assert "changed" in err
    assert (folder / FILE).read_text() == "title: någon annans\n"


def test_mode_and_nothing_left_behind(folder):
    (folder / FILE).chmod(0o640)
    assert review(folder, ID, "--outcome", "no-change")[0] == 0
    assert (folder / FILE).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (folder / FILE).parent.iterdir()] == ["orosanmalan.yaml"]


def test_a_role_that_has_ended_is_refused_and_the_one_in_office_named(folder):
    path = folder / "strategy/organisation.yaml"
    ended = "    name: Socialchefen\n    valid_to: 2024-01-31\n"
    path.write_text(path.read_text().replace("    name: Socialchefen\n", ended))
    act = ReviewEntry("no-change", None, datetime.date(2024, 5, 1))
    assert refusal(folder, act) == ("The role socialchef ended 2024-01-31.", "")
    chain = """    successor: [mellan]
  - {id: mellan, name: Mellan, valid_to: 2024-02-29, successor: [ny]}
  - id: ny
    name: Nya
"""
    path.write_text(path.read_text().replace(ended, ended + chain))
    assert refusal(folder, act) == ("The role socialchef ended 2024-01-31.", "It was succeeded by ny.")


def refusal(folder: Path, act: ReviewEntry) -> tuple[str, str]:
    """Message and hint."""
    corpus = load(Disk(folder))
    [record] = find_reviewed(corpus, [ID])
    activate("en")
    with pytest.raises(VbeError) as refused:
        edit(corpus, record, act)
    activate("sv")
    return refused.value.message, refused.value.hint


def test_a_reviewed_routine_is_current_again(folder):
    assert review(folder, ID, "--outcome", "no-change", "--on", "2025-01-15", "--harmonised")[0] == 0
    _code, out, _err = vbe(folder, "stale", "--as-of", "2025-02-01", "--format", "csv")
    [line] = [line for line in out.splitlines() if line.startswith(ID)]
    assert ",unknown,unknown," in line  # not in git here; no other reason is left


@pytest.mark.skipif(not os.environ.get("VBE_SLOW"), reason="kills forty processes")
def test_killed_at_any_moment_the_file_is_whole(folder):
    before = (folder / FILE).read_bytes()
    for delay in range(40):
        process = subprocess.Popen(
            [sys.executable, "-m", "vbe", "review", ID, "--outcome", "no-change", "--root", str(folder)],
            stdout=subprocess.DEVNULL,
        )
        try:
            process.wait(0.2 + delay / 40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        after = (folder / FILE).read_bytes()
        assert after == before or (after.startswith(b"title: Orosanm") and after.endswith(before[-40:]))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file and what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
