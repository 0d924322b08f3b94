"""Names where none should stand: of persons in fields for roles, of single associations in areas about them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.lexicon import Signs, any_of
from vbe.language.patterns import later
from vbe.model.records import ACTOR_TYPES, HOLDERS
from vbe.model.records.area import COMMITMENT, Area
from vbe.model.records.followup import Decisions, FollowUp
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ACTOR, Actor, Channel, Role
from vbe.privacy import looks_like_person_name
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, rule, text_rule
from vbe.rules.privacy.written import with_name
from vbe.rules.sources import PERSONAL_DATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vbe.diagnostics import Route
    from vbe.model.records import Record
    from vbe.model.references import Reference

STAFF = frozenset(name for name, described in ACTOR_TYPES.items() if described.is_staff)
"""Types of actor whose names are words for what they do."""

# "Lindviks moské", "föreningen Solrosen", "Viks kulturella förening", "Lindviks BK"; not "en förening", not the first word
# of a sentence alone, not plurals.
_KIND = r"(?:idrotts|kultur|ungdoms|hyresgäst|bostadsrätts|kyrko)?(?:förening|församling|moské|idrottsklubb|idrottsförening)"
_NAMED = later(
    rf"""(?<![.!?:]\s)(?<!^)\b[A-ZÅÄÖ][a-zåäöé]+(?:\s[a-zåäö]+(?:iska|ska|na|ella))?\s{_KIND}(?:en|n)?s?\b
      | \b{_KIND}(?:en|n)\s+[A-ZÅÄÖ][a-zåäöé]+
      | \b[A-ZÅÄÖ][a-zåäöé]+\s(?:IF|IK|BK|FF|FC|IBK|BTK)\b""",
    re.VERBOSE,
)
_SIGNS = ("förening", "församling", "moské", "idrottsklubb", "IF", "IK", "BK", "FF", "FC", "BTK")
"""What every such name holds; most texts hold none of it."""
_may_name = any_of(_SIGNS)


@rule("VBE704", sources=(PERSONAL_DATA,))
def person_name(corpus: Corpus) -> Findings:
    """A person's name stands where a role is wanted.

    Roles, units and groups are named after what they do. A name is out of date the day somebody changes work, and it says
    who works against extremism. The names, ids, aliases, contacts and accounts of actors are read, and the ids by which
    records name actors.

    Bad: a given name and a surname under name.

    Good:

        name: Säkerhetschefen
    """
    message = _("A person's name seems to stand where a role is wanted.")
    hint = _("Write the role or the function, such as Säkerhetschefen.")
    named = _("A person's name seems to stand in the field “{name}”, where a role is wanted.")
    for file, route in _named_persons(corpus):
        field = next((part for part in reversed(route) if isinstance(part, str)), "")
        yield Finding(file, with_name(field, message, named), hint, route)


def _named_persons(corpus: Corpus) -> Iterator[tuple[str, Route]]:
    for entry in corpus.all_entries:
        named = entry.content
        if not isinstance(named, Actor | Channel):
            continue
        texts: list[tuple[Route, str]] = [(("id",), named.id.replace("-", " ")), (("contact",), named.contact or "")]
        if isinstance(named, Actor) and entry.actor_type in STAFF:
            texts.append((("name",), named.name))
            texts += [(("aliases", index), alias) for index, alias in enumerate(named.aliases)]
        if isinstance(named, Role) and named.handle:
            texts.append((("handle",), re.sub(r"[@/._-]", " ", named.handle)))
        yield from ((entry.record.file, (*entry.route, *route)) for route, text in texts if looks_like_person_name(text))
    for (kind, identity), references in corpus.incoming.items():
        if kind == ACTOR.name and identity not in corpus.actors and looks_like_person_name(identity.replace("-", " ")):
            yield from ((reference.record.file, reference.route) for reference in references)


@text_rule("VBE707", Severity.WARNING)
def named_association(corpus: Corpus) -> ReadOne:
    """A single association, congregation or tenant is named where support and premises are written about.

    Associations can be tied to the persons on their boards. Named beside withdrawn support or a cancelled lease, one is
    accused without being heard. The profile lists the areas where this holds under `guarded_areas`; their commitments, the
    routines and guidance that carry them, and the reports on them are read. Partners in `strategy/organisation.yaml` may be
    named. The rule knows names by their form, so it misses those that look like other words.

    Bad: the name of a sports club in the result of a commitment on leases.

    Good:

        result: Avtalen har nya villkor för alla föreningar.
    """
    guarded = frozenset(corpus.profile.guarded_areas)
    partners = {entry.content.name for entry in corpus.all_of(ACTOR) if entry.actor_type not in STAFF}
    message = _("A single association, congregation or tenant seems to be named.")
    hint = _("Write about associations in general, or delete the sentence.")
    signs = Signs(_may_name)

    def read(texts: RecordTexts) -> Findings:
        if not guarded or not HOLDERS[texts.record.kind].place.gaps or not texts.may_hold(signs):
            return
        is_about = _guard(corpus, texts.record, guarded)
        if is_about is None:
            return
        for text in texts.all:
            named = _NAMED.finditer(text.text) if _may_name(text.text) and is_about(text.route) else ()
            if any(not any(match[0] in name for name in partners) for match in named):
                yield Finding(texts.record.file, message, hint, text.route)

    return read


def _guard(corpus: Corpus, record: Record, guarded: frozenset[int]) -> Callable[[Route], bool] | None:
    """What tells whether a place in a record is about one of the guarded areas; None where no place is."""
    if isinstance(record.content, FollowUp):
        return lambda route: route[0] == "commitments" and _area(str(route[1])) in guarded
    if isinstance(record.content, Decisions):
        named = [remark.commitment for remark in record.content.remarks]
        about = {index for index, commitment in enumerate(named) if commitment is not None and _area(commitment) in guarded}
        return lambda route: route[0] == "remarks" and route[1] in about
    if isinstance(record.content, Area):
        is_about = int(record.id) in guarded
    else:
        is_about = any(_is_guarded(corpus, reference, guarded) for reference in corpus.outgoing(record))
    return (lambda _route: True) if is_about else None


def _is_guarded(corpus: Corpus, reference: Reference, guarded: frozenset[int]) -> bool:
    """Whether a commitment or demand that a record names belongs to a guarded area."""
    if reference.refers.kind == COMMITMENT.name:
        return _area(reference.id) in guarded
    obligation = corpus.obligations.get(reference.id) if reference.refers.kind == OBLIGATION.name else None
    return obligation is not None and obligation.area in guarded


def _area(commitment: str) -> int:
    return int(commitment.split(".", maxsplit=1)[0])
