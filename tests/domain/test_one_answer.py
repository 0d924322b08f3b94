"""One question about the municipality has one answer, whichever command is asked.

First the contradictions between commands that were once seen on copies of Solna's data, asked as a user asks. Then what
must agree, on Solna, on the rules' base and on made-up municipalities.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
from collections import Counter

import pytest
from hypothesis import assume, given, settings

from tests.cli.conftest import ENVIRONMENT
from tests.domain.towns import BOARDS, DAYS, ORGANISATION, YEAR, corpus, edited, lindvik, solna, towns
from tests.report.small import Memory
from vbe.cli import run
from vbe.domain import period
from vbe.domain.asking import asked, begins_later, closings, missing, organisation_of
from vbe.domain.chain.nodes import Broken
from vbe.domain.chain.trace import trace
from vbe.domain.changes.compare import compare
from vbe.domain.coverage import Coverage
from vbe.domain.demands import judge_demands
from vbe.domain.freshness.assessing import assess
from vbe.domain.known import known_on
from vbe.domain.lifecycle import in_force
from vbe.domain.organisation import Organisation
from vbe.domain.overview import overview
from vbe.domain.progress import judge_commitments
from vbe.domain.samples import counted
from vbe.domain.verdicts import judge_all
from vbe.output.codeowners import codeowners
from vbe.rules import rules_by_name
from vbe.scaffold.followup import followups

DAY = "2018-02-19"
DEMAND = re.compile(r"O-\d\d-\d\d")
ROUTINE = "routines/kultur-och-fritidsforvaltningen/foreningsbidrag.yaml"
DRAFT = (ROUTINE, "status: in_force", "status: draft")
CONVENED = (ORGANISATION, "    convener: sakerhetschef", "    convener: forvaltningschef-socialforvaltningen")


class Town:
    """A folder with a municipality's files, and the command line run in it."""

    def __init__(self, root, capfd):
        self.root = root
        self.capfd = capfd

    def write(self, files):
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def git(self, *words):
        subprocess.run(["git", *words], cwd=self.root, env=os.environ | ENVIRONMENT, check=True, capture_output=True)

    def says(self, *words):
        self.capfd.readouterr()
        run([*words])
        return self.capfd.readouterr().out

    def json(self, *words):
        return json.loads(self.says(*words, "--format", "json"))

    def report(self, *words):
        """The appendix, in which everything stands; what the short report says comes of the same view."""
        run(["report", "--year", "2017", "--only", "appendix", "--format", "json", "-o", "report.json", *words])
        return json.loads((self.root / "report.json").read_text(encoding="utf-8"))

    def found(self, code):
        """The messages of one rule, whether waived or not."""
        return [d for d in self.json("validate")["diagnostics"] if d["code"] == code]


