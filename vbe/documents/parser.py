"""The door to the C parser: what stands in a text is handed over piece by piece, in the order of the text.

The parser is iterative, so nothing recurses whatever the nesting; handing deep nesting to its composer would kill the process.
"""

from __future__ import annotations

from _thread import RLock
from functools import cache
from typing import TYPE_CHECKING

import _ruamel_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.documents.faults import Mark

_AT_WORK = RLock()
_END = object()
_SAMPLE = "%YAML 1.2\n---\n- &a !t 'k'\n- [*a, {c: 1}]\n- |\n  å\n...\n"
"""Holds a piece of each kind."""
_MARKS = ("start_mark", "end_mark")
_OPENING = ("anchor", "tag", "implicit", *_MARKS, "flow_style")
_FIELDS = {
    "DocumentStartEvent": (*_MARKS, "explicit", "version", "tags"),
    "MappingStartEvent": _OPENING,
    "SequenceStartEvent": _OPENING,
    "ScalarEvent": ("anchor", "tag", "implicit", "value", *_MARKS, "style"),
    "MappingEndEvent": _MARKS,
    "SequenceEndEvent": _MARKS,
    "AliasEvent": ("anchor", *_MARKS),
}
"""What each of the methods is given of an event."""


class Receiver:
    """Takes the pieces of a text, and does nothing with those that a class of its own has no method for.

    The parameters are those that the parser gives to its own classes of events.
    """

    def document(self, start: Mark, end: Mark, explicit: bool, version: object, tags: object, /) -> None:  # noqa: FBT001
        """A document begins."""

    def mapping(self, anchor: str | None, tag: str | None, implicit: bool, start: Mark, end: Mark, flow: bool, /) -> None:  # noqa: FBT001
        """A mapping begins."""

    def sequence(self, anchor: str | None, tag: str | None, implicit: bool, start: Mark, end: Mark, flow: bool, /) -> None:  # noqa: FBT001
        """A sequence begins."""

    def scalar(
        self, anchor: str | None, tag: str | None, implicit: tuple[bool, bool], text: str, start: Mark, end: Mark, style: str, /
    ) -> None:
        """A key or a value; `style` is its quotation mark or the sign of its block, empty where it has neither."""

    def close(self, start: Mark, end: Mark, /) -> None:
        """The innermost mapping or sequence ends."""

    def alias(self, anchor: str, start: Mark, end: Mark, /) -> None:
        """A value that stands elsewhere is referred to."""


def hand_over(text: str, receiver: Receiver) -> None:
    """Read a text to its end. Raises ruamel's errors where it cannot be read, and whatever the receiver raises."""
    taken = _methods(receiver)
    if not _is_as_known():
        return _tell(text, taken)
    with _AT_WORK:
        return _put_in_place(text, taken)


def _methods(receiver: Receiver) -> dict[str, Callable[..., object]]:
    """The name of each of ruamel's classes of events → what takes up such a piece; the last of a text gives `_END`."""
    return {
        "StreamStartEvent": _pass_over,
        "DocumentStartEvent": receiver.document,
        "MappingStartEvent": receiver.mapping,
        "SequenceStartEvent": receiver.sequence,
        "ScalarEvent": receiver.scalar,
        "MappingEndEvent": receiver.close,
        "SequenceEndEvent": receiver.close,
        "AliasEvent": receiver.alias,
        "DocumentEndEvent": _pass_over,
        "StreamEndEvent": _end,
    }


def _put_in_place(text: str, taken: dict[str, Callable[..., object]]) -> None:
    """Read a text with the receiver's methods in place of the classes of events in the C module.

    Why: the module makes an object of a class written in Python for each piece, and half of the time of reading went to
    objects that lived for one line. It looks the classes up by name among its own globals each time, so what stands there is
    called. Bounds: that is how the versions of ruamel.yaml.clib up to 0.2.15 do it, and nothing promises it; `_is_as_known`
    asks before the first text, and where it is not so the ordinary way is gone. The classes are back when the text has been
    read, whatever was raised. One text is read at a time; a thread that calls ruamel's C parser itself, not through here, while
    a text is read would have its pieces handed to that text's receiver: nothing in this program does.
    """
    names = vars(_ruamel_yaml)
    kept = {name: names[name] for name in taken}
    try:
        names.update(taken)
        read = _ruamel_yaml.CParser(text.encode()).get_event
        while (piece := read()) is None:
            pass
    finally:
        names.update(kept)
    if piece is not _END:
        raise _UnknownParserError


def _tell(text: str, taken: dict[str, Callable[..., object]]) -> None:
    """The same by way of the objects that ruamel makes: what the methods are given are their fields."""
    read = _ruamel_yaml.CParser(text.encode()).get_event
    ended = None
    while ended is None:
        piece = read()
        name = type(piece).__name__
        fields = [getattr(piece, field) for field in _FIELDS.get(name, ())]
        ended = taken[name](*fields)


@cache
def _is_as_known() -> bool:
    """Whether the C module looks its classes up where they can be replaced: a small text is read both ways, and compared."""
    put, told = _Witness(), _Witness()
    try:
        with _AT_WORK:
            _put_in_place(_SAMPLE, _methods(put))
    except Exception:  # noqa: BLE001 - whatever another version does there, the ordinary way is left
        return False
    _tell(_SAMPLE, _methods(told))
    return put.pieces == told.pieces


class _UnknownParserError(Exception):
    """The C module makes events of its own."""


class _Witness(Receiver):
    """Notes the pieces of a text; of a place its offset."""

    def __init__(self) -> None:
        self.pieces: list[list[object]] = []
        note = self._note
        self.document = self.mapping = self.sequence = self.scalar = self.close = self.alias = note  # type: ignore[method-assign]

    def _note(self, *piece: object) -> None:
        self.pieces.append([getattr(part, "index", part) if not isinstance(part, str | tuple) else part for part in piece])


def _pass_over(*_pieces: object) -> None:
    """Nothing in a record depends on it."""


def _end(*_pieces: object) -> object:
    return _END
