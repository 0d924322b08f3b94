"""Completion for bash, zsh and fish: commands, options, formats, and the ids of the repository in the current folder.

A shell asks at every press of a key. So only the command at hand is imported, no record is validated, nothing is said on
stderr, and whatever goes wrong gives no suggestions. What is suggested comes from file names and files that may be a
stranger's, and zsh evaluates what it gets: only ids of harmless letters are passed on.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

from vbe.cli import select_language
from vbe.commands import COMMANDS
from vbe.model.places import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.store.repository import Disk

VARIABLE = "_VBE_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
CHOICES = re.compile(r"[a-z0-9-]+(?:\|[a-z0-9-]+)+\Z")
ENTRY_ID = re.compile(r"^\s*-\s+\{?\s*id:\s*[\"']?([A-Za-z0-9.-]+)", re.MULTILINE)
DEPARTMENTS = re.compile(r"^departments:\s*\n((?:[ \t#].*\n|\n)*)", re.MULTILINE)
HARMLESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9./-]*\Z")
FILES_READ = 400
BYTES_READ = 256 * 1024


def script(shell: str) -> str:
    """What a shell must read to complete the words of vbe."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="vbe", complete_var=VARIABLE, shell=shell)


def answer() -> int:
    """Write the suggestions for what has been typed; the shell's question stands in the environment."""
    try:
        words = _typed()
        select_language([])
        from typer._completion_classes import completion_init
        from typer.completion import shell_complete

        completion_init()
        return shell_complete(_command(words), {}, "vbe", VARIABLE, os.environ[VARIABLE])
    except Exception:  # noqa: BLE001 - a shell must never be disturbed
        return 1


def _typed() -> list[str]:
    return (os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or "").split()[1:]


def _command(words: list[str]) -> Any:
    """The application with the command that was typed; with all of them while none has been."""
    import typer

    from vbe.cli.options import application

    wanted = words[0] if words and words[0] in COMMANDS else None
    app = application()
    for name in COMMANDS if wanted is None else (wanted,):
        app.add(name)
    command: Any = typer.main.get_command(app)
    for each in command.commands.values():
        for param in each.params:
            _suggest(param)
    return command


def _suggest(param: Any) -> None:
    """What a value may be, as the help shows it: `text|json`, or ID."""
    metavar = param.metavar or ""
    if CHOICES.match(metavar):
        _set(param, lambda: metavar.split("|"))
    elif "--department" in param.opts:
        _set(param, _departments)
    elif metavar == "ID" or param.name == "identity":
        _set(param, ids)
    elif metavar == "CODE" or param.name == "code":
        _set(param, _rules)


def _set(param: Any, known: Callable[[], Any]) -> None:
    def complete(_context: Any, _param: Any, incomplete: str) -> list[str]:
        return sorted({word for word in known() if word.startswith(incomplete) and HARMLESS.match(word)})

    param._custom_shell_complete = complete


def _rules() -> list[str]:
    from vbe.rules import all_rules, rules_by_name

    return [*all_rules(), *rules_by_name()]


def _departments() -> Iterator[str]:
    disk = _disk()
    if disk is not None:
        match = DEPARTMENTS.search(_text(disk, "strategy/organisation.yaml"))
        yield from ENTRY_ID.findall(match[1] if match else "")


def _disk() -> Disk | None:
    """The repository that the current folder lies in."""
    from vbe.errors import VbeError
    from vbe.store.repository import Disk, find_root

    try:
        return Disk(find_root())
    except VbeError:
        return None


def ids() -> Iterator[str]:
    """Every id of the repository that the current folder lies in, found without reading YAML as YAML."""
    disk = _disk()
    if disk is None:
        return
    listed: list[str] = []
    for file in disk.listing().files:
        placed = place_of(file)
        if placed is not None:
            place, identity = placed
            yield identity
            listed += [file] if place.holds_entries else []
    for file in listed[:FILES_READ]:
        yield from ENTRY_ID.findall(_text(disk, file))


def _text(disk: Disk, file: str) -> str:
    """What a file holds, through the door that follows no link and opens no device; nothing where it is too large."""
    content = disk.read(file, BYTES_READ)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def show(words: list[str]) -> int:
    """Write the script for a shell: the one that is named, else the one that is used."""
    from vbe.errors import VbeError
    from vbe.language import _, enumerate_words

    named = words[0] if words else os.path.basename(os.environ.get("SHELL", ""))  # noqa: PTH119 - a name, not a file
    if named not in SHELLS:
        message = _("Name the shell: {names}.").format(names=enumerate_words(SHELLS))
        raise VbeError(message, _("For example `vbe --show-completion bash`."))
    sys.stdout.write(script(named) + "\n")
    return 0
