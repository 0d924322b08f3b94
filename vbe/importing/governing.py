"""Cover and actors → the texts of the strategy's, the organisation's and the obligations' files, and of the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vbe.importing.labels import is_duty, sentences
from vbe.importing.naming import AUDIENCE, BOARD, COLLECTIVE, DEPARTMENT, GROUP, PARTNER, ROLE, UNIT
from vbe.importing.roster import COUNCIL, EXECUTIVE, LEVELS
from vbe.importing.trail import FIRST, SECOND, SHORT, THIRD, Trail
from vbe.importing.yaml_lines import Lines, entry
from vbe.language import _
from vbe.scaffold.choices import slug
from vbe.scaffold.municipality import pattern_of
from vbe.scaffold.plain import TYPES
from vbe.store.editing.scalars import key_text

if TYPE_CHECKING:
    from vbe.importing.facts import Cover, JointDecision, ProfileFacts
    from vbe.importing.plan import Plan
    from vbe.importing.roster import Member, Roster

LISTS: Final = {
    BOARD: "boards", DEPARTMENT: "departments", UNIT: "units", ROLE: "roles", GROUP: "groups", PARTNER: "partners",
    AUDIENCE: "audiences", COLLECTIVE: "collectives",
}  # fmt: skip
DEFINITE: Final = {"program": "programmet", **{kind: words["definite"] for kind, words in TYPES.items()}}
FIELDS: Final = {
    "title": "title", "document_type": "document_type", "case_number": "case_number", "decided_by": "decided_by",
    "decided_on": "versions", "paragraph": "versions", "version": "versions", "valid_to": "valid_to", "valid_from": "valid_from",
    "owner_role": "owner_role", "applies_to": "applies_to", "follow_up": "follow_up", "revised_on": "revised_on",
    "supersedes": "supersedes", "parent": "parent", "history": "versions",
}  # fmt: skip
"""Field of the cover → where it stands in the record."""
PARTNER_KINDS: Final = (
    ("kommunfullmäktige", "municipality"),
    ("region", "region"),
    ("bolag", "company"),
    ("universitet", "university"),
    ("högskol", "university"),
)


def strategy_text(plan: Plan, cover: Cover, title: str, trail: Trail) -> str:
    """The strategy's file."""
    lines = Lines()
    lines.add("title", title[:SHORT], "" if plan.title is not None else _("the file’s name; no title was found"))
    lines.add("document_type", slug(cover.kind), "" if cover.is_kind_told else _("the title"))
    lines.add("case_number", cover.case_number)
    of_title = _("the years in the title") if cover.is_span_of_title else ""
    lines.add("valid_from", cover.valid_from, of_title)
    lines.add("valid_to", cover.valid_to, of_title)
    lines.add("until_further_notice", cover.until_further_notice or None)
    lines.add("decided_by", cover.decided_by)
    lines.add("owner_role", cover.owner)
    lines.add("revised_on", cover.revised_on)
    if cover.follow_up is not None:
        inner = Lines()
        inner.add("by", cover.follow_up[0])
        inner.add("every_months", cover.follow_up[1])
        lines.mapping("follow_up", inner)
    lines.add("applies_to", cover.applies_to)
    lines.add("parent", cover.parent, _("the text, which names it") if cover.is_parent_guess else "")
    lines.add("supersedes", [cover.supersedes] if cover.supersedes else [])
    lines.list("versions", [_version(cover, number, trail) for number in range(len(cover.versions))])
    _tell_of_cover(plan, cover, trail)
    return str(lines)


def _version(cover: Cover, number: int, trail: Trail) -> Lines:
    version, lines = cover.versions[number], entry()
    lines.add("version", version.version, "" if version.is_numbered else _("the first; the plan has no number"))
    day = _("“{words}”; the document does not say which day").format(words=version.words) if version.words else ""
    if day:
        trail.ask(SECOND, _("Which day was version {version} decided? The document says {words}.").format(
            version=version.version, words=version.words))  # fmt: skip
    lines.add("decided_on", version.day, day)
    lines.add("decided_by", cover.decided_by)
    lines.add("case_number", cover.own.case_number if cover.own else None)
    lines.add("paragraph", cover.own.paragraph if cover.own else version.paragraph)
    lines.list("decisions", [_decision(each) for each in cover.joint])
    if cover.joint and cover.own is None:
        trail.ask(FIRST, _("Which of those who decided the plan is our own? Write decided_by in strategy/strategy.yaml."))
    return lines


def _decision(joint: JointDecision) -> Lines:
    lines = entry()
    lines.add("body", joint.body)
    lines.add("case_number", joint.decider.case_number)
    lines.add("paragraph", joint.decider.paragraph)
    lines.add("date", joint.decider.day)
    return lines


def _tell_of_cover(plan: Plan, cover: Cover, trail: Trail) -> None:
    for name, value in [*plan.cover.items(), *cover.found]:
        if name in cover.understood and name in FIELDS:
            trail.record(value.text, value.piece, f"strategy/strategy.yaml, {FIELDS[name]}", _shown(cover, name))
        elif name == "title":
            trail.record(value.text, value.piece, "strategy/strategy.yaml, title")
        else:
            trail.left.append((value.piece, _("the cover")))
            unread = _("The cover says “{words}” ({place}), which was not read; write it in strategy/strategy.yaml.")
            trail.ask(SECOND, unread.format(words=value.text, place=value.piece.place))


