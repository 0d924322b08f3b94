"""The formats for programs: right shape, nothing lost, same bytes, and no text that breaks out of its place."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from tests.formats.verdicts import EVIL, FILE, SOURCE, TEXT, WAIVED, WARNING, diagnostic, verdict
from vbe.diagnostics import Location, Severity
from vbe.errors import VbeError
from vbe.output.registry import names, writer
from vbe.rules import all_rules
from vbe.store.repository import Disk

FORMS = sorted(names("validate"))
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]")


def formatted(form, *diagnostics, texts=None, show_waived=False, strict=False, source=SOURCE):
    return writer("validate", form)(verdict(*diagnostics, texts=texts), source, show_waived=show_waived, strict=strict)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_verdict_gives_the_same_text_whatever_its_order(form):
    three = (diagnostic(), WARNING, WAIVED)
    assert formatted(form, *three) == formatted(form, *reversed(three))
    assert formatted(form, *three).endswith("\n")


@pytest.mark.parametrize("form", FORMS)
def test_evil_text_stays_in_its_place(form):
    evil = diagnostic(message=EVIL, hint=EVIL, location=Location(f"{EVIL}.yaml", 2, 1, 2, 9), waived=True, justification=EVIL)
    output = formatted(form, evil, diagnostic(message=EVIL), texts={f"{EVIL}.yaml": EVIL}, show_waived=True)
    assert not HIDDEN.search(output.replace("\n", ""))
    assert "##[" not in output
    commands = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (2 if form == "github" else 0)


def test_an_unknown_format_is_told_what_there_is():
    with pytest.raises(VbeError) as refused:
        writer("validate", "jnit")
    assert "junit" in refused.value.hint.split("?")[0]
    assert all(form in refused.value.hint for form in FORMS)


def test_json_says_everything():
    answer = json.loads(formatted("json", diagnostic(), WARNING, WAIVED))
    assert answer["version"] == 1
    assert answer["summary"] == {"files": 1, "errors": 1, "warnings": 1, "waived": 1}
    first = next(d for d in answer["diagnostics"] if d["code"] == "VBE201")
    place = {"file": FILE, "line": 4, "column": 19, "end_line": 4, "end_column": 31}
    assert first.items() >= {**place, "name": "dangling-reference", "severity": "error", "record": "04", "waived": False}.items()
    assert next(d for d in answer["diagnostics"] if d["waived"])["reason"] == "KS/2016:365"


def test_json_gives_back_any_text():
    assert json.loads(formatted("json", diagnostic(message=EVIL)))["diagnostics"][0]["message"] == EVIL


def test_sarif_has_the_parts_that_the_standard_demands():
    run = json.loads(formatted("sarif", diagnostic(), WARNING, WAIVED, show_waived=True))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_rules())
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    waived = [result for result in run["results"] if "suppressions" in result]
    assert [r["suppressions"][0]["justification"] for r in waived] == ["KS/2016:365"]
    assert waived[0]["suppressions"][0]["kind"] == "external"


def test_sarif_leaves_the_waived_out_unless_asked():
    """Code scanning does not read suppressions: each would be an open alert."""
    assert json.loads(formatted("sarif", WAIVED))["runs"][0]["results"] == []


def test_sarif_has_no_more_results_than_services_take(monkeypatch):
    monkeypatch.setattr("vbe.output.diagnostics.sarif.MAX_RESULTS", 2)
    others = [diagnostic(severity=Severity.WARNING, location=Location(FILE, line, 1, line, 2)) for line in (1, 2)]
    run = json.loads(formatted("sarif", *others, diagnostic()))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]
    assert "1" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "invocations" not in json.loads(formatted("sarif", diagnostic()))["runs"][0]


def test_sarif_fingerprints_follow_the_finding_and_not_the_line():
    def prints(line):
        run = json.loads(formatted("sarif", diagnostic(location=Location(FILE, line, 1, line, 5))))["runs"][0]
        return run["results"][0]["partialFingerprints"]

    assert prints(3) == prints(9)
    assert "primaryLocationLineHash" in prints(3)


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab", "junit"])
def test_a_build_server_gets_paths_from_the_top_of_git(form, tmp_path):
    root = tmp_path / "docs" / "en strategi"
    root.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / "länk").symlink_to(root)
    way = "docs/en%20strategi/" if form == "sarif" else "docs/en strategi/"
    for source in (Disk(root), Disk(tmp_path / "länk")):
        output = formatted(form, diagnostic(), source=source)
        assert f"{way}{FILE}" in output
        assert not re.search(f'[="]{FILE}', output)
    assert way not in formatted("text", diagnostic(), source=Disk(root))
    assert way not in formatted("json", diagnostic(), source=Disk(root))


def test_sarif_knows_a_suppression_at_the_line():
    text = TEXT.replace("[socialnamden]", "[socialnamden] # vbe: ignore[VBE404] skälet")
    run = json.loads(formatted("sarif", WAIVED, texts={FILE: text}, show_waived=True))["runs"][0]
    assert run["results"][0]["suppressions"][0]["kind"] == "inSource"


def test_sarif_writes_any_file_name_as_a_uri():
    run = json.loads(formatted("sarif", diagnostic(location=Location("routines/a b/å%\udc80.yaml", 1, 1, 1, 2))))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"routines/a%20b/%C3%A5%25[%A-Z0-9]+\.yaml", uri)


def test_github_escapes_what_would_end_a_property_or_the_command():
    place = Location("a,b:c%.yaml", 3, 2, 3, 7)
    line, _sum = formatted("github", diagnostic(message="50 %: a, b\nc", hint="", location=place)).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=3,endLine=3,")
    assert line.endswith("::a,b:c%25.yaml:3: 50 %25: a, b%0Ac")
    assert "col=2,endColumn=6" in line


def test_github_leaves_the_waived_out_unless_asked():
    assert "::" not in formatted("github", WAIVED)
    assert formatted("github", WAIVED, show_waived=True).startswith("::notice ")


def test_github_says_in_each_message_where_and_at_the_end_how_many():
    """Only the first ten of a kind are shown in the pull request; a job's log shows only what stands behind the last `::`."""
    found = [diagnostic(severity=Severity.WARNING, location=Location(FILE, line, 1, line, 2)) for line in range(1, 13)]
    *lines, limit, last = formatted("github", *found, diagnostic(location=Location(FILE, 30, 1, 30, 2))).splitlines()
    assert [line.split("::")[2].split(": ")[0] for line in lines] == [f"{FILE}:{line}" for line in (30, *range(1, 13))]
    assert lines[0].startswith("::error ")
    assert "10" in limit
    assert "12" in last
    assert "10" not in formatted("github", diagnostic()).splitlines()[-1]


