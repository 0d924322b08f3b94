"""A comparison as a reviewer reads it: what weighs most first, nothing cut where it matters, every format in one order."""

import re

import pytest

from tests.cli.conftest import repository, vbe  # noqa: F401 - fixtures

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
LONG = "Kontaktar säkerhetschefen. " + "Därefter görs en bedömning tillsammans med dem som har del i ärendet. " * 20
SECRECY = "Inget om ärendet får spridas."


@pytest.fixture
def changed(repository):  # noqa: F811
    """A routine of which the last clause of a long step, a prohibition, a deadline and a role have changed, and more."""
    repository.edit(ROUTINE, ("does: Kontaktar säkerhetschefen.", f'does: "{LONG}{SECRECY}"'))
    repository.commit()
    repository.edit(
        ROUTINE,
        (f" {SECRECY}", ""),
        ("prohibitions:\n  - text: Ingen agerar på egen hand.\n    obligations: [O-02-03]\n", "notes: En anteckning.\n"),
        ("within: genast", "within: inom en vecka"),
        ("owner_role: socialchef", "owner_role: sakerhetschef"),
    )
    repository.edit("measures/01-samordning.yaml", ("purpose: ", "purpose: Nu gäller detta. "))
    return repository


def diff(vbe, form):  # noqa: F811
    return " ".join(vbe("diff", "--format", form)[1].replace("&#8203;", "").split())


def order(text, *parts):
    places = [text.index(part) for part in parts]
    assert places == sorted(places), list(zip(parts, places, strict=True))


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_what_is_taken_away_comes_before_other_terms_and_wording(vbe, changed, form):  # noqa: F811
    order(
        diff(vbe, form),
        "Taken away",
        "prohibition 1",
        "owner role",
        "within",
        "notes",
        "Other wording",
        "Action area 01",
        "What follows",
    )


def test_the_last_clause_of_a_long_text_is_never_cut(vbe, changed):  # noqa: F811
    assert f"[-{SECRECY}-]" in diff(vbe, "text")
    assert f"~~{SECRECY}~~" in diff(vbe, "md")
    assert f"<del>{SECRECY}</del>" in diff(vbe, "html")


def test_markdown_has_old_and_new_in_full_where_one_unfolds_it(vbe, changed):  # noqa: F811
    out = diff(vbe, "md")
    folded = re.findall(r"<details><summary>Old and new in full</summary>(.*?)</details>", out)
    assert any(f"Before: “{LONG}{SECRECY}”" in each and f"Now: “{LONG.strip()}”" in each for each in folded)


def test_one_point_for_each_field_old_and_new(vbe, changed):  # noqa: F811
    out = vbe("diff")[1]
    assert "      owner role changed from socialchefen to säkerhetschefen" in out.splitlines()
    assert "step 1, within changed from “genast” to “inom en vecka”" in " ".join(out.split())


def test_a_new_follow_up_says_what_it_reports(vbe, repository):  # noqa: F811
    file = "followup/2024/socialnamnden.yaml"
    text = (repository.root / file).read_text(encoding="utf-8")
    (repository.root / file).unlink()
    repository.commit()
    (repository.root / file).write_text(text, encoding="utf-8")
    assert "commitment 2.1 filled in: " in diff(vbe, "text")


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_a_file_with_faults_is_not_followed_by_nothing_has_changed(vbe, repository, form):  # noqa: F811
    repository.edit(ROUTINE, ("steps:", "stegen:"))
    out = diff(vbe, form)
    assert "nobody can say that nothing has changed" in out
    assert "Nothing has changed." not in out
    assert ROUTINE.rpartition("/")[2] in out


def test_the_page_stands_by_itself_and_holds_no_markup_from_files(vbe, repository):  # noqa: F811
    repository.edit(ROUTINE, ("does: Kontaktar säkerhetschefen.", 'does: "Se <img src=x onerror=alert(1)> <script>"'))
    page = vbe("diff", "--format", "html")[1]
    assert "<img" not in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="', page)
    assert 'name="viewport"' in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
