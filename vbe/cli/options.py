"""What the commands share: the application, and the options that mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vbe.cli.grouped import Options
from vbe.cli.usage import Application, SpokenGroup
from vbe.language import _

Root = Annotated[Path | None, typer.Option("--root", help=_("The repository; else the nearest folder above with vbe.yaml."))]
Revision = Annotated[str | None, typer.Option("--at", metavar="REV", help=_("Read this commit instead of the files on disk."))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write to this file, or into this folder under a name of its own.")),
]
All = Annotated[bool, typer.Option("--all", help=_("Everything, however long it is."))]
Cache = Annotated[bool, typer.Option("--cache/--no-cache", hidden=True)]
"""Taken and passed over: nothing is remembered between two runs, but scripts may still say so."""
Language = Annotated[str | None, typer.Option("--lang", metavar="sv|en", help=_("The language of the output."))]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar=_("YYYY-MM-DD"), help=_("As of this day instead of today."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Write nothing; show what would be written."))]
Force = Annotated[
    bool, typer.Option("--force", help=_("Write over a file that somebody has changed, or that vbe has not written."))
]


def format_of(view: str) -> object:
    """The option for the format of a view, with its formats as the help shows them."""
    from vbe.output.registry import choices

    return typer.Option("--format", metavar=choices(view), help=_("How the result is written."))


class InRepository(Options):
    """What every command of a repository takes."""

    root: Root = None
    lang: Language = None


class Reading(Options):
    """What every command takes that can read a commit as well."""

    root: Root = None
    at: Revision = None
    lang: Language = None


def application() -> Application:
    """The application without its commands; those are registered by their modules."""
    app = Application(
        name="vbe",
        cls=SpokenGroup,
        help=_("Keeps the promises of a strategy against violent extremism checkable."),
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def options(
        *,
        version: Annotated[
            bool, typer.Option("--version", is_eager=True, callback=_show_version, help=_("Show the version."))
        ] = False,
        show_completion: Annotated[
            str | None,
            typer.Option("--show-completion", metavar="bash|zsh|fish", help=_("Write the script that completes words.")),
        ] = None,
        lang: Language = None,
    ) -> None: ...

    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        from vbe import __version__

        print(f"vbe {__version__}")
        raise typer.Exit
