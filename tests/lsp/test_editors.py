"""Sessions as three editors hold them, each with what it does otherwise than the others; the server is a process of its own.

VS Code (vscode-languageclient) writes addresses with percent signs, sends a span for each key, counts in UTF-16 and watches files
where it is asked to. Neovim (0.10) offers UTF-8 last and no registration of watched files on Linux, and says when a file is saved.
Helix counts in UTF-8 first, has no root but the folders of its workspace, and sends the whole text where the server wants it.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
from typing import NamedTuple
from urllib.parse import quote

import pytest

pytest.importorskip("pygls")

from lsprotocol import types

from tests.lsp.test_session import AREA, BASE, Session

WAIT = 30
UTF8, UTF16, UTF32 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32


class Editor(NamedTuple):
    """What an editor says of itself when it begins, and how it names a file."""

    name: str
    encodings: list | None
    watches: bool
    root: bool
    escapes: bool


EDITORS = [
    Editor("vscode", [UTF16], watches=True, root=True, escapes=True),
    Editor("neovim", [UTF16, UTF8, UTF32], watches=False, root=True, escapes=False),
    Editor("helix", [UTF8, UTF32, UTF16], watches=True, root=False, escapes=False),
    Editor("an old one", None, watches=False, root=True, escapes=False),
]


def address(path, editor):
    """VS Code escapes what others leave as it is, the brackets and the plus sign among them."""
    return "file://" + quote(str(path), safe="/" if editor.escapes else "/[]+!@")


def capabilities(editor):
    watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=editor.watches)
    general = types.GeneralClientCapabilities(position_encodings=editor.encodings) if editor.encodings else None
    return types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watched), general=general
    )


async def begun(root, editor):
    """A client whose server has been told what the editor is, and what it asked the editor to watch."""
    client = Session()
    client.asked = []

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(parameters):
        client.asked += [registration.method for registration in parameters.registrations]

    await client.start_io(sys.executable, "-m", "vbe", "lsp")
    folders = [types.WorkspaceFolder(address(root, editor), "r")]
    said = await client.initialize_async(
        types.InitializeParams(
            capabilities=capabilities(editor), root_uri=address(root, editor) if editor.root else None, workspace_folders=folders
        )
    )
    client.initialized(types.InitializedParams())
    return client, said.capabilities.position_encoding or UTF16


async def shown_when(client, uri, wanted):
    """What is shown of a document once it is as wanted."""
    while uri not in client.shown or not wanted(client.shown[uri]):
        client.news.clear()
        await client.news.wait()
    return client.shown[uri]


def units(text, encoding):
    """How far a text reaches as the editor counts."""
    size = {UTF8: len(text.encode()), UTF16: len(text.encode("utf-16-le")) // 2, UTF32: len(text)}
    return size[types.PositionEncodingKind(encoding)]


async def walk(root, editor):
    client, encoding = await begun(root, editor)
    path = root / AREA
    uri, text = address(path, editor), path.read_text(encoding="utf-8")
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text)))
    assert not await shown_when(client, uri, lambda found: not found)

    # A key that is none of ours, typed below an emoji: where it stands is told as the editor counts.
    slipped = 'notes: "😀å"\nfärg: 1\n'
    where = types.Range(types.Position(1, 0), types.Position(1, 0))
    change = types.TextDocumentContentChangePartial(range=where, text=slipped)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version=2, uri=uri), [change])
    )
    found = await shown_when(client, uri, lambda found: any("färg" in each.message for each in found))
    [fault] = [each for each in found if "färg" in each.message]
    assert fault.range.start == types.Position(2, 0)
    assert fault.range.end == types.Position(2, units("färg", encoding))

    # Saved as it was: an editor that watches no files says so itself, and what is shown goes away.
    back = types.Range(types.Position(1, 0), types.Position(3, 0))
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=3, uri=uri),
            [types.TextDocumentContentChangePartial(range=back, text="")],
        )
    )
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert not await shown_when(client, uri, lambda found: not found)
    hover = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(text[: text.index("title:")].count("\n"), 2))
    )
    assert hover is not None
    assert (types.WORKSPACE_DID_CHANGE_WATCHED_FILES in client.asked) == editor.watches
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


@pytest.mark.parametrize("editor", EDITORS, ids=lambda editor: editor.name)
def test_a_session(editor, tmp_path):
    root = tmp_path / "Förvaltning [2024] + mer"
    shutil.copytree(BASE, root)
    asyncio.run(asyncio.wait_for(walk(root, editor), WAIT))
