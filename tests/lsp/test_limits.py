"""What an editor holds open is read with the same limits as what lies on disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls")

from vbe.lsp.snapshot import EditorSource, refresh

BASE = Path(__file__).parent.parent / "rules" / "base"
ROUTINE = "routines/socialforvaltningen/orosanmalan.yaml"


@pytest.mark.parametrize(("text", "code"), [("# x\n" * 200_000, "VBE114"), ("title: \ud800\n", "VBE102")])
def test_a_text_that_no_file_may_hold_is_a_finding(text, code):
    source = EditorSource(BASE)
    source.open[ROUTINE] = text
    found = refresh(source, None).verdict.open
    assert code in {diagnostic.code for diagnostic in found if diagnostic.location.file == ROUTINE}


URI = (BASE / ROUTINE).as_uri()
NUMBER = "19121212-1212"
BAD = [
    {"nonsense": NUMBER},
    [],
    None,
    {"textDocument": {"uri": 5}, "position": {"line": "x", "character": -1}},
    {"textDocument": {"uri": URI}, "position": {"line": 10**30, "character": 0}},
    {"textDocument": {"uri": URI}, "position": {"line": -5, "character": -5}},
    {"textDocument": {"uri": f"{URI}{NUMBER}"}, "position": {"line": NUMBER}},
]
METHODS = [f"textDocument/{name}" for name in ("hover", "completion", "definition", "codeAction", "rename")]


def talk(*sent: bytes | dict) -> tuple[int, list[dict], str]:
    """The exit code, what the server answered, and what it wrote on stderr."""
    begin = {
        "jsonrpc": "2.0",
        "id": 0,
        "method": "initialize",
        "params": {"capabilities": {}, "processId": None, "rootUri": None},
    }
    end = [{"jsonrpc": "2.0", "id": 9999, "method": "shutdown"}, {"jsonrpc": "2.0", "method": "exit"}]
    bodies = [part if isinstance(part, bytes) else json.dumps(part).encode() for part in (begin, *sent, *end)]
    framed = [
        body if body.startswith(b"Content-Length") else b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies
    ]
    done = subprocess.run(
        [sys.executable, "-m", "vbe", "lsp"],
        input=b"".join(framed),
        capture_output=True,
        check=False,
        timeout=600,
        env=os.environ | {"VBE_LANG": "en"},
    )
    answers = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in done.stdout.split(b"Content-Length:") if part]
    return done.returncode, answers, done.stderr.decode()


def test_a_request_with_bad_parameters_has_an_error_for_an_answer():
    """An editor waits for it; and nothing of what it sent is repeated."""
    asked = [(method, bad) for method in METHODS for bad in BAD]
    requests = [{"jsonrpc": "2.0", "id": i, "method": m, "params": bad} for i, (m, bad) in enumerate(asked, 1)]
    code, answers, errors = talk(*requests)
    assert (code, errors) == (0, "")
    told = {answer["id"]: answer for answer in answers if "id" in answer}
    assert told.keys() == {0, 9999, *range(1, len(asked) + 1)}
    assert all("error" in told[i] for i in range(1, len(asked) + 1))
    assert NUMBER not in json.dumps(answers)


@pytest.mark.parametrize("bad", [b"{no json", b"[1, 2]", b"5", b'"x"', b"null", b"\xff\xfe", b"[" * 100_000], ids=repr)
def test_what_is_no_message_ends_nothing(bad):
    hover = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}}
    code, answers, errors = talk(bad, {"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": hover})
    assert (code, errors) == (0, "")
    assert "result" in next(answer for answer in answers if answer.get("id") == 7)


def test_a_lone_surrogate_in_an_open_text_is_survived():
    opened = b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"%b","languageId":"yaml","version":1,"text":"title: \\ud800\\n"}}}'
    hover = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 9}}
    code, answers, errors = talk(
        opened % URI.encode(), {"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": hover}
    )
    assert (code, errors) == (0, "")
    assert any(answer.get("id") == 7 and "result" in answer for answer in answers)


@pytest.mark.parametrize(
    "header", [b"Content-Length: 999999999999\r\n\r\n{}", b"Content-Length: " + b"9" * 5000, b"Content-Length" + b"x" * 10_000]
)
def test_a_message_too_large_ends_the_server_in_a_line(header):
    code, _answers, errors = talk(header)
    assert code == 2
    assert errors == "vbe: The editor sent a message of more than 16 MiB.\n"
