"""`text`: the place, the line and the caret are right, and nothing that must not be shown is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.verdicts import EVIL, FILE, SOURCE, TEXT, WAIVED, WARNING, diagnostic, verdict
from tests.report.small import corpus, edited
from vbe.diagnostics import Location
from vbe.output.diagnostics.snippets import crop
from vbe.output.diagnostics.text import MAX_FILES_IN_FULL, WIDTH, format_verdict
from vbe.output.width import columns as cells
from vbe.rules import checker


def shown(*diagnostics, texts=None, show_waived=False):
    return format_verdict(verdict(*diagnostics, texts=texts), SOURCE, show_waived=show_waived)


def test_the_caret_stands_under_the_span():
    lines = shown(diagnostic()).splitlines()
    assert lines[0] == FILE
    assert lines[1] == "  4:19  VBE201 dangling-reference (fel)"
    source = next(line for line in lines if "responsible" in line)
    carets = lines[lines.index(source) + 1]
    assert source[carets.index("^") : carets.rindex("^") + 1] == "socialnamden"
    assert "    Så här rättar du: Menade du ”socialnamnden”?" in lines


def test_the_summary_counts_in_words():
    assert "1 fel, 1 varning, 1 avsteg i 1 fil\n" in shown(diagnostic(), WARNING, WAIVED)
    assert shown(texts={"a": "", "b": ""}) == "0 fel, 0 varningar, 0 avsteg i 2 filer\n"


def test_the_waived_are_listed_with_their_reason_when_asked_for():
    assert "VBE404" not in shown(WAIVED)
    assert re.search(
        r"Avsteg\n\nmeasures.*VBE404 missing-priority.*Skäl: KS/2016:365", shown(WAIVED, show_waived=True), re.DOTALL
    )


def test_nothing_of_a_line_with_a_privacy_finding_is_shown():
    private = diagnostic(code="VBE702", name="personal-email", message="En personlig e-postadress.", hint="")
    assert "responsible" not in shown(private)
    assert "responsible" not in shown(private, diagnostic())


@pytest.mark.parametrize("number", ["19121212-1212", "191212121212", "121212-\n1212"])
def test_a_personal_number_beside_a_finding_is_masked(number):
    text = f'titel: x\nnotes: "{number}"\n'
    here = diagnostic(location=Location(FILE, 2, 1, 2, 6))
    output = shown(here, texts={FILE: text})
    assert "notes" in output
    assert not re.search(r"\d{6}", output)


def test_a_span_over_lines_is_marked_to_the_end_of_its_first():
    lines = shown(diagnostic(location=Location(FILE, 2, 1, 4, 5))).splitlines()
    assert [line.strip() for line in lines if "^" in line] == ["| ^^^^^^^^^^^^"]


@pytest.mark.parametrize("place", [Location(FILE), Location(FILE, 99, 1, 99, 5), Location("gone.yaml", 1, 1, 1, 5)])
def test_without_a_line_there_is_no_snippet(place):
    assert "^" not in shown(diagnostic(location=place))


def test_a_file_with_very_many_findings_does_not_flood():
    output = shown(*(diagnostic(location=Location(FILE, 4, column, 4, column + 1)) for column in range(1, 1001)))
    assert output.count("VBE201 dangling") == MAX_FILES_IN_FULL
    assert f"… och {1000 - MAX_FILES_IN_FULL} till i den här filen." in output
    assert "1000 fel" in output


def test_nothing_from_a_file_reaches_the_terminal_or_the_build_server():
    texts = {f"{EVIL}.yaml": f"{EVIL}: {EVIL}\n"}
    evil = diagnostic(message=EVIL, hint=EVIL, location=Location(f"{EVIL}.yaml", 2, 1, 2, 9))
    output = shown(evil, texts=texts)
    assert not re.search(r"^\s*::", output, re.MULTILINE)
    assert "##[" not in output
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)


def test_colour_only_where_somebody_sees_it(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in shown(diagnostic())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown(diagnostic())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in shown(diagnostic())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=400), st.data())
def test_a_cropped_line_fits_and_keeps_what_its_span_begins_with(line, data):
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    cropped, new_start, new_end = crop(line, start, end, 60)
    assert cells(cropped) <= 60
    assert 0 <= new_start < new_end <= max(len(cropped), new_start + 1)
    if cells(line) == len(line):
        assert cropped[new_start] in (line[start], "…")


def test_prose_keeps_to_the_width():
    output = shown(diagnostic(message="ord " * 60, hint="rättning " * 40), texts={FILE: TEXT.replace("x", "x" * 300)})
    assert max(map(len, output.splitlines())) <= WIDTH


def test_an_example_of_a_waiver_says_that_nobody_decided_it():
    waiver = "waivers:\n  - {rule: VBE403, record: '*', reason: Saknas, decided_by: socialchef, until: 2025-06-01"
    unranked = ("measures/01-samordning.yaml", ("    priority: 1\n", ""))
    for example, reason in (("", "Saknas"), (", example: true", "Saknas. Exempel, ej beslutat.")):
        held = {**edited(*unranked), **edited("vbe.yaml", ("contacts:", f"{waiver}{example}}}\ncontacts:"))}
        verdict = checker.check(corpus(held))
        assert {d.justification for d in verdict.waived} == {reason}
