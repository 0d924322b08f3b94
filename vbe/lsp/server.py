"""The server itself: the protocol's requests, answered from what is known of the repository."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace.position_codec import ServerTextPosition, ServerTextRange

from vbe import __version__
from vbe.diagnostics import Severity
from vbe.language import _
from vbe.lsp.cursor import Place, form, place
from vbe.lsp.edits import typed
from vbe.lsp.fixes import fix, mending_of
from vbe.lsp.knowledge import candidates, definition, describe, entry_at, model_of, refresh, shown, title
from vbe.lsp.protocol import Protocol
from vbe.lsp.renaming import offer_renaming
from vbe.lsp.rooms import Room, Rooms
from vbe.model.records.area import COMMITMENT

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

    from vbe.diagnostics import Diagnostic, Location

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


PAUSE = 0.3
"""Seconds without a key before a text is checked."""
Positioned = types.CompletionParams | types.HoverParams | types.DefinitionParams | types.PrepareRenameParams | types.RenameParams


class Server(LanguageServer):
    """A language server with a room for each repository."""

    def __init__(self) -> None:
        super().__init__("vbe", __version__, protocol_cls=Protocol)
        self.rooms = Rooms()
        self.exit_code = 0
        self.is_shut_down = False

    def take(self, document: TextDocument, *, pause: float = 0.0) -> None:
        """A text as it is in the editor now; checked when nobody has typed for a while, in seconds."""
        found = self.rooms.of(document.uri)
        if found is not None:
            room, file = found
            room.put(file, document.source)
            room.uris[file] = document.uri
            self.refresh(room, pause=pause)

    def release(self, uri: str) -> None:
        """The editor has closed a text: the file on disk counts again."""
        found = self.rooms.of(uri)
        if found is not None:
            found[0].put(found[1], None)
            self.refresh(found[0])

    def refresh(self, room: Room, *, pause: float = 0.0) -> None:
        """Begin a check after a pause; another one that is asked for meanwhile is the same."""
        if room.waiting is not None:
            room.waiting.cancel()
        room.waiting = asyncio.get_running_loop().call_later(pause, self._begin, room)

    def _begin(self, room: Room) -> None:
        room.waiting = None
        if room.checking is None:
            room.checking = asyncio.get_running_loop().create_task(self._check(room))
        else:
            # What has been typed since it began is checked after it.
            room.checking.add_done_callback(lambda _done: self.refresh(room))

    async def _check(self, room: Room) -> None:
        """Read everything again beside the conversation, so that a question never waits for it; then show what is wrong."""
        try:
            knowledge = await asyncio.to_thread(refresh, room.desk, room.knowledge)
        finally:
            room.checking = None
        if room.waiting is None:
            for file, diagnostics in room.learn(knowledge).items():
                shown = [self._shown_as(room, diagnostic) for diagnostic in diagnostics]
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=room.uri(file), diagnostics=shown))
        else:
            room.knowledge = knowledge

    def span(self, room: Room, location: Location) -> types.Range:
        """A location in the editor's units."""
        document = self.workspace.get_text_document(room.uri(location.file))
        start = ServerTextPosition(location.line - 1, location.column - 1)
        end = ServerTextPosition(location.end_line - 1, location.end_column - 1)
        return document.range_to_client_units(ServerTextRange(start, end))

    def _shown_as(self, room: Room, diagnostic: Diagnostic) -> types.Diagnostic:
        hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
        return types.Diagnostic(
            range=self.span(room, diagnostic.location),
            message=f"{diagnostic.message}{hint}",
            severity=SEVERITIES[diagnostic.severity],
            code=diagnostic.code,
            source="vbe",
            data=mending_of(diagnostic),
        )

    def under(self, parameters: Positioned) -> tuple[Room, str, Place] | None:
        """The repository, the file and what the cursor stands on."""
        found = self.rooms.of(parameters.text_document.uri)
        if found is None:
            return None
        document = self.workspace.get_text_document(parameters.text_document.uri)
        position = document.position_from_client_units(parameters.position)
        return *found, place([line.rstrip("\r\n") for line in document.lines], position.line, position.character)


