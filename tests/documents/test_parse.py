"""Reading: every fault of form is found where it stands, and what is right comes through as it is."""

import pytest

from vbe.documents import parse

DEEP = 100_000


def faults(content: bytes) -> list[tuple[str, int, int]]:
    document, findings = parse("x.yaml", content)
    assert (document is None) == bool(findings)
    return [(f.rule, f.location.line, f.location.column) for f in findings]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xef\xbb\xbfa: 1\n", [("byte-order-mark", 1, 1)]),
        ("a: 1\n".encode("utf-16"), [("byte-order-mark", 1, 1)]),
        ("a\n".encode("utf-16-le"), [("hidden-character", 1, 2), ("hidden-character", 2, 1)]),
        (b"a: 1\nb: \xe5\n", [("not-utf8", 2, 4)]),
        (b"a: 1\nb: x\x00y\n", [("hidden-character", 2, 5)]),
        ("a: x\u202ey\n".encode(), [("hidden-character", 1, 5)]),
        ("a: x\u2028y\n".encode(), [("hidden-character", 1, 5)]),
        (b'a: "\\e[31m"\n', [("hidden-character", 1, 4)]),
        (b'a: "\\ud800"\n', [("syntax-error", 1, 7)]),
        ("ma\u030al: 1\n".encode(), [("decomposed-letter", 1, 2)]),
        (b"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", [("conflict-marker", 1, 1)]),
        (b"a:\n\t- b\n", [("syntax-error", 2, 1)]),
        (b"title: a: b\n", [("syntax-error", 1, 9)]),
        (b"a: 'x\n", [("syntax-error", 1, 4)]),
        (b"a: [1,\nb: 2\n", [("syntax-error", 3, 1)]),
        (b"", [("empty-file", 1, 1)]),
        (b"# only a comment\n", [("empty-file", 1, 1)]),
        (b"- a\n", [("wrong-root", 1, 1)]),
        (b"text\n", [("wrong-root", 1, 1)]),
        (b"a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
        (b"a: &x 1\n", [("alias", 1, 4)]),
        (b"a: *x\n", [("alias", 1, 4)]),
        (b"<<: {a: 1}\n", [("alias", 1, 1)]),
        (b"a: !!int 1\n", [("tag", 1, 4)]),
        (b"a: !!python/object/apply:os.system [x]\n", [("tag", 1, 4)]),
        (b"a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
        (b'a: 1\n"a": 3\n', [("duplicate-key", 2, 1)]),
        (b"code: 0184\n", [("ambiguous-scalar", 1, 7)]),
        (b"dnr: 2016:365\n", [("ambiguous-scalar", 1, 6)]),
        (b"a: yes\nb: Off\nc: 1e3\n", [("ambiguous-scalar", 1, 4), ("ambiguous-scalar", 2, 4), ("ambiguous-scalar", 3, 4)]),
        (b"a: 12:30\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: 1_000\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: +46701234567\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: 0x1F\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: 2017-02-03 12:00\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: " + b"9" * 100_000 + b"\n", [("ambiguous-scalar", 1, 4)]),
        (b"a: .inf\n", [("ambiguous-scalar", 1, 4)]),
        (b"true: 1\n", [("ambiguous-scalar", 1, 1)]),
        (b"[a]: 1\n", [("syntax-error", 1, 1)]),
    ],
)
def test_a_fault_is_found_where_it_stands(content, expected):
    assert faults(content) == expected


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? "])
def test_nesting_is_refused_without_recursion(opening):
    [(rule, line, _column)] = faults(b"a:\n " + opening * DEEP)
    assert rule in {"too-deep", "syntax-error"}
    assert line == 2


def test_more_values_than_any_record_needs_are_refused():
    [(rule, _line, _column)] = faults(b"a: [" + b"1," * 60_000 + b"]")
    assert rule == "too-large"


def test_values_come_through_as_they_are():
    text = (
        "t: åäö\nn: 12\nd: -1.5\nb: true\ne:\nz: ~\nq: '0184'\ndate: 2017-12-31\nl:\n  - a\n  - {2017: x}\ncolon: KS/2016:365\n"
    )
    document, findings = parse("x.yaml", text.encode())
    assert not findings
    assert document is not None
    assert document.value == {
        "t": "åäö",
        "n": 12,
        "d": -1.5,
        "b": True,
        "e": None,
        "z": None,
        "q": "0184",
        "date": "2017-12-31",
        "l": ("a", {2017: "x"}),
        "colon": "KS/2016:365",
    }


def test_several_faults_do_not_hide_each_other():
    assert [rule for rule, *_ in faults(b"a: no\nb: 0184\nb: 1\n")] == ["ambiguous-scalar", "ambiguous-scalar", "duplicate-key"]


@pytest.mark.parametrize(
    ("route", "on_key", "expected"),
    [
        (("a",), False, (1, 4, 1, 7)),
        (("a",), True, (1, 1, 1, 2)),
        (("l", 1, "k"), False, (4, 9, 4, 10)),
        (("l", 1, "union-tag", "k"), False, (4, 9, 4, 10)),
        (("l", 1, "missing"), False, (4, 5, 4, 6)),
        (("m",), False, (5, 1, 5, 2)),
        (("m", "missing"), True, (5, 1, 5, 2)),
        (("nothing",), False, (1, 1, 1, 1)),
        (("y", 2017), True, (8, 3, 8, 7)),
    ],
)
def test_a_route_leads_to_its_place(route, on_key, expected):
    text = "a: ett\nl:\n  - 1\n  - {k: v}\nm:\n  n: 1\ny:\n  2017: 3\n"
    document, _findings = parse("x.yaml", text.encode())
    assert document is not None
    assert tuple(document.locate(route, on_key=on_key))[1:] == expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a:\n  b: c\n\td: e\n", (3, 1), "tabb"),
        ("title: x\n  owner_role: y\n", (2, 3), "indraget"),
        ('a: "a "b" c"\n', (1, 8), "citattecken"),
        ('a:\n  - "a "b" c"\n', (2, 9), "citattecken"),
        ("title: a: b\n", (1, 9), "citattecken"),
    ],
)
def test_a_slip_is_told_as_what_it_is(text, place, words):
    _document, [finding] = parse("x.yaml", text.encode())
    assert (finding.location.line, finding.location.column) == place
    assert words in f"{finding.message} {finding.hint}"
