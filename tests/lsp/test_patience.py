"""A pause in typing is waited for, and a question never waits for a check: with the real server, as editors use it."""

from __future__ import annotations

import asyncio
import threading

import pytest

pytest.importorskip("pygls")

from lsprotocol import types

from tests.lsp.test_session import AREA, at, opened, session
from vbe.lsp import server as server_module
from vbe.lsp.rooms import Room
from vbe.lsp.snapshot import EditorSource, Snapshot
from vbe.rules.result import CheckResult


def typed(client, uri, version, text):
    change = types.TextDocumentContentChangeWholeDocument(text)
    identifier = types.VersionedTextDocumentIdentifier(version=version, uri=uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))


async def twenty_keys_are_one_check(client, root):
    """As VS Code sends them: the whole text, or a span, for every key."""
    uri, text = await opened(client, root, AREA)
    rounds = []
    shown = client.shown

    class Noted(dict):
        def __setitem__(self, key, value):
            if key == uri:
                rounds.append(len(value))
            super().__setitem__(key, value)

    client.shown = Noted(shown)
    for number in range(20):
        typed(client, uri, number + 2, text.replace("priority: 1", "priority: " + "9" * (number + 1), 1))
    while not any(rounds):
        client.news.clear()
        await client.news.wait()
    assert len(rounds) <= 2
    assert client.shown[uri]


test_twenty_keys_are_one_check = session(twenty_keys_are_one_check)


async def a_hover_is_answered_before_what_has_been_typed_is_checked(client, root):
    uri, text = await opened(client, root, AREA)
    before = dict(client.shown)
    client.shown.clear()
    typed(client, uri, 2, text.replace("priority: 1", "priority: 99", 1))
    position = at(text, "priority", 2)
    hover = await client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))
    assert hover is not None
    assert uri not in client.shown
    assert not before[uri]
    while uri not in client.shown or not client.shown[uri]:
        client.news.clear()
        await client.news.wait()


test_a_hover_is_answered_before_what_has_been_typed_is_checked = session(
    a_hover_is_answered_before_what_has_been_typed_is_checked
)


def test_a_question_does_not_wait_for_a_check_that_is_under_way(tmp_path, monkeypatch):
    """The check is held up until the loop has gone on: had it to wait, neither would ever end."""
    held = threading.Event()

    def slow(_desk, _before):
        assert held.wait(30)
        return Snapshot(None, CheckResult((), 0, {}))

    monkeypatch.setattr(server_module, "refresh", slow)

    async def walk():
        made = server_module.create()
        room = Room(tmp_path, EditorSource(tmp_path))
        made.refresh(room)
        while room.checking is None:
            await asyncio.sleep(0)
        task = room.checking
        assert not task.done()
        held.set()
        await task
        assert room.snapshot is not None
        assert room.checking is None

    asyncio.run(walk())


def test_a_check_under_way_keeps_the_texts_that_it_began_with(tmp_path):
    room = Room(tmp_path, EditorSource(tmp_path))
    room.put("a.yaml", "ett")
    begun = room.source
    room.put("a.yaml", "två")
    room.put("b.yaml", "tre")
    assert begun.open == {"a.yaml": "ett"}
    room.put("a.yaml", None)
    assert room.source.open == {"b.yaml": "tre"}
