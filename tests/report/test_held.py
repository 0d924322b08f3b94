"""A plan without demands, routines and indicators: no sentence of the report, the status or the check speaks of them."""

from __future__ import annotations

import re
import shutil

import pytest

from vbe.cli import run

FILES = {
    "vbe.yaml": """\
format: 2
municipality: {name: Lindviks kommun, short_name: kommunen, code: "9999"}
areas: 2
aims: {minska: Minska brotten, trygga: Öka tryggheten}
document_types:
  handlingsplan: {name: Handlingsplan, definite: handlingsplanen}
executive_board: kommunstyrelsen
coverage: {obligations: false}
""",
    "strategy/strategy.yaml": "title: Handlingsplan för ett tryggare Lindvik\ndocument_type: handlingsplan\n",
    "strategy/organisation.yaml": """\
boards:
  - {id: kommunstyrelsen, name: Kommunstyrelsen, level: executive}
  - {id: socialnamnden, name: Socialnämnden}
departments:
  - {id: kommunledningsforvaltningen, name: Kommunledningsförvaltningen, boards: [kommunstyrelsen]}
  - {id: socialforvaltningen, name: Socialförvaltningen, boards: [socialnamnden]}
""",
    **{
        f"measures/0{area}-omrade.yaml": f"""\
title: Område {area}
purpose: Färre ska utsättas för brott.
aims: [minska]
lead: not_stated
commitments:
"""
        + "".join(
            f'  - id: "{area}.{number}"\n    text: Kommunen gör sak {area}{number} tillsammans med de boende.\n'
            f"    responsible: [{'kommunstyrelsen' if number % 2 else 'socialnamnden'}]\n    deadline: 202{area + 6}-12-31\n"
            for number in range(1, 5)
        )
        for area in (1, 2)
    },
}
UNHELD = re.compile(r"(?i)\bkrav(?:en)?\b|\brutin|vägledning|mätetal|exempel")


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    root = tmp_path_factory.mktemp("plan")
    for file, text in FILES.items():
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    assert run(["fmt", "--root", str(root)]) == 0
    assert run(["new", "followup", "--root", str(root), "--year", "2027", "--all-boards"]) == 0
    for file in (root / "followup/2027").glob("*.yaml"):
        text = file.read_text("utf-8").replace("    status:", "    status: done\n    done_on: 2027-11-01\n    paragraph: 4")
        file.write_text(text.replace("# reported_on", "reported_on"), encoding="utf-8")
    return root


def test_nothing_is_missing(plan, capsys):
    assert run(["validate", "--root", str(plan), "--strict", "--lang", "sv"]) == 0
    assert "0 fel, 0 varningar, 0 avsteg" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["status"], ["report", "--year", "2027", "--format", "md"], ["stale", "--all"]])
def test_no_sentence_speaks_of_what_is_not_there(plan, words, tmp_path, capsys):
    output = tmp_path / "report.md"
    wanted = ["-o", str(output)] if words[0] == "report" else []
    assert run([*words, "--root", str(plan), "--lang", "sv", *wanted]) in (0, 1)
    text = output.read_text("utf-8") if wanted else capsys.readouterr().out
    assert len(text) > 200
    assert UNHELD.findall(text) == []


def test_the_appendix_has_no_empty_table_of_them(plan, tmp_path):
    assert run(["report", "--root", str(plan), "--year", "2027", "--only", "appendix", "-o", str(tmp_path / "b.md")]) == 0
    assert UNHELD.findall((tmp_path / "b.md").read_text("utf-8").split("Vår läsning")[0]) == []


def test_eight_measures_are_three_pages_at_most(plan, tmp_path):
    import pikepdf

    assert run(["report", "--root", str(plan), "--year", "2027", "-o", str(tmp_path / "r.pdf")]) == 0
    with pikepdf.open(tmp_path / "r.pdf") as made:
        assert len(made.pages) <= 3


def test_a_heading_with_nothing_under_it_is_left_out(plan, tmp_path):
    """Nothing has a day of its own: neither what is ahead in the report, nor the coming year's plan beside it."""
    root = tmp_path / "plan"
    shutil.copytree(plan, root)
    for path in [*root.glob("measures/*.yaml"), *root.glob("followup/2027/*.yaml")]:
        text = re.sub(r"deadline: \S+", "when: not_stated", path.read_text("utf-8"))
        path.write_text(
            re.sub(r"reported_on: .*\n|    (done_on|paragraph): .*\n", "", text.replace("status: done", "status:")), "utf-8"
        )
    assert run(["report", "--root", str(root), "--year", "2027", "--appendix", "-o", str(tmp_path / "r.md")]) == 0
    for name in ("r.md", "r-bilaga.md"):
        text = (tmp_path / name).read_text("utf-8")
        assert "Inget har en bestämd dag" not in text
        assert "Inget är planerat" not in text
        assert not re.search(r"(?m)^#+ .*\n+(?:#{1,3} |\Z)", text.partition("\n")[2])
        numbers = [int(number) for number in re.findall(r"(?m)^## (\d+) ", text)]
        assert numbers == list(range(1, len(numbers) + 1))
