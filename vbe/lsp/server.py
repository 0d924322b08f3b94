"""The server itself: the protocol's requests, answered from what is known of the repository."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from vbe import __version__
from vbe.diagnostics import Severity
from vbe.lsp.completion import offer_completion
from vbe.lsp.cursor import Place, place
from vbe.lsp.fixes import fix, mending_of
from vbe.lsp.lookup import offer_lookup
from vbe.lsp.protocol import Protocol, in_client_units, lines_of
from vbe.lsp.renaming import offer_renaming
from vbe.lsp.rooms import Room, Rooms
from vbe.lsp.snapshot import entry_at, refresh

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

    from vbe.diagnostics import Diagnostic, Location
    from vbe.model.corpus import Corpus
    from vbe.model.entries import Entry

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


PAUSE = 0.3
"""Seconds without a key before a text is checked."""
Positioned = types.CompletionParams | types.HoverParams | types.DefinitionParams | types.PrepareRenameParams | types.RenameParams


class Cursor(NamedTuple):
    """The repository, the file in it, and what the cursor stands on."""

    room: Room
    file: str
    place: Place

    @property
    def corpus(self) -> Corpus | None:
        """What is known of the repository; None as long as nothing could be loaded."""
        return self.room.snapshot.corpus if self.room.snapshot is not None else None

    @property
    def entry(self) -> Entry | None:
        """The entry that the word under the cursor names."""
        return entry_at(self.corpus, self.place.word) if self.corpus is not None else None


class Server(LanguageServer):
    """A language server with a room for each repository."""

    def __init__(self) -> None:
        super().__init__("vbe", __version__, protocol_cls=Protocol)
        self.rooms = Rooms()
        self.exit_code = 0
        self.is_shut_down = False

    def accept(self, document: TextDocument, *, pause: float = 0.0) -> None:
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
            snapshot = await asyncio.to_thread(refresh, room.source, room.snapshot)
        finally:
            room.checking = None
        if room.waiting is None:
            for file, diagnostics in room.update(snapshot).items():
                shown = [self._shown_as(room, diagnostic) for diagnostic in diagnostics]
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=room.uri(file), diagnostics=shown))
        else:
            room.snapshot = snapshot

    def span(self, room: Room, location: Location) -> types.Range:
        """A location in the editor's units."""
        document = self.workspace.get_text_document(room.uri(location.file))
        return in_client_units(document, *(number - 1 for number in location[1:]))

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

    def under(self, parameters: Positioned) -> Cursor | None:
        """What the cursor stands on; None where the text is in no repository."""
        found = self.rooms.of(parameters.text_document.uri)
        if found is None:
            return None
        document = self.workspace.get_text_document(parameters.text_document.uri)
        position = document.position_from_client_units(parameters.position)
        return Cursor(*found, place(lines_of(document), position.line, position.character))


def create() -> Server:
    """A server with its features."""
    server = Server()
    for add in (_take_leave, _follow, _watch, offer_completion, offer_lookup, offer_renaming):
        add(server)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def mend(parameters: types.CodeActionParams) -> list[types.CodeAction]:
        return [action for diagnostic in parameters.context.diagnostics if (action := fix(server, parameters, diagnostic))]

    return server


def _follow(server: Server) -> None:
    """What is typed in the editor."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(parameters: types.DidOpenTextDocumentParams) -> None:
        server.accept(server.workspace.get_text_document(parameters.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(parameters: types.DidChangeTextDocumentParams) -> None:
        server.accept(server.workspace.get_text_document(parameters.text_document.uri), pause=PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(parameters: types.DidCloseTextDocumentParams) -> None:
        server.release(parameters.text_document.uri)


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
