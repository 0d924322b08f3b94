"""The command line: arguments in, text and exit code out.

A command is one function in a module of its own, imported only when it is called: what a user of a small repository feels
is start-up.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

COMMANDS = ("validate", "explain", "rules")
"""Every command, in the order of the help."""
LANGUAGE_OPTION = "--lang"


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its code: 0 nothing wrong, 1 findings, 2 could not run, 3 could not decide."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:
        from vbe import __version__

        print(f"vbe {__version__}")
        return
    sys.exit(run(words))


def run(words: list[str]) -> int:
    """The exit code of a command; everything that stops a run is one line on stderr."""
    from vbe.cli.guard import guarded
    from vbe.language import LANGUAGES, activate

    language = _requested_language(words)
    activate(language if language in LANGUAGES else "sv")
    return guarded(lambda: _dispatch(words))


def _requested_language(words: list[str]) -> str:
    """Read before the parser runs, because the parser's own help is translated too."""
    for index, word in enumerate(words):
        if word == LANGUAGE_OPTION and index + 1 < len(words):
            return words[index + 1]
        if word.startswith(f"{LANGUAGE_OPTION}="):
            return word.partition("=")[2]
    return os.environ.get("VBE_LANG", "sv")


def _dispatch(words: list[str]) -> int:
    import typer

    from vbe.cli.options import application

    wanted = next((word for word in words if word in COMMANDS), None)
    app = application()
    for name in COMMANDS if wanted is None or words[:1] != [wanted] else (wanted,):
        import_module(f"vbe.cli.{name}").register(app)
    result = typer.main.get_command(app).main(words, prog_name="vbe", standalone_mode=False)
    return result if isinstance(result, int) else 0
