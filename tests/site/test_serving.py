"""The site on this computer: for nobody else, with no way out of it, and renewed."""

from __future__ import annotations

import http.client
import threading

import pytest

from vbe.app.site.making import SiteOrder, make_site
from vbe.app.site.serving import LOOPBACK, LiveSite, open_server, path_of, type_of
from vbe.errors import VbeError
from vbe.site import Edition, render
from vbe.site.manifest import MANIFEST
from vbe.store.repository import Disk


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/sok.html?q=a", "sok.html"),
        ("/../../etc/passwd", "etc/passwd"),
        ("/%2e%2e/%2e%2e/etc/passwd", "etc/passwd"),
        ("//etc/passwd", "passwd"),
        ("/a/../../vbe.yaml", "vbe.yaml"),
    ],
)
def test_an_address_names_a_file_of_the_site_or_none(address, path):
    assert path_of(address) == path


def test_files_have_their_types():
    assert type_of("a.html") == "text/html; charset=utf-8"
    assert type_of("a.pdf") == "application/pdf"


def asked(server, path, host=None, method="GET"):
    connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=60)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read()


def test_it_is_shown_here_alone_and_renewed(base):
    said = []
    live = LiveSite(Disk(base), SiteOrder(Edition.STAFF), said.append)
    with open_server(live, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            assert server.server_address[0] == "127.0.0.1"
            assert asked(server, "/")[0] == 200
            assert asked(server, "/vbe.yaml")[0] == 404
            assert asked(server, "/../vbe.yaml")[0] == 404
            assert asked(server, "/", host="elsewhere.example")[0] == 403
            assert asked(server, "/", method="POST")[0] == 501
            assert asked(server, "/", method="HEAD") == (200, b"")
            file = next((base / "routines").rglob("*.yaml"))
            file.write_text(file.read_text("utf-8").replace("title: ", "title: Förnyad "), "utf-8")
            status, page = asked(server, f"/rutiner/{file.parent.name}/{file.stem}.html")
            assert status == 200
            assert "Förnyad" in page.decode()
            file.write_text("title: [", "utf-8")
            assert "Sidan saknas" in asked(server, f"/rutiner/{file.parent.name}/{file.stem}.html")[1].decode()
            with pytest.raises(VbeError, match="--port"):
                raise_hint(live, server.server_port)
        finally:
            server.shutdown()
    assert any("förnyad" in line for line in said)


def test_only_what_a_record_touches_is_made_again_and_it_is_what_a_whole_run_makes(base, monkeypatch):
    live = LiveSite(Disk(base), SiteOrder(Edition.STAFF), lambda _line: None)
    drawn = []
    rendered = render._rendered

    def counted(pages, site, environment):
        chosen = list(pages)
        drawn.extend(page.path for page in chosen)
        return rendered(chosen, site, environment)

    monkeypatch.setattr(render, "_rendered", counted)
    file = next((base / "routines").rglob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Förnyad "), "utf-8")
    path = f"rutiner/{file.parent.name}/{file.stem}.html"
    assert "Förnyad".encode() in live.get(path)
    assert path in drawn
    assert len(drawn) < sum(name.endswith(".html") for name in live.files) / 2
    whole = make_site(Disk(base), SiteOrder(Edition.STAFF)).files
    assert {name for name in whole if live.files[name] != whole[name]} <= {MANIFEST}  # Says which templates this run has used.
    assert live.files.keys() == whole.keys()


def raise_hint(live, port):
    try:
        open_server(live, port)
    except VbeError as error:
        raise VbeError(error.hint) from None
