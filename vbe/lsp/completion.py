"""What may stand at the cursor: ids, words and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from vbe.language import _
from vbe.lsp.cursor import Place, form
from vbe.lsp.edits import typed
from vbe.lsp.protocol import in_client_units, lines_of
from vbe.lsp.snapshot import candidates, model_of, title
from vbe.model.records.area import COMMITMENT

if TYPE_CHECKING:
    from vbe.lsp.server import Server


def offer_completion(server: Server) -> None:
    """Add the feature to a server."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "-", ".", "/"]))
    def completion(parameters: types.CompletionParams) -> list[types.CompletionItem]:
        return complete(server, parameters)


def complete(server: Server, parameters: types.CompletionParams) -> list[types.CompletionItem]:
    """The ids, words or fields that may stand at the cursor."""
    found = server.under(parameters)
    model = model_of(found.file) if found else None
    if found is None or model is None or found.room.snapshot is None:
        return []
    where, corpus = found.place, found.corpus
    here = form(model, where.keys)
    items = []
    if here.refers is not None and corpus is not None:
        for entry in candidates(corpus, here.refers):
            identity = f'"{entry.id}"' if entry.kind == COMMITMENT.name else entry.id
            detail, kind = title(entry), types.CompletionItemKind.Reference
            items.append(types.CompletionItem(identity, detail=detail, filter_text=f"{entry.id} {detail}", kind=kind))
    items += [types.CompletionItem(word, kind=types.CompletionItemKind.EnumMember) for word in here.words]
    if where.on_key:
        for part in here.models:
            for name, info in part.model_fields.items():
                text = _(info.description or "")
                items.append(types.CompletionItem(f"{name}:", documentation=text, kind=types.CompletionItemKind.Field))
    return placed(server, parameters, where, items)


def placed(
    server: Server, parameters: types.CompletionParams, place: Place, items: list[types.CompletionItem]
) -> list[types.CompletionItem]:
    """The same items, each with the span it replaces: editors differ in what they take for the word that has been begun."""
    document = server.workspace.get_text_document(parameters.text_document.uri)
    position = document.position_from_client_units(parameters.position)
    start, end, quote = typed(lines_of(document), position.line, position.character, place)
    span = in_client_units(document, position.line, start, position.line, end)
    for item in items:
        item.text_edit = types.TextEdit(span, item.label)
        item.filter_text = f"{quote}{item.filter_text or item.label}" if quote else item.filter_text
    return items
