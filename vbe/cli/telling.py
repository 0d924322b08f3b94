"""What a command says: its output, and words beside it on stderr. What comes from files is masked and made harmless."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.patterns import later

if TYPE_CHECKING:
    from vbe.output.registry import Writer
    from vbe.store.repository import Source

LINE = later(r"[^\n]*\n|[^\n]+")
"""A line with how it ends: a file may differ in nothing else."""


def harmless(text: str) -> str:
    """A text on one line, masked."""
    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import one_line

    return one_line(redact(text))


def say(line: str, mark: str = "vbe: ") -> None:
    """A word on stderr beside the output; `mark` stands before it."""
    from vbe.privacy.terminal import inert

    print(f"{mark}{inert(harmless(line))}", file=sys.stderr)


def tell(sentence: str, *, err: bool = False) -> None:
    """A sentence of the output, on lines that fit the terminal; `err` puts it on stderr."""
    from vbe.output.width import wrapped

    for line in wrapped(harmless(sentence), "", "  ", whole=True) if sentence else ():
        print(line, file=sys.stderr if err else sys.stdout)


def write_output(content: str | bytes, *, exact: bool = False) -> None:
    """Write a command's output; `exact` where a program reads it, which is UTF-8 whatever the terminal speaks."""
    from vbe.errors import VbeError

    if isinstance(content, str) and not exact:
        sys.stdout.write(content)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise VbeError(_("This format is no text."), _("Write it to a file: -o FILE."))
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def write_line(sentence: str) -> None:
    """A sentence of the output that may tell what stands in a file, on a line of its own."""
    write_output(harmless(sentence) + "\n")


def write_view(write: Writer, *shown: object, **how: object) -> None:
    """Write what a view makes of its results, as its format asks."""
    write_output(write(*shown, **how), exact=write.is_exact)


def deliver(result: str | bytes, source: Source, output: Path | None, name: str, *, exact: bool = False) -> None:
    """Write an output to a new file, into a folder under its own name, or to stdout."""
    from vbe.errors import VbeError
    from vbe.store.editing.atomic import write_atomically

    if output is None:
        write_output(result, exact=exact)
        return
    path = output / name if output.is_dir() else output
    if not path.parent.is_dir():
        raise VbeError(_("There is no folder {path}.").format(path=path.parent), _("Make it first, or write elsewhere."))
    content = result if isinstance(result, bytes) else result.encode("utf-8", "replace")
    old = path.read_bytes() if path.is_file() else None
    if old is not None and old != content:
        raise VbeError(_("{path} is there already.").format(path=path), _("Move it away first, or write to another file."))
    write_atomically(path, content, old, root=source.root)
    print(_("Wrote {path}.").format(path=path), file=sys.stderr)


def difference(file: str, old: str, new: str, context: int = 3) -> str:
    """A file's text before and after, as lines of a comparison; `context` is how many that are alike are shown around each."""
    from difflib import unified_diff

    from vbe.privacy.redaction import redact
    from vbe.privacy.terminal import printable

    shown = ""
    for line in unified_diff(LINE.findall(old), LINE.findall(new), f"a/{file}", f"b/{file}", n=context):
        text = line.removesuffix("\n")
        body = text.removesuffix("\r")
        shown += f"{printable(redact(body))}{'^M' if body != text else ''}\n"
        if text == line:
            shown += f"\\ {_('No newline at end of file')}\n"
    return shown
