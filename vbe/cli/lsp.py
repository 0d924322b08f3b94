"""`vbe lsp`: a language server for editors, over stdin and stdout."""

from __future__ import annotations

import sys
from typing import BinaryIO, cast

from vbe.cli.options import Language
from vbe.language import _


def lsp(lang: Language = None) -> int:
    from vbe.errors import VbeError

    try:
        from vbe.lsp.protocol import LARGEST, Bounded, keep_quiet
        from vbe.lsp.server import create
    except ImportError:
        hint = _("Install vbe with its extra lsp: pip install 'vbe[lsp]'.")
        raise VbeError(_("The language server's library is not installed."), hint) from None
    keep_quiet()
    server, editor = create(), Bounded(sys.stdin.buffer)
    server.start_io(cast("BinaryIO", editor))
    if editor.is_too_large:
        raise VbeError(_("The editor sent a message of more than {size} MiB.").format(size=LARGEST // 1024**2))
    return server.exit_code
