"""`vbe history ID`: a record's versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from vbe.app.assess import read_history, reviews, today
from vbe.cli.files import file_or_word, open_source
from vbe.cli.options import All, Reading, format_of
from vbe.cli.telling import say, write_view
from vbe.language import _
from vbe.output.registry import brevity, writer

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.store.history import History


class HistoryOptions(Reading):
    """What `vbe history` takes."""

    identity: Annotated[str, typer.Argument(metavar="ID", help=_("An id or a file."))]
    everything: All = False
    form: Annotated[str, format_of("history")] = "table"


def history(asked: HistoryOptions) -> int:
    from vbe.domain.identify import identify
    from vbe.domain.telling import summarize_all
    from vbe.errors import VbeError
    from vbe.store.history import NoHistory, versions
    from vbe.store.loader import load

    write, source = writer("history", asked.form), open_source(asked.root, asked.at)
    corpus = load(source)
    entry = identify(corpus, file_or_word(asked.identity, source))
    record = entry.record
    known = read_history(source)
    if isinstance(known, NoHistory):
        raise VbeError(known.error.message, known.error.hint)
    found = list(versions(known, record.file))
    if not found:
        raise VbeError(_("git does not know {file}.").format(file=record.file), _("Commit it first."))
    name = f"{entry.id} ({record.file})"
    write_view(write, name, summarize_all(found, corpus, entry), **brevity(asked.form, whole=asked.everything))
    _ask_about(corpus, record.file, known)
    return _undecided(known)


def _ask_about(corpus: Corpus, file: str, known: History) -> None:
    """A word on reviews that left no trace but their date."""
    from vbe.domain.freshness.stamping import remarks

    asked = [review for review in reviews(corpus, today()) if review.file == file]
    for remark in remarks(corpus, known.clocks(asked, today())):
        say(remark.message)


def _undecided(known: History) -> int:
    """A history that is cut off or joined anew is told as far as it goes, with a word on it and the exit code for that."""
    gap = known.gap
    if gap is None:
        return 0
    say(f"{gap.message} {gap.hint}")
    return 3
