"""Reviews that may be no more than a new date. Told, never counted as a fault: nobody can see from here what was read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.model.corpus import Corpus
    from vbe.store.history import GitClock

MANY_STAMPS = 3
"""So many times the date was moved and nothing else."""
MANY_RECORDS = 5
"""So many records were reviewed in one commit that changed nothing else in them."""


class Remark(NamedTuple):
    """Something to ask the owner about."""

    kind: str
    files: tuple[str, ...]
    records: tuple[str, ...]
    message: str


def remarks(corpus: Corpus, clocks: Mapping[str, GitClock]) -> Iterator[Remark]:
    """What looks like stamping."""
    together: dict[str, list[str]] = defaultdict(list)
    for file, clock in sorted(clocks.items()):
        record = corpus.by_file.get(file)
        if record is None:
            continue
        if clock.stamps >= MANY_STAMPS:
            message = _("{record}: the review date has been moved {count} times in a row without any change of content or note.")
            yield Remark("stamped", (file,), (record.id,), message.format(record=record.id, count=clock.stamps))
        if clock.passed_over:
            message = _("{record}: edits that do not count, as .git-blame-ignore-revs listed them at the review: {commits}.")
            named = ", ".join(commit[:10] for commit in clock.passed_over)
            yield Remark("passed_over", (file,), (record.id,), message.format(record=record.id, commits=named))
        if clock.stamped_in:
            together[clock.stamped_in].append(file)
    for commit, files in sorted(together.items()):
        if len(files) >= MANY_RECORDS:
            message = _("{count} records were marked as reviewed in one commit ({commit}), which changed nothing else in them.")
            names = tuple(corpus.by_file[file].id for file in files)
            yield Remark("stamped_together", tuple(files), names, message.format(count=len(files), commit=commit[:10]))
