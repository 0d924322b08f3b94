"""New entries in an area's file: a commitment, an indicator, evidence. An edit of the text that leaves all else as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.domain.required import is_required
from vbe.errors import VbeError
from vbe.language import _, did_you_mean, enumerate_words
from vbe.language.written import read_time
from vbe.model.fields import NOT_STATED
from vbe.model.introspection import fields_of, kinds_of, shape_of
from vbe.model.records import ALL_KINDS
from vbe.model.records.area import AREA, COMMITMENT, INDICATOR, Area, Commitment, Indicator
from vbe.model.records.evidence import Evidence
from vbe.model.records.organisation import ACTOR
from vbe.scaffold.choices import actors, involved, next_commitment, organised
from vbe.scaffold.filling import element, fill, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Prompt, as_due
from vbe.store.editing.insertion import append

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.model.fields import Model
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

CLOCKS = ("deadline", "every_months", "when")
ANY_AREA = "measures/01-x.yaml"
"""Where an entry is laid out by itself; the name only says of which kind the file is."""
EVIDENCE = {str(kinds_of(model)[0]): model for model in shape_of(Evidence).models}
"""Kind of evidence → its model."""


def commitment_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """What a commitment must say: what, who, how important, when."""
    if sum(given.get(clock) is not None for clock in CLOCKS) > 1:
        message = _("A commitment has exactly one of deadline, every_months and when.")
        raise VbeError(message, _("Give only one of --deadline, --every-months and --when."))
    timed = given.get("deadline") is not None or given.get("every_months") is not None
    has = corpus.profile.coverage
    ranks = has.priorities and (is_required(corpus, "priority") or any(c.priority for c in corpus.commitments.values()))
    must = is_required(corpus, "time")
    unsaid = "" if must else NOT_STATED
    asked = [
        Prompt("text", _("The commitment, in plain Swedish")),
        Prompt("responsible", _("Who answers for it"), (*involved(corpus), NOT_STATED), _("actor"), many=True),
        Prompt("with", _("Whom it is done with"), involved(corpus), _("actor"), many=True, needed=False),
        Prompt("priority", _("Priority: 1 high, 2 medium, 3 low"), ("1", "2", "3"), _("priority"), form="number", needed=ranks),
        Prompt(
            "when",
            _("A last day (2018-12-31), months between two times, or an event"),
            needed=must and not timed,
            asked=not timed,
            default="" if timed else unsaid,
        ),
        Prompt("starts_on", _("First day"), form="date", needed=False),
        Prompt("deadline", _("Last day"), form="span", needed=False),
        Prompt("every_months", _("Months between two times"), form="number", needed=False),
        Prompt("cause", _("The problem behind it"), needed=False),
        Prompt("budget_ref", _("Plan and budget, with year"), needed=False),
        Prompt("obligations", _("Demands of the text"), tuple(corpus.obligations), _("obligation"), many=True, needed=False),
        Prompt("indicators", _("Indicators"), tuple(corpus.indicators), _("indicator"), many=True, needed=False),
    ]
    return _without_what_is_lacking(corpus, given, asked)


def _without_what_is_lacking(corpus: Corpus, given: Answers, asked: list[Prompt]) -> list[Prompt]:
    """The questions but for what the plan is said not to have; raises where somebody answers one of those."""
    has = corpus.profile.coverage
    lacks = (*(() if has.priorities else ("priority",)), *(() if has.indicators else ("indicators",)))
    for name in lacks:
        if given.get(name):
            message = _("The plan has none by the profile: {field}.").format(field=name)
            raise VbeError(message, _("Leave out {option}, or correct coverage in vbe.yaml.").format(option=f"--{name}"))
    return [question for question in asked if question.name not in lacks]


def clocked(answers: Answers) -> Answers:
    """The answers with the one clock: what was said under `when` may be a time, as people write it, or a number of months."""
    when = str(answers.get("when", ""))
    if when.isdecimal() and len(when) < len("2027"):
        return {**answers, "when": None, "every_months": int(when)}
    time = read_time(when)
    if time is not None and time.last is not None:
        return {**answers, "when": None, "deadline": as_due(when)}
    if time is not None and time.every_months is not None:
        return {**answers, "when": None, "every_months": time.every_months}
    return answers


def commitment_text(values: Answers) -> str:
    """The text of a commitment, as the only one of a file."""
    return fill(template("new/commitment.yaml"), values)


def placed_commitment_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """What a commitment must say, and in which area it stands."""
    return [Prompt("area", _("Area"), _areas(corpus), _("area")), *commitment_questions(corpus, given)]


def indicator_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What an indicator must say."""
    units, directions, counts = (fields_of(Indicator)[name].shape.choices for name in ("unit", "direction", "counts"))
    return [
        Prompt("area", _("Area"), _areas(corpus), _("area")),
        Prompt("id", _("Id"), form="slug"),
        Prompt("title", _("Name of the indicator")),
        Prompt("definition", _("What is counted, of what and when")),
        Prompt("unit", _("Unit"), units, _("unit")),
        Prompt("direction", _("Wanted direction"), directions, _("direction")),
        Prompt("counts", _("What is counted"), counts, needed=False, default="other"),
        Prompt("source", _("Where the value comes from")),
        Prompt("owner", _("Who reports the value"), organised(corpus), _("actor")),
        Prompt("every_months", _("Months between two values"), form="number"),
    ]


