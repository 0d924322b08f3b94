"""`vbe history ID`: a record's versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import read_history, reviews, today
from vbe.cli.options import All, Language, Revision, Root, file_or_word, open_source, write_output
from vbe.language import _
from vbe.output.registry import brevity, choices, writer
from vbe.privacy.redaction import redact
from vbe.privacy.terminal import inert, one_line

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.store.history import History

FORMATS = choices("history")


def history(
    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))],
    everything: All = False,
    form: Annotated[str, typer.Option("--format", metavar=FORMATS, help=_("How the result is written."))] = "table",
    at: Revision = None,
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.domain.identify import identify
    from vbe.domain.telling import summarize_all
    from vbe.errors import VbeError
    from vbe.store.history import NoHistory, versions
    from vbe.store.loader import load

    write, source = writer("history", form), open_source(root, at)
    corpus = load(source)
    entry = identify(corpus, file_or_word(identity, source))
    record = entry.record
    known = read_history(source)
    if isinstance(known, NoHistory):
        raise VbeError(known.error.message, known.error.hint)
    found = list(versions(known, record.file))
    if not found:
        raise VbeError(_("git does not know {file}.").format(file=record.file), _("Commit it first."))
    write_output(
        write(f"{entry.id} ({record.file})", summarize_all(found, corpus, entry), **brevity(form, whole=everything)),
        exact=write.is_exact,
    )
    _ask_about(corpus, record.file, known)
    return _undecided(known)


def _ask_about(corpus: Corpus, file: str, known: History) -> None:
    """A word on reviews that left no trace but their date."""
    from vbe.domain.freshness.stamping import remarks

    asked = [review for review in reviews(corpus, today()) if review.file == file]
    for remark in remarks(corpus, known.clocks(asked, today())):
        typer.echo(f"vbe: {inert(one_line(redact(remark.message)))}", err=True)


def _undecided(known: History) -> int:
    """A history that is cut off or joined anew is told as far as it goes, with a word on it and the exit code for that."""
    gap = known.gap
    if gap is None:
        return 0
    typer.echo(f"vbe: {gap.message} {gap.hint}", err=True)
    return 3


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("history")(history)
