"""What the word under the cursor means, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from vbe.language import _
from vbe.lsp.cursor import form
from vbe.lsp.snapshot import definition, describe, model_of, shown

if TYPE_CHECKING:
    from vbe.lsp.server import Server


def offer_lookup(server: Server) -> None:
    """Add the features to a server."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(parameters: types.HoverParams) -> types.Hover | None:
        return explain(server, parameters)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def go(parameters: types.DefinitionParams) -> types.Location | None:
        found = server.under(parameters)
        if found is None or found.entry is None:
            return None
        location = definition(found.entry)
        if shown(location.file) != location.file:
            return None
        return types.Location(found.room.uri(location.file), server.span(found.room, location))


def explain(server: Server, parameters: types.HoverParams) -> types.Hover | None:
    """What the field or the id under the cursor means."""
    found = server.under(parameters)
    if found is None or found.room.snapshot is None:
        return None
    where, model = found.place, model_of(found.file)
    text = ""
    if where.on_key and model is not None:
        fields = [part.model_fields.get(where.word) for part in form(model, where.keys).models]
        text = next((_(info.description or "") for info in fields if info is not None), "")
    if not text and found.corpus is not None and found.entry is not None:
        text = describe(found.entry, found.corpus)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None
