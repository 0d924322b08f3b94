"""Twice the input takes at most two and a half times as long: every rule, what a stranger writes, and the commands.

Processor time of this process is compared, the best of several, and again where the machine was busy: a quadratic
algorithm fails each time, a busy machine does not. What takes a few milliseconds for the larger input is not compared: at
the size that a file may have that is as good as linear.
"""

from __future__ import annotations

import gc
import io
import time
from contextlib import redirect_stderr, redirect_stdout, suppress

import pytest

from bench.corpora import build
from tests.forms.hands import saved, tables_of
from tests.fuzz.mutations import SMALL, Memory
from tests.report.repo import commit, git
from vbe.app.forms.intake import take_in
from vbe.app.forms.outlet import make_forms
from vbe.cli import run
from vbe.errors import VbeError
from vbe.importing.composing import import_document
from vbe.importing.opening import open_document
from vbe.lsp.snapshot import EditorSource, refresh
from vbe.report.render import FORMATS, markdown, parts, read_provenance
from vbe.rules import all_rules
from vbe.rules.checker import examine
from vbe.store.editing.layout import lay_out
from vbe.store.loader import load
from vbe.store.repository import Disk

pytestmark = pytest.mark.doubling
MOST = 2.5
LEAST = 0.02
"""Seconds of the processor below which a ratio says nothing."""
ROUNDS, ATTEMPTS = 3, 4

ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"
PROFILE = "vbe.yaml"
NOTE = SMALL[ROUTINE].rstrip("\n") + "\nnotes: "
TERM = "hemsida"


def seconds(act) -> float:
    """The least processor time that it takes."""
    best = float("inf")
    for _round in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        act()
        best = min(best, time.process_time() - start)
        if best < LEAST:
            break
    return best


def growth(small, large) -> float:
    """How many times as long the larger takes as the smaller; the least of several attempts."""
    best = float("inf")
    for _attempt in range(ATTEMPTS):
        twice = seconds(large)
        if twice < LEAST:
            return 1.0
        best = min(best, twice / max(seconds(small), 1e-9))
        if best <= MOST:
            break
    return best


def comments(text: str):
    return lambda n: SMALL[ROUTINE] + f"# {text}\n" * n


FILES = {
    "ages in comments": (comments("17-åring"), 4000),
    "ages in one comment": (lambda n: SMALL[ROUTINE] + "# " + "17-åring " * n, 4000),
    "ages in general": (comments("varje 17-åring grep"), 3000),
    "ages in a value": (lambda n: NOTE + "17-åring " * n, 4000),
    "ages and blanks": (lambda n: NOTE + ("17-åring" + " " * 200) * n, 400),
    "personal numbers": (comments("19121212-1212"), 3000),
    "numbers on a line": (lambda n: SMALL[ROUTINE] + "# " + "19121212-1212 " * n, 3000),
    "no numbers": (comments("1912121212345678901234567890"), 2500),
    "digits": (lambda n: SMALL[ROUTINE] + "# " + "1" * n, 60_000),
    "digits and signs": (lambda n: SMALL[ROUTINE] + "# " + "1-" * n, 30_000),
    "phone numbers": (comments("070-174 06 05"), 3000),
    "phones on a line": (lambda n: SMALL[ROUTINE] + "# " + "070-174 06 05 " * n, 3000),
    "phones in escapes": (lambda n: NOTE + '"' + r"070-174 06\u002005 " * n + '"', 2000),
    "brackets": (lambda n: SMALL[ROUTINE] + "# " + "(0" * n, 30_000),
    "addresses": (comments("anna.andersson@lindvik.se"), 3000),
    "no addresses": (lambda n: SMALL[ROUTINE] + "# " + "a." * n, 30_000),
    "signs of addresses": (lambda n: SMALL[ROUTINE] + "# " + "a@" * n, 30_000),
    "outdated words": (lambda n: NOTE + f"{TERM} " * n, 5000),
    "outdated words by line": (lambda n: NOTE + "|\n" + f"  {TERM}\n" * n, 5000),
    "quotation marks": (lambda n: NOTE + "|\n  " + f"«a» {TERM} " * n, 3000),
    "open quotation marks": (lambda n: NOTE + "|\n  " + f"« {TERM} " * n, 3000),
    "long sentences": (lambda n: NOTE + "ord " * n, 20_000),
    "short sentences": (lambda n: NOTE + "|\n  " + "Ett ord. " * n, 8000),
    "abbreviations": (lambda n: NOTE + "|\n  " + "t.ex. m.m. " * n, 6000),
    "faith": (lambda n: NOTE + "muslimsk extremism " * n, 4000),
    "names of associations": (lambda n: NOTE + "Viks kulturella förening " * n, 3000),
    "suppressions": (comments("vbe: ignore[VBE201] därför"), 3000),
    "suppressions of many": (lambda n: SMALL[ROUTINE] + "# vbe: ignore[" + "VBE201," * n + "] a\n", 8000),
    "unknown fields": (lambda n: SMALL[ROUTINE] + "".join(f"falt{i}: 1\n" for i in range(n)), 3000),
    "the same field": (lambda n: SMALL[ROUTINE] + "title: 1\n" * n, 5000),
    "empty lines": (lambda n: SMALL[ROUTINE] + "\n" * n + "# a\n", 50_000),
    "hidden characters": (comments("a\u200bb"), 8000),
    "loose accents": (comments("a\u030a"), 8000),
    "conflicts": (lambda n: SMALL[ROUTINE] + "<<<<<<< a\n=======\n>>>>>>> b\n" * n, 3000),
    "open brackets": (lambda n: SMALL[ROUTINE] + "a: " + "[" * n, 20_000),
    "a list": (lambda n: SMALL[ROUTINE] + "a: [" + "b, " * n + "c]\n", 8000),
    "tabs": (lambda n: SMALL[ROUTINE] + "\t\n" * n, 20_000),
    "anchors": (lambda n: SMALL[ROUTINE] + "".join(f"a{i}: &b{i} c\n" for i in range(n)), 3000),
    "documents": (lambda n: SMALL[ROUTINE] + "---\na: 1\n" * n, 5000),
}
"""What a stranger puts in a file: n → its text, and n."""


