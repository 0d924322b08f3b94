"""`vbe trace`, `vbe show` and `vbe status`."""

from __future__ import annotations

import json

import pytest

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
DAY = ("--as-of", "2025-04-01")


@pytest.mark.parametrize(
    ("word", "heading"),
    [
        ("O-02-01", "Demand O-02-01"),
        ("o-02-01", "Demand O-02-01"),
        ("2.1", "Commitment 2.1"),
        ("02", "Action area 02"),
        ("2", "Action area 02"),
        ("socialforvaltningen/orosanmalan", "Routine “Orosanmälan”"),
        ("orosanmalan", "Routine “Orosanmälan”"),
        (ROUTINE, "Routine “Orosanmälan”"),
        ("polisen", "Partner “Polisen”"),
        ("utbildade", "Indicator “Andel chefer"),
        ("2024/socialnamnden", "Follow-up of 2024"),
        ("strategy", "The plan’s fact box"),
        ("routine:overall/misstanke", "Routine “Misstanke om radikalisering”"),
    ],
)
def test_an_id_in_any_form(vbe, word, heading):
    for command in ("trace", "show"):
        code, out, err = vbe(command, word)
        assert (code, err) == (0, "")
        assert out.startswith(heading)


@pytest.mark.parametrize("command", ["trace", "show"])
def test_a_wrong_id(vbe, command):
    code, out, err = vbe(command, "socialforvaltningen/orosanmaln")
    assert (code, out) == (2, "")
    assert "Did you mean “socialforvaltningen/orosanmalan”?" in err
    code, _out, err = vbe(command, "misstanke")
    assert code == 2
    assert "routine:overall/misstanke" in err


def test_the_chain_from_demand_to_report(vbe):
    _code, out, _err = vbe("trace", "O-02-01", "--format", "json")
    said = json.loads(out)
    (commitment,) = said["leads_to"]
    kinds = [child["kind"] for child in commitment["children"]]
    assert (commitment["id"], kinds) == ("2.1", ["evidence", "indicator", "followup"])
    assert commitment["children"][-1]["children"][0]["kind"] == "report"


def test_and_back(vbe):
    said = json.loads(vbe("trace", "orosanmalan", "--format", "json")[1])
    assert said["rests_on"][0]["id"] == "2.2"
    assert [child["id"] for child in said["rests_on"][0]["children"]] == ["O-02-02"]


def test_a_remark_is_linked_from_both_sides(vbe):
    """Was: the remark rested on nothing, and the commitment that it is about led to no remark."""
    said = json.loads(vbe("trace", "KF-2025-1", "--format", "json")[1])
    assert [node["id"] for node in said["rests_on"]] == ["2.1"]
    said = json.loads(vbe("trace", "2.1", "--format", "json")[1])
    assert [node["id"] for node in said["leads_to"] if node["kind"] == "remark"] == ["KF-2025-1"]


def test_a_broken_link_is_marked(vbe, repository):
    repository.edit(ROUTINE, ('commitments: ["2.2"]', 'commitments: ["2.9"]'))
    _code, out, _err = vbe("trace", "orosanmalan")
    assert "✗ 2.9 is named but does not exist" in out
    repository.edit("measures/02-stod.yaml", ("    obligations: [O-02-01]\n", ""))
    _code, out, _err = vbe("trace", "O-02-01")
    assert "✗ nothing carries the demand" in out


@pytest.mark.parametrize("word", ["O-02-02", "2", "1.1", "orosanmalan", "socialnamnden", "2024/socialnamnden"])
def test_eighty_columns(vbe, word):
    for command in ("trace", "show"):
        _code, out, _err = vbe(command, word)
        assert max(map(len, out.splitlines())) <= 80


def test_one_entry_in_full(vbe, repository):
    repository.edit(ROUTINE, ("within: genast", "within: samma dag"))
    repository.commit()
    _code, out, _err = vbe("show", "orosanmalan", "--all", *DAY)
    assert "within: samma dag" in out
    assert "overdue" in out
    assert "2 versions, the latest of 2025-03-10" in out
    said = json.loads(vbe("show", "orosanmalan", "--format", "json", *DAY)[1])
    assert said["content"]["steps"][0]["within"] == "samma dag"
    assert said["history"]["versions"] == 2
    assert {"kind": "commitment", "id": "2.2", "file": "measures/02-stod.yaml", "broken": None} in said["names"]


def test_a_unit_is_said_once_and_notes_come_last(vbe, repository):
    repository.edit(ROUTINE, ("status: in_force", "notes: Ses över i höst.\nstatus: in_force\nreview_interval_months: 6"))
    content = vbe("show", "orosanmalan", "--all", *DAY)[1].partition("Content\n")[2].partition("\n\n")[0].splitlines()
    assert "  review interval: 6 months" in content
    assert content[-1] == "  notes: Ses över i höst."


def test_who_names_it(vbe):
    said = json.loads(vbe("show", "2.2", "--format", "json", *DAY)[1])
    assert {entry["id"] for entry in said["named_by"]} == {"socialforvaltningen/orosanmalan", "2024/socialnamnden"}


def test_an_entry_of_a_commit(vbe, repository):
    repository.edit(ROUTINE, ("within: genast", "within: samma dag"))
    repository.commit()
    assert "within: genast" in vbe("show", "orosanmalan", "--at", "HEAD~1", *DAY)[1]


def test_the_whole_on_one_screen(vbe):
    code, out, err = vbe("status", *DAY)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.startswith("Follow-up of 2024 as of 2025-02-17, freshness as of 2025-04-01")
    assert "KS Kommunstyrelsen, SN Socialnämnden" in out


def test_the_whole_for_programs(vbe):
    said = json.loads(vbe("status", "--format", "json", *DAY)[1])
    assert said["year"] == 2024
    assert [area["id"] for area in said["areas"]] == ["01", "02"]
    assert said["areas"][1]["boards"]["socialnamnden"]["commitments"] == 3
    assert {"kind": "nothing-shows", "id": "2.1"} in said["areas"][1]["gaps"]


def test_a_year_that_nobody_followed_up(vbe):
    code, out, err = vbe("status", "--year", "2019")
    assert (code, out) == (2, "")
    assert "2024" in err


def test_no_year_at_all(vbe, repository):
    for name in ("decisions", "kommunstyrelsen", "socialnamnden"):
        (repository.root / f"followup/2024/{name}.yaml").unlink()
    code, out, _err = vbe("status", *DAY)
    assert code == 0
    assert out.startswith("Nothing has been followed up yet.")


def test_a_broken_neighbour_stops_nobody(vbe, repository):
    repository.edit("routines/overall/misstanke.yaml", ("steps:", "stegen:"))
    for words in (["trace", "2.1"], ["show", "2.1"], ["status"]):
        assert vbe(*words)[0] == 0
