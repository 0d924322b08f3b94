"""Jinja, which a municipality may write templates in: sandboxed, escaped, and with no word for what is not there.

Templates see plain dictionaries, lists and strings only: Jinja calls methods of what it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, meta
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vbe.errors import VbeError
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = "templates"


class _Loader(BaseLoader):
    """Templates by name, from wherever they are."""

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        self.templates = templates

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of a template, and the name that an error shows."""
        try:
            content = self.templates[template]
        except (KeyError, VbeError):
            raise TemplateNotFound(template) from None
        return content.decode("utf-8", "replace"), f"{FOLDER}/{template}", None


def environment(templates: Mapping[str, bytes], *, escaped: bool = True, is_ours: bool = False) -> Environment:
    """An environment that can do nothing but show what it is given; `escaped` as HTML.

    `is_ours`: every template is as it comes with vbe. Then nobody needs to be kept from anything, which a quarter of the
    time goes to.
    """
    jinja = (Environment if is_ours else ImmutableSandboxedEnvironment)(
        loader=_Loader(templates),
        undefined=StrictUndefined,
        autoescape=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.globals.clear()
    return jinja


def fill(templates: Mapping[str, bytes], name: str, values: Mapping[str, object]) -> str:
    """A template filled with values; an error names the template and the line."""
    return filled(environment(templates), name, values)


def filled(jinja: Environment, name: str, values: Mapping[str, object]) -> str:
    """The same in an environment that has been made, for many pages of the same templates."""
    try:
        return jinja.get_template(name).render(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        file, line = _place(error, name)
        place = f"{file}:{line}" if line else file
        raise VbeError(_("The template {place} cannot be filled: {reason}.").format(place=place, reason=_reason(error))) from None


def needed(templates: Mapping[str, bytes], *names: str) -> tuple[str, ...]:
    """Every template that these are filled with: themselves and those they name, all the way down."""
    env = environment(templates)
    waiting, found = list(names), []
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.append(name)
        if name.endswith(".j2") and name in _known(templates, name):
            waiting.extend(other for other in _named(env, templates, name) if other)
    return tuple(sorted(found))


def _known(templates: Mapping[str, bytes], name: str) -> set[str]:
    try:
        templates[name]
    except (KeyError, VbeError):
        return set()
    return {name}


def _named(env: Environment, templates: Mapping[str, bytes], name: str) -> list[str | None]:
    try:
        return list(meta.find_referenced_templates(env.parse(templates[name].decode("utf-8", "replace"))))
    except TemplateSyntaxError:
        # It will be said where it is filled, with its line.
        return []


def _place(error: Exception, name: str) -> tuple[str, int]:
    """The template and the line where it went wrong: the last of the frames that are a template's."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or f"{FOLDER}/{error.name or name}", error.lineno
    file, line = f"{FOLDER}/{name}", 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(f"{FOLDER}/"):
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return file, line


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return _("there is no template {name}").format(name=error.name)
    if isinstance(error, SecurityError):
        return _("it does what templates may not do")
    return (str(error) or type(error).__name__).rstrip(".")
