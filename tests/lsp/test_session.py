"""A real session: a client and the server as a process, talking the protocol."""

import asyncio
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

BASE = Path(__file__).parent.parent / "rules" / "base"
AREA = "measures/01-samordning.yaml"
WAIT = 30


class Session(LanguageClient):
    """A client that remembers what is shown of each document."""

    def __init__(self):
        super().__init__("test", "1")
        self.shown = {}
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def show(parameters):
            self.shown[parameters.uri] = parameters.diagnostics
            self.news.set()


def session(walk):
    """Run a walk with a client whose server is a process of its own, in a repository that may be changed."""

    async def run(root):
        client = Session()
        await client.start_io(sys.executable, "-m", "vbe", "lsp")
        capabilities = types.ClientCapabilities()
        await client.initialize_async(types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri()))
        client.initialized(types.InitializedParams())
        try:
            await asyncio.wait_for(walk(client, root), WAIT)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    def test(tmp_path):
        shutil.copytree(BASE, tmp_path / "r")
        asyncio.run(run(tmp_path / "r"))

    return test


async def opened(client, root, file, text=None):
    path = root / file
    text = path.read_text(encoding="utf-8") if text is None else text
    client.news.clear()
    item = types.TextDocumentItem(uri=path.as_uri(), language_id="yaml", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.news.wait()
    while path.as_uri() not in client.shown:
        client.news.clear()
        await client.news.wait()
    return path.as_uri(), text


def at(text, word, offset=0):
    """The position of a word in a text."""
    start = text.index(word) + offset
    line = text.count("\n", 0, start)
    return types.Position(line, start - (text.rfind("\n", 0, start) + 1))


async def clean(client, root):
    uri, _text = await opened(client, root, AREA)
    assert not client.shown[uri]


async def faults_as_you_type(client, root):
    uri, text = await opened(client, root, AREA)
    broken = text.replace("lead: samordningsgruppen", "lead: samordningsgrupen").replace("title:", "# 😀 \ntitel:", 1)
    client.shown.clear()
    client.news.clear()
    change = types.TextDocumentContentChangeWholeDocument(broken)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(uri=uri, version=2), [change])
    )
    while uri not in client.shown:
        await client.news.wait()
        client.news.clear()
    [unknown] = client.shown[uri]
    assert unknown.code == "VBE117"


async def a_quick_fix_for_a_slip(client, root):
    text = (root / AREA).read_text(encoding="utf-8").replace("lead: samordningsgruppen", "lead: samordningsgrupen")
    uri, _ = await opened(client, root, AREA, text)
    [diagnostic] = [d for d in client.shown[uri] if d.code == "VBE201"]
    assert diagnostic.range.start == at(text, "samordningsgrupen")
    context = types.CodeActionContext([diagnostic])
    parameters = types.CodeActionParams(types.TextDocumentIdentifier(uri), diagnostic.range, context)
    [action] = await client.text_document_code_action_async(parameters)
    [edit] = action.edit.changes[uri]
    assert edit.new_text == "samordningsgruppen"
    assert edit.range == diagnostic.range


async def ids_and_words_are_completed(client, root):
    uri, text = await opened(client, root, AREA)
    document = types.TextDocumentIdentifier(uri)

    async def labels(position):
        answer = await client.text_document_completion_async(types.CompletionParams(document, position))
        return {item.label for item in answer}

    lead = await labels(at(text, "lead: ", 6))
    assert {"samordningsgruppen", "socialnamnden"} <= lead
    assert "polisen" not in lead
    assert any(label.startswith("O-") for label in await labels(at(text, "O-", 1)))
    assert {"framja", "forebygga"} <= await labels(at(text, "forebygga", 2))


async def an_id_and_a_field_are_explained(client, root):
    uri, text = await opened(client, root, AREA)
    document = types.TextDocumentIdentifier(uri)
    hover = await client.text_document_hover_async(types.HoverParams(document, at(text, "samordningsgruppen", 3)))
    assert "strategy/organisation.yaml" in hover.contents.value
    field = await client.text_document_hover_async(types.HoverParams(document, at(text, "lead", 1)))
    assert field.contents.value
    assert "samordningsgruppen" not in field.contents.value


async def a_definition_is_where_the_id_stands(client, root):
    uri, text = await opened(client, root, AREA)
    parameters = types.DefinitionParams(types.TextDocumentIdentifier(uri), at(text, "samordningsgruppen", 3))
    found = await client.text_document_definition_async(parameters)
    organisation = (root / "strategy/organisation.yaml").read_text(encoding="utf-8")
    assert found.uri.endswith("strategy/organisation.yaml")
    assert "samordningsgruppen" in organisation.splitlines()[found.range.start.line]


async def a_broken_neighbour_does_not_stop_it(client, root):
    (root / "strategy/organisation.yaml").write_text("boards: [")
    uri, _ = await opened(client, root, AREA)
    while not any(u.endswith("organisation.yaml") and d for u, d in client.shown.items()):
        client.news.clear()
        await client.news.wait()
    assert not client.shown[uri]


test_clean = session(clean)
test_faults_as_you_type = session(faults_as_you_type)
test_a_quick_fix_for_a_slip = session(a_quick_fix_for_a_slip)
test_ids_and_words_are_completed = session(ids_and_words_are_completed)
test_an_id_and_a_field_are_explained = session(an_id_and_a_field_are_explained)
test_a_definition_is_where_the_id_stands = session(a_definition_is_where_the_id_stands)
test_a_broken_neighbour_does_not_stop_it = session(a_broken_neighbour_does_not_stop_it)
