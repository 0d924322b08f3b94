"""The parser is called once for each text, and leaves ruamel's own classes as it found them."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import _ruamel_yaml
import pytest
from ruamel.yaml.error import YAMLError

from vbe.documents import events, parse_text, parser
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


@pytest.mark.parametrize("raised", [KeyError, KeyboardInterrupt])
def test_what_is_raised_in_the_middle_leaves_the_classes_their_own(raised):
    class Stubborn(parser.Receiver):
        def scalar(self, *_told):
            raise raised

    before = _classes()
    with pytest.raises(raised):
        parser.hand_over("a: 1\n", Stubborn())
    assert _classes() == before
    parser.hand_over("a: 1\n", parser.Receiver())


def test_each_thread_gets_its_own_text():
    before = _classes()
    texts = [f"{letter}: [{', '.join(f'{letter}{number}' for number in range(300))}]\n" for letter in "abcd"]
    got: dict[str, list[str]] = {}

    class Slow(parser.Receiver):
        def __init__(self, text):
            self.found = got.setdefault(text, [])

        def scalar(self, _anchor, _tag, _implicit, text, *_rest):
            self.found.append(text)
            turn.wait(0.00001)  # lets another thread go on

    turn = threading.Event()
    threads = [threading.Thread(target=parser.hand_over, args=(text, Slow(text))) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {text: [text[0], *(f"{text[0]}{number}" for number in range(300))] for text in texts}
    assert _classes() == before


def test_a_text_can_be_read_while_another_is():
    inner: list[str] = []

    class Inner(parser.Receiver):
        def scalar(self, _anchor, _tag, _implicit, text, *_rest):
            inner.append(text)

    class Outer(parser.Receiver):
        def scalar(self, _anchor, _tag, _implicit, text, *_rest):
            inner.append(text)
            parser.hand_over(f"[{text}{text}]", Inner())

    parser.hand_over("[a, b]", Outer())
    assert inner == ["a", "aa", "b", "bb"]


class _OtherModule:
    """A C module that keeps its classes where nobody reaches them, or has other names, or gives them other fields."""

    def __init__(self, way):
        self.CParser = {"own": _own_parser, "other fields": _ParserWithMoreFields}.get(way, _ruamel_yaml.CParser)
        names = {name: each for name, each in _classes().items() if way != "no names"}
        vars(self).update(names)
        self.names = names


def _own_parser(text):
    return _ruamel_yaml.CParser(text)


class _ParserWithMoreFields:
    def __init__(self, text):
        self.read = _ruamel_yaml.CParser(text).get_event
        self.is_replaced = vars(parser._ruamel_yaml)["ScalarEvent"] is not _ruamel_yaml.ScalarEvent

    def get_event(self):
        piece = self.read()
        if self.is_replaced and type(piece).__name__ == "ScalarEvent":
            vars(parser._ruamel_yaml)["ScalarEvent"](piece, "another field")
        return piece


@pytest.mark.parametrize("way", ["own", "no names", "other fields"])
def test_another_version_of_the_module_is_read_in_the_ordinary_way(monkeypatch, way):
    texts = [path.read_text(encoding="utf-8") for path in sorted(BASE.rglob("*.yaml"))]
    texts += [parser._SAMPLE, "a: [1\n", "a: *b\n", "", "a: \0\n", "a: 1\n---\nb: 1\n", "&a [&b {x: !!str 1}, *b]\n"]
    assert parser._is_as_known()
    known = [_pieces(text) for text in texts]
    monkeypatch.setattr(parser, "_ruamel_yaml", _OtherModule(way))
    parser._is_as_known.cache_clear()
    try:
        assert not parser._is_as_known()
        assert [_pieces(text) for text in texts] == known
        assert vars(parser._ruamel_yaml).items() >= parser._ruamel_yaml.names.items()
    finally:
        parser._is_as_known.cache_clear()


def _pieces(text: str) -> object:
    """What a text is handed over as, and how it is refused."""
    witness = parser._Witness()
    try:
        parser.hand_over(text, witness)
    except (YAMLError, ValueError) as error:
        return witness.pieces, type(error), str(error)
    return witness.pieces, None, ""


def _classes() -> dict[str, object]:
    return {name: each for name, each in vars(_ruamel_yaml).items() if name.endswith("Event")}


def test_each_record_is_parsed_once_in_a_run(monkeypatch):
    parsed: Counter[str] = Counter()
    hand_over = events.hand_over
    monkeypatch.setattr(events, "hand_over", lambda text, receiver: (parsed.update([text]), hand_over(text, receiver)))
    texts = {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in BASE.rglob("*.yaml")}
    assert examine(Disk(BASE)).texts.keys() >= texts.keys()
    assert parsed == Counter(texts.values())
