"""Another id for what the cursor stands on, in every file, as edits that the editor makes and can undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from vbe.errors import VbeError
from vbe.language import _
from vbe.lsp.protocol import in_client_units
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import one_line

if TYPE_CHECKING:
    from vbe.app.rename import Renaming
    from vbe.lsp.rooms import Room
    from vbe.lsp.server import Server


def offer_renaming(server: Server) -> None:
    """Add the feature to a server."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(parameters: types.PrepareRenameParams) -> types.Range | None:
        return name_under(server, parameters)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(parameters: types.RenameParams) -> types.WorkspaceEdit | None:
        return edit_of(server, parameters)


def name_under(server: Server, parameters: types.PrepareRenameParams) -> types.Range | None:
    """The span of the id under the cursor; None where there is none."""
    found = server.under(parameters)
    if found is None or found.entry is None:
        return None
    document = server.workspace.get_text_document(parameters.text_document.uri)
    line = document.position_from_client_units(parameters.position).line
    return in_client_units(document, line, found.place.start, line, found.place.end)


def edit_of(server: Server, parameters: types.RenameParams) -> types.WorkspaceEdit | None:
    """All edits and moves of files; what cannot be is an error with the reason, and nothing is changed."""
    from vbe.app.rename import rename

    found = server.under(parameters)
    if found is None or found.entry is None:
        return None
    room, entry = found.room, found.entry
    try:
        renaming = rename(room.source, f"{entry.kind}:{entry.id}", parameters.new_name)
    except VbeError as error:
        raise JsonRpcInvalidParams(one_line(redact(f"{error.message} {error.hint}".strip()))) from None
    if renaming.moves and not _moves_files(server):
        hint = _("The editor moves no files: use `vbe rename` in a terminal.")
        raise JsonRpcInvalidParams(hint)
    return _workspace_edit(server, room, renaming)


def _moves_files(server: Server) -> bool:
    workspace = server.client_capabilities.workspace
    edit = workspace.workspace_edit if workspace is not None else None
    return edit is not None and types.ResourceOperationKind.Rename in (edit.resource_operations or ())


def _workspace_edit(server: Server, room: Room, renaming: Renaming) -> types.WorkspaceEdit:
    edits: dict[str, list[types.TextEdit]] = {}
    for place in renaming.places:
        edits.setdefault(room.uri(place.location.file), []).append(types.TextEdit(server.span(room, place.location), place.text))
    if not renaming.moves:
        return types.WorkspaceEdit(changes=edits)
    steps: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), list(texts)) for uri, texts in edits.items()
    ]
    steps += [types.RenameFile(room.uri(old), room.uri(new)) for old, new in renaming.moves.items()]
    return types.WorkspaceEdit(document_changes=steps)
