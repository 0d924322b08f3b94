"""New files: a routine, a guidance example, an action area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import _
from vbe.model.fields import NOT_STATED
from vbe.model.places import FILE
from vbe.model.profile import PROFILE
from vbe.model.records.organisation import ACTOR, BOARD, DEPARTMENT, ROLE
from vbe.scaffold.choices import actors, file_name, involved, next_area, version
from vbe.scaffold.entries import clocked, commitment_questions, commitment_text
from vbe.scaffold.filling import fill, record, template
from vbe.scaffold.plan import Change
from vbe.scaffold.questions import Prompt
from vbe.store.editing.insertion import replace_value

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus
    from vbe.scaffold.filling import Filled
    from vbe.scaffold.questions import Answers
    from vbe.store.repository import Source

OVERALL = "overall"


def _clocked_questions(corpus: Corpus) -> list[Prompt]:
    carried = tuple(corpus.commitments)
    return [
        Prompt("title", _("Title")),
        Prompt("owner_role", _("The role that answers for it"), actors(corpus, ROLE.name), _("role")),
        Prompt(
            "commitments",
            _("Commitments that it carries out"),
            carried,
            _("commitment"),
            many=True,
            needed=False,
        ),
        Prompt("slug", _("File name"), form="slug", needed=False),
    ]


def routine_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What a routine must say."""
    owners = (OVERALL, *actors(corpus, DEPARTMENT.name))
    return [
        Prompt("department", _("Department, or overall"), owners, _("department")),
        *_clocked_questions(corpus),
        Prompt("scope", _("Whom and what it covers"), needed=False),
        Prompt("based_on", _("The overall routine that it builds on"), tuple(corpus.routines), _("routine"), needed=False),
    ]


def guidance_questions(corpus: Corpus, _given: Answers) -> list[Prompt]:
    """What a guidance example must say."""
    return [
        Prompt("board", _("Board"), actors(corpus, BOARD.name), _("board")),
        *_clocked_questions(corpus),
        Prompt("aims", _("Aims"), tuple(corpus.profile.aims), _("aim"), many=True),
        Prompt("target_group", _("Whom it is for"), actors(corpus), _("actor"), many=True, needed=False),
        Prompt("what", _("What is done, in a sentence or two")),
        Prompt("how", _("How it is done")),
        Prompt("method", _("The method, where it has a name"), needed=False),
    ]


def area_questions(corpus: Corpus, given: Answers) -> list[Prompt]:
    """What an area must say, with its first commitment: without one it is only a heading."""
    aims = tuple(corpus.profile.aims)
    return [
        Prompt("title", _("Name of the area")),
        Prompt("purpose", _("What the area is for, in a sentence or two")),
        Prompt("aims", _("Aims"), (*aims, NOT_STATED), _("aim"), many=True),
        Prompt("lead", _("Who leads the work"), (*involved(corpus), NOT_STATED), _("actor")),
        Prompt("slug", _("File name"), form="slug", needed=False),
        *commitment_questions(corpus, given),
    ]


def routine(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The file of a draft routine."""
    return [_document(source, corpus, f"routines/{answers['department']}", "routine", answers)]


def guidance(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The file of a draft guidance example."""
    return [_document(source, corpus, f"guidance/{answers['board']}", "guidance", answers)]


def _document(source: Source, corpus: Corpus, folder: str, kind: str, answers: Answers) -> Change:
    file = f"{folder}/{file_name(answers)}.yaml"
    channels = tuple(corpus.channels)
    department = corpus.find(ACTOR, answers.get("department", ""))
    values: dict[str, Filled] = {
        "review_interval_months": getattr(corpus.profile.intervals, kind),
        "harmonised_with": version(corpus),
        "approver": getattr(department.content, "head", None) if department else answers["owner_role"],
        "channel": channels[0] if channels else "",
        **answers,
    }
    values["approver"] = values["approver"] or answers["owner_role"]
    return Change(absent(source, file), None, record(file, fill(template(f"new/{kind}.yaml"), values)))


def area(source: Source, corpus: Corpus, answers: Answers) -> list[Change]:
    """The file of an area with its first commitment; the profile, where it says how many areas there are."""
    number = next_area(corpus)
    file = f"measures/{number:02}-{file_name(answers)}.yaml"
    commitment = {**clocked(answers), "id": f"{number}.1"}
    values = {**answers, "commitments": commitment_text(commitment).rstrip("\n")}
    changes = [Change(absent(source, file), None, record(file, fill(template("new/area.yaml"), values)))]
    if number > corpus.profile.areas:
        profile = corpus.of(PROFILE)[0].document
        old = profile.text.encode()
        changes.append(Change(FILE, old, replace_value(profile.text, "areas", number).encode()))
    return changes


def absent(source: Source, file: str) -> str:
    """The file, which must not be there yet."""
    if file in source.listing().files or (source.root / file).exists():
        message = _("{path} already exists and is not overwritten.").format(path=file)
        raise VbeError(message, _("Choose another name with --slug."))
    return file
