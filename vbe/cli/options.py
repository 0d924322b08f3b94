"""What the commands share: the application, the options that mean the same everywhere, and how a repository is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.language import _

if TYPE_CHECKING:
    from vbe.repository import Source

Root = Annotated[Path | None, typer.Option("--root", help=_("The repository; else the nearest folder above with vbe.yaml."))]
Revision = Annotated[str | None, typer.Option("--at", metavar="REV", help=_("Read this commit instead of the files on disk."))]
Language = Annotated[str | None, typer.Option("--lang", metavar="sv|en", help=_("The language of the output."))]


def application() -> typer.Typer:
    """The application without its commands; those are registered by their modules."""
    app = typer.Typer(
        name="vbe",
        help=_("Keeps the promises of a strategy against violent extremism checkable."),
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def options(*, version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False) -> None:
        if version:
            from vbe import __version__

            typer.echo(f"vbe {__version__}")
            raise typer.Exit

    return app


def open_source(root: Path | None, revision: str | None = None) -> Source:
    """The files to read: on disk, or in a commit."""
    from vbe.repository import Disk, find_root

    return Disk(find_root(root=root))


def relative(paths: list[Path] | None, root: Path) -> list[str]:
    """Paths as the user gave them, from the root, with `/`."""
    from vbe.errors import VbeError

    wanted = []
    for path in paths or []:
        try:
            wanted.append(path.absolute().relative_to(root.absolute()).as_posix())
        except ValueError:
            raise VbeError(_("{path} is not in the repository {root}.").format(path=path, root=root)) from None
        if not path.exists():
            raise VbeError(_("There is no {path}.").format(path=path))
    return wanted
