"""Bytes are read, or named as wrong with their place; nothing else comes out, whatever they are.

`make fuzz` looks for longer.
"""

from __future__ import annotations

import json
import re

from hypothesis import example, given
from hypothesis import strategies as st

from tests.fuzz.mutations import LARGE, SMALL, deeds, encoded, spoil
from vbe.documents import parse
from vbe.documents.positions import positions, scalars
from vbe.documents.text import decode
from vbe.errors import VbeError
from vbe.model.records import kind_of
from vbe.model.validation import validate
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, one_line, printable
from vbe.rules import rules_by_name

ALL = {**LARGE, **{f"base/{name}": text for name, text in SMALL.items()}}
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What the parser takes for the end of a line; only the first two get further than its complaint."""
NAMES = st.sampled_from(sorted(ALL))
YAMLISH = st.text(st.sampled_from("ab:-#{}[],&*!|>'\"%@`?<=~.0123456789 \n\t\\åÅ") | st.characters(), max_size=200)


def read(name: str, content: bytes) -> None:
    """Read bytes as a record, and look at all that comes of it."""
    file = name.removeprefix("base/")
    document, findings = parse(file, content)
    assert document is not None or findings
    text = content.decode("utf-8", "replace")
    if document is not None:
        placed = kind_of(file)
        assert placed is not None
        record, faults = validate(document, *placed)
        assert faults or record is not None
        assert record is None or all(fault.rule == "wrong-type" for fault in faults)
        findings = findings + faults
        json.dumps(document.value, allow_nan=False)
        table = positions(document.value, document.spans, document.text)
        for route, position in table.items():
            assert document.knows(route)
            inside(position.value, document.text)
        # Each key and value that the parser meets is pointed at, in the same order.
        placed_scalars = [span for p in table.values() for span in (p.key, p.value if p.is_scalar else None) if span]
        assert placed_scalars == [scalar.span for scalar in scalars(document.text)]
    for finding in findings:
        assert finding.rule in rules_by_name()
        assert finding.location is not None
        assert finding.file == finding.location.file == file
        inside(finding.location[1:], text)
        assert finding.message


def inside(span: tuple[int, int, int, int], text: str) -> None:
    """The span lies in the text, and ends where it begins or later."""
    line, column, end_line, end_column = span
    assert 1 <= line <= len(BREAK.findall(text)) + 2
    assert column >= 1
    assert (line, column) <= (end_line, end_column)


@given(st.binary(max_size=300), NAMES)
def test_any_bytes(content, name):
    read(name, content)


@given(YAMLISH, NAMES)
@example("0:\r0", "vbe.yaml")
@example("a: [\n  *b", "vbe.yaml")
@example("%YAML 1.1\n---\na: no\n", "vbe.yaml")
@example("? a\n: b\n", "vbe.yaml")
@example("a: 'b\n\n\n", "vbe.yaml")
def test_any_text(text, name):
    read(name, encoded(text))


@given(NAMES, st.lists(deeds(), min_size=1, max_size=4))
def test_spoilt_documents_of_every_kind(name, changes):
    text = ALL[name]
    for change in changes:
        text = spoil(text, change)
    read(name, encoded(text))


@given(NAMES)
def test_our_own_documents_are_right(name):
    if name.startswith("base/"):
        assert parse(name, ALL[name].encode())[1] == []


@given(st.binary(max_size=200))
def test_decoding_keeps_the_text_or_says_why_not(content):
    text, faults = decode(content)
    if text is None:
        assert faults
    else:
        assert text.encode() == content


@given(YAMLISH)
@example("{[")
@example("? {a: b}\n: c\n")
def test_scalars_of_any_text(text):
    for scalar in scalars(text):
        inside(scalar.span, text)


@given(st.text())
def test_what_is_shown_is_harmless_whatever_it_was(text):
    for shown in (printable(text), one_line(text), inert(printable(text)), redact(text)):
        assert isinstance(shown, str)
    assert one_line(text).count("\n") == 0
    assert not any(0xD800 <= ord(c) < 0xE000 or (ord(c) < 32 and c not in "\n\t") for c in printable(text))
    assert not any(line.lstrip(" \t").startswith("::") for line in inert(text).split("\n"))


def test_an_expected_failure_is_a_vbe_error():
    assert issubclass(VbeError, Exception)
