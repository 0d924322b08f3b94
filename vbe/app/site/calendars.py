"""A calendar for each board and each department: days for reviews, follow-ups and next steps."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vbe.domain.freshness.assessment import Assessment
from vbe.domain.organisation import Organisation
from vbe.model.records.organisation import BOARD, DEPARTMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.app.origin import Origin
    from vbe.domain.freshness.model import Freshness
    from vbe.model.corpus import Corpus
    from vbe.site import SiteView


def calendars(view: SiteView, corpus: Corpus, found: tuple[Freshness, ...], origin: Origin) -> dict[str, bytes]:
    """Board or department → its calendar (ics); none for the public, whom reviews do not concern."""
    if view.is_public:
        return {}
    from vbe.app.assess import setting_of
    from vbe.output.registry import writer

    midnight = datetime.datetime.combine(view.as_of, datetime.time(), datetime.UTC)
    setting = setting_of(corpus, origin.committed or midnight)
    write, whole = writer("stale", "ics"), Assessment(view.as_of, "complete", found)
    files: dict[str, bytes] = {}
    events: dict[str, bytes] = {}
    same: dict[tuple[str, ...], bytes] = {}
    for actor, departments in _asked(view.organisation):
        if departments in same:
            files[actor] = same[departments]
            continue
        parts = [whole.of_department(department) for department in departments]
        freshness = tuple({(f.kind, f.id): f for part in parts for f in part.freshness}.values())
        narrowed = Assessment(view.as_of, "complete", freshness, department=departments[0] if len(departments) == 1 else None)
        files[actor] = same[departments] = str(write(narrowed, setting, told=events)).encode("utf-8")
    return files


def _asked(organisation: Organisation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each department by itself, and each board with the departments that serve it."""
    corpus = organisation.corpus
    for entry in (*corpus.all_of(DEPARTMENT), *corpus.all_of(BOARD)):
        departments = organisation.departments_of(entry.id)
        if organisation.exists(entry.id) and departments:
            yield entry.id, departments
