"""What has an id inside a record: actors, channels, obligations, commitments, indicators, remarks, aims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from typing_extensions import TypeVar

from vbe.model.records import HOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.diagnostics import Route
    from vbe.model.kinds import EntryList, Kind, M, Record

C_co = TypeVar("C_co", covariant=True, default=object)


class Entry(NamedTuple, Generic[C_co]):
    """Something with an id: a whole record, or an actor, channel, obligation, commitment, indicator or remark inside one."""

    kind: str
    id: str
    record: Record
    route: Route
    content: C_co
    actor_type: str = ""
    """For an actor: which type of actor."""


def entries_of(record: Record) -> list[Entry]:
    """Everything in a record that has an id, the record itself first."""
    entries: list[Entry] = [Entry(record.kind, record.id, record, (), record.content)]
    for listed in HOLDERS[record.kind].entries:
        if not listed.kind.is_anonymous:
            entries.extend(_listed(record, listed))
    return entries


def holder_of(entry: Entry, kind: Kind[M]) -> M:
    """What the record holds that an entry stands in, which is of this kind."""
    content = entry.record.content
    assert isinstance(content, kind.model)
    return content


def _listed(record: Record, listed: EntryList) -> Iterator[Entry]:
    """The members of one list of entries. In a table from ids to names the id is the key."""
    members = getattr(record.content, listed.field)
    actor_type = listed.actor_type.name if listed.actor_type is not None else ""
    for key, content in members.items() if isinstance(members, dict) else enumerate(members):
        identity: str = content.id if isinstance(key, int) else key
        yield Entry(listed.kind.name, identity, record, (listed.field, key), content, actor_type)
