"""The site on this computer's own address, made anew when the records change. It is held in memory: no path reaches the disk.

Only this computer can reach it, and only by its own name: a page elsewhere that has its name lead here is turned away.
"""

from __future__ import annotations

import mimetypes
import posixpath
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from vbe.app.site.making import make_site
from vbe.errors import VbeError
from vbe.language import _, ngettext
from vbe.store.reasons import os_error_text
from vbe.store.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.app.site.making import SiteOrder
    from vbe.store.repository import Source

LOOPBACK = "127.0.0.1"
OWN_NAMES = frozenset({LOOPBACK, "localhost"})
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".xml": "application/atom+xml",
    ".ics": "text/calendar",
}
TEXT = frozenset(TYPES.values()) | {"text/markdown", "text/plain", "application/json"}
Signature = tuple[tuple[str, int, int], ...]


class LiveSite:
    """The files of the site as the records are now."""

    def __init__(self, source: Source, order: SiteOrder, say: Callable[[str], None]) -> None:
        self._source, self._order, self._say = source, order, say
        self._lock = threading.Lock()
        self._seen = self._signature()
        site = make_site(source, order, say)
        self.files, self._kept = site.files, site.kept
        for line in site.faults:
            say(line)

    def get(self, path: str) -> bytes | None:
        """A file, from a site that is up to date; None where there is none."""
        with self._lock:
            now = self._signature()
            if now != self._seen:
                self._seen = now
                self._renew()
            return self.files.get(path)

    def _renew(self) -> None:
        """Make it again. Where that cannot be done the old site stays, and the fault is said."""
        try:
            site = make_site(self._source, self._order, self._say, self._kept)
        except VbeError as error:
            self._say(f"{error.message} {error.hint}".strip())
            return
        changed = sum(self.files.get(path) != content for path, content in site.files.items())
        self.files, self._kept = site.files, site.kept
        message = ngettext("{count} file is renewed.", "{count} files are renewed.", changed).format(count=changed)
        for line in (*site.faults, message):
            self._say(line)

    def _signature(self) -> Signature:
        """Name, size and time of every file that the site is made of."""
        root = self._source.root
        own = [path for path in (root / TEMPLATES).rglob("*") if path.is_file() and not path.is_symlink()]
        found = []
        for path in [*(root / file for file in self._source.listing().files), *own]:
            try:
                status = path.stat()
            except OSError:
                continue
            found.append((str(path), status.st_size, status.st_mtime_ns))
        return tuple(found)


def open_server(live: LiveSite, port: int) -> ThreadingHTTPServer:
    """A server on this computer alone; `port` 0 takes one that is free. Whoever opens it also runs and closes it."""

    class Handler(BaseHTTPRequestHandler):
        """Answers GET and HEAD from the live site, and nothing else."""

        server_version, sys_version = "vbe", ""

        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def _answer(self, *, body: bool) -> None:
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
            content = live.get(path_of(self.path)) if host in OWN_NAMES else None
            if content is None:
                self.send_error(HTTPStatus.NOT_FOUND if host in OWN_NAMES else HTTPStatus.FORBIDDEN)
                return
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", type_of(path_of(self.path)))
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            if body:
                self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Nothing: whoever looks at the pages is not written down."""

    try:
        return ThreadingHTTPServer((LOOPBACK, port), Handler)
    except OSError as error:
        message = _("The site cannot be shown on port {port}: {reason}.").format(port=port, reason=os_error_text(error))
        raise VbeError(message, _("Choose another with --port.")) from None


def path_of(address: str) -> str:
    """The file that an address names; a folder's is its front page. What leads upwards names nothing."""
    path = posixpath.normpath("/" + unquote(urlsplit(address).path).lstrip("/")).lstrip("/")
    return path or "index.html"


def type_of(path: str) -> str:
    """The media type of a file, with its character set where it is text."""
    suffix = posixpath.splitext(path)[1]
    found = TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{found}; charset=utf-8" if found in TEXT else found


def serve(live: LiveSite, port: int, say: Callable[[str], None]) -> None:
    """Show the site until somebody interrupts."""
    with open_server(live, port) as server:
        say(_("The site is shown at {address}; Ctrl+C ends it.").format(address=f"http://{LOOPBACK}:{server.server_port}/"))
        server.serve_forever()
