"""One entry more, and every other line as it was: on Solna's areas, and on files as people write them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing_fmt.house import document
from vbe.documents import parse_text
from vbe.errors import VbeError
from vbe.model.records.area import Area, Commitment
from vbe.model.values import same
from vbe.store.editing.insertion import append
from vbe.store.editing.layout import lay_out

ROOT = Path(__file__).parents[2]
AREAS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "measures").glob("*.yaml"))
EVIDENCE = ["- date: 2018-01-01", "  kind: meeting"]


@pytest.mark.parametrize("file", AREAS)
def test_evidence_on_every_commitment(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    count = len(parse_text(file, text)[0].value["commitments"])
    for index in range(count):
        new = append(text, ("commitments", index, "evidence"), EVIDENCE, model=Commitment)
        assert keeps_lines(text, new)
        commitment = parse_text(file, new)[0].value["commitments"][index]
        assert commitment["evidence"][-1] == {"date": "2018-01-01", "kind": "meeting"}
        assert not lay_out(file, new.encode()).changed
        text = new


@pytest.mark.parametrize("file", AREAS)
@pytest.mark.parametrize("key", ["commitments", "indicators"])
def test_an_entry_on_every_area(file, key):
    text = (ROOT / file).read_text(encoding="utf-8")
    new = append(text, (key,), ["- id: x", "  title: y"], model=Area, apart=True)
    assert keeps_lines(text, new)
    assert parse_text(file, new)[0].value[key][-1] == {"id": "x", "title": "y"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: x\ncommitments: []  # inga\nindicators:\n", "title: x\ncommitments:  # inga\n  - id: a\nindicators:\n"),
        ("title: x\ncommitments:\nnotes: y\n", "title: x\ncommitments:\n  - id: a\nnotes: y\n"),
        ("title: x\n", "title: x\ncommitments:\n  - id: a\n"),
        ("title: x", "title: x\ncommitments:\n  - id: a\n"),
        ("lead: a\nnotes: y\n", "lead: a\ncommitments:\n  - id: a\nnotes: y\n"),
        ("commitments:\n- id: b\n# slut\n", "commitments:\n- id: b\n- id: a\n# slut\n"),
        (
            "commitments:\n  - text: >-\n      a\n      b\n\nnotes: y\n",
            "commitments:\n  - text: >-\n      a\n      b\n  - id: a\n\nnotes: y\n",
        ),
        ("commitments:\n  - id: b  # först\n  # sist\n", "commitments:\n  - id: b  # först\n  - id: a\n  # sist\n"),
    ],
)
def test_where_it_goes(text, expected):
    assert append(text, ("commitments",), ["- id: a"], model=Area) == expected


@pytest.mark.parametrize("text", ["commitments: [{id: b}]\n", "{title: x}\n", "commitments: x\n"])
def test_what_cannot_be_added_to_is_refused(text):
    with pytest.raises(VbeError):
        append(text, ("commitments",), ["- id: a"], model=Area)


@given(st.integers(0, 2**48))
def test_nothing_else_changes(seed):
    text = document(random.Random(seed))
    before, _ = parse_text("x", text)
    if before is None:
        return
    try:
        new = append(text, ("commitments",), ["- id: a"], model=Area)
    except VbeError:
        return
    after, faults = parse_text("x", new)
    assert not faults
    assert {k: v for k, v in after.value.items() if k != "commitments"} == {
        k: v for k, v in before.value.items() if k != "commitments"
    }
    assert same(after.value["commitments"][:-1], before.value.get("commitments") or ())


def keeps_lines(old: str, new: str) -> bool:
    lines = iter(new.splitlines())
    return all(line in lines for line in old.splitlines())
