"""What has an id inside a record: actors, channels, obligations, commitments, indicators, remarks, aims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.model.records import Record

ACTOR_LISTS = {
    "boards": "board",
    "departments": "department",
    "units": "unit",
    "roles": "role",
    "groups": "group",
    "partners": "partner",
    "audiences": "audience",
    "collectives": "collective",
}
"""Where in the organisation each kind of actor stands."""


class Entry(NamedTuple):
    """Something with an id: a whole record, or an actor, channel, obligation, commitment, indicator or remark inside one."""

    kind: str
    id: str
    record: Record
    route: Route
    content: Any
    sort: str = ""
    """For an actor: which kind of actor."""


def entries_of(record: Record) -> list[Entry]:
    """Everything in a record that has an id, the record itself first."""
    content, kind = record.content, record.kind
    entries = [Entry(kind, record.id, record, (), content)]
    if kind == "organisation":
        for name, sort in ACTOR_LISTS.items():
            actors = enumerate(getattr(content, name))
            entries.extend(Entry("actor", actor.id, record, (name, i), actor, sort) for i, actor in actors)
        entries.extend(Entry("channel", c.id, record, ("channels", i), c) for i, c in enumerate(content.channels))
    elif kind == "obligations":
        listed = enumerate(content.obligations)
        entries.extend(Entry("obligation", o.id, record, ("obligations", i), o) for i, o in listed)
    elif kind == "area":
        entries.extend(Entry("commitment", c.id, record, ("commitments", i), c) for i, c in enumerate(content.commitments))
        entries.extend(Entry("indicator", c.id, record, ("indicators", i), c) for i, c in enumerate(content.indicators))
    elif kind == "decisions":
        entries.extend(Entry("remark", r.id, record, ("remarks", i), r) for i, r in enumerate(content.remarks))
    elif kind == "profile":
        entries.extend(Entry("aim", aim, record, ("aims", aim), name) for aim, name in content.aims.items())
        named = content.environments.items()
        entries.extend(Entry("environment", e, record, ("environments", e), name) for e, name in named)
    return entries
