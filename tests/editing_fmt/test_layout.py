"""The one layout, by example: what moves, what stays, and what is left alone."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from vbe.store.editing.layout import lay_out, lay_out_all
from vbe.store.repository import Disk

ROOT = Path(__file__).parents[2]
AREA = "measures/04-utbildning.yaml"


def laid_out(text: str, file: str = AREA) -> str:
    layout = lay_out(file, textwrap.dedent(text).encode())
    assert not layout.refusal, layout.reason
    return layout.new


def test_solnas_files_are_in_the_layout():
    """`vbe fmt --check` is clean on the project's own data."""
    layouts = lay_out_all(Disk(ROOT), [])
    assert [layout.file for layout in layouts if layout.changed or layout.refusal] == []


def test_keys_stand_in_the_order_of_the_form():
    text = """\
        lead: samordningsgruppen
        notes: x
        # vad området är till för
        purpose: y  # kort
        aims: [framja]
        title: z
        """
    assert laid_out(text) == textwrap.dedent("""\
        title: z
        # vad området är till för
        purpose: y  # kort
        aims: [framja]
        lead: samordningsgruppen
        notes: x
        """)


def test_an_unknown_key_stays_behind_the_one_before_it():
    assert laid_out("lead: a\nokänd: b\ntitle: c\n") == "title: c\nlead: a\nokänd: b\n"


def test_evidence_is_ordered_by_its_kind():
    text = """\
        title: x
        commitments:
          - text: a
            evidence:
              - {note: n, kind: meeting, group: g, date: 2017-01-01}
              - note: n
                group: g
                case_number: KS/2017:12
                kind: meeting
                date: "2017-01-01"
            id: '4.1'
        """
    assert laid_out(text) == textwrap.dedent("""\
        title: x

        commitments:
          - id: "4.1"
            text: a
            evidence:
              - {note: n, kind: meeting, group: g, date: 2017-01-01}
              - date: 2017-01-01
                kind: meeting
                group: g
                note: n
                case_number: "KS/2017:12"
        """)


def test_parts_and_entries_stand_apart():
    text = """\
        title: x
        commitments:
        - id: "4.1"
          text: a
        # om nästa
        - id: "4.2"
          text: b
        notes: n
        """
    assert laid_out(text) == textwrap.dedent("""\
        title: x

        commitments:
          - id: "4.1"
            text: a

          # om nästa
          - id: "4.2"
            text: b

        notes: n
        """)


def test_long_prose_is_folded_and_short_prose_is_not():
    long = "Samverkansgruppen ser till att medarbetarna får kunskap, utbildning och kompetensutveckling. " * 2
    text = f"title: x\npurpose: {long.strip()}\nlead: >-\n  samverkans-\n  gruppen\n"
    assert laid_out(text) == (
        "title: x\n"
        "purpose: >-\n"
        "  Samverkansgruppen ser till att medarbetarna får kunskap, utbildning och kompetensutveckling.\n"
        "  Samverkansgruppen ser till att medarbetarna får kunskap, utbildning och kompetensutveckling.\n"
        "lead: samverkans- gruppen\n"
    )


def test_the_modeline_is_the_first_line():
    text = "# Om filen.\n# yaml-language-server: $schema=../schemas/area.schema.json\ntitle: x\n"
    assert laid_out(text) == "# yaml-language-server: $schema=../schemas/area.schema.json\n# Om filen.\ntitle: x\n"


def test_a_comment_on_the_first_key_follows_it_and_one_on_the_file_does_not():
    text = "# Om filen.\n\n# Om ledningen.\nlead: a\ntitle: b\n"
    assert laid_out(text) == "# Om filen.\ntitle: b\n\n# Om ledningen.\nlead: a\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# licens\n---\ntitle: 1\n", "# licens\ntitle: 1\n"),
        ("title: 1\n...\n# slut\n", "title: 1\n# slut\n"),
        ("aims: [\n  a, # ett\n  # två\n  b\n]\n", "aims:\n  - a  # ett\n  # två\n  - b\n"),
        ("title:\n  # c\n  värde\n", "# c\ntitle: värde\n"),
        ('title: # c\n  "4.5"\n', 'title: "4.5"  # c\n'),
        ("aims:\n- a # a\n- b # b\n- x\n", "aims:\n  - a  # a\n  - b  # b\n  - x\n"),
        ("x:\n-\n    # c\n    b: 1\n- # d\n  b: 1\n", "x:\n  # c\n  - b: 1\n  # d\n  - b: 1\n"),
        ("\n\ntitle: 1\n", "title: 1\n"),
        ("x:\n- |\n  a\n# c\n- b\n", "x:\n  - |\n    a\n  # c\n  - b\n"),
        ("x: |+\n  a\n\n\n# c\n", 'x: "a\\n\\n\\n"\n\n# c\n'),
        ("title: 1\r\nlead: x\r\n", "title: 1\nlead: x\n"),
        ("title : 1\n", "title: 1\n"),
        ("title:\t1\t# c\n", "title: 1  # c\n"),
        ("x:\n  a: 1\n  # sist i x\n# före y\ny: 1\n", "x:\n  a: 1\n  # sist i x\n# före y\ny: 1\n"),
        ("x:\n  # ännu inget\ny: 1\n", "x:\n  # ännu inget\ny: 1\n"),
        ("x: >-  # vbe: ignore[VBE801] skäl\n  kort\n", "x: kort  # vbe: ignore[VBE801] skäl\n"),
        ("x: 3.10\ny: 1\nz: true\nv: ~\nw:\n", "x: 3.10\ny: 1\nz: true\nv: null\nw:\n"),
        ("x: 'säg \"hej\"'\n", 'x: säg "hej"\n'),
        ("x: ['a:b', \"KS/2017:1\", c]\n", 'x: ["a:b", "KS/2017:1", c]\n'),
        ("{title: a, lead: b}\n", "title: a\nlead: b\n"),
        ("x: []  # tom\ny: {}\n", "x: []  # tom\ny: {}\n"),
    ],
)
def test_traps_of_round_trips(text, expected):
    """What round trips through YAML libraries lose or move (reliability page 2.3), and what becomes of it here."""
    assert laid_out(text) == expected
    assert laid_out(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        "title: [\n",
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: !t 1\n",
        "",
        "# bara\n",
        "- a\n",
        "a: no\n",
        "a: 1\n---\nb: 1\n",
        "a: \u200bx\n",
    ],
)
def test_what_cannot_be_read_is_left_alone(text):
    layout = lay_out(AREA, text.encode())
    assert layout.refusal
    assert not layout.changed
    assert layout.new == text


@pytest.mark.parametrize("text", ["%YAML 1.2\n---\na: 1\n", "a: 1\rb: 2\n", "? |\n  k\n: v\n"])
def test_what_is_not_understood_is_left_alone(text):
    layout = lay_out(AREA, text.encode())
    assert layout.refusal
    assert layout.new == text
