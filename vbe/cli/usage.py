"""Help and usage errors in the user's language: typer brings its own copy of click, which speaks English only.

The texts that typer does translate go through our catalogue, which is made the process's own.
"""

from __future__ import annotations

import gettext
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer._click import exceptions as faults  # typer's own click: its error classes have no public name
from typer.core import TyperArgument, TyperCommand, TyperGroup

from vbe.cli.coercion import skip_pydantic
from vbe.cli.grouped import ungrouped
from vbe.commands import COMMANDS
from vbe.language import CATALOGUES, N_, _, did_you_mean, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter

# Before typer translates anything: it asks for the process's own catalogue.
gettext.bindtextdomain("vbe", str(CATALOGUES))
gettext.textdomain("vbe")

TRANSLATED_BY_TYPER = (
    N_("(dynamic)"),
    N_("Arguments"),
    N_("Missing command."),
    N_("Options"),
    N_("default: {default}"),
    N_("env var: {var}"),
    N_("required"),
)
"""What typer asks the catalogue for and we do not say ourselves; a test compares it with typer's code."""
PLACEHOLDERS = {"path": N_("PATH"), "text": N_("TEXT"), "number": N_("NUMBER"), "date": N_("DATE")}
TYPES = {"Path": "path", "file": "path", "int": "number", "float": "number", "datetime": "date", "date": "date"}


class _Spoken:
    """What commands and groups share: usage line, metavariables, the help option."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined] # a mixin
        formatter.write_usage(ctx.command_path, " ".join(pieces), _("Usage: "))

    def get_params(self, ctx: Context) -> list[Parameter]:
        params: list[Parameter] = super().get_params(ctx)  # type: ignore[misc] # a mixin
        for param in params:
            if hasattr(param, "help"):
                # Once more: what stands at the top of a module was translated when it was first imported.
                param.help = _("Show this help.") if param.name == "help" else _(param.help or "")
            _name(param)
            skip_pydantic(param)
        return params


def _name(param: Parameter) -> None:
    """What stands for the value in help and usage, where the command has not said."""
    if param.metavar is not None:
        param.metavar = _(param.metavar)
        return
    if isinstance(param, TyperArgument):
        param.metavar = param.name.upper().rstrip("S") if param.nargs != 1 else param.name.upper()
    elif not getattr(param, "is_flag", False):
        annotation: Any = getattr(param, "type_descriptor").annotation  # noqa: B009 - set by typer, not by its click
        param.metavar = _(PLACEHOLDERS[TYPES.get(getattr(annotation, "__name__", ""), "text")])


class SpokenCommand(_Spoken, TyperCommand):
    """A command."""

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Arguments without the names of Python's types, which say nothing to most."""
        for title, sort in ((_("Arguments"), "argument"), (_("Options"), "option")):
            params = [param for param in self.get_params(ctx) if param.param_type_name == sort]
            records = [(param, param.get_help_record(ctx)) for param in params]
            rows = [(_label(param, record[0]), record[1]) for param, record in records if record is not None]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _label(param: Parameter, label: str) -> str:
    if not isinstance(param, TyperArgument):
        return label
    return f"{param.metavar}{'...' if param.nargs != 1 else ''}"


class SpokenGroup(_Spoken, TyperGroup):
    """The application itself."""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command that a word names; or what it probably meant."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            hint = did_you_mean(args[0], self.commands) or _("`vbe --help` lists the commands.")
            raise faults.UsageError(" ".join((_("There is no command “{name}”.").format(name=args[0]), hint)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 - typer's signature
        """Every command with its whole help: typer would cut it at the end of the line."""
        rows = [(name, command.help or "") for name, command in self.commands.items() if not command.hidden]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


class Application(typer.Typer):
    """A typer application whose commands speak the user's language."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Register a command; what it does stands in the table of commands."""
        known = {"help": _(COMMANDS[name])} if name in COMMANDS else {}
        added = super().command(name, **{"cls": SpokenCommand, "options_metavar": _("[OPTIONS]"), **known, **settings})
        return lambda command: added(ungrouped(command))

    def add(self, name: str) -> None:
        """Import the module of a command, and add the function in it that is called as the command is.

        Behind a word of Python's it has a `_`; a command of several commands has a `register` that adds them.
        """
        module = import_module(f"vbe.cli.{name}")
        if hasattr(module, "register"):
            module.register(self)
        else:
            self.command(name)(getattr(module, name, None) or getattr(module, f"{name}_"))

    def outline(self, names: Iterable[str]) -> None:
        """Only the names of commands: the help that lists them looks into none of them."""
        for name in names:
            self.command(name)(lambda: None)


def explain_usage(error: Exception) -> tuple[str, str] | None:
    """What is wrong with the words of the command line, and how to mend it; None for any other failure."""
    if isinstance(error, faults.NoArgsIsHelpError):
        return error.format_message(), ""
    if not isinstance(error, typer.TyperException):
        return None
    context = getattr(error, "ctx", None)
    more = _("`{command} --help` shows how it is used.").format(command=context.command_path) if context else ""
    if isinstance(error, faults.NoSuchOption):
        message = _("There is no option “{name}”.").format(name=error.option_name)
        near = did_you_mean(error.option_name, error.possibilities or ())
        return message, near or more
    if isinstance(error, faults.MissingParameter):
        return _("{name} is missing.").format(name=_shown(error.param)), more
    if isinstance(error, faults.BadOptionUsage):
        return _option_usage(error), more
    if isinstance(error, faults.BadParameter):
        return _bad_value(error.param), more
    if isinstance(error, faults.UsageError) and error.message.startswith("Got unexpected extra argument"):
        return _("There are too many words: {words}.").format(words=error.message.rpartition("(")[2].rstrip(")")), more
    return error.format_message(), more


def _option_usage(error: faults.BadOptionUsage) -> str:
    if "does not take" in error.message:
        return _("{name} takes no value.").format(name=error.option_name)
    return _("{name} needs a value.").format(name=error.option_name)


def _bad_value(param: Parameter | None) -> str:
    """What the value should have been, where it is a number."""
    described: Any = getattr(param, "type_descriptor", None)
    info = getattr(described, "parameter_info", None)
    least, most = getattr(info, "min", None), getattr(info, "max", None)
    words = _("The value of {name} cannot be used.")
    if least is not None and most is not None:
        words = _("The value of {name} cannot be used: it is a whole number from {least} to {most}.")
    return words.format(name=_shown(param), least=least, most=most)


def _shown(param: Parameter | None) -> str:
    if param is None:
        return _("A value")
    return enumerate_words(param.opts) if param.param_type_name == "option" else str(param.metavar or param.name)