def test_gitlab_fingerprints_follow_the_finding_and_not_the_line():
    above, below = diagnostic(), diagnostic(location=Location(FILE, 9, 1, 9, 5))
    one = json.loads(formatted("gitlab", above))[0]["fingerprint"]
    assert json.loads(formatted("gitlab", below))[0]["fingerprint"] == one
    both = [issue["fingerprint"] for issue in json.loads(formatted("gitlab", above, below))]
    assert both[0] == one
    assert len(set(both)) == 2
    assert json.loads(formatted("gitlab", diagnostic(message="annat")))[0]["fingerprint"] != one


def test_junit_has_a_case_for_each_file_and_fails_only_for_errors():
    texts = {FILE: TEXT, "vbe.yaml": "", "measures/05-x.yaml": ""}
    here = Location("measures/05-x.yaml", 1, 1, 1, 2)
    output = formatted("junit", diagnostic(), diagnostic(severity=Severity.WARNING, location=here), texts=texts)
    suite = ET.fromstring(output.encode()).find("testsuite")
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    cases = {case.get("name"): case for case in suite}
    assert set(cases) == set(texts)
    assert "4:19 VBE201" in cases[FILE].find("failure").text
    assert cases["measures/05-x.yaml"].find("failure") is None
    assert "VBE201" in cases["measures/05-x.yaml"].find("system-out").text
    assert len(cases["vbe.yaml"]) == 0


def test_junit_fails_for_what_the_run_fails_for():
    output = formatted("junit", WARNING, WAIVED, strict=True, show_waived=True)
    suite = ET.fromstring(output.encode()).find("testsuite")
    assert suite.get("failures") == "1"
    assert WARNING.code in suite.find("testcase/failure").text
    assert WAIVED.code in suite.find("testcase/system-out").text
    assert 'failures="0"' in formatted("junit", WARNING)


def test_junit_is_well_formed_for_any_character():
    every = "".join(map(chr, [*range(0x300), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x1F600]))
    ET.fromstring(formatted("junit", diagnostic(message=every, hint="]]>")).encode())


def test_junit_never_names_a_file_by_a_personal_number():
    assert "191212121212" not in formatted("junit", texts={"routines/x/191212121212.yaml": ""})
