"""Parsed by its parts, a text means what it means when it is parsed whole, whatever has been met before."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.editing.layouts import LAYOUTS
from tests.fuzz.mutations import LARGE, SMALL, deeds, spoil
from vbe.documents import builder
from vbe.documents.builder import build
from vbe.model.values import same
from vbe.store.history import parts
from vbe.store.history.parts import Fields, entries, split

LINES = (
    "a: 1", "a: x", "a:", "b: 2", "b: x # inte", "c: x: y", "a : 1", "A: 1", "1: a", '"a": 1', "'a': 1", "? a", ": b", "a:\t1", "\ta: 1",
    'a: "x', 'b: y"', '"b": "x', "'b': 'x", "c: y'", "a: 'x", "a: it''s'", "a: [x", "b: y]", "a: {x: 1", "b: y}", "]", "}", ",", "x",
    "a: |", "a: |+", "a: >-", "a: |2", "a: |-  # text", "  text", "   text", "    text: y", " # text", "# text", "", "  ", "      ",
    "  - x", "  - x: 1", "  - ", "  -", "    y: 2", "   - x", "    - x", "- x", "- x: 1", "-", "-x", "  - - x", "    - y", "  - |", "  - >",
    '  - "x', '  - y"', "  - 'x", "  - [x", "  - y]", "  - x:", "      - y", "  # mellan", "    # längre in", "  - &a x", "  - *a", "  - !t x",
    "  b: 1", "    b: 1", "a: &a 1", "b: *a", "a: !t x", "<<: x", "---", "--- x", "...", "%YAML 1.2", "a: no", "a: ~", "a: 0123",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)
ENDS = st.sampled_from(["\n", "\n", "\n", "", "\n\n", "\r\n", "\u2028", "\n\0"])


def agree(fields, text):
    """The two ways agree, also in what is an integer and what a truth value."""
    value, faults = build(text)
    assert same(fields.read(text), value)
    if value is not None and not faults:
        fields.know(text, value)


@given(st.lists(st.tuples(TEXTS, ENDS), min_size=1, max_size=6))
@example([('a: 1\n"b": "x\nb: y"', "\n"), ('a: 1\n"b": "x\nc: 5\nb: y"', "\n")])
@example([('a: "x\nb: y"', "\n"), ('a: "x\nb: z\nb: y"', "\n")])
@example([("# \0\na: 1", "\n")])
@example([("# a: 1\nA: 1", "\n"), ('# a: 1\n"a": x', "\n")])
@example([("a: |\n  text", ""), ("a: |\n  text\nb: 2", "\n")])
@example([("a:\n  - |+\n    text\n\n  - x", "\n"), ("a:\n  - x\n  - |+\n    text\n", "\n")])
def test_lines_in_any_order(texts):
    fields = Fields()
    for text, end in texts:
        agree(fields, text + end)


@given(st.lists(LAYOUTS, min_size=1, max_size=4))
def test_layouts_of_a_routine(texts):
    fields = Fields()
    for text in texts:
        agree(fields, text)


@given(st.sampled_from(sorted(LARGE | {f"base/{name}": text for name, text in SMALL.items()})), st.lists(deeds(), max_size=4))
def test_documents_and_their_accidents(name, accidents):
    text = SMALL[name.removeprefix("base/")] if name.startswith("base/") else LARGE[name]
    fields = Fields()
    agree(fields, text)
    for deed in accidents:
        text = spoil(text, deed).encode("utf-8", "replace").decode()
        agree(fields, text)


def test_only_what_differs_is_parsed(monkeypatch):
    text = "title: Ett\nsteps:\n  - who: a\n    does: x\n  - who: b\n    does: y\nnotes: z\n"
    fields = Fields()
    fields.know(text, build(text)[0])
    parsed = []
    monkeypatch.setattr(parts, "build", lambda part: parsed.append(part) or build(part))
    other = text.replace("does: y", "does: z").replace("Ett", "Två")
    assert fields.read(other) == build(other)[0]
    assert parsed == ["title: Två\n", "steps:\n  - who: b\n    does: z\n"]


def test_what_is_taken_apart():
    assert split("# överst\n\na: 1\n# mellan\nb:\n- x\n") == [("a", "# överst\n\na: 1\n# mellan"), ("b", "b:\n- x")]
    assert entries("b:\n- x\n- y") == ["b:\n- x", "b:\n- y"]
    assert entries("b:\n  - x\n\n    z\n  - y") == ["b:\n  - x\n\n    z", "b:\n  - y"]
    assert entries("b:\n  - x\n  # mellan\n  - y") == ["b:\n  - x\n  # mellan\n  - y"]
    assert entries("b: x") == ["b: x"]


def test_no_text_that_is_taken_apart_holds_too_many_values():
    # An empty value beside each bracket or comma is the most that a text can hold.
    assert parts.MAX_LENGTH * 2 < builder.MAX_NODES
    many = "a:" + "\n- {b,c}" * (parts.MAX_LENGTH // 8) + "\n"
    assert len(many) > parts.MAX_LENGTH - 16
    agree(Fields(), many)
