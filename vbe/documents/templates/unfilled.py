"""A page in Jinja before it is filled: what it says itself may load and run nothing either, and it can be read at all.

What its expressions give is not known yet, and is checked in the filled page.
"""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateSyntaxError

from vbe.documents.templates import Fault
from vbe.documents.templates.page import faults as page_faults
from vbe.language import _

EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
STATEMENT = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
HARMLESS = "#"
"""Stands for an expression: a place in the page itself."""


def faults(content: bytes) -> list[Fault]:
    """What is wrong with a template of a page; at most one of each kind."""
    text = content.decode("utf-8", "replace")
    try:
        Environment(autoescape=True).parse(text)
    except TemplateSyntaxError as error:
        return [
            Fault(_("The template cannot be read: {reason}.").format(reason=(error.message or "").rstrip(".")), "", error.lineno)
        ]
    except RecursionError:
        return [Fault(_("The template cannot be read: {reason}.").format(reason="RecursionError"))]
    shown = EXPRESSION.sub(HARMLESS, STATEMENT.sub("", text))
    return page_faults(shown.encode())
