"""`vbe lsp`: a language server for editors, over stdin and stdout."""

from __future__ import annotations

import typer

from vbe.cli.options import Language
from vbe.language import _


def lsp(lang: Language = None) -> int:
    from vbe.errors import VbeError

    try:
        from vbe.lsp.server import create
    except ImportError:
        hint = _("Install vbe with its extra lsp: pip install 'vbe[lsp]'.")
        raise VbeError(_("The language server's library is not installed."), hint) from None
    server = create()
    server.start_io()
    return server.exit_code


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("lsp")(lsp)
