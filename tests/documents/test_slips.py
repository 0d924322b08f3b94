"""The slips that people make in a file: one fault, one message, at its line, with the words to write; and what is mended."""

import json
import re
import shutil
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from vbe.app.mending import mend_one
from vbe.cli import run
from vbe.documents import parse
from vbe.lsp.fixes import mending_of
from vbe.model.formats import FORMAT
from vbe.rules.checker import examine
from vbe.store.editing.layout import lay_out
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "base"
FILE = "followup/2017/socialnamnden.yaml"
GOOD = """\
reported_on: 2018-01-31
decision: {case_number: "SN/2019:3", paragraph: 14}
summary: "Året i korthet."
commitments:
  "1.5":
    status: continuous
    result: >-
      Rutinerna anger tider
      för stegen.
  "1.7":
    status: done
    result: Klart.
indicators:
  orosanmalningar: {value: 12}
  besok:
    value: 2150
"""

SLIPS = {
    "decimal comma in braces": ("{value: 12}", "{value: 12,5}", 14, "Skriv 12.5.", "{value: 12.5}"),
    "spaced number": ("value: 2150", "value: 2 150", 16, "Skriv 2150.", "value: 2150"),
    "hard space in a number": ("value: 2150", "value: 2\u00a0150", 16, "Skriv 2150.", "value: 2150"),
    "decimal comma": ("value: 2150", "value: 12,5", 16, "Skriv 12.5.", "value: 12.5"),
    "about": ("value: 2150", "value: ca 2000", 16, "Skriv bara 2000; att talet är ungefärligt sägs i `comment`.", None),
    "per cent": ("value: 2150", "value: 92 %", 16, "Skriv bara 92; att det är procent säger mätetalets enhet.", None),
    "yes": ("value: 2150", "value: ja", 16, "Skriv true.", "value: true"),
    "colon in braces": ('"SN/2019:3"', "SN/2019:3", 2, 'Skriv "SN/2019:3".', 'case_number: "SN/2019:3", paragraph'),
    "quote never closed": (
        '"Året i korthet."', '"Året i korthet.', 3,
        'Avsluta det i slutet av rad 3: "Året i korthet."', 'summary: "Året i korthet."\n',
    ),
    "hard spaces in the indent": (
        "    result: >-", "\u00a0\u00a0 \u00a0result: >-", 7, "Ta bort dem och skriv 4 vanliga mellanslag.", "\n    result: >-",
    ),
    "a hard space last in the indent": (
        "    result: Klart", "   \u00a0result: Klart", 12, "Ta bort dem och skriv 4 vanliga mellanslag.", "\n    result: Klart",
    ),
    "block at the margin": ("    result: >-", "result: >-", 7, "Skjut in det 4 mellanslag, rakt under ”status”.", None),
    "text at the margin": (
        "    result: Klart", "result: Klart", 12, "Det hör till ”1.7” ovanför: skjut in det lika långt som de andra fälten där.", None,
    ),
    "curly quotes": ("status: done", "status: ”done”", 11, "Menade du ”done”?", "status: done\n"),
    "curly quotes round a day": ("2018-01-31", "”2018-01-31”", 1, "Skriv 2018-01-31.", "reported_on: 2018-01-31\n"),
    "a Swedish word": ("status: done", "status: Genomförd", 11, "Menade du ”done”?", "status: done\n"),
    "a misspelt key": ("status: done", "statsu: done", 11, "Menade du ”status”?", "status: done\n"),
    "a day as people write it": ("2018-01-31", "31/1 2018", 1, "Skriv 2018-01-31.", "reported_on: 2018-01-31\n"),
    "a text that looks like a number": ('"SN/2019:3"', "2019:3", 2, 'Skriv "2019:3".', 'case_number: "2019:3"'),
    "a number in quotation marks": ("paragraph: 14", 'paragraph: "14"', 2, "Skriv 14.", "paragraph: 14}"),
}  # fmt: skip


