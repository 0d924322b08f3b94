"""The report's fixed prose: blocks of one Jinja template, filled with values that are handed over by name.

A municipality overrides blocks in a template of its own that extends ours. That one may hold `extends`, `block`, `if` and
names, and nothing else: no loop, no call but `super()`, no filter, so that it can neither run for ever nor reach for anything.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError, meta, nodes

from vbe.errors import VbeError
from vbe.language import DEFAULT, _, did_you_mean
from vbe.language.prose import value_of
from vbe.language.swedish import folded
from vbe.report.render.jinja import FOLDER, environment
from vbe.store.resources import REPORT, Templates, own_texts_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Environment, Template

BLOCK = re.compile(r"\{% block (\w+) %\}(.*?)\{% endblock %\}", re.DOTALL)
VALUE = re.compile(r"\{\{ (\w+) \}\}")
CONDITION = "{%"
ALLOWED = (nodes.Template, nodes.Extends, nodes.Block, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If)
ALLOWED_TESTS = (nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or)


class TextFault(NamedTuple):
    """What is wrong in a municipality's own texts: file, line, what, and the way out."""

    file: str
    line: int
    message: str
    hint: str = ""


Said = tuple[int, str, str]
"""Line, message, hint."""


class Texts:
    """Block → prose. Raises `VbeError` with file and line where a municipality's own texts cannot be used."""

    def __init__(
        self, templates: Templates | None = None, document: str = REPORT, language: str = DEFAULT, *, strict: bool = True
    ) -> None:
        templates = templates or Templates()
        # A municipality's own texts always extend the one name: what stands behind it is in its language.
        self._name, self._own_name = texts_of(document), own_texts_of(document)
        shipped = texts_of(document, language)
        ours = templates.packaged[shipped].read_bytes()
        found = {name: templates[name] for name in (self._own_name, shipped) if name in templates.own_names}
        self._own = {name: content for name, content in found.items() if name == self._own_name or content != ours}
        self._environment = environment({}, escaped=False)
        self.sources: Mapping[str, str] = dict(BLOCK.findall(ours.decode("utf-8")))
        """Block → the prose that comes with vbe, as it stands in the template; every language has every block."""
        self._made: dict[str, Template] = {}
        self._layers: list[Template] = []
        if self._own:
            broken = self.faults()
            for fault in broken if strict else ():
                raise VbeError(f"{FOLDER}/{fault.file}:{fault.line}: {fault.message}", fault.hint)
            own = () if broken else self._own.values()
            self._layers = [self._environment.from_string(text.decode("utf-8")) for text in (*own, ours)]

    @cached_property
    def values(self) -> Mapping[str, frozenset[str]]:
        """Block → the names of the values that it is handed."""
        return {block: _names(self._environment, source) for block, source in self.sources.items()}

    def say(self, block: str, **values: str | int) -> str:
        """The prose of a block, on one line; the names are those that the docs page lists."""
        filled = {name: value_of(value) if isinstance(value, str) else value for name, value in values.items()}
        if not self._layers:
            return folded(self._shipped(block, filled))
        context = self._layers[0].new_context(filled)
        context.blocks = {}
        for layer in self._layers:
            for name, render in layer.blocks.items():
                context.blocks.setdefault(name, []).append(render)
        try:
            return folded("".join(context.blocks[block][0](context)))
        except TemplateError as error:
            raise VbeError(f"{FOLDER}/{', '.join(self._own)}: {str(error).rstrip('.')}.") from None

    def _shipped(self, block: str, values: Mapping[str, str | int]) -> str:
        """A block as it comes with vbe. One without a condition is filled without Jinja, which is most of them."""
        source = self.sources[block]
        if CONDITION not in source:
            return VALUE.sub(lambda found: str(values[found[1]]), source)
        if block not in self._made:
            self._made[block] = self._environment.from_string(source)
        return self._made[block].render(values)

    @property
    def overridden(self) -> tuple[str, ...]:
        """The blocks that a municipality has of its own."""
        return tuple(sorted({name for layer in self._layers[:-1] for name in layer.blocks}))

    def faults(self) -> list[TextFault]:
        """What a municipality's own texts hold that they may not, by file and line."""
        return [fault for file, content in self._own.items() for fault in sorted(self._faults(file, content))]

    def _faults(self, file: str, content: bytes) -> Iterator[TextFault]:
        try:
            tree = self._environment.parse(content.decode("utf-8", "replace"))
        except TemplateSyntaxError as error:
            yield TextFault(file, error.lineno, f"{str(error).rstrip('.')}.")
            return
        for line, message, hint in (*_foreign(tree), *self._unextended(tree, file), *self._unknown(tree)):
            yield TextFault(file, line, message, hint)

    def _unextended(self, tree: nodes.Template, file: str) -> Iterator[Said]:
        if file != self._own_name:
            return
        found = list(tree.find_all(nodes.Extends))
        name = found[0].template if found else None
        if not isinstance(name, nodes.Const) or name.value != self._name:
            line = found[0].lineno if found else 1
            yield line, _("The template does not extend {name}.").format(name=self._name), f'{{% extends "{self._name}" %}}'

    def _unknown(self, tree: nodes.Template) -> Iterator[Said]:
        for block in tree.find_all(nodes.Block):
            if block.name not in self.values:
                message = _("There is no text with the name {name}.").format(name=block.name)
                yield block.lineno, message, did_you_mean(block.name, self.values)
                continue
            known = self.values[block.name]
            for name in block.find_all(nodes.Name):
                if name.name not in known and name.name != "super":
                    message = _("The text {block} is given no value with the name {name}.").format(
                        block=block.name, name=name.name
                    )
                    hint = _("It is given: {names}.").format(names=", ".join(sorted(known))) if known else ""
                    yield name.lineno, message, hint


def _names(env: Environment, source: str) -> frozenset[str]:
    """The names in a block of the template that comes with vbe."""
    return frozenset(meta.find_undeclared_variables(env.parse(source)))


def _foreign(tree: nodes.Template) -> Iterator[Said]:
    """Whatever else than inheritance and plain conditions stands in the template."""
    for node in _all(tree):
        if not isinstance(node, (*ALLOWED, *ALLOWED_TESTS)) and not _is_super(node):
            message = _("Own texts may hold extends, block, if and values, and nothing else ({what}).")
            yield node.lineno, message.format(what=type(node).__name__.lower()), ""


def _is_super(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super" and not node.args


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _all(child)
