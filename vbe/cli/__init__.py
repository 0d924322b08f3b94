"""The command line: arguments in, text and exit code out.

A command is one function in a module of its own, imported only when it is called: what a user of a small repository feels
is start-up. Commands do not import one another; what several need is in `options`, `telling`, `asking` and `next_step`.
Begin with `show`.
"""

from __future__ import annotations

import gc
import os
import sys

from vbe.cli.argv import command_of, plain_validate, requested_language
from vbe.commands import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

GC_THRESHOLD = 1_000_000
"""New objects between two searches for garbage: a run makes little of it, and the records are searched through each time."""


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its code: 0 nothing wrong, 1 findings, 2 could not run, 3 could not decide."""
    words = sys.argv[1:] if arguments is None else arguments
    gc.set_threshold(GC_THRESHOLD)
    if "_VBE_COMPLETE" in os.environ:
        from vbe.cli.completion import answer

        sys.exit(answer())
    if words == ["--version"]:
        from vbe import __version__

        try:
            print(f"vbe {__version__}", flush=True)
            return
        except OSError:
            pass  # what stops the short way is told by the long one
    try:
        code = run(words)
    except KeyboardInterrupt:
        code = 130  # while the guard itself was being imported
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End at once: to take all records apart again, object by object, takes a tenth of the time that a run does."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
    except OSError:
        sys.exit(code)
    os._exit(code)


def run(words: list[str]) -> int:
    """The exit code of a command; everything that stops a run is one line on stderr."""
    from vbe.cli.guard import guarded

    return guarded(lambda: _dispatch(words))


def select_language(words: list[str]) -> None:
    """Choose the language before the parser is built, because its own help is translated too."""
    from vbe.errors import VbeError
    from vbe.language import DEFAULT, LANGUAGES, _, activate, enumerate_words, set_language

    requested = requested_language(words)
    if requested in LANGUAGES:
        set_language(requested)
    else:
        activate(DEFAULT)
    if requested and requested not in LANGUAGES:
        hint = _("The languages are {names}.").format(names=enumerate_words(LANGUAGES))
        raise VbeError(_("There is no language “{name}”.").format(name=requested), hint)


def _keep_plugins_out() -> None:
    """No plugin of pydantic, which is code of whatever else is installed, is to see what stands in the records."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # The module that looks for them loads the whole of `email` and `importlib.metadata` before it asks whether it is to look.
    # One that finds none stands in its place; where pydantic asks for it by another name, what is said above still holds.
    finder = type(sys)("pydantic.plugin._loader")
    vars(finder)["get_plugins"] = tuple
    sys.modules.setdefault(finder.__name__, finder)


def _dispatch(words: list[str]) -> int:
    _keep_plugins_out()
    select_language(words)
    if words[:1] == ["--show-completion"]:
        from vbe.cli.completion import show

        return show(words[1:])
    plain = plain_validate(words)
    return _parse(words) if plain is None else _validate(*plain)


def _validate(files: list[str], shown: dict[str, str | bool]) -> int:
    """`vbe validate` in its everyday form, which needs no parser."""
    from pathlib import Path

    from vbe.cli.checking import Asked, check

    return check(Asked([Path(file) for file in files], **shown))  # type: ignore[arg-type] # a test compares with the parser


def _parse(words: list[str]) -> int:
    """Run the command that the words ask for."""
    import typer

    from vbe.cli.options import application

    wanted = command_of(words)
    app = application()
    if wanted is None:
        app.outline(COMMANDS)
    else:
        app.add(wanted)
    command = typer.main.get_command(app)
    # Not `command.main`, which has exit codes and messages of its own for a closed pipe and an interrupt.
    with command.make_context("vbe", list(words)) as context:
        result = command.invoke(context)
    return result if isinstance(result, int) else 0
