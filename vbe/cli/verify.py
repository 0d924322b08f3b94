"""`vbe verify`: make a report again from the commit that it names, and say whether it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source, read_file
from vbe.cli.options import InRepository, format_of
from vbe.cli.telling import write_view
from vbe.language import _
from vbe.output.registry import writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from vbe.domain.proof import Proof
    from vbe.store.commit import Commit


class VerifyOptions(InRepository):
    """What `vbe verify` takes."""

    file: Annotated[
        Path, typer.Argument(help=_("A file that `vbe report` or `vbe publish` has written, or the folder of a site."))
    ]
    on: Annotated[str | None, typer.Option("--on", metavar="REV", help=_("The line that the commit must be part of."))] = None
    form: Annotated[str, format_of("verify")] = "text"


def verify(asked: VerifyOptions) -> int:
    from vbe.store.commit import Commit

    write = writer("verify", asked.form)
    commit, check = read_claim(asked.file)
    source = open_source(asked.root, commit)
    assert isinstance(source, Commit)
    proof = check(source, asked.on)
    write_view(write, proof)
    return int(proof.answer == "different")


def read_claim(file: Path) -> tuple[str, Callable[[Commit, str | None], Proof]]:
    """The commit that a report, or the folder of a site, says that it was made from, and what checks that."""
    from vbe.app.site.proving import find_site, prove_site, read_site
    from vbe.app.verifying import read_order
    from vbe.app.verifying import verify as verify_file
    from vbe.report.render import format_of_suffix, read_provenance

    if (folder := find_site(file)) is not None:
        return read_site(folder)[0].commit or "", lambda source, on: prove_site(folder, source, on)
    kind = format_of_suffix(file.suffix)
    content = read_file(file)
    _order, commit = read_order(read_provenance(content, kind))
    return commit, lambda source, on: verify_file(content, kind, source, on)
