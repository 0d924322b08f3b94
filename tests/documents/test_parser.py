"""The parser is called once for each text, and leaves ruamel's own classes as it found them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import _ruamel_yaml
import pytest

from vbe.documents import events, parse_text
from vbe.rules.checker import examine
from vbe.store.repository import Disk

BASE = Path(__file__).parent.parent / "rules" / "base"


@pytest.mark.parametrize("text", ["a: 1\n", "a: [1\n", "a: *b\n", "a: 1\n---\nb: 1\n", "a: \0\n"])
def test_the_classes_of_the_parser_are_its_own_again(text):
    before = {name: each for name, each in vars(_ruamel_yaml).items() if name.endswith("Event")}
    parse_text("x.yaml", text)
    assert {name: vars(_ruamel_yaml)[name] for name in before} == before
    assert len(before) == 10


def test_whatever_a_receiver_raises_comes_through():
    class Stubborn:
        def document(self, *_told):
            raise KeyError("no")

        mapping = sequence = scalar = close = alias = document

    with pytest.raises(KeyError):
        events.feed("a: 1\n", Stubborn())


def test_each_record_is_parsed_once_in_a_run(monkeypatch):
    parsed: Counter[str] = Counter()
    hand_over = events.hand_over
    monkeypatch.setattr(events, "hand_over", lambda text, receiver: (parsed.update([text]), hand_over(text, receiver)))
    texts = {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in BASE.rglob("*.yaml")}
    assert examine(Disk(BASE)).texts.keys() >= texts.keys()
    assert parsed == Counter(texts.values())
