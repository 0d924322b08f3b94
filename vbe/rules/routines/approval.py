"""Who approved a routine, what it builds on, and whether its dates make sense together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from vbe.domain.lifecycle import held, is_draft
from vbe.domain.required import plan_first
from vbe.language import _, did_you_mean, enumerate_words
from vbe.model.places import OVERALL
from vbe.model.records.organisation import DEPARTMENT, ROLE
from vbe.model.records.routine import ROUTINE
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import ASSIGNMENT, COVER, text_area

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vbe.diagnostics import Route
    from vbe.model.records import Record
    from vbe.model.records.organisation import Role
    from vbe.model.records.routine import Clocked


@rule("VBE507", sources=(COVER,))
def unapproved_routine(corpus: Corpus) -> Findings:
    """A routine holds, and no manager has approved it.

    Instructions and routines are approved by a manager. Until then they are drafts, and nobody can
    be held to them.

    Bad:

        status: in_force

    Good:

        status: in_force
        approved_by: forvaltningschef-socialforvaltningen
        approved_on: 2017-02-15
    """
    for record in held(corpus, ROUTINE):
        missing = [field for field in ("approved_by", "approved_on") if getattr(record.content, field) is None]
        if missing:
            message = _("The routine holds, and {fields} is missing.").format(fields=enumerate_words(missing))
            hint = _("Write the manager's role and the day, or set status: draft.")
            yield _at_field(record, missing, Finding(record.file, message, hint, ("status",)))


def _at_field(record: Record, missing: Iterable[str], finding: Finding) -> Finding:
    """The finding at the first of the missing fields that stands in the text, left empty."""
    empty = next((field for field in missing if record.document.knows((field,))), None)
    return finding._replace(route=(empty,), on_key=True) if empty is not None else finding


@rule("VBE508", sources=(COVER, text_area(11)))
def wrong_approver(corpus: Corpus) -> Findings:
    """A routine or guidance example is approved by a role that is no manager, or by another department's.

    A manager approves what his or her own staff must follow. Another department's manager cannot bind them. The executive
    board answers for the overall routines through the department that serves it, so a manager of that department approves
    those.

    Which roles are managers stands in `strategy/organisation.yaml`: `manager: true`.

    Bad (in `routines/socialforvaltningen/`):

        approved_by: forvaltningschef-kompetensforvaltningen

    Good:

        approved_by: forvaltningschef-socialforvaltningen
    """
    for record in corpus.documents:
        entry = corpus.find(ROLE, record.content.approved_by or "")
        if entry is None:
            continue
        if not entry.content.manager:
            message = _("The role “{id}” is no manager and cannot approve it.").format(id=entry.id)
            hint = _("Name a manager's role, or set manager: true for the role in strategy/organisation.yaml.")
            yield Finding(record.file, message, hint, ("approved_by",))
        elif not _may_approve(corpus, entry.content, record):
            message = _("The role “{id}” belongs to another department, “{department}”.").format(
                id=entry.id, department=entry.content.department
            )
            yield Finding(record.file, message, _("Name a manager of the department that owns it."), ("approved_by",))


def _may_approve(corpus: Corpus, role: Role, record: Record) -> bool:
    if role.department is None:
        return True
    if record.owner == OVERALL:
        serving = corpus.find(DEPARTMENT, role.department)
        if serving is None:
            return True
        return any(corpus.profile.executive_board in corpus.members(board) for board in serving.content.boards)
    if record.owner not in corpus.actors or role.department == record.owner:
        return True
    owner = corpus.find(DEPARTMENT, record.owner)
    if owner is not None:
        return owner.content.head == role.id
    department = corpus.find(DEPARTMENT, role.department)
    if department is None:
        return True
    return any(record.owner in corpus.members(board) for board in department.content.boards)


@rule("VBE515", sources=(text_area(10),))
def unknown_version(corpus: Corpus) -> Findings:
    """A routine or guidance example is in line with a version of the plan that does not exist.

    Routines follow the plan. Which version they follow decides whether they must be looked at
    when a new one is decided; with a version that never was, that cannot be told.

    Bad (when the plan has the versions 1.0 and 1.1):

        reviews:
          - {date: 2017-11-20, outcome: no-change, version: "1.2"}

    Good:

        reviews:
          - {date: 2017-11-20, outcome: no-change, version: "1.1"}
    """
    versions = [version.version for version in corpus.strategy.versions] if corpus.strategy is not None else []
    if not versions:
        return
    for record in corpus.documents:
        named: list[tuple[Route, str | None]] = [(("harmonised_with",), record.content.harmonised_with)]
        named += [(("reviews", i, "version"), review.version) for i, review in enumerate(record.content.reviews)]
        for route, version in named:
            if version is not None and version not in versions:
                message = _("{plan} has no version {version}.").format(plan=plan_first(corpus), version=version)
                known = _("Its versions are {versions}.").format(versions=enumerate_words(versions))
                yield Finding(record.file, message, did_you_mean(version, versions) or known, route)


@rule("VBE516", Severity.WARNING)
def inconsistent_review(corpus: Corpus) -> Findings:
    """A review stands before an earlier one in the list, or lies before the approval without having changed anything.

    The reviews are history, newest last, and the clock counts from the latest. A review of what nobody had approved yet is
    none. `vbe review` adds them in order.

    Bad:

        reviews:
          - {date: 2017-11-20, by: sakerhetschef, outcome: no-change}
          - {date: 2016-11-15, by: sakerhetschef, outcome: no-change}

    Good:

        reviews:
          - {date: 2016-11-15, by: sakerhetschef, outcome: no-change}
          - {date: 2017-11-20, by: sakerhetschef, outcome: no-change}
    """
    for record in corpus.reviewed:
        reviews = record.content.reviews
        for i, (former, review) in enumerate(pairwise(reviews), 1):
            if review.date < former.date:
                message = _("The review of {date} stands behind one of {former}.").format(date=review.date, former=former.date)
                yield Finding(record.file, message, _("Put the reviews in order, newest last."), ("reviews", i, "date"))
    for document in corpus.documents:
        yield from _before_approval(document)


def _before_approval(record: Record[Clocked]) -> Findings:
    """The latest review, where what it reviewed was approved later."""
    review, approved_on = record.content.review_on(), record.content.approved_on
    if review is None or approved_on is None or review.date >= approved_on or review.outcome == "revised":
        return
    message = _("The review, {review}, lies before the approval, {approval}.").format(review=review.date, approval=approved_on)
    hint = _("Correct the dates, or write outcome: revised when the review led to the approval.")
    yield Finding(record.file, message, hint, ("reviews", record.content.reviews.index(review), "date"))


@rule("VBE517", Severity.WARNING)
def approved_draft(corpus: Corpus) -> Findings:
    """A draft says that it has been approved.

    Either it is decided, and the status is behind, or it is a draft, and the approval was never given. As a draft it has
    no clock, so nobody is told when it should be reviewed.

    Bad:

        status: draft
        approved_on: 2017-02-15

    Good:

        status: in_force
        approved_on: 2017-02-15
    """
    for record in corpus.documents:
        if is_draft(record.content) and record.content.approved_on is not None:
            message = _("The status is {status}, and yet it has been approved.").format(status=record.content.status)
            hint = _("Write status: in_force, or delete approved_on.")
            yield Finding(record.file, message, hint, ("approved_on",))


@rule("VBE518", sources=(ASSIGNMENT,))
def wrong_basis(corpus: Corpus) -> Findings:
    """A routine builds on one that is no overall routine, or on itself.

    A department's routine adds to an overall one, which holds for all. What another
    department has decided for its own staff is nothing to build on: it changes without anyone asking.

    Bad:

        based_on: socialforvaltningen/orosanmalan

    Good:

        based_on: overall/barn-som-kan-fara-illa
    """
    for record in corpus.of(ROUTINE):
        basis = record.content.based_on
        if basis is None or basis not in corpus.routines:
            continue
        if basis == record.id or not basis.startswith(f"{OVERALL}/"):
            message = _("“{id}” is no overall routine.") if basis != record.id else _("“{id}” builds on itself.")
            hint = _("Name a routine in routines/overall/, or delete based_on.")
            yield Finding(record.file, message.format(id=basis), hint, ("based_on",))
