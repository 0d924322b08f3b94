"""Internal documents in places that anyone can read."""

from __future__ import annotations

from vbe.language import _
from vbe.model.records import ACTOR_TYPES
from vbe.model.records.organisation import ACTOR
from vbe.rules import Corpus, Finding, Findings, rule

PUBLIC = frozenset(name for name, described in ACTOR_TYPES.items() if not described.is_ours)
"""Types of actor outside the municipality."""


@rule("VBE708")
def published_internal_document(corpus: Corpus) -> Findings:
    """An internal routine or guidance example is published where the public reads.

    A document for staff can say how things are found out and protected. Whether a channel is public is told by its
    `audience` in `strategy/organisation.yaml`: residents, associations and partners are the public, roles and boards are
    not.

    Bad (where webbplatsen is for invanare):

        audience: internal
        published_at: [webbplatsen]

    Good:

        audience: internal
        published_at: [intranatet]
    """
    public = {identity for identity, channel in corpus.channels.items() if _is_public(corpus, channel.audience)}
    for record in corpus.documents:
        if record.content.audience != "internal":
            continue
        for index, channel in enumerate(record.content.published_at):
            if channel in public:
                message = _("The document is internal, but “{channel}” is read by the public.").format(channel=channel)
                hint = _("Choose another channel, or set audience: public if everyone may read it.")
                yield Finding(record.file, message, hint, ("published_at", index))


def _is_public(corpus: Corpus, audience: tuple[str, ...]) -> bool:
    members = {member for actor in audience for member in corpus.members(actor)}
    return any((entry := corpus.find(ACTOR, member)) is not None and entry.actor_type in PUBLIC for member in members)
