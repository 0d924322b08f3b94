"""Many versions of files through one process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.store.git.process import start

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

# So few at a time that the requests always fit into a pipe: neither side waits for the other.
REQUESTS = 200
MAX_BYTES = 4 * 1024 * 1024
MAX_RESTARTS = 3


class Blobs:
    """A running `git cat-file --batch`. What is missing or larger than any record is None."""

    def __init__(self, folder: Path, flags: Sequence[str] = ()) -> None:
        self._folder = folder
        self._flags = flags
        self._process: subprocess.Popen[bytes] | None = None
        self._starts = 0

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()

    def read(self, oids: Sequence[str]) -> dict[str, bytes | None]:
        """Object id, or `commit:path` from the top → content."""
        wanted = list(dict.fromkeys(oids))
        found: dict[str, bytes | None] = {}
        for index in range(0, len(wanted), REQUESTS):
            self._read(wanted[index : index + REQUESTS], found)
        return found

    def _read(self, wanted: list[str], found: dict[str, bytes | None]) -> None:
        while wanted:
            if self._process is None:
                if self._starts > MAX_RESTARTS:
                    found.update(dict.fromkeys(wanted))
                    return
                self._process = start(self._folder, ["cat-file", "--batch"], flags=self._flags)
                self._starts += 1
            done = self._ask(self._process, wanted, found)
            if done == len(wanted):
                return
            # git gives up at a version that it would have to fetch, or that is damaged.
            found[wanted[done]] = None
            wanted = wanted[done + 1 :]
            self.close()

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], wanted: list[str], found: dict[str, bytes | None]) -> int:
        """How many of the answers came."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write("".join(f"{oid}\n" for oid in wanted).encode())
            process.stdin.flush()
        except BrokenPipeError:
            return 0
        for done, oid in enumerate(wanted):
            header = process.stdout.readline().split()
            if not header:
                return done
            if len(header) != 3 or header[-1] == b"missing":
                found[oid] = None
                continue
            size = int(header[2])
            content = process.stdout.read(min(size, MAX_BYTES))
            if len(content) < min(size, MAX_BYTES):
                return done
            left = size + 1 - len(content)
            while left > 0 and (part := process.stdout.read(min(left, MAX_BYTES))):
                left -= len(part)
            found[oid] = content if size <= MAX_BYTES and header[1] == b"blob" else None
        return len(wanted)
