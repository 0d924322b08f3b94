"""A real session: a client and the server as a process, talking the protocol."""

import asyncio
import json
import shutil
import subprocess
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
    assert "polisen" in lead  # a partner may lead; those who are only reached may not
    assert "invanare" not in lead
    assert any(label.startswith("O-") for label in await labels(at(text, "O-", 1)))
    assert {"framja", "forebygga"} <= await labels(at(text, "forebygga", 2))
    for field in ("lead: ", "aims: ", "responsible: "):
        assert "not_stated" in await labels(at(text, field, len(field))), field
    assert "not_stated" not in await labels(at(text, "owner: ", 7))


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


async def what_an_editor_closes_counts_as_it_is_on_disk(client, root):
    text = (root / AREA).read_text(encoding="utf-8").replace("lead: samordningsgruppen", "lead: samordningsgrupen")
    uri, _ = await opened(client, root, AREA, text)
    assert client.shown[uri]
    client.news.clear()
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    while client.shown[uri]:
        await client.news.wait()
        client.news.clear()


async def a_file_of_no_repository_is_left_alone(client, root):
    outside = root.parent / "annat.yaml"
    outside.write_text("lead: samordningsgrupen\n", encoding="utf-8")
    for before in (True, False):  # before the repository is known, and after
        item = types.TextDocumentItem(uri=outside.as_uri(), language_id="yaml", version=1, text="lead: samordningsgrupen\n")
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        place = types.TextDocumentIdentifier(outside.as_uri()), types.Position(0, 8)
        assert await client.text_document_hover_async(types.HoverParams(*place)) is None
        assert await client.text_document_definition_async(types.DefinitionParams(*place)) is None
        assert await client.text_document_completion_async(types.CompletionParams(*place)) == []
        client.text_document_did_close(types.DidCloseTextDocumentParams(place[0]))
        if before:
            await opened(client, root, AREA)
    assert outside.as_uri() not in client.shown


async def fields_and_their_meaning_are_offered_on_a_line_of_its_own(client, root):
    text = (root / AREA).read_text(encoding="utf-8") + "\n"
    uri, text = await opened(client, root, AREA, text)
    document, last = types.TextDocumentIdentifier(uri), types.Position(text.count("\n") - 1, 0)
    offered = {item.label: item for item in await client.text_document_completion_async(types.CompletionParams(document, last))}
    assert {"title:", "commitments:", "notes:"} <= offered.keys()
    assert offered["lead:"].documentation


async def yes_and_no_are_offered_where_they_are_what_a_field_takes(client, root):
    uri, text = await opened(client, root, "strategy/organisation.yaml")
    position = at(text, "manager: ", 9)
    offered = await client.text_document_completion_async(types.CompletionParams(types.TextDocumentIdentifier(uri), position))
    assert {item.label for item in offered} == {"true", "false"}


async def words_of_a_mapping_are_ids_where_they_name_something(client, root):
    uri, text = await opened(client, root, "followup/2024/socialnamnden.yaml")
    document = types.TextDocumentIdentifier(uri)
    position = at(text, '"2.2"', 2)
    offered = await client.text_document_completion_async(types.CompletionParams(document, position))
    assert {'"1.1"', '"2.2"'} <= {item.label for item in offered}
    status = at(text, "status: ", 8)
    offered = await client.text_document_completion_async(types.CompletionParams(document, status))
    assert {"done", "continuous"} <= {item.label for item in offered}


async def nothing_is_said_of_a_word_that_is_none_of_ours(client, root):
    uri, text = await opened(client, root, AREA)
    place = types.TextDocumentIdentifier(uri), at(text, "håller ihop", 1)
    assert await client.text_document_hover_async(types.HoverParams(*place)) is None
    assert await client.text_document_definition_async(types.DefinitionParams(*place)) is None


async def a_role_that_has_ended_says_so(client, root):
    organisation = root / "strategy/organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(text.replace("name: Socialchefen", "name: Socialchefen\n    valid_to: 2024-12-31"), encoding="utf-8")
    uri, text = await opened(client, root, "guidance/socialnamnden/foraldrastod.yaml")
    position = at(text, "owner_role: socialchef", 14)
    hover = await client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))
    assert "2024-12-31" in hover.contents.value


