"""Options in groups: a command takes a class whose annotated attributes are its options, and not each option by itself.

So a command of twenty options is as short as one of two, several commands share a group, and types are checked all the way.
"""

from __future__ import annotations

from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, TypeVar, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typer.models import OptionInfo


class Options:
    """A group; in a subclass each annotated attribute is an option or argument, and its value the default (none: required)."""

    def __init__(self, given: Mapping[str, object]) -> None:
        """`given`: name → value, as they were written on the command line."""
        vars(self).update(given)


G = TypeVar("G", bound=Options)


def parameters_of(group: type[Options]) -> list[Parameter]:
    """The options of a group, those of the groups that it builds on last."""
    hints = get_type_hints(group, include_extras=True)
    names = [name for each in group.__mro__ for name in vars(each).get("__annotations__", ())]
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=hints[name], default=getattr(group, name, Parameter.empty))
        for name in names
    ]


def option_of(group: type[Options], name: str) -> str:
    """An option of a group as it is written: `law_refs` → `--law-ref`."""
    option: OptionInfo = get_type_hints(group, include_extras=True)[name].__metadata__[0]
    # In an annotation typer takes the first of the words for the default.
    words = map(str, (option.default, *(option.param_decls or ())))
    return next(word for word in words if word.startswith("--"))


def taking(group: type[G], command: Callable[[G], int], name: str) -> Callable[..., int]:
    """A command as typer reads it: a function of this name with each option of the group for itself."""

    def run(**given: object) -> int:
        return command(group(given))

    run.__signature__ = Signature(parameters_of(group), return_annotation=int)  # type: ignore[attr-defined] # what typer reads
    run.__annotations__ = {}
    run.__name__ = name
    return run


def ungrouped(command: Callable[..., int]) -> Callable[..., int]:
    """A command whose only parameter is a group, as typer reads it; any other command is as it was."""
    first = next(iter(signature(command, eval_str=True).parameters.values()), None)
    group = first.annotation if first is not None else None
    if not (isinstance(group, type) and issubclass(group, Options)):
        return command
    return taking(group, command, command.__name__)