@pytest.fixture
def town(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VBE_LANG", "sv")
    return Town(tmp_path, capfd)


def table(report, identity):
    """A table of a report by its id, wherever it stands."""
    waiting = list(report["sections"])
    while waiting:
        part = waiting.pop()
        if part.get("id") == identity and "rows" in part:
            return part["rows"]
        waiting += part.get("blocks", [])
    raise AssertionError(identity)


def shown(cell):
    return " ".join(cell["lines"])


def test_a_demand_that_only_a_draft_carries(town):
    """Was: an error, "Ingen länk är bruten", 138 of 138, and "Bärs"."""
    town.write(solna(DRAFT))
    bare = {DEMAND.search(d["message"])[0] for d in town.found("VBE412")}
    assert "O-07-06" in bare
    summary = town.json("status")["summary"]
    assert summary["carried"] == summary["demands"] - len(bare)
    words = {shown(row[0]): shown(row[4]) for row in table(town.report(), "sparbarhet")}
    for demand in sorted(bare):
        broken = [node["broken"] for node in town.json("trace", demand)["leads_to"] if node["broken"]]
        assert broken == ["only-draft" if demand == "O-07-06" else "no-carrier"]
        assert words[demand] == ("Bara utkast" if demand == "O-07-06" else "Saknar motsvarighet")


def test_the_boards_that_are_asked_when_a_group_is_convened_from_another_department(town):
    """Was: the report asked socialnämnden about 1.3, and its answer was refused."""
    files = solna(CONVENED)
    town.write(files)
    areas = {shown(row[0])[:3]: shown(row[3]) for row in table(town.report(), "atgarder-01")}
    assert "svar saknas" in areas["1.3"].lower()
    asked = "followup/2017/socialnamnden.yaml"
    answered = edited(
        files, (asked, "commitments:\n", 'commitments:\n  "1.3":\n    status: continuous\n    result: Gruppen träffades.\n')
    )
    town.write(answered)
    assert not [d for d in town.found("VBE607") if "1.3" in d["message"] and d["file"] == asked]


def test_the_department_of_a_thing_in_stale_and_in_diff(town):
    """Was: different departments for 38 of 75 commitments."""
    files = solna()
    town.write(files)
    town.git("init", "-q", "-b", "main")
    town.git("add", "-A")
    town.git("commit", "-q", "-m", "before")
    for name, text in files.items():
        if name.startswith("measures/"):
            town.write({name: re.sub(r"\n    text: (>-\n      )?", lambda m: m[0] + "Nu ", text)})
    changed = {c["id"]: c["departments"] for c in town.json("diff")["changes"] if c["kind"] == "commitment"}
    listed = {i["id"]: i["departments"] for i in town.json("stale")["items"] if i["kind"] == "commitment"}
    common = listed.keys() & changed.keys()
    assert len(common) > 40
    assert {i for i in common if listed[i] != changed[i]} == set()


def test_a_sample_beside_a_measure_of_the_plans_own_answers_for_nothing(town):
    """Was: validate and trace said that it carried its demand, status and report that nothing did; a remark on it stopped
    the report, and validate asked for an answer that no form has a row for."""
    sampled = ("measures/02-stod.yaml", '  - id: "2.1"\n', '  - id: "2.1"\n    example: true\n')
    silent = ("followup/2024/socialnamnden.yaml", '  "2.1":\n    status: done\n', '  "2.1":\n    status:\n')
    town.write(lindvik(sampled, silent))
    assert {DEMAND.search(d["message"])[0] for d in town.found("VBE412")} == {"O-02-01"}
    summary = town.json("status")["summary"]
    assert summary["demands"] - summary["carried"] == 1
    assert [node["broken"] for node in town.json("trace", "O-02-01")["leads_to"] if node["broken"]] == ["no-carrier"]
    assert not [node for node in town.json("trace", "2.1")["leads_to"] if node["broken"] == "no-follow-up"]
    assert not [d for d in town.json("validate")["diagnostics"] if d["code"] == "VBE608" and " 2.1 " in d["message"]]
    run(["report", "--year", "2024", "--only", "appendix", "--format", "json", "-o", "report.json"])
    report = json.loads((town.root / "report.json").read_text(encoding="utf-8"))
    words = {shown(row[0]): shown(row[4]) for row in table(report, "sparbarhet")}
    assert words["O-02-01"] == "Saknar motsvarighet"


def test_a_role_that_ends_in_many_years_still_owns_its_files(town):
    """Was: `valid_to: 2099-12-31` took away its lines in CODEOWNERS today."""
    head = "  - id: forvaltningschef-socialforvaltningen\n"
    handle = '    handle: "@solna/soc"\n'
    town.write(solna((ORGANISATION, head, f"{head}{handle}")))
    now = town.says("codeowners")
    assert "@solna/soc" in now
    town.write(solna((ORGANISATION, head, f"{head}{handle}    valid_to: 2099-12-31\n    successor: [sakerhetschef]\n")))
    assert town.says("codeowners") == now


def test_a_state_is_called_one_thing(town):
    """Was: `overdue` "försenad" in stale and "inaktuell" in the report; `unknown` "okänt" and "går inte att avgöra"."""
    town.write(solna())
    lines = town.says("stale", "--all", "--as-of", "2019-06-01").splitlines()
    stated = {i["id"]: i for i in town.json("stale", "--as-of", "2019-06-01")["items"] if i["kind"] == "routine"}
    rows = [
        row for block in town.report("--as-of", "2019-06-01")["sections"] if block["id"] == "routines" for row in _rows(block)
    ]
    words = {shown(row[0]).removesuffix(" Exempel, ej beslutad"): shown(row[5]).lower() for row in rows}
    assert {i["state"] for i in stated.values()} >= {"overdue"}
    for item in stated.values():
        word = words[item["title"]]
        assert any(line.strip().startswith(word) for line in lines), (item["title"], word)


def _rows(part):
    for block in part.get("blocks", []):
        yield from block.get("rows", [])
        yield from _rows(block)


@pytest.mark.parametrize("day", [DAY, "2019-06-01", "2021-06-01"])
def test_how_much_is_outdated_in_status_and_in_stale(town, day):
    """Was: 129 and 93, Socialförvaltningen 16 and 9, on one day."""
    town.write(solna())
    overview, listed = town.json("status", "--as-of", day), town.json("stale", "--as-of", day)
    by_department = {d["id"]: {"total": d["total"], "stale": d["stale"]} for d in overview["departments"] if d["total"]}
    assert by_department == listed["summary"]
    assert overview["summary"]["stale"] == sum(count["stale"] for count in listed["summary"].values())


def _found(name, found):
    """What one rule finds."""
    return list(rules_by_name()[name].check(found))


def _demands_agree(found):
    day = datetime.date(2099, 1, 1)
    bare = {found.entry_at(found.by_file[f.file], f.route).id for f in _found("unanswered-obligation", found)}
    broken = {
        identity
        for identity, entry in found.entries.get("obligation", {}).items()
        if {node.broken for node in trace(found, entry).forward} & {Broken.NO_CARRIER, Broken.ONLY_DRAFT}
    }
    real = counted(found)
    whole = overview(real, assess(real, {}, as_of=day), None)
    judged = judge_demands(real, {}, {}, day)
    assert broken & real.obligations.keys() == bare
    assert whole.demands - whole.carried == len(bare)
    assert {identity for identity, demand in judged.items() if not demand.is_answered} == bare
    assert {identity for identity in bare if judged[identity].colour != "red"} == set()


def _boards_agree(found, year):
    """Who is asked, whose answer is accepted, for whom a file is prepared, and who is said to be missing."""
    organisation, wanted = organisation_of(found, year), asked(found, year)
    for board in BOARDS:
        file = f"followup/{year}/{board}.yaml"
        if found.find("actor", board) is None:
            continue
        for identity, commitment in found.commitments.items():
            accepted = board in organisation.answering_for(commitment)
            assert not (board in wanted[identity] and not accepted)
        refused = {f.route[1] for f in _found("report-from-another-board", found) if f.file == file}
        reported = found.follow_ups(year).get(board)
        for identity in reported.commitments if reported else ():
            answers = board in organisation.answering_for(found.commitments[identity])
            assert (identity in refused) is not answers
    assert all(set(boards) <= set(organisation.reporting_boards) for boards in wanted.values())
    nobody = {identity for identity, commitment in found.commitments.items() if begins_later(commitment, year)}
    nobody |= found.commitments.keys() - counted(found).commitments.keys()
    assert all(boards for identity, boards in wanted.items() if identity not in _closed(found, year) | nobody)
    assert not any(wanted[identity] for identity in nobody)


def _closed(found, year):
    return {identity for identity, _board in closings(found, year)}


def _missing_agrees(found, year):
    """What the report calls missing of a board that has handed in, and what validate calls missing."""
    day = datetime.date(2099, 1, 1)
    made = judge_commitments(found, year, day, part=False)[1]
    present = period.handed_in(found, year)
    said = {(i, board) for i, verdict in made.items() for board in verdict.missing_from if board in present}
    named = set()
    for finding in _found("unreported-commitment", found):
        folder, board = finding.file.removesuffix(".yaml").rsplit("/", 1)
        if folder.endswith(f"/{year}"):
            named |= {(i, board) for i in found.commitments if f" {i} " in finding.message}
    assert said == named
    assert {i: v.missing_from for i, v in made.items() if v.missing_from} == missing(found, year, day)
    for identity, entry in found.entries["commitment"].items():
        nodes = {n.id for n in trace(found, entry).forward if n.broken is Broken.NO_FOLLOW_UP}
        told = any(identity in report.commitments for report in present.values())
        assert (str(year) in nodes) is (not told and any(i == identity for i, _ in said))


def _departments_agree(found, day):
    """The department of a thing in stale, in diff on the same day, and in CODEOWNERS by the role that acts."""
    empty = corpus({"vbe.yaml": lindvik()["vbe.yaml"], "strategy/strategy.yaml": lindvik()["strategy/strategy.yaml"]})
    changed = {(c.kind, c.id): c.departments for c in compare(empty, found, day)}
    assessment = assess(found, {}, as_of=day)
    text, _faults = codeowners(found, on=day)
    lines = dict(line.split(" ", 1) for line in text.splitlines()[1:])
    for freshness in assessment.freshness:
        if (freshness.kind, freshness.id) in changed:
            assert freshness.departments == changed[freshness.kind, freshness.id], freshness.id
        if freshness.kind in ("routine", "guidance") and freshness.reviewer and found.find("actor", freshness.reviewer):
            handle = getattr(found.actors[freshness.reviewer], "handle", None)
            owner = _owner_of(lines, freshness.file)
            assert not handle or f"@{handle.removeprefix('@')}" in owner.split(), (freshness.id, owner)


def _owner_of(lines, file):
    """The last line of CODEOWNERS that matches a file."""
    matching = [p for p in lines if f"/{file}" == p or (p.endswith("/") and f"/{file}".startswith(p))]
    return lines[max(matching, key=len)] if matching else ""


def _outdated_agrees(found, day):
    assessment = assess(found, {}, as_of=day)
    rows = {row.id: (row.total, row.stale) for row in overview(found, assessment, None).departments if row.total}
    assert rows == {share.department: (share.total, share.stale) for share in assessment.shares}
    assert overview(found, assessment, None).stale == sum(share.stale for share in assessment.shares)


def _progress_agrees(found, year, day):
    """The colours of commitments and of boards' parts of areas, in status and in the report of the same day."""
    real = counted(found)
    told = overview(real, assess(real, {}, as_of=day), year)
    on = told.progress_as_of
    known = known_on(found, on)
    if period.answered(known, year, on):
        judged = judge_all(known, year, on, {}, part=period.is_part(year, on))
        assert told.colours == Counter(verdict.colour for verdict in judged.progress.values())
        shown = {row.id: {board: cell.colour for board, cell in row.cells.items()} for row in told.areas}
        assert shown == {area: {board: cell.colour for board, cell in row.items()} for area, row in judged.matrix.items()}


def _routines_agree(found):
    """Which departments lack a routine: in status and in validate."""
    real = counted(found)
    rows = overview(real, assess(real, {}, as_of=datetime.date(2025, 1, 1)), None).departments
    lacking = {row.id for row in rows if row.lacks_routine}
    named = {f.message.split("”")[1].split("”")[0] for f in _found("department-without-routine", found)}
    assert lacking & found.actors.keys() == named


def _everything_agrees(found, year, day):
    _demands_agree(found)
    for each in found.years or (year,):
        _boards_agree(found, each)
        _missing_agrees(found, each)
        _progress_agrees(found, each, day)
    _departments_agree(found, day)
    _outdated_agrees(found, day)
    _routines_agree(found)


@pytest.mark.parametrize("day", [datetime.date(2018, 2, 19), datetime.date(2021, 6, 1)])
def test_all_agree_on_solna(day):
    _everything_agrees(corpus(solna()), 2017, day)
    _everything_agrees(corpus(solna(DRAFT, CONVENED)), 2017, day)


def test_all_agree_on_the_rules_base():
    _everything_agrees(corpus(lindvik()), YEAR, datetime.date(2025, 3, 1))


@settings(max_examples=60)
@given(towns(), DAYS)
def test_all_agree_on_any_municipality(files, day):
    _everything_agrees(corpus(files), YEAR, day)


@settings(max_examples=20)
@given(towns())
def test_the_report_asks_whom_the_prepared_files_ask(files):
    """What `vbe new followup` prepares for the next year is what the report of that year waits for."""
    found, year = counted(corpus(files)), YEAR + 1
    assume(any(asked(found, year).values()))
    prepared = {
        change.file: change.new.decode() for change in followups(Memory(files), found, {"year": year, "all_boards": True})
    }
    wanted = asked(found, year)
    for file, text in prepared.items():
        board = file.rsplit("/", 1)[1].removesuffix(".yaml")
        assert {i for i in found.commitments if f'"{i}":' in text} == {i for i, boards in wanted.items() if board in boards}
    assert {f"followup/{year}/{board}.yaml" for boards in wanted.values() for board in boards} <= prepared.keys()
    day = datetime.date(year + 1, 3, 1)
    made = judge_commitments(found, year, day, part=False)[1]
    assert {i: v.missing_from for i, v in made.items() if v.missing_from} == {i: b for i, b in wanted.items() if b}


@settings(max_examples=60)
@given(towns(), DAYS)
def test_who_is_in_office_exists(files, day):
    found = corpus(files)
    organisation = Organisation(found, day)
    for actor in found.actors:
        assert all(organisation.exists(other) for other in organisation.in_office(actor))
        assert organisation.boards_of(actor)
        assert all(organisation.exists(d) or not organisation.in_office(d) for d in organisation.departments_of(actor))
    coverage = Coverage(found, day)
    for identity in found.obligations:
        assert {coverage.of(twin) for twin in coverage.twins(identity)} == {coverage.of(identity)}
        for carrier in coverage.holding(identity):
            assert carrier.entry.kind not in ("routine", "guidance") or in_force(carrier.entry.content, day)