@pytest.fixture
def said(tmp_path):
    """What a check of the records says of the form of one file."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)

    def check(content):
        path = tmp_path / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return [d for d in examine(Disk(tmp_path)).open if d.location.file == FILE and d.code.startswith("VBE1")]

    return check


def test_what_is_right_is_left_alone(said):
    assert said(GOOD.encode()) == []
    assert mend_one(FILE, GOOD.encode(), FORMAT) == GOOD.encode()


@pytest.mark.parametrize(("old", "new", "line", "words", "becomes"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_fault_at_its_line_with_the_words_to_write(old, new, line, words, becomes, said):
    assert GOOD.count(old) >= 1
    content = GOOD.replace(old, new, 1).encode()
    [fault] = said(content)
    assert (fault.location.line, words in fault.hint) == (line, True), fault
    mended = mend_one(FILE, content, FORMAT)
    if becomes is None:
        assert not fault.is_certain
        assert mended == content
    else:
        assert fault.is_certain
        assert becomes in mended.decode()
        assert mended.decode().splitlines()[: line - 1] == content.decode().splitlines()[: line - 1]
        assert mended.decode().splitlines()[line:] == content.decode().splitlines()[line:]
        assert said(mended) == []
        assert mending_of(fault) == {"replacement": fault.replacement, "is_certain": True}


def test_a_byte_order_mark_is_taken_away_by_fix_and_by_fmt(said):
    [fault] = said(BOM_UTF8 + GOOD.encode())
    assert (fault.location.line, fault.code) == (1, "VBE103")
    assert mend_one(FILE, BOM_UTF8 + GOOD.encode(), FORMAT) == GOOD.encode()
    layout = lay_out(FILE, BOM_UTF8 + GOOD.encode())
    assert layout.changed
    assert layout.new == lay_out(FILE, GOOD.encode()).new


def test_many_slips_in_one_file_are_all_mended():
    text = GOOD
    for name in ("colon in braces", "quote never closed", "hard spaces in the indent", "decimal comma", "a Swedish word"):
        old, new, *_rest = SLIPS[name]
        text = text.replace(old, new, 1)
    mended = mend_one(FILE, BOM_UTF8 + text.encode(), FORMAT).decode()
    assert mended == GOOD.replace("value: 2150", "value: 12.5")


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x\n",
        "a: [1,\nb: 2\n",
        "a:\n\t- b\n",
        "title: Han sa: hej\n",
        "a: {b: c: d}\n",
        "status: under arbete\n",
        "statusar: done\nstatusen: done\n",
        "value: 2 15\n",
    ],
)
def test_what_could_be_meant_in_several_ways_is_left(text):
    mended = mend_one(FILE, text.encode(), FORMAT)
    assert mended == text.encode() or parse(FILE, mended)[0] is not None


def test_a_mending_never_makes_it_worse():
    """Each prefix of a file is a file that somebody has begun: what is mended can be read at least as far."""
    for end in range(0, len(GOOD), 7):
        text = GOOD[:end].encode()
        before, after = parse(FILE, text)[1], parse(FILE, mend_one(FILE, text, FORMAT))[1]
        assert len(after) <= max(len(before), 1)


@pytest.fixture
def town(tmp_path):
    root = tmp_path / "town"
    shutil.copytree(BASE, root)
    path = next(root.glob("followup/*/socialnamnden.yaml"))
    path.write_text(path.read_text().replace("status: ", "statsu: ", 1))
    return root, path


def test_fix_writes_shows_and_then_checks(town, capsys):
    root, path = town
    before = path.read_text()
    run(["validate", "--root", str(root)])
    assert path.read_text() == before
    capsys.readouterr()
    run(["validate", "--fix", "--root", str(root)])
    out, err = capsys.readouterr()
    assert path.read_text() == before.replace("statsu: ", "status: ")
    assert "-    statsu: " in out
    assert "+    status: " in out
    assert "VBE117" not in out
    assert err.startswith("vbe: 1 fil rättad.")


def test_fix_of_a_commit_is_refused(capsys):
    assert run(["validate", "--fix", "--at", "HEAD", "--root", str(ROOT)]) == 2
    assert capsys.readouterr().err == "vbe: En sparad version kan inte rättas. Utelämna --at eller --fix.\n"


def test_suggestions_hold_the_whole_line_and_nothing_of_it_outside_the_block(town, capsys):
    root, path = town
    run(["validate", "--format", "suggestions", "--root", str(root)])
    [comment] = json.loads(capsys.readouterr().out)
    number = next(n for n, line in enumerate(path.read_text().splitlines(), 1) if "statsu" in line)
    line = path.read_text().splitlines()[number - 1].replace("statsu", "status")
    assert (comment["path"], comment["line"], comment["side"]) == (path.relative_to(root).as_posix(), number, "RIGHT")
    assert comment["body"].endswith(f"\n\n```suggestion\n{line}\n```")
    assert "statsu" not in comment["body"]


def test_no_suggestion_repeats_a_person(town, capsys):
    root, path = town
    text = path.read_text()
    path.write_text(text.replace("statsu: ", "811218-9876: 1 # ", 1).replace("    result: ", "    resutl: 811218-9876 ", 1))
    run(["validate", "--format", "suggestions", "--root", str(root)])
    assert "811218" not in capsys.readouterr().out
    run(["validate", "--fix", "--root", str(root)])
    assert "811218-9876" not in "".join(capsys.readouterr())


def test_errors_come_before_warnings(tmp_path, capsys):
    shutil.copytree(ROOT / "tests" / "rules" / "base", tmp_path, dirs_exist_ok=True)
    path = next(tmp_path.glob("routines/*/orosanmalan.yaml"))
    path.write_text(path.read_text() + "\nnotes: Enligt SoL.\nlead: x\n")
    first = next(tmp_path.glob("followup/*/kommunstyrelsen.yaml"))
    first.write_text(first.read_text().replace("summary: ", "summary: Se t.ex. SoL m.fl. ", 1))
    run(["validate", "--root", str(tmp_path)])
    kinds = [line.rpartition("(")[2] for line in capsys.readouterr().out.splitlines() if line.endswith(("(fel)", "(varning)"))]
    assert kinds == sorted(kinds)
    assert "fel)" in kinds


HOSTILE_LINES = {
    "a fence": "    statsu: done # ```\n",
    "a long fence": "    statsu: done # ~~~~~~\n",
    "a huge line": "    statsu: done # " + "a " * 100_000 + "\n",
    "a control character": "    statsu: done # \x1b[31m\n",
    "a hidden character": "    statsu: done # a\u202eb\n",
    "a count of persons": "    statsu: {participants: 3}\n",
    "a share of persons": "    statsu: {'share' : 3, a: 1}\n",
    "a target": "    statsu: {2024: 3}\n",
    "a mail address": "    statsu: done # anna.svensson@lindvik.se\n",
}


@pytest.mark.parametrize("what", HOSTILE_LINES)
def test_no_suggestion_repeats_a_line_that_could_do_something(what, town, capsys):
    root, path = town
    line = re.search(r"    statsu: .*\n", path.read_text())[0]
    path.write_text(path.read_text().replace(line, HOSTILE_LINES[what], 1))
    run(["validate", "--format", "suggestions", "--root", str(root)])
    assert json.loads(capsys.readouterr().out) == []


def test_what_calls_somebody_stands_inside_the_block_alone(town, capsys):
    """A comment of the bot's: a mention, a reference or a closing word counts where it is outside a block of code."""
    root, path = town
    line = re.search(r"    statsu: .*\n", path.read_text())[0]
    path.write_text(
        path.read_text().replace(line, "    statsu: done # @team fixes #1 owner/repo#2 <img src=x> ![](http://x)\n", 1)
    )
    run(["validate", "--format", "suggestions", "--root", str(root)])
    for comment in json.loads(capsys.readouterr().out):
        before, _block, rest = comment["body"].partition("```suggestion\n")
        inside, _end, after = rest.rpartition("\n```")
        assert after == ""
        assert "\n" not in inside
        assert not re.search(r"[@#<!]", before)


def test_a_flood_of_suggestions_is_bounded(town, capsys):
    root, path = town
    line = re.search(r"    statsu: .*\n", path.read_text())[0]
    flood = "".join(f'  "9.{n}":\n{line}' for n in range(1, 400))
    path.write_text(path.read_text().replace("indicators:", f"{flood}indicators:", 1))
    run(["validate", "--format", "suggestions", "--root", str(root)])
    said = capsys.readouterr().out
    assert len(json.loads(said)) <= 100
    assert len(said) < 60_000