@pytest.mark.parametrize("what", FILES)
def test_checking_a_file_is_linear(what):
    text, size = FILES[what]
    profile = SMALL[PROFILE] + ("" if "\nterms:" in SMALL[PROFILE] else f"terms:\n  - {{find: {TERM}, use: webbplats}}\n")
    small, large = (Memory(SMALL | {PROFILE: profile, ROUTINE: text(n)}) for n in (size, 2 * size))
    assert growth(lambda: examine(small), lambda: examine(large)) <= MOST


@pytest.mark.parametrize("what", FILES)
def test_laying_out_a_file_is_linear(what):
    text, size = FILES[what]
    small, large = (text(n).encode() for n in (size, 2 * size))
    assert growth(lambda: lay_out(ROUTINE, small), lambda: lay_out(ROUTINE, large)) <= MOST


def test_laying_out_comments_in_flow_collections_is_linear():
    small, large = ((SMALL[ROUTINE] + "a:\n" + "  - [b, c] # d\n" * n).encode() for n in (1000, 2000))
    assert growth(lambda: lay_out(ROUTINE, small), lambda: lay_out(ROUTINE, large)) <= MOST


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """Two repositories, the second with twice the files."""
    made = []
    for size in (150, 300):
        folder = build(tmp_path_factory.mktemp("town") / str(size), size)
        git(folder, "init", "--quiet", "--initial-branch=main")
        commit(folder, "Början")
        assert run(["new", "followup", "--root", str(folder), "--year", "2024", "--all-boards"]) == 0
        made.append(folder)
    return made


@pytest.fixture(scope="module")
def corpora(towns):
    return [load(Disk(town)) for town in towns]


@pytest.mark.parametrize("code", [code for code, rule in all_rules().items() if rule.check is not None])
def test_every_rule_is_linear_in_the_records(code, corpora):
    check = all_rules()[code].check
    small, large = corpora
    assert growth(lambda: list(check(small)), lambda: list(check(large))) <= MOST


