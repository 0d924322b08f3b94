"""The door to the C parser: what stands in a text is handed over piece by piece, in the order of the text.

The parser is iterative, so nothing recurses whatever the nesting; handing deep nesting to its composer would kill the process.
"""

from __future__ import annotations

from _thread import allocate_lock
from typing import TYPE_CHECKING

import _ruamel_yaml

if TYPE_CHECKING:
    from vbe.documents.faults import Mark

_AT_WORK = allocate_lock()
_END = object()


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
    """Read a text to its end.

    The parser makes an object of a class written in Python for each piece. While this text is read, it calls the receiver
    in place of those classes: half of the time of reading was spent on objects that lived for one line. Raises ruamel's
    errors where the text cannot be read, and whatever the receiver raises.
    """
    taken = {
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
    names = vars(_ruamel_yaml)
    with _AT_WORK:
        kept = {name: names[name] for name in taken}
        names.update(taken)
        try:
            read = _ruamel_yaml.CParser(text.encode()).get_event
            while (piece := read()) is None:
                pass
        finally:
            names.update(kept)
    assert piece is _END, "the parser makes events of its own"


def _pass_over(*_pieces: object) -> None:
    """Nothing in a record depends on it."""


def _end(*_pieces: object) -> object:
    return _END
