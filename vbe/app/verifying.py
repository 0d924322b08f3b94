"""A report's file against its commit: the same bytes, the same content from another version, or not the same.

A stranger may have made the file. What it says of its making is only used to make it again; the answer rests on the bytes, or on
what the file itself says (`vbe.report.render.likeness`). A digest in the file is only one thing more that must fit.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vbe.app.printing import PlanOrder, compile_plan, open_earlier
from vbe.app.publishing import Order, compile_report
from vbe.domain.proof import Difference, Proof
from vbe.errors import VbeError
from vbe.language import _, enumerate_words
from vbe.report.render import is_sealed, parts, read_provenance, render
from vbe.report.render.likeness import differing
from vbe.store.resources import PLAN
from vbe.store.templates import open_templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.report.model import Report
    from vbe.store.commit import Commit
    from vbe.store.resources import Templates

DEFAULT_LINES = ("HEAD", "refs/remotes/origin/HEAD", "refs/heads/main", "refs/heads/master", "refs/remotes/origin/main")
"""What is checked out, and the main branch by the names that it usually has."""
YEARS = range(1990, 2200)
COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
TOOL = re.compile(r"vbe (\d[0-9A-Za-z.+-]{0,40})")
SUM = re.compile(r"[0-9a-f]{64}|")


def read_order(facts: Mapping[str, object]) -> tuple[Order | PlanOrder, str]:
    """What a file says that it was made from: what was asked for, and the commit."""
    if not facts:
        raise VbeError(
            _("The file does not say what it was made from."),
            _("Only files that `vbe report` or `vbe publish` has written can be verified."),
        )
    if not facts.get("commit"):
        message = _("The report was not made from a commit, so it cannot be made again.")
        raise VbeError(message, _("Commit the files, and write the report anew."))
    commit = str(facts["commit"])
    try:
        day = datetime.date.fromisoformat(str(facts["as_of"]))
        order = _plan_order(facts, day) if facts.get("document") == PLAN else _report_order(facts, day)
        if day.year not in YEARS or not COMMIT.fullmatch(commit):
            raise ValueError
    except (KeyError, TypeError, ValueError, OverflowError):
        raise VbeError(_("What the file says that it was made from cannot be read.")) from None
    return order, commit


def _report_order(facts: Mapping[str, object], day: datetime.date) -> Order:
    masked = facts.get("masked") is True
    order = Order(int(str(facts["year"])), str(facts["cut"]) or None, day, masked, _text(facts, "only"), _text(facts, "board"))
    if order.year not in YEARS:
        raise ValueError
    return order


def _plan_order(facts: Mapping[str, object], day: datetime.date) -> PlanOrder:
    marked = _text(facts, "marked")
    if marked is not None and not COMMIT.fullmatch(marked):
        raise ValueError
    return PlanOrder(marked, day)


def _text(facts: Mapping[str, object], name: str) -> str | None:
    """A text that a file tells of its making; None where it tells none. Raises `ValueError` for anything else."""
    value = facts.get(name)
    if value is None or isinstance(value, str):
        return value
    raise ValueError


def _compiled(source: Commit, order: Order | PlanOrder) -> Report:
    return compile_plan(source, order) if isinstance(order, PlanOrder) else compile_report(source, order)


def verify(content: bytes, form: str, source: Commit, on: str | None = None) -> Proof:
    """The answer on a file of a form, whose commit is the source; `on` names the line that the commit must be part of."""
    from vbe import __version__

    facts = read_provenance(content, form)
    order, commit = read_order(facts)
    blank = Proof("different", commit, str(facts.get("tool")), f"vbe {__version__}", len(content))
    stray = not_ours(source, on) or _stray_marked(source, order, on)
    if stray:
        return replace(blank, messages=(stray,))
    templates = open_templates(source)
    report = _compiled(source, order)
    again = render(report, form, templates)
    now = read_provenance(again, form)
    proof = replace(blank, model=str(now["model"]))
    own = tuple(_own(templates))
    if content == again:
        return replace(proof, answer="same", messages=own)
    adopted = _as_told(report, order, source, facts)
    again = again if adopted is None else render(adopted, form, templates)
    if content == again or _says_the_same(content, again, form, facts, proof.model):
        return replace(proof, answer="same_content", messages=(*_elsewhere(proof, facts, now), *own))
    reasons = (*_reasons(proof, facts, now, sealed=is_sealed(content, form)), *own)
    return replace(proof, messages=reasons, differences=tuple(_differences(content, again, form)))


def not_ours(source: Commit, on: str | None) -> str:
    """Why a commit proves nothing: anybody can make one, and a clone may hold it without any branch of ours having it."""
    from vbe.store.git import GitError

    git, named = source.git, (on,) if on else DEFAULT_LINES
    for name in named:
        try:
            tip = git.resolve(name)
        except GitError:
            if on:
                raise
            continue
        if git.is_ancestor(source.id, tip):
            return ""
    message = _("The commit {commit} is not part of {lines}, so the report proves nothing; --on names another line.")
    return message.format(commit=source.id[:12], lines=on or _("this branch or the main one"))


def _stray_marked(source: Commit, order: Order | PlanOrder, on: str | None) -> str:
    """The same of the commit since which changes are marked."""
    return not_ours(open_earlier(source, order.marked), on) if isinstance(order, PlanOrder) and order.marked else ""


def _own(templates: Templates) -> Iterator[str]:
    """A remark where templates of the municipality's own have had a part in it."""
    if templates.own_used:
        remark = _("Made with the municipality’s own templates, as they are in the commit: {names}.")
        yield remark.format(names=enumerate_words(templates.own_used))


