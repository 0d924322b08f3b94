"""The limits that hold for a change are those of where it is going: it does not loosen its own check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.report.repo import commit, git, repository
from vbe.cli import run

if TYPE_CHECKING:
    from pathlib import Path

WAIVER = 'waivers:\n  - {{rule: {rule}, record: "*", reason: Prov., decided_by: kommunstyrelsen, until: {until}}}\n'


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Path:
    """A repository with a main branch that says something of everything that can be loosened."""
    own = repository(tmp_path_factory.mktemp("grans") / "egen")
    profile = (own / "vbe.yaml").read_text("utf-8")
    profile += "thresholds: {small_count: 10, share_base: 40}\nintervals: {routine: 12, due_soon_days: 90}\n"
    profile += "terms:\n  - {find: radikalisering, use: våldsbejakande extremism}\nguarded_areas: [2]\nlimits: {file_kib: 64}\n"
    (own / "vbe.yaml").write_text(profile, encoding="utf-8")
    area = own / "measures/02-stod.yaml"
    area.write_text(area.read_text("utf-8").replace("unit: percent\n", "unit: percent\n    counts: persons\n"), encoding="utf-8")
    commit(own, "Gränser")
    return own


def checked(own: Path, capfd, *more: str) -> tuple[int, str, str]:
    capfd.readouterr()
    code = run(["validate", "--root", str(own), "--lang", "sv", *more])
    said = capfd.readouterr()
    return code, said.out, said.err


@pytest.fixture
def change(town):
    """Writes a change into the work tree; afterwards it is as it was."""

    def write(file: str, *pairs: tuple[str, str]) -> None:
        text = (town / file).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        (town / file).write_text(text, encoding="utf-8")

    yield write
    git(town, "checkout", "--quiet", "--", ".")


def test_what_is_not_changed_is_checked_as_before(town, capfd):
    alone, held = checked(town, capfd), checked(town, capfd, "--limits-from", "main")
    assert alone == held
    assert alone[0] == 0


@pytest.mark.parametrize("how", ["suppression", "waiver", "longer waiver"])
def test_neither_a_waiver_nor_a_suppression_of_the_change_itself_counts(how, town, change, capfd):
    change("measures/02-stod.yaml", ("lead: socialnamnden", "lead: socialnamden"))  # nobody with that id
    assert checked(town, capfd)[0] == 1
    if how == "suppression":
        change("measures/02-stod.yaml", ("lead: socialnamden", "lead: socialnamden # vbe: ignore[VBE201] prov"))
    else:
        with (town / "vbe.yaml").open("a", encoding="utf-8") as profile:
            profile.write(WAIVER.format(rule="VBE201", until="2099-12-31"))
    assert checked(town, capfd)[0] == 0
    base = "main"
    if how == "longer waiver":
        git(town, "checkout", "--quiet", "-b", "kort")
        text = (town / "vbe.yaml").read_text("utf-8")
        (town / "vbe.yaml").write_text(text.replace("2099-12-31", "2020-12-31"), encoding="utf-8")
        base = commit(town, "Kort avsteg")
        (town / "vbe.yaml").write_text(text, encoding="utf-8")
    code, said, told = checked(town, capfd, "--limits-from", base)
    if how == "longer waiver":
        git(town, "checkout", "--quiet", "--force", "main")
    assert code == 1
    assert "VBE201" in said
    assert "VBE201" in told
    assert "räknas inte ännu" in told


def test_a_suppression_that_was_there_counts(town, change, capfd):
    change("measures/02-stod.yaml", ("lead: socialnamnden", "lead: socialnamden # vbe: ignore[VBE201] prov"))
    git(town, "checkout", "--quiet", "-b", "tystad")
    commit(town, "Tystad")
    assert checked(town, capfd, "--limits-from", "tystad") == checked(town, capfd)
    (town / "measures/02-stod.yaml").rename(town / "measures/02-annat.yaml")
    assert "räknas inte" not in checked(town, capfd, "--limits-from", "tystad")[2]
    git(town, "checkout", "--quiet", "--force", "main")
    git(town, "clean", "--quiet", "--force", "-d")


def test_a_count_stays_guarded_by_the_higher_threshold(town, change, capfd):
    share = ("utbildade: {value: 100, n: 40}", "utbildade: {value: 30, n: 25}")
    change("followup/2024/socialnamnden.yaml", share)
    assert "VBE604" in checked(town, capfd)[1]
    change("vbe.yaml", ("small_count: 10, share_base: 40", "small_count: 5, share_base: 20"))
    assert "VBE604" not in checked(town, capfd)[1]
    code, said, told = checked(town, capfd, "--limits-from", "main")
    assert code == 1
    assert "VBE604" in said
    assert "thresholds.share_base" in told
    assert "thresholds.small_count" in told


def test_what_counted_persons_still_does(town, change, capfd):
    change("followup/2024/socialnamnden.yaml", ("utbildade: {value: 100, n: 40}", "utbildade: {value: 30, n: 12}"))
    change("measures/02-stod.yaml", ("counts: persons", "counts: other"))
    assert "VBE604" not in checked(town, capfd)[1]
    code, said, told = checked(town, capfd, "--limits-from", "main")
    assert code == 1
    assert "VBE604" in said
    assert "utbildade" in told


def test_words_contacts_areas_and_intervals_are_kept(town, change, capfd):
    change("measures/02-stod.yaml", ("purpose: Den som", "purpose: Radikalisering. Ring 070-123 45 67. Den som"))
    change("vbe.yaml", ("phones: [0123-456 00]", "phones: [0123-456 00, 070-123 45 67]"))
    change("vbe.yaml", ("terms:\n  - {find: radikalisering, use: våldsbejakande extremism}\nguarded_areas: [2]\n", ""))
    change("vbe.yaml", ("routine: 12, due_soon_days: 90", "routine: 48, due_soon_days: 0"), ("file_kib: 64", "file_kib: 4096"))
    change("vbe.yaml", ("  routine_departments: [kommunledningsforvaltningen, socialforvaltningen]\n", ""))
    loose = checked(town, capfd)[1]
    code, said, told = checked(town, capfd, "--limits-from", "main")
    assert code == 1
    assert "VBE703" in said or "VBE702" in said
    assert said.count("VBE8") > loose.count("VBE8")
    for field in (
        "contacts",
        "terms",
        "guarded_areas",
        "intervals.routine",
        "intervals.due_soon_days",
        "limits.file_kib",
        "coverage.routine_departments",
    ):
        assert field in told
    assert "070" not in told


def test_what_is_stricter_counts_at_once(town, change, capfd):
    change("followup/2024/socialnamnden.yaml", ("utbildade: {value: 100, n: 40}", "utbildade: {value: 50, n: 60}"))
    change("vbe.yaml", ("small_count: 10, share_base: 40", "small_count: 10, share_base: 80"))
    code, said, told = checked(town, capfd, "--limits-from", "main")
    assert "VBE604" in said
    assert told == ""
    assert code == 1


def test_limits_that_nobody_can_read_are_an_error(town, capfd):
    assert checked(town, capfd, "--limits-from", "finns-inte")[0] == 2
    assert checked(town, capfd, "--limits-from", "--upload-pack=touch x")[0] == 2
    git(town, "checkout", "--quiet", "-b", "trasig")
    (town / "vbe.yaml").write_text("areas: många\n", encoding="utf-8")
    broken = commit(town, "Trasig")
    git(town, "checkout", "--quiet", "main")
    code, said, told = checked(town, capfd, "--limits-from", broken)
    assert (code, said) == (2, "")
    assert told.count("\n") == 1


def test_a_base_without_a_municipality_has_no_limits(town, capfd):
    git(town, "checkout", "--quiet", "--orphan", "tom")
    git(town, "rm", "--quiet", "-r", "--cached", ".")
    (town / "LICENSE").write_text("fri\n", encoding="utf-8")
    git(town, "add", "LICENSE")
    git(town, "commit", "--quiet", "--message", "Tom")
    git(town, "checkout", "--quiet", "--force", "main")
    code, _said, told = checked(town, capfd, "--limits-from", "tom")
    assert code == 0
    assert "vbe.yaml" in told
