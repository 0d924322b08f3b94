"""Words of the command line as texts and paths, without pydantic: typer would import it for this alone, which takes longer
than a whole run whose verdict is remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from typer._coercion import RuntimeParam  # typer has no public way to say how a value is made
from typer.core import TyperArgument, TyperOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click.core import Context, Parameter
    from typer.core import _TyperParameter

SIMPLE: dict[Any, Callable[[Any], Any]] = {
    str: str,
    bool: bool,
    Path: Path,
    list[str]: list,
    list[Path]: lambda words: [Path(word) for word in words],
}
"""Annotation → how the value is made of what was written."""


class Plain(RuntimeParam):
    """A value of one of the simple types."""

    def _coerce_value(self, value: Any, param: _TyperParameter, ctx: Context) -> Any:  # noqa: ARG002 - typer's signature
        return SIMPLE[self.annotation](value)


def skip_pydantic(param: Parameter) -> None:
    """Let a parameter of a simple type take the short way."""
    if isinstance(param, TyperArgument | TyperOption):
        described = param.type_descriptor
        if described.annotation in SIMPLE and getattr(described.parameter_info, "parser", None) is None:
            param._runtime_param = Plain(parameter_info=described.parameter_info, annotation=described.annotation)