def _shown(cover: Cover, name: str) -> str:
    """What a field of the cover was read as, where it is something else than the words."""
    values = {
        "decided_by": cover.decided_by, "valid_to": "until_further_notice" if cover.until_further_notice else cover.valid_to,
        "valid_from": cover.valid_from, "owner_role": cover.owner, "revised_on": cover.revised_on,
        "follow_up": cover.follow_up, "applies_to": ", ".join(cover.applies_to), "document_type": cover.kind,
        "decided_on": ", ".join(str(v.day) for v in cover.versions), "version": ", ".join(v.version for v in cover.versions),
    }  # fmt: skip
    return str(values.get(name) or "")


def organisation_text(roster: Roster, trail: Trail) -> str:
    """The organisation's file: everybody that the plan names, and the executive board, which every municipality has."""
    lines = Lines()
    for sort, key in LISTS.items():
        lines.list(key, [_actor(member, roster, trail) for member in roster.of(sort)])
    return str(lines)


def _actor(member: Member, roster: Roster, trail: Trail) -> Lines:
    lines = entry()
    why = _("added; every municipality has one, and the plan does not name it") if member.is_added else ""
    if member.guess:
        why = _("a unit; the plan does not say what sort of actor it is")
        trail.ask(THIRD, _("What is {name}? It was put among the units in strategy/organisation.yaml.").format(name=member.name))
    lines.add("id", member.id, why)
    lines.add("name", member.name)
    spellings = [name for name in member.spellings if len(name) <= SHORT]
    lines.add("aliases", spellings, _("the same actor, spelt in another way") if spellings else "")
    if member.sort == BOARD and member.id in LEVELS:
        lines.add("level", LEVELS[member.id])
    if member.sort == DEPARTMENT:
        _serving(lines, member, roster, trail)
    if member.sort == PARTNER:
        lines.add("kind", next((kind for word, kind in PARTNER_KINDS if word in member.name.casefold()), None))
    if member.sort == COLLECTIVE:
        covered = roster.covered(member)
        lines.add("members", covered, _("those that the plan names") if covered else "")
        if not covered:
            trail.ask(THIRD, _("Whom does “{name}” cover? Write members in strategy/organisation.yaml.").format(name=member.name))
    return lines


def _serving(lines: Lines, member: Member, roster: Roster, trail: Trail) -> None:
    boards = [board.id for board in roster.boards_served(member)]
    lines.add(
        "boards", boards or [EXECUTIVE], _("the board of the same name") if boards else _("the plan does not say which board")
    )
    if not boards:
        trail.ask(
            SECOND, _("Which board does {name} work for? Write boards in strategy/organisation.yaml.").format(name=member.name)
        )


def obligations_text(plan: Plan, cover: Cover, title: str, trail: Trail) -> str:
    """The list of demands: empty, with the sentences that say what shall be done as comments, to be taken in by whoever wants."""
    lines = Lines()
    found = [(sentence, piece) for piece in plan.prose for sentence in sentences(piece.text) if is_duty(sentence)]
    trail.offered += list(dict.fromkeys(piece for _sentence, piece in found))
    if found:
        lines.comment(
            "Texten säger att något ska göras på fler ställen än i åtgärderna. Skriv om raderna till krav om ni vill följa"
        )
        lines.comment("dem (vbe explain VBE412 visar hur), och ta bort coverage.obligations i vbe.yaml.")
        for sentence, piece in found:
            lines.comment(f"{piece.place}: {sentence}")
    lines.add("source", cover.case_number or title[:SHORT])
    return f"{lines}obligations: []\n"


def profile_text(facts: ProfileFacts, cover: Cover, aims: dict[str, str], roster: Roster, phones: tuple[str, ...] = ()) -> str:
    """The profile: whose it is, and nothing that the plan does not ask for."""
    lines, whose, intervals = Lines(), Lines(), Lines()
    lines.add("format", facts["format"])
    whose.add("name", facts["name"], facts.get("name_guess", ""))
    whose.add("code", facts["code"])
    lines.mapping("municipality", whose)
    lines.add("language", "sv")
    lines.add("areas", facts["areas"])
    kinds = Lines()
    for identity, name in aims.items():
        kinds.add(key_text(identity), name[:SHORT])
    if facts.get("aims_guess"):
        lines.comment(f"läst som: {facts['aims_guess']}")
    lines.mapping("aims", kinds)
    sort, sorts = Lines(), Lines()
    sort.add("name", cover.kind[:1].upper() + cover.kind[1:])
    sort.add("definite", DEFINITE.get(cover.kind, f"{cover.kind}en" if cover.kind.endswith("plan") else None))
    sort.add("decided_by", [cover.decided_by] if cover.decided_by else [])
    sorts.mapping(slug(cover.kind), sort)
    lines.mapping("document_types", sorts)
    if cover.case_number:
        lines.add("case_number_pattern", pattern_of(cover.case_number), _("the form of the plan’s own number"))
    lines.add("executive_board", EXECUTIVE)
    coverage = Lines()
    coverage.add("reporting_boards", [board.id for board in roster.of(BOARD) if board.id != COUNCIL])
    coverage.add("obligations", value=False)
    lines.mapping("coverage", coverage)
    intervals.add("continuous", 12, _("a year; the plan does not say how long may pass between two times"))
    lines.mapping("intervals", intervals)
    if phones:
        contacts = Lines()
        contacts.add("phones", phones, _("telephones of functions"))
        lines.mapping("contacts", contacts)
    return str(lines)
