"""Forms that have come back → edits of the records: only what was answered anew, proven, and nothing where anything is wrong."""

from __future__ import annotations

from copy import deepcopy
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from vbe.app.forms.answers import Unanswerable, read_answer, route_of
from vbe.app.forms.cells import ANSWERING, read_form
from vbe.app.forms.columns import REVIEWS
from vbe.app.forms.content import file_of, plain
from vbe.app.forms.faults import Fault, find_faults, find_private_answers
from vbe.app.forms.reviews import reshaped, told_reviews
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.records.followup import FOLLOWUP
from vbe.model.values import same
from vbe.scaffold.filling import record
from vbe.scaffold.plan import Change
from vbe.store.editing.reshape import mapping_lines
from vbe.store.git import Git, GitError
from vbe.store.loader import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vbe.app.forms.cells import Cell, Returned
    from vbe.app.forms.reviews import FilledReview
    from vbe.app.forms.rows import AnswerValue
    from vbe.diagnostics import Route
    from vbe.documents import Value
    from vbe.model.corpus import Corpus
    from vbe.store.repository import Source


class Answer(NamedTuple):
    """A cell that was answered anew: the field of a file, what stands there, and what the form says."""

    cell: Cell
    file: str
    route: Route
    old: AnswerValue
    new: AnswerValue


class Intake(NamedTuple):
    """What came in: the files to write, the answers in them, and those that the file was changed in meanwhile, too."""

    changes: list[Change]
    answers: list[Answer]
    conflicts: list[Answer]
    faults: list[Fault]
    """What is wrong; with an error among them nothing is to be written."""


def take_in(source: Source, forms: Mapping[str, bytes], year: int | None = None) -> Intake:
    """What these forms (file name → bytes) change in a repository. Raises where one of them belongs elsewhere."""
    corpus = load(source)
    returned = [read_form(file, content) for file, content in forms.items()]
    for form in returned:
        _require_ours(corpus, source, form, year)
    _require_one_each(returned)
    unread: list[Fault] = []
    answers: list[Answer] = []
    conflicts: list[Answer] = []
    for form in returned:
        for answer in _answered(corpus, form, unread):
            (answers if answer.old == answer.cell.base else conflicts).append(answer)
    together, changes = _changes(corpus, [*answers, *conflicts]), _changes(corpus, answers)
    for review in chain.from_iterable(told_reviews(corpus, form, unread) for form in returned):
        (conflicts if review.is_conflict else answers).extend(_of_review(review))
        together += review.changes
        changes += () if review.is_conflict else review.changes
    private = find_private_answers(source, corpus, [*answers, *conflicts], together)
    if private:
        return Intake([], [], [], private)
    faults = unread or find_faults(source, corpus, answers, changes)
    return Intake(changes, answers, conflicts, faults)


def _require_ours(corpus: Corpus, source: Source, form: Returned, year: int | None) -> None:
    """Stop where a form is of another municipality, year, board or history."""
    facts, municipality = form.facts, corpus.profile.municipality
    again = _("`vbe form` makes a new form.")
    if facts["municipality"] not in (municipality.code, municipality.name):
        message = _("{file} is of another municipality ({other}).").format(file=form.file, other=facts["municipality"])
        raise VbeError(message, _("This is the repository of {name}.").format(name=municipality.name))
    if year is not None and int(facts["year"]) != year:
        raise VbeError(_("{file} is the form of {year}.").format(file=form.file, year=facts["year"]), again)
    if facts[ANSWERING] not in corpus.actors:
        raise VbeError(_("{file} is of a board that is not here: {board}.").format(file=form.file, board=facts[ANSWERING]), again)
    if facts["commit"] and not _is_known(source, facts["commit"]):
        message = _("{file} was made from a commit that is not in this history ({commit}).")
        raise VbeError(
            message.format(file=form.file, commit=facts["commit"][:12]), _("Fetch the whole history, or make a new form.")
        )
    file = file_of(int(facts["year"]), facts[ANSWERING])
    if file in corpus.texts and file not in corpus.by_file:
        message = _("{file} has faults, so nothing is read into it.").format(file=file)
        raise VbeError(message, _("Run `vbe validate {file}`.").format(file=file))


def _is_known(source: Source, commit: str) -> bool:
    try:
        git = Git.open(source.root)
        return git.is_ancestor(git.resolve(commit), git.resolve("HEAD"))
    except GitError:
        return False


def _require_one_each(forms: Sequence[Returned]) -> None:
    seen: dict[tuple[str, str], str] = {}
    for form in forms:
        key = (form.facts["year"], form.facts[ANSWERING])
        if key in seen:
            message = _("{file} and {other} are of the same board and year.").format(file=form.file, other=seen[key])
            raise VbeError(message, _("Take one of them in at a time."))
        seen[key] = form.file


def _answered(corpus: Corpus, form: Returned, unread: list[Fault]) -> Iterable[Answer]:
    """The cells that say something else than when the form was made, and than the file says now."""
    file = file_of(int(form.facts["year"]), form.facts[ANSWERING])
    held = corpus.by_file.get(file)
    value: dict[str | int, Value] = held.document.value if held is not None else {}
    for cell in (cell for cell in form.cells if cell.sheet is not REVIEWS):
        indicator = corpus.indicators.get(cell.key)
        try:
            new = read_answer(cell, indicator.unit if indicator is not None else "")
        except Unanswerable as why:
            unread.append(Fault(cell.place, str(why)))
            continue
        route = route_of(cell)
        old = plain(_at(value, route))
        if not same(new, cell.base) and not same(new, old):
            yield Answer(cell, file, route, old, new)


def _of_review(review: FilledReview) -> Iterable[Answer]:
    """The cells of a row of the sheet of reviews, as the answers that they are."""
    number = len(review.record.content.reviews)
    for field, cell in review.cells.items():
        if not same(review.values[field], cell.base):
            old = str(review.record.content.reviewed_on) if review.is_conflict else None
            yield Answer(cell, review.record.file, ("reviews", number, field), old, review.values[field])


def _at(value: Value, route: Route) -> Value:
    for part in route:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _changes(corpus: Corpus, answers: Sequence[Answer]) -> list[Change]:
    """The files with these answers in them."""
    by_file: dict[str, list[Answer]] = {}
    for answer in answers:
        by_file.setdefault(answer.file, []).append(answer)
    return [_change(corpus, file, listed) for file, listed in by_file.items()]


def _change(corpus: Corpus, file: str, answers: Sequence[Answer]) -> Change:
    held = corpus.by_file.get(file)
    value: dict[str | int, Value] = deepcopy(held.document.value) if held is not None else {}
    for answer in answers:
        _put(value, answer.route, answer.new)
    if held is None:
        return Change(file, None, record(file, "\n".join(mapping_lines(value))))
    text = held.document.text
    return Change(file, text.encode(), reshaped(file, text, value, FOLLOWUP.model).encode())


def _put(value: dict[str | int, Value], route: Route, new: AnswerValue) -> None:
    """Set a field, or take it away; what then holds nothing goes too. A value that is missing is said to be."""
    *above, name = route
    for part in above:
        inner = value.setdefault(part, {})
        assert isinstance(inner, dict), route
        value = inner
    if new is not None or (above[:1] == ["indicators"] and name == "value" and len(value) > 1):
        value[name] = new
    else:
        value.pop(name, None)
    if above[:1] == ["indicators"] and value:
        value.setdefault("value", None)