async def a_broken_profile_leaves_what_was_known(client, root):
    uri, text = await opened(client, root, AREA)
    profile, _broken = await opened(client, root, "vbe.yaml", "areas: [\n")
    assert client.shown[profile]
    position = at(text, "samordningsgruppen", 3)
    found = await client.text_document_definition_async(types.DefinitionParams(types.TextDocumentIdentifier(uri), position))
    assert found.uri.endswith("strategy/organisation.yaml")


async def a_fault_without_a_mending_offers_none(client, root):
    text = (root / AREA).read_text(encoding="utf-8").replace("title: Samordning\n", "")
    uri, _ = await opened(client, root, AREA, text)
    [missing] = [d for d in client.shown[uri] if d.code == "VBE118"]
    context = types.CodeActionContext([missing])
    parameters = types.CodeActionParams(types.TextDocumentIdentifier(uri), missing.range, context)
    assert not await client.text_document_code_action_async(parameters)


test_what_an_editor_closes_counts_as_it_is_on_disk = session(what_an_editor_closes_counts_as_it_is_on_disk)
test_a_file_of_no_repository_is_left_alone = session(a_file_of_no_repository_is_left_alone)
test_fields_and_their_meaning_are_offered_on_a_line_of_its_own = session(
    fields_and_their_meaning_are_offered_on_a_line_of_its_own
)
test_yes_and_no_are_offered_where_they_are_what_a_field_takes = session(yes_and_no_are_offered_where_they_are_what_a_field_takes)
test_words_of_a_mapping_are_ids_where_they_name_something = session(words_of_a_mapping_are_ids_where_they_name_something)
test_nothing_is_said_of_a_word_that_is_none_of_ours = session(nothing_is_said_of_a_word_that_is_none_of_ours)
test_a_role_that_has_ended_says_so = session(a_role_that_has_ended_says_so)
test_a_broken_profile_leaves_what_was_known = session(a_broken_profile_leaves_what_was_known)
test_a_fault_without_a_mending_offers_none = session(a_fault_without_a_mending_offers_none)


async def mended(client, root, file, old, new):
    """The text after the one mending that is offered of a slip, and the faults that are left then."""
    text = (root / file).read_text(encoding="utf-8").replace(old, new, 1)
    uri, _ = await opened(client, root, file, text)
    [diagnostic] = [d for d in client.shown[uri] if d.data]
    context = types.CodeActionContext([diagnostic])
    parameters = types.CodeActionParams(types.TextDocumentIdentifier(uri), diagnostic.range, context)
    [action] = await client.text_document_code_action_async(parameters)
    [edit] = action.edit.changes[uri]
    return applied(text, edit)


async def a_number_is_mended_to_the_letter(client, root):
    file = "followup/2024/socialnamnden.yaml"
    whole = (root / file).read_text(encoding="utf-8")
    assert await mended(client, root, file, "{value: 100, n: 40}", "{value: 1 000, n: 40}") == whole.replace("100,", "1000,")


test_a_number_is_mended_to_the_letter = session(a_number_is_mended_to_the_letter)


def applied(text, edit):
    lines = text.split("\n")

    def at(position):
        return sum(len(line) + 1 for line in lines[: position.line]) + position.character

    return text[: at(edit.range.start)] + edit.new_text + text[at(edit.range.end) :]


async def a_mending_keeps_quotation_marks(client, root):
    file = "routines/socialforvaltningen/orosanmalan.yaml"
    whole = (root / file).read_text(encoding="utf-8")
    assert await mended(client, root, file, 'commitments: ["2.2"]', 'commitments: ["22.2"]') == whole


async def a_mending_of_a_key_keeps_its_quotation_marks(client, root):
    file = "followup/2024/socialnamnden.yaml"
    whole = (root / file).read_text(encoding="utf-8")
    assert await mended(client, root, file, '"2.2":', '"2.22":') == whole


async def a_mending_takes_the_whole_block(client, root):
    whole = (root / AREA).read_text(encoding="utf-8")
    slip = "lead: >-\n  samordningsgrupen"
    assert await mended(client, root, AREA, "lead: samordningsgruppen", slip) == whole


