"""The server itself: the protocol's requests, answered from what is known of the repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace.position_codec import ServerTextPosition, ServerTextRange

from vbe import __version__
from vbe.diagnostics import Severity
from vbe.errors import VbeError
from vbe.language import _
from vbe.lsp.cursor import Place, form, place
from vbe.lsp.knowledge import EditorSource, Snapshot, candidates, definition, describe, entry_at, model_of, refresh, shown, title
from vbe.model.records.area import COMMITMENT
from vbe.store.repository import find_root

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

    from vbe.diagnostics import Diagnostic, Location

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


Positioned = types.CompletionParams | types.HoverParams | types.DefinitionParams


class Server(LanguageServer):
    """A language server with a desk of open files for one repository."""

    def __init__(self) -> None:
        super().__init__("vbe", __version__)
        self.desk: EditorSource | None = None
        self.knowledge: Snapshot | None = None
        self._shown: set[str] = set()

    def file_of(self, uri: str) -> str | None:
        """The path from the root of a document of the repository."""
        path = to_fs_path(uri)
        if path is None:
            return None
        if self.desk is None:
            try:
                self.desk = EditorSource(find_root(Path(path).parent).resolve())
            except VbeError:
                return None
        try:
            return Path(path).resolve().relative_to(self.desk.root).as_posix()
        except ValueError:
            return None

    def take(self, document: TextDocument) -> None:
        """A text as it is in the editor now: read everything again, and show what is wrong."""
        file = self.file_of(document.uri)
        if file is None or self.desk is None:
            return
        self.desk.open[file] = document.source
        self.refresh()

    def release(self, uri: str) -> None:
        """The editor has closed a text: the file on disk counts again."""
        file = self.file_of(uri)
        if file is not None and self.desk is not None:
            self.desk.open.pop(file, None)
            self.refresh()

    def refresh(self) -> None:
        """Show what is wrong in every file, and clear what no longer is."""
        assert self.desk is not None
        self.knowledge = refresh(self.desk, self.knowledge)
        by_file: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.knowledge.verdict.open:
            by_file.setdefault(diagnostic.location.file, []).append(diagnostic)
        for file in sorted(self._shown | by_file.keys() | self.desk.open.keys()):
            shown = [self._shown_as(diagnostic) for diagnostic in by_file.get(file, ())]
            parameters = types.PublishDiagnosticsParams(uri=self.uri(file), diagnostics=shown)
            self.text_document_publish_diagnostics(parameters)
        self._shown = set(by_file)

    def uri(self, file: str) -> str:
        """The document of a file."""
        assert self.desk is not None
        return from_fs_path(str(self.desk.root / file)) or ""

    def span(self, location: Location) -> types.Range:
        """A location in the editor's units."""
        document = self.workspace.get_text_document(self.uri(location.file))
        start = ServerTextPosition(location.line - 1, location.column - 1)
        end = ServerTextPosition(location.end_line - 1, location.end_column - 1)
        return document.range_to_client_units(ServerTextRange(start, end))

    def _shown_as(self, diagnostic: Diagnostic) -> types.Diagnostic:
        hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
        return types.Diagnostic(
            range=self.span(diagnostic.location),
            message=f"{diagnostic.message}{hint}",
            severity=SEVERITIES[diagnostic.severity],
            code=diagnostic.code,
            source="vbe",
            data={"replacement": diagnostic.replacement} if diagnostic.replacement else None,
        )

    def under(self, parameters: Positioned) -> tuple[str, Place] | None:
        """The file and what the cursor stands on."""
        file = self.file_of(parameters.text_document.uri)
        if file is None:
            return None
        document = self.workspace.get_text_document(parameters.text_document.uri)
        position = document.position_from_client_units(parameters.position)
        return file, place([line.rstrip("\r\n") for line in document.lines], position.line, position.character)


def create() -> Server:
    """A server with its features."""
    server = Server()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(parameters: types.DidOpenTextDocumentParams) -> None:
        server.take(server.workspace.get_text_document(parameters.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(parameters: types.DidChangeTextDocumentParams) -> None:
        server.take(server.workspace.get_text_document(parameters.text_document.uri))

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
        if found is None or server.knowledge is None or server.knowledge.corpus is None:
            return None
        entry = entry_at(server.knowledge.corpus, found[1].word)
        if entry is None:
            return None
        location = definition(entry)
        if shown(location.file) != location.file:
            return None
        return types.Location(server.uri(location.file), server.span(location))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def mend(parameters: types.CodeActionParams) -> list[types.CodeAction]:
        return [action for diagnostic in parameters.context.diagnostics if (action := fix(parameters, diagnostic))]

    return server


def complete(server: Server, parameters: types.CompletionParams) -> list[types.CompletionItem]:
    """The ids, words or fields that may stand at the cursor."""
    found = server.under(parameters)
    model = model_of(found[0]) if found else None
    if found is None or model is None or server.knowledge is None:
        return []
    here = form(model, found[1].keys)
    items = []
    corpus = server.knowledge.corpus
    if here.refers is not None and corpus is not None:
        for entry in candidates(corpus, here.refers):
            identity = f'"{entry.id}"' if entry.kind == COMMITMENT.name else entry.id
            detail = title(entry)
            items.append(
                types.CompletionItem(
                    identity, detail=detail, filter_text=f"{entry.id} {detail}", kind=types.CompletionItemKind.Reference
                )
            )
    items += [types.CompletionItem(word, kind=types.CompletionItemKind.EnumMember) for word in here.words]
    if found[1].on_key:
        for part in here.models:
            for name, info in part.model_fields.items():
                text = _(info.description or "")
                items.append(types.CompletionItem(f"{name}:", documentation=text, kind=types.CompletionItemKind.Field))
    return items


def explain(server: Server, parameters: types.HoverParams) -> types.Hover | None:
    """What the field or the id under the cursor means."""
    found = server.under(parameters)
    if found is None or server.knowledge is None:
        return None
    file, where = found
    model = model_of(file)
    text = ""
    if where.on_key and model is not None:
        fields = [part.model_fields.get(where.word) for part in form(model, where.keys).models]
        text = next((_(info.description or "") for info in fields if info is not None), "")
    if not text and server.knowledge.corpus is not None:
        entry = entry_at(server.knowledge.corpus, where.word)
        text = describe(entry, server.knowledge.corpus) if entry is not None else ""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None


def fix(parameters: types.CodeActionParams, diagnostic: types.Diagnostic) -> types.CodeAction | None:
    """The mending that a diagnostic carries with it."""
    data = diagnostic.data
    replacement = data.get("replacement") if isinstance(data, dict) else getattr(data, "replacement", None)
    if not isinstance(replacement, str):
        return None
    edit = types.WorkspaceEdit(changes={parameters.text_document.uri: [types.TextEdit(diagnostic.range, replacement)]})
    name = _("Change to {text}").format(text=replacement)
    return types.CodeAction(name, kind=types.CodeActionKind.QuickFix, diagnostics=[diagnostic], edit=edit, is_preferred=True)
