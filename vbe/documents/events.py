"""What the parser finds in a text; what it cannot read is raised as `Refused`, in words that help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from vbe.documents.faults import Fault, Refused
from vbe.documents.parser import hand_over
from vbe.documents.syntax import syntax_fault
from vbe.language import _

if TYPE_CHECKING:
    from vbe.documents.parser import Receiver


def feed(text: str, receiver: Receiver) -> None:
    """Hand the pieces of a text to a receiver."""
    try:
        hand_over(text, receiver)
    except MarkedYAMLError as error:
        raise Refused(syntax_fault(error, text)) from None
    except (YAMLError, ValueError) as error:
        raise Refused(Fault("syntax-error", _("The file is not valid YAML."), type(error).__name__)) from None