def _as_told(report: Report, order: Order | PlanOrder, source: Commit, facts: Mapping[str, object]) -> Report | None:
    """The report that names the program and the templates that the file names; None where what it names is no such thing."""
    tool, templates = str(facts.get("tool")), str(facts.get("templates"))
    if not TOOL.fullmatch(tool) or not SUM.fullmatch(templates):
        return None
    if tool != report.provenance.tool:
        report = _compiled(source, replace(order, tool=tool))
    return replace(report, provenance=replace(report.provenance, templates=templates))


def _says_the_same(content: bytes, again: bytes, form: str, facts: Mapping[str, object], model: str) -> bool:
    """Whether a file that nobody has changed since, and that names this content, also says it."""
    return facts.get("model") == model and is_sealed(content, form) and differing(content, again, form) == []


def _elsewhere(proof: Proof, facts: Mapping[str, object], now: Mapping[str, object]) -> Iterator[str]:
    """What made a file that says the same, and how to run it."""
    version = TOOL.fullmatch(proof.made_with)
    if proof.made_with != proof.program:
        yield _("It was made with {old}; this is {new}.").format(old=proof.made_with, new=proof.program)
    if facts.get("templates") != now.get("templates"):
        yield _("It was made with other templates.")
    named = f"v{version[1]}" if version else _("VERSION")
    yield _(
        "For the same bytes, run the version that made it: `git checkout {version}` in vbe’s own repository, `pip install .` in"
        " an environment of its own, and `vbe verify` with that."
    ).format(version=named)


def _reasons(proof: Proof, facts: Mapping[str, object], now: Mapping[str, object], *, sealed: bool) -> Iterator[str]:
    """What may be the reason that a file says something else."""
    if facts.get("dirty"):
        yield _("The report was made from files that were not committed.")
    if not sealed:
        yield _("Somebody has changed the file since vbe wrote it.")
    if facts.get("model") == proof.model:
        yield _("It names the same content, and does not hold it.")
    other = proof.made_with != proof.program or facts.get("templates") != now.get("templates")
    if other:
        yield from _elsewhere(proof, facts, now)


def _differences(content: bytes, again: bytes, form: str) -> Iterator[Difference]:
    """Each part of the file that is not as it is made now."""
    old, new = parts(content, form), parts(again, form)
    for name in dict.fromkeys([*new, *old]):
        if name not in old:
            yield Difference(name, "missing")
        elif name not in new:
            yield Difference(name, "added")
        elif old[name] != new[name]:
            yield Difference(name, "changed")
