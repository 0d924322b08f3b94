"""Renaming from an editor: the edits are those of `vbe rename`, and files move only where the editor can move them."""

import asyncio
import shutil
import sys

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.test_session import BASE, WAIT, Session, at, opened
from vbe.app.rename import rename
from vbe.store.repository import Disk

ORGANISATION = "strategy/organisation.yaml"
MOVING = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Rename]
        )
    )
)


def walked(tmp_path, walk, capabilities):
    """What a walk with a client gives, in a copy of the base."""
    root = tmp_path / "r"
    shutil.copytree(BASE, root)

    async def run():
        client = Session()
        await client.start_io(sys.executable, "-m", "vbe", "lsp")
        await client.initialize_async(types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri()))
        client.initialized(types.InitializedParams())
        try:
            return await asyncio.wait_for(walk(client, root), WAIT)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    return root, asyncio.run(run())


def asked(old, new):
    async def walk(client, root):
        uri, text = await opened(client, root, ORGANISATION)
        document, position = types.TextDocumentIdentifier(uri), at(text, f"id: {old}", 5)
        span = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, position))
        assert span == types.Range(at(text, f"id: {old}", 4), at(text, f"id: {old}", 4 + len(old)))
        return await client.text_document_rename_async(types.RenameParams(document, position, new))

    return walk


def test_every_place_is_edited_as_the_command_does(tmp_path):
    root, edit = walked(tmp_path, asked("sakerhetschef", "trygghetschef"), types.ClientCapabilities())
    expected = rename(Disk(root), "actor:sakerhetschef", "trygghetschef")
    assert len(expected.places) > 1
    found = {
        (uri, text.range.start.line + 1, text.range.start.character + 1, text.new_text)
        for uri, texts in edit.changes.items()
        for text in texts
    }
    assert found == {
        ((root / at_.file).as_uri(), at_.line, at_.column, text) for at_, text in ((p.location, p.text) for p in expected.places)
    }


def test_files_move_where_the_editor_can(tmp_path):
    root, edit = walked(tmp_path, asked("socialforvaltningen", "omsorgsforvaltningen"), MOVING)
    moves = {(step.old_uri, step.new_uri) for step in edit.document_changes if isinstance(step, types.RenameFile)}
    expected = rename(Disk(root), "actor:socialforvaltningen", "omsorgsforvaltningen").moves
    assert moves == {((root / old).as_uri(), (root / new).as_uri()) for old, new in expected.items()} != set()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("socialforvaltningen", "omsorgsforvaltningen", "vbe rename"), ("sakerhetschef", "Ny Chef", "Ny Chef")],
)
def test_what_cannot_be_is_an_error_with_the_reason(tmp_path, old, new, said):
    with pytest.raises(JsonRpcException, match=said):
        walked(tmp_path, asked(old, new), types.ClientCapabilities())
