"""The C parser's events: iterative, so nothing recurses whatever the nesting.

Handing deep nesting to the C composer would kill the process; the walk over events does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import StreamEndEvent

from vbe.documents.faults import Fault, Refused
from vbe.documents.syntax import syntax_fault
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(text: str) -> Iterator[Any]:
    """The parser's events; what the parser cannot read is raised as `Refused`."""
    try:
        get = CParser(text.encode()).get_event
        while type(event := get()) is not StreamEndEvent:
            yield event
    except MarkedYAMLError as error:
        raise Refused(syntax_fault(error, text)) from None
    except (YAMLError, ValueError) as error:
        raise Refused(Fault("syntax-error", _("The file is not valid YAML."), type(error).__name__)) from None
