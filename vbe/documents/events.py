"""What the parser finds in a text; what it cannot read is raised as `Refused`, in words that help."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from vbe.documents.faults import Fault, Refused
from vbe.documents.parser import events, hand_over
from vbe.documents.syntax import syntax_fault
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.documents.parser import Receiver


def feed(text: str, receiver: Receiver) -> None:
    """Hand the pieces of a text to a receiver."""
    with _refusing(text):
        hand_over(text, receiver)


def walk(text: str) -> Iterator[Any]:
    """The parser's events."""
    with _refusing(text):
        yield from events(text)


@contextmanager
def _refusing(text: str) -> Iterator[None]:
    try:
        yield
    except MarkedYAMLError as error:
        raise Refused(syntax_fault(error, text)) from None
    except (YAMLError, ValueError) as error:
        raise Refused(Fault("syntax-error", _("The file is not valid YAML."), type(error).__name__)) from None