async def a_completion_replaces_what_has_been_typed(client, root):
    for file, old, begun in (
        ("routines/overall/misstanke.yaml", "obligations: [O-02-02]", "obligations: [O-02-"),
        ("routines/kommunledningsforvaltningen/misstanke.yaml", "based_on: overall/misstanke", "based_on: overall/mis"),
        ("routines/socialforvaltningen/orosanmalan.yaml", 'commitments: ["2.2"]', 'commitments: ["2.'),
    ):
        whole = (root / file).read_text(encoding="utf-8")
        rest = old[len(begun) :].lstrip("0123456789abcdefghijklmnopqrstuvwxyz")
        text = whole.replace(old, begun + rest, 1)
        uri, _ = await opened(client, root, file, text)
        place = types.CompletionParams(types.TextDocumentIdentifier(uri), at(text, begun, len(begun)))
        items = await client.text_document_completion_async(place)
        assert all(item.text_edit is not None for item in items)
        assert whole in [applied(text, item.text_edit) for item in items], (file, [item.text_edit for item in items])
        client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))


test_a_mending_keeps_quotation_marks = session(a_mending_keeps_quotation_marks)
test_a_mending_of_a_key_keeps_its_quotation_marks = session(a_mending_of_a_key_keeps_its_quotation_marks)
test_a_mending_takes_the_whole_block = session(a_mending_takes_the_whole_block)
test_a_completion_replaces_what_has_been_typed = session(a_completion_replaces_what_has_been_typed)


async def shown_until(client, uri, wanted):
    while bool(client.shown.get(uri)) != wanted:
        client.news.clear()
        await client.news.wait()


async def a_document_behind_a_link_is_shown_as_it_was_opened(client, root):
    link = root.parent / "länk"
    link.symlink_to(root)
    text = (root / AREA).read_text(encoding="utf-8").replace("lead: samordningsgruppen", "lead: fel")
    uri, _ = await opened(client, link, AREA, text)
    await shown_until(client, uri, wanted=True)
    assert set(client.shown) == {uri}


async def what_changes_on_disk_is_seen_at_once(client, root):
    uri, _ = await opened(client, root, AREA)
    assert not client.shown[uri]
    organisation = root / "strategy/organisation.yaml"
    whole = organisation.read_text(encoding="utf-8")
    organisation.write_text(whole.replace("id: samordningsgruppen", "id: annan"), encoding="utf-8")
    event = types.FileEvent(organisation.as_uri(), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    await shown_until(client, uri, wanted=True)
    organisation.write_text(whole, encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await shown_until(client, uri, wanted=False)


async def each_repository_has_faults_of_its_own(client, root):
    other = shutil.copytree(root, root.parent / "annan")
    uri, text = await opened(client, root, AREA)
    slip = text.replace("lead: samordningsgruppen", "lead: fel")
    second, _ = await opened(client, other, AREA, slip)
    await shown_until(client, second, wanted=True)
    assert not client.shown[uri]


test_a_document_behind_a_link_is_shown_as_it_was_opened = session(a_document_behind_a_link_is_shown_as_it_was_opened)
test_what_changes_on_disk_is_seen_at_once = session(what_changes_on_disk_is_seen_at_once)
test_each_repository_has_faults_of_its_own = session(each_repository_has_faults_of_its_own)


@pytest.mark.parametrize(("methods", "code"), [(["shutdown", "exit"], 0), (["exit"], 1)])
def test_the_exit_code_is_what_the_protocol_asks_for(methods, code):
    root = {"processId": None, "rootUri": BASE.as_uri(), "capabilities": {}}
    asked = [("initialize", root), *((method, None) for method in methods)]
    sent = b""
    for number, (method, parameters) in enumerate(asked):
        message = {"jsonrpc": "2.0", "method": method, "params": parameters}
        body = json.dumps(message if method == "exit" else {**message, "id": number}).encode()
        sent += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    done = subprocess.run([sys.executable, "-m", "vbe", "lsp"], input=sent, capture_output=True, check=False, timeout=WAIT)
    assert (done.returncode, done.stderr) == (code, b"")
