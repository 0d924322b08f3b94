"""Import → publish → import gives the same records; what is only in lists and notes, and never in print, is told apart."""

import pytest

from tests.importing.scoring import PLANS
from vbe.app.importing import begin_from
from vbe.cli import run
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load
from vbe.store.repository import Disk

WHOSE = {"name": "Västra Bergs kommun", "code": "0000"}
CHOSEN = (
    "aims_and_measures", "joint_plan", "levels_in_prose", "strategy_with_cover", "cards_after_the_act", "a_board_below_its_city",
    "a_table_that_is_followed_up",
)  # fmt: skip
UNPRINTED = {"notes", "reading", "title"}
"""Of a measure: notes to those who edit, our reading, and a short name for lists."""


def records(corpus):
    """Everything that is printed: measures, areas with their indicators, the cover, and those who are named by any of them."""
    measures = [(i, c.model_dump(exclude=UNPRINTED)) for i, c in corpus.commitments.items()]
    areas = [(number, area.model_dump(exclude={"commitments"})) for number, area in corpus.areas.items()]
    named = {name for c in corpus.commitments.values() for name in (*c.responsible, *c.others)}
    return measures, areas, corpus.strategy.model_dump(), named


@pytest.mark.parametrize("name", CHOSEN)
def test_a_plan_that_is_published_and_imported_has_the_same_records(name, tmp_path, capsys):
    plan, folder, paper = tmp_path / f"{name}.docx", tmp_path / "a", tmp_path / "styrdokument.docx"
    plan.write_bytes(PLANS[name]()[0].content)
    assert run(["import", str(plan), "--into", str(folder), "--name", WHOSE["name"], "--code", WHOSE["code"]]) == 0
    first = min((folder / "measures").glob("*.yaml"))
    first.write_text(first.read_text("utf-8").replace("lead: not_stated", "lead: kommunstyrelsen"), encoding="utf-8")
    assert run(["publish", "--root", str(folder), "--format", "docx", "-o", str(paper)]) == 0
    capsys.readouterr()
    again = begin_from(paper.name, paper.read_bytes(), WHOSE)
    before, after = records(load(Disk(folder))), records(load(FilesInMemory(again.files)))
    assert after == before
    assert next(iter(dict(before[1]).values()))["lead"] == "kommunstyrelsen"
