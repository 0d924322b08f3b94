"""Quick fixes: what a diagnostic says should stand there, as an edit that the editor offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from vbe.language import _
from vbe.lsp.edits import Edit, mending
from vbe.lsp.protocol import in_client_units, lines_of

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from vbe.diagnostics import Diagnostic


def mending_of(diagnostic: Diagnostic) -> dict[str, object] | None:
    """What the editor hands back when somebody asks for the mending."""
    if not diagnostic.replacement:
        return None
    return {"replacement": diagnostic.replacement, "is_certain": diagnostic.is_certain}


def fix(server: LanguageServer, parameters: types.CodeActionParams, diagnostic: types.Diagnostic) -> types.CodeAction | None:
    """The mending that a diagnostic carries with it."""
    data = diagnostic.data
    replacement = data.get("replacement") if isinstance(data, dict) else getattr(data, "replacement", None)
    if not isinstance(replacement, str):
        return None
    document = server.workspace.get_text_document(parameters.text_document.uri)
    start = document.position_from_client_units(diagnostic.range.start)
    end = document.position_from_client_units(diagnostic.range.end)
    lines = lines_of(document)
    span = (start.line, start.character, end.line, end.character)
    is_certain = data.get("is_certain") if isinstance(data, dict) else getattr(data, "is_certain", False)
    mended = Edit(*span, replacement) if is_certain else mending(lines, span, replacement)
    place = in_client_units(document, *mended[:4])
    edit = types.WorkspaceEdit(changes={parameters.text_document.uri: [types.TextEdit(place, mended.text)]})
    name = _("Change to {text}").format(text=replacement)
    return types.CodeAction(name, kind=types.CodeActionKind.QuickFix, diagnostics=[diagnostic], edit=edit, is_preferred=True)
