"""A link of the chain in words: what it is, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.chain.nodes import Broken
from vbe.domain.changes.labels import in_marks
from vbe.language import _, enumerate_words, ngettext
from vbe.model.labels import VALUES
from vbe.model.records import ALL_KINDS, DOCUMENT_KINDS, HOLDERS
from vbe.model.records.followup import FOLLOWUP
from vbe.output.width import columns, shortened

if TYPE_CHECKING:
    from vbe.output.trace.view import Chain, Link

SHORTEST = 12


def link_words(node: Link, width: int | None = None) -> str:
    """A link on one line; its title in full, or as much of it as the width leaves room for."""
    if node.broken is not None:
        return _broken(node)
    title = node.title
    owner = enumerate_words(node.owner_names)
    words = _sound(node, in_marks(title) if title else "", owner)
    if width is not None and title and columns(words) > width:
        if len(node.owners) > 1 and columns(owner) > width // 3:
            owner = _("{owner} and others").format(owner=node.owner_names[0])
            words = _sound(node, in_marks(title), owner)
        room = max(SHORTEST, columns(title) - max(columns(words) - width, 0))
        words = _sound(node, in_marks(shortened(title, room)), owner)
    return words if width is None else shortened(words, width)


def _sound(node: Link, title: str, owner: str) -> str:
    words = _template(node).format(
        id=node.id,
        title=title,
        owner=owner,
        state=_(VALUES.get(node.state, node.state)) if node.state else "",
        year=node.id.partition("/")[0],
        date=node.date.isoformat() if node.date else "",
    )
    return words.replace(" ()", "").strip(" :,")


def _template(node: Link) -> str:
    """What a link is called, with gaps: as its kind says, or as one of the links that are no entries."""
    if node.kind == FOLLOWUP.name and node.state:
        return _("follow-up of {year} ({owner}): {state} {title}")
    if node.kind in ALL_KINDS:
        return _(ALL_KINDS[node.kind].link)
    templates = {
        "value": _("value of {year} ({owner})"),
        "evidence": _("evidence of {date}: {state} {title}"),
        "section": _("section “{id}” of the plan’s text"),
        "rule": _("the rule {id}"),
        "command": _("the command {id}"),
        "boundary": _("not the municipality’s task"),
        "report": _report(node),
    }
    return templates[node.kind]


def _report(node: Link) -> str:
    """Where in the annual follow-up it is shown."""
    if node.state == FOLLOWUP.name:
        return _("the annual follow-up of {id}, board by board")
    if node.state in DOCUMENT_KINDS:
        return _("the annual follow-up of {id}, {documents}").replace("{documents}", _(HOLDERS[node.state].plural))
    return _("the annual follow-up of {id}, action area {area}").replace("{area}", node.state)


def _broken(node: Link) -> str:
    words = {
        Broken.MISSING: _("{id} is named but does not exist"),
        Broken.NO_CARRIER: _("nothing carries the demand"),
        Broken.ONLY_DRAFT: _("only a draft carries the demand, and nobody has decided it"),
        Broken.NOTHING_SHOWS: _("no routine, no guidance example and no evidence"),
        Broken.NOT_SHOWN: _("no evidence and no report yet"),
        Broken.NO_FOLLOW_UP: _("no board has reported on it for {id}"),
        Broken.NO_VALUE: _("no value for {id}"),
    }
    assert node.broken is not None
    return words[node.broken].format(id=node.id)


def broken_summary(trace: Chain) -> str:
    """How many links are broken, in a sentence."""
    count = trace.broken
    if not count:
        return _("No link is broken.")
    return ngettext("{count} link is broken.", "{count} links are broken.", count).format(count=count)
