"""What the cover of a governing document says: its owner, its decision, its versions, its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.evidence import pieces
from vbe.domain.lifecycle import is_over
from vbe.domain.required import is_required
from vbe.language import _, enumerate_words
from vbe.model.records.evidence import DecisionTaken
from vbe.model.records.followup import DECISIONS, FOLLOWUP
from vbe.model.records.routine import ROUTINE
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import COVER, SECRECY, Citation, text_area

if TYPE_CHECKING:
    from vbe.diagnostics import Route
    from vbe.model.document_type import Requirement
    from vbe.model.fields import Model

FILE = "strategy/strategy.yaml"


@rule("VBE307", Severity.WARNING, names=("follow_up", "revision", "applies_to", "versions"), sources=(COVER,))
def incomplete_cover(corpus: Corpus) -> Findings:
    """The fact box of the plan has empty fields.

    The municipality may have decided that its governing documents say how they are followed up, when they were last revised
    or reviewed, whom they apply to and which versions have been decided. What is empty there nobody can be held to.

    Bad:

        title: Strategi mot våldsbejakande extremism
        versions: []

    Good:

        title: Strategi mot våldsbejakande extremism
        revised_on: 2018-10-01
        applies_to: [samtliga-namnder]
        follow_up: {by: kommunstyrelsen, every_months: 12, to: [trygghetsradet]}
        versions:
          - version: "1.0"
            decided_on: 2017-04-10
            decided_by: kommunstyrelsen
            paragraph: 31
    """
    strategy = corpus.strategy
    if strategy is None:
        return
    looked = strategy.revised_on or strategy.reviewed_on
    asked: tuple[tuple[Requirement, str, object, str], ...] = (
        ("follow_up", "follow_up", strategy.follow_up, _("Who follows up the document, and how often, is missing (follow_up).")),
        ("revision", "revised_on", looked, _("When the document was last revised or reviewed is missing (revised_on, reviews).")),
        ("applies_to", "applies_to", strategy.applies_to, _("Whom the document applies to is missing (applies_to).")),
        ("versions", "versions", strategy.versions, _("No decided version is listed (versions).")),
    )
    for requirement, field, value, message in asked:
        if not value and is_required(corpus, requirement):
            yield Finding(FILE, message, _("Write {field} when it has been decided.").format(field=field))


@rule("VBE308", asks="owner", sources=(COVER,))
def missing_document_owner(corpus: Corpus) -> Findings:
    """The document has no owner.

    Where the municipality has decided that a role answers for keeping the document right, reviews are nobody's without one
    and questions have no address. Never write a person's name: people change posts, and the history of the file stays.

    Bad:

        title: Strategi mot våldsbejakande extremism

    Good:

        title: Strategi mot våldsbejakande extremism
        owner_role: sakerhetschef
    """
    if corpus.strategy is not None and corpus.strategy.owner_role is None:
        hint = _("Write owner_role with the id of a role in strategy/organisation.yaml.")
        yield Finding(FILE, _("The document has no owner role."), hint)


@rule("VBE309", names=("decision",), sources=(COVER, Citation(f"{SECRECY}, 5 kap.", checked=False)))
def incomplete_decision(corpus: Corpus) -> Findings:
    """A decision lacks its case number, its date or its paragraph.

    A decision is found again by the case number in the register and by the date and § of the minutes (offentlighets- och
    sekretesslagen 5 kap.). Without them nobody can check that it was taken.

    It holds for the boards' decisions on their follow-up, the receiving bodies' decisions, and evidence of the kind
    `decision`; for the plan and its versions where the municipality has decided that the cover has it.

    Bad:

        decision: {date: 2018-02-20}

    Good:

        decision: {case_number: "SN/2018:12", paragraph: 14, date: 2018-02-20}
    """
    strategy = corpus.strategy
    if strategy is not None and strategy.versions and is_required(corpus, "decision"):
        if strategy.case_number is None:
            message = _("The decided document has no case number.")
            yield Finding(FILE, message, _("Write case_number, in quotation marks."), ("versions",))
        for index, version in enumerate(strategy.versions):
            yield from _lacking(FILE, ("versions", index), version, ("decided_by", "paragraph"))
    for record in corpus.of(FOLLOWUP):
        if record.content.decision is not None:
            yield from _lacking(record.file, ("decision",), record.content.decision)
    for received in corpus.of(DECISIONS):
        for index, decision in enumerate(received.content.decisions):
            yield from _lacking(received.file, ("decisions", index), decision)
    for piece in pieces(corpus, DecisionTaken):
        yield from _lacking(piece.file, piece.route, piece.content, ("case_number", "paragraph"))


def _lacking(
    file: str, route: Route, decision: Model, fields: tuple[str, ...] = ("case_number", "paragraph", "date")
) -> Findings:
    missing = [field for field in fields if getattr(decision, field) is None]
    if missing:
        message = _("The decision lacks {fields}.").format(fields=enumerate_words(missing))
        yield Finding(file, message, _("Write what the minutes and the register have."), route)


@rule("VBE316")
def unsorted_versions(corpus: Corpus) -> Findings:
    """The versions do not stand in the order they were decided, or two have the same number.

    The last one listed is the one that routines must be in line with. Out of order, old routines look new.

    Bad:

        versions:
          - {version: "1.1", decided_on: 2018-06-04}
          - {version: "1.0", decided_on: 2017-04-10}

    Good:

        versions:
          - {version: "1.0", decided_on: 2017-04-10}
          - {version: "1.1", decided_on: 2018-06-04}
    """
    if corpus.strategy is None:
        return
    seen: set[str] = set()
    latest = None
    for index, version in enumerate(corpus.strategy.versions):
        if latest is not None and version.decided_on < latest:
            message = _("The version {version} was decided before the one above it.").format(version=version.version)
            yield Finding(FILE, message, _("List the versions oldest first."), ("versions", index, "decided_on"))
        if version.version in seen:
            message = _("The version {version} stands twice.").format(version=version.version)
            yield Finding(FILE, message, _("Give each decided version its own number."), ("versions", index, "version"))
        seen.add(version.version)
        latest = version.decided_on


@rule("VBE317", sources=(text_area(10),))
def superseded_target(corpus: Corpus) -> Findings:
    """A routine that is in force builds on one that is not.

    When the overall routine is replaced or repealed, the department's routine must follow the new one; otherwise staff
    act on instructions that no longer hold.

    Bad (when `overall/misstanke` has the status `superseded`):

        based_on: overall/misstanke

    Good:

        based_on: overall/misstanke-2
    """
    for record in corpus.of(ROUTINE):
        target = corpus.routines.get(record.content.based_on or "")
        if target is not None and is_over(target) and not is_over(record.content):
            message = _("“{id}” is no longer in force.").format(id=record.content.based_on)
            yield Finding(record.file, message, _("Name the routine that replaced it in based_on."), ("based_on",))


@rule("VBE318", Severity.NOTE)
def misleading_title(corpus: Corpus) -> Findings:
    """The title says another type of document than `document_type`.

    Readers go by the title. A “policy” that is an action plan makes them look for the wrong decision and the wrong body.

    Bad:

        title: Policy mot våldsbejakande extremism
        document_type: strategi

    Good:

        title: Strategi mot våldsbejakande extremism
        document_type: strategi
    """
    strategy, types = corpus.strategy, corpus.profile.document_types
    if strategy is None or strategy.document_type not in types:
        return
    words = [word.strip(".,:;()").casefold() for word in strategy.title.split()]
    named = {key for key, described in types.items() if any(word.endswith(described.name.casefold()) for word in words)}
    if named and strategy.document_type not in named:
        message = _("The title says “{title}”, and the document is of the type “{type}”.").format(
            title=enumerate_words(types[key].name for key in sorted(named)), type=types[strategy.document_type].name
        )
        yield Finding(FILE, message, _("Correct title or document_type."), ("title",))