def create() -> Server:
    """A server with its features."""
    server = Server()

    _take_leave(server)
    _watch(server)
    offer_renaming(server)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(parameters: types.DidOpenTextDocumentParams) -> None:
        server.take(server.workspace.get_text_document(parameters.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(parameters: types.DidChangeTextDocumentParams) -> None:
        server.take(server.workspace.get_text_document(parameters.text_document.uri), pause=PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(parameters: types.DidCloseTextDocumentParams) -> None:
        server.release(parameters.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "-", ".", "/"]))
    def completion(parameters: types.CompletionParams) -> list[types.CompletionItem]:
        return complete(server, parameters)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(parameters: types.HoverParams) -> types.Hover | None:
        return explain(server, parameters)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def go(parameters: types.DefinitionParams) -> types.Location | None:
        found = server.under(parameters)
        if found is None or found[0].knowledge is None or found[0].knowledge.corpus is None:
            return None
        room, entry = found[0], entry_at(found[0].knowledge.corpus, found[2].word)
        if entry is None:
            return None
        location = definition(entry)
        if shown(location.file) != location.file:
            return None
        return types.Location(room.uri(location.file), server.span(room, location))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def mend(parameters: types.CodeActionParams) -> list[types.CodeAction]:
        return [action for diagnostic in parameters.context.diagnostics if (action := fix(server, parameters, diagnostic))]

    return server


def _watch(server: Server) -> None:
    """What changes on disk beside the open texts: another branch, another program, a file that is saved."""

    @server.feature(types.INITIALIZED)
    def begin(_parameters: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace is not None else None
        if watched is not None and watched.dynamic_registration:
            files = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yaml,yml}")])
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            server.client_register_capability(types.RegistrationParams([types.Registration("vbe-files", method, files)]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(parameters: types.DidChangeWatchedFilesParams) -> None:
        touched = [found[0] for event in parameters.changes if (found := server.rooms.of(event.uri)) is not None]
        for room in server.rooms.values():
            if any(room is other for other in touched):
                server.refresh(room)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(parameters: types.DidSaveTextDocumentParams) -> None:
        found = server.rooms.of(parameters.text_document.uri)
        if found is not None:
            server.refresh(found[0])


def _take_leave(server: Server) -> None:
    """An editor that says goodbye first has ended well; the protocol asks for a 1 otherwise."""

    @server.feature(types.SHUTDOWN)
    def shut_down(_parameters: None) -> None:
        server.is_shut_down = True

    @server.feature(types.EXIT)
    def leave(_parameters: None) -> None:
        server.exit_code = int(not server.is_shut_down)


def complete(server: Server, parameters: types.CompletionParams) -> list[types.CompletionItem]:
    """The ids, words or fields that may stand at the cursor."""
    found = server.under(parameters)
    model = model_of(found[1]) if found else None
    if found is None or model is None or found[0].knowledge is None:
        return []
    where = found[2]
    here = form(model, where.keys)
    corpus = found[0].knowledge.corpus
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
    start, end, quote = typed([line.rstrip("\r\n") for line in document.lines], position.line, position.character, place)
    first, last = ServerTextPosition(position.line, start), ServerTextPosition(position.line, end)
    span = document.range_to_client_units(ServerTextRange(first, last))
    for item in items:
        item.text_edit = types.TextEdit(span, item.label)
        item.filter_text = f"{quote}{item.filter_text or item.label}" if quote else item.filter_text
    return items


def explain(server: Server, parameters: types.HoverParams) -> types.Hover | None:
    """What the field or the id under the cursor means."""
    found = server.under(parameters)
    if found is None or found[0].knowledge is None:
        return None
    _room, file, where = found
    corpus = found[0].knowledge.corpus
    model = model_of(file)
    text = ""
    if where.on_key and model is not None:
        fields = [part.model_fields.get(where.word) for part in form(model, where.keys).models]
        text = next((_(info.description or "") for info in fields if info is not None), "")
    if not text and corpus is not None:
        entry = entry_at(corpus, where.word)
        text = describe(entry, corpus) if entry is not None else ""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None