COMMANDS = [
    ("validate",), ("validate", "--format", "json"), ("validate", "--format", "sarif"), ("stale",), ("stale", "--format", "md"),
    ("status",), ("fmt", "--check"), ("fmt", "--diff"), ("codeowners",), ("diff", "HEAD"), ("trace", "1.1"), ("show", "1.1"), ("history", "1.1"),
]  # fmt: skip
ROUTE = "forvaltning-1/rutin-0"
COMMANDS += [
    ("review", ROUTE, "--outcome", "no-change", "--by", "sakerhetschef", "--on", "2026-11-01", "--dry-run"),
    ("rename", ROUTE, "forvaltning-1/rutin-ny", "--dry-run"),
    ("upgrade", "--dry-run"),
    ("validate", "--staged"),
    ("new", "followup", "--year", "2025", "--all-boards", "--dry-run"),
    ("new", "routine", "--department", "forvaltning-1", "--title", "Ny rutin", "--owner-role", "sakerhetschef", "--dry-run"),
    ("form", "--year", "2024", "--all-boards", "--force", "-o", "FOLDER"),
    ("stale", "--mail", "FOLDER"),
    ("site", "--force", "-o", "FOLDER"),
    ("validate", "--limits-from", "HEAD"),
    *(
        ("report", "--year", "2024", "--draft", "--format", form, "-o", "-")
        for form in ("html", "md", "json", "docx", "xlsx", "pdf")
    ),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_is_linear_in_the_records(command, towns, tmp_path):
    def act(town):
        words = [str(tmp_path / town.name) if word == "FOLDER" else word for word in command]
        with redirect_stdout(io.TextIOWrapper(io.BytesIO())), redirect_stderr(io.TextIOWrapper(io.BytesIO())):
            assert run([*words, "--root", str(town)]) in (0, 1, 3)

    small, large = towns
    assert growth(lambda: act(small), lambda: act(large)) <= MOST


def test_beginning_a_repository_is_linear_in_what_is_asked_for(tmp_path):
    numbers = iter(range(1000))

    def act(count):
        named = [word for n in range(count) for word in ("--area", f"Område {n}", "--board", f"Nämnd {n}=Förvaltning {n}")]
        with redirect_stdout(io.TextIOWrapper(io.BytesIO())), redirect_stderr(io.TextIOWrapper(io.BytesIO())):
            folder = tmp_path / str(next(numbers))
            assert run(["init", str(folder), "--name", "Lindviks kommun", "--code", "9999", "--year", "2027", *named]) == 0

    assert growth(lambda: act(20), lambda: act(40)) <= MOST


def test_taking_in_an_answer_is_linear(towns):
    """An answer of somebody's hand: texts as long as a cell holds."""
    source = Disk(towns[0])
    name, content = next(iter(make_forms(source, 2024, None).items()))

    def returned(size):
        tables = tables_of(content)
        for rows in tables.values():
            for row in rows[1:]:
                row[:] = [cell or "Gjort. 17-åring 070-174 06 05 " * size for cell in row]
        return {name: saved(tables)}

    def act(form):
        with suppress(VbeError):
            take_in(source, form)

    small, large = returned(40), returned(80)
    assert growth(lambda: act(small), lambda: act(large)) <= MOST


def table(size):
    """A plan as a table of measures."""
    rows = [f"{1 + n % 9};Nämnden gör sak {n} för alla som behöver det;Socialnämnden;2024-12-31" for n in range(size)]
    return "\n".join(["Område;Åtgärd;Ansvarig;Klart", *rows]).encode()


PLANS = {
    "measures": table,
    "cells": lambda n: ("a;" * n + "\n").encode(),
    "quotation marks": lambda n: ('"a""' * n).encode(),
    "empty lines": lambda n: table(5) + b"\n;;;" * n,
}


@pytest.mark.parametrize("what", PLANS)
def test_reading_a_plan_is_linear(what):
    size = 150 if what == "measures" else 20_000

    def act(content):
        with suppress(VbeError):
            import_document(open_document("plan.csv", content), "Lindviks kommun", "9999")

    small, large = (PLANS[what](n) for n in (size, 2 * size))
    assert growth(lambda: act(small), lambda: act(large)) <= MOST


def test_the_language_server_is_linear_in_the_records(towns):
    def act(town):
        source = EditorSource(town)
        source.open["vbe.yaml"] = (town / "vbe.yaml").read_text(encoding="utf-8")
        refresh(source, None)

    small, large = towns
    assert growth(lambda: act(small), lambda: act(large)) <= MOST


@pytest.mark.parametrize("text", ["titel: x\n", "# a\n", "title: [a, b]\n"])
def test_the_language_server_is_linear_in_an_open_text(text, towns):
    def act(count):
        source = EditorSource(towns[0])
        source.open[f"routines/{ROUTE}.yaml"] = text * count
        refresh(source, None)

    assert growth(lambda: act(4000), lambda: act(8000)) <= MOST


REPORTS = {
    "html": ["<section id=", "<section id='' aria-labelledby=''><h2>", '<section id="" aria-labelledby="">\n<h2>', "<", "</h2>",
             '<meta name="vbe.a" content="', '<meta name="vbe.year" content="1">', "&", "vbe.seal"],
    "md": ["<!-- vbe {", "\n## ", "## a\n", "\\", "<!-- vbe {} -->\n", "&#8203;"],
    "json": ["[", '{"a":', "1", '"', "\\u0000"],
    "pdf": ["1 0 obj\n", "\nendobj\n", "<x:xmpmeta", "<pdf:Keywords>", "/Contents 1", "\n1 0 obj\n<</Type/Page/>>\nendobj", "vbe.a=1, "],
    "docx": ["PK\x03\x04", "PK\x05\x06", "PK\x01\x02", "\0"],
    "xlsx": ["PK\x03\x04", "PK\x05\x06", "\xff"],
}  # fmt: skip
PIECES = [(form, piece) for form in FORMATS for piece in REPORTS[form]]


@pytest.mark.parametrize(("form", "piece"), PIECES)
def test_reading_a_report_is_linear(form, piece):
    def read(content: bytes) -> None:
        read_provenance(content, form)
        parts(content, form)

    small, large = ((piece * (n // len(piece))).encode("latin-1") for n in (500_000, 1_000_000))
    assert growth(lambda: read(small), lambda: read(large)) <= MOST


@pytest.mark.parametrize(
    "piece", ["@", "#", "[", "a:", ":a", ":", "*a", "1", "f", "A-", "A", "gh-", "www.", "\\", "&", "`", "- ", " "]
)
def test_writing_markdown_is_linear(piece):
    small, large = (piece * (n // len(piece)) for n in (100_000, 200_000))
    assert growth(lambda: markdown.text(small), lambda: markdown.text(large)) <= MOST