def evidence_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """What a piece of evidence must say; which fields, its kind decides."""
    kinds = tuple(EVIDENCE)
    questions = [
        Prompt("commitment", _("Commitment"), tuple(corpus.commitments), _("commitment")),
        Prompt("evidence_kind", _("Kind of evidence"), kinds, _("kind of evidence")),
        Prompt("date", _("Day (2017-12-31)"), form="date"),
    ]
    model = EVIDENCE.get(str(given.get("evidence_kind")))
    if model is None:
        return questions
    known = [name for name in fields_of(model) if name not in ("kind", "example", "date", "leads_to", "kept_where")]
    strange = [name for name, value in given.items() if value and name not in (*known, "commitment", "evidence_kind", "date")]
    if strange:
        message = _("Evidence of the kind {kind} has no field {field}.").format(kind=given["evidence_kind"], field=strange[0])
        raise VbeError(message, did_you_mean(strange[0], known) or _("It has {fields}.").format(fields=enumerate_words(known)))
    return [*questions, *(_field(corpus, model, name) for name in known)]


def _field(corpus: Corpus, model: type[Model], name: str) -> Prompt:
    """The question of a field of evidence, from its form."""
    field = fields_of(model)[name]
    shape, needed, prompt = field.shape, field.is_required, _(field.description or name)
    refers = shape.refers or (shape.item.refers if shape.item is not None else None)
    if refers is not None:
        known = actors(corpus, *refers.among) if refers.kind == ACTOR.name else tuple(corpus.entries.get(refers.kind, {}))
        return Prompt(name, prompt, known, _(ALL_KINDS[refers.kind].label), shape.item is not None, needed)
    allowed = tuple(word for word in shape.words if isinstance(word, str))
    if name == "case_number":
        return Prompt(name, prompt, needed=needed, pattern=corpus.profile.case_number_pattern)
    return Prompt(name, prompt, allowed, needed=needed, form="number" if int in shape.plain else "text")


def _areas(corpus: Corpus) -> tuple[str, ...]:
    return tuple(str(int(number)) for number in corpus.areas)


def commitment(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The area's file with one commitment more."""
    values = {**clocked(answers), "id": next_commitment(corpus, int(answers["area"]))}
    lines = element(ANY_AREA, commitment_text(values), 2)
    return [_appended(corpus, answers["area"], ("commitments",), lines, apart=True)]


def indicator(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The area's file with one indicator more."""
    entry = corpus.find(INDICATOR, answers["id"])
    if entry is not None:
        message = _("The indicator “{id}” already exists, in {file}.").format(id=entry.id, file=entry.record.file)
        raise VbeError(message, _("Choose another id."))
    lines = element(ANY_AREA, fill(template("new/indicator.yaml"), answers), 2)
    return [_appended(corpus, answers["area"], ("indicators",), lines, apart=True)]


def evidence(_source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The area's file with one piece of evidence more on a commitment."""
    entry = corpus.find(COMMITMENT, answers["commitment"])
    assert entry is not None
    lines = element(ANY_AREA, fill(template("new/evidence.yaml"), answers), 6)
    return [_appended(corpus, entry.id.split(".")[0], (*entry.route, "evidence"), lines)]


def _appended(corpus: Corpus, area: str, route: tuple[str | int, ...], lines: list[str], *, apart: bool = False) -> Change:
    document = corpus.find(AREA, f"{int(area):02}")
    assert document is not None
    text = document.record.document.text
    model = Area if len(route) == 1 else Commitment
    return Change(document.record.file, text.encode(), append(text, route, lines, model=model, apart=apart).encode())
