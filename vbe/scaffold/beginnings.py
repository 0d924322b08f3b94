"""What a beginning asks: whose plan it is, of which kind, what is known of its decision, and what it does not have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vbe.documents import parse
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.profile import CODE
from vbe.scaffold.decided import read_partaker
from vbe.scaffold.origin import installed_from
from vbe.scaffold.questions import Prompt, answer_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vbe.scaffold.questions import Answers, Ask
    from vbe.scaffold.shape import Shape

PRESETS = Path(__file__).parent / "presets"
EXAMPLES = ("all", "none")
YES, NO = "ja", "nej"
COUNCIL, EXECUTIVE = "Kommunfullmäktige", "Kommunstyrelsen"


def presets() -> dict[str, str]:
    """Name of a preset → what kind of plan it is, in a line; the simplest first."""
    found = {path.stem: read_preset(path.stem) for path in PRESETS.glob("*.yaml")}
    return {name: found[name]["description"] for name in sorted(found, key=lambda name: (found[name].get("order", 99), name))}


def require_preset(given: str | None, *, asked: bool) -> None:
    """Raise where nobody has said which kind of plan it is, and there is nobody to ask."""
    if given or asked:
        return
    listed = "; ".join(f"{name}: {description.rstrip('.')}" for name, description in presets().items())
    raise VbeError(_("Which kind of plan is it? Say so with --preset."), _("There are {choices}.").format(choices=listed))


def answer_beginning(given: Answers, ask: Ask | None) -> Answers:
    """Everything that is known of a beginning; raises where something is missing and nobody can be asked."""
    require_preset(given.get("preset"), asked=ask is not None)
    answers = {name: value for name, value in given.items() if value is not None}
    known = presets()
    kind = Prompt("preset", _("Which kind of plan is it?"), tuple(known), _("preset"), names=known)
    answers |= answer_all([*whose_questions(), kind], answers, ask)
    shape, asked = read_preset(answers["preset"]), ask is not None
    answers |= answer_all([*_own_questions(shape, asked=asked), *_decision_questions(DECIDED, asked=asked)], answers, ask)
    if asked and answers.get("decided_on"):
        answers |= answer_all(_decider_questions(answers, shape), answers, ask)
    if ask is not None and answers.get("joint_with"):
        answers["joint_with"] = [_with_decision(words, ask) for words in answers["joint_with"]]
    more = [*_decision_questions(VALID, asked=asked), *_lack_questions(shape, asked=asked), origin_question(asked=asked)]
    return answers | answer_all(more, answers, ask)


def whose_questions() -> list[Prompt]:
    """Whose plan it is."""
    return [
        Prompt("name", _("The municipality's name, such as Solna stad")),
        Prompt("code", _("The municipality code, four figures"), check=_require_code),
    ]


def _require_code(answer: str) -> None:
    """Raise where it is no municipality code, ours or another country's."""
    if not re.search(CODE, answer):
        raise VbeError(
            _("“{answer}” is no municipality code.").format(answer=answer), _("Write its four figures, such as 0184 for Solna.")
        )


def origin_question(*, asked: bool = False) -> Prompt:
    """Where the automatic checks fetch the program."""
    prompt = _("Where the automatic checks fetch vbe, ADDRESS@COMMIT (empty: filled in later)")
    return Prompt("vbe_from", prompt, needed=asked, default=installed_from(), may_be_empty=True)


def _own_questions(shape: Shape, *, asked: bool) -> list[Prompt]:
    """What only this kind of plan is asked, where there is somebody who answers; options are read alike."""
    prompts = {
        "boards": _("Which board's plan is it? (empty: {boards})").format(boards="; ".join(shape.get("boards", ()))),
        "areas": _("The plan's aims or areas, in its order (empty: {areas})").format(
            areas="; ".join(area["title"] for area in shape["areas"])
        ),
        "parent": _("Which document does it carry out? (empty: none, or not known)"),
        "law_refs": _("Which law demands it, with chapter and section? (empty: written in later)"),
        "joint_with": _("Which other municipalities share it? (empty: written in later)"),
    }
    return [
        Prompt(name, prompts[name], many=name != "parent", needed=asked, may_be_empty=True, separator=";")
        for name in shape.get("asks", ())
    ]


DECIDED = ("case_number", "decided_on")
VALID = ("valid_from", "valid_to")


def _decision_questions(names: Sequence[str], *, asked: bool) -> list[Prompt]:
    """What is known of the plan's decision. An empty answer leaves it out: nothing is made up."""
    prompts = {
        "case_number": ("text", _("The plan's case number (empty: not known, or none)")),
        "decided_on": ("date", _("The day it was decided (empty: not decided, or not known)")),
        "valid_from": ("date", _("Its first day (empty: not known)")),
        "valid_to": ("due", _("Its last day (empty: not known, or until further notice)")),
    }
    return [Prompt(name, prompts[name][1], form=prompts[name][0], needed=asked, may_be_empty=True) for name in names]


def _decider_questions(answers: Answers, shape: Shape) -> list[Prompt]:
    """Of a plan that is decided: by whom, and in which paragraph of the minutes."""
    boards = [words.partition("=")[0].strip() for words in answers.get("boards") or shape.get("boards", ())]
    bodies = tuple(dict.fromkeys((COUNCIL, EXECUTIVE, *boards)))
    return [
        Prompt("decided_by", _("Which body decided it? (empty: not known)"), bodies, _("body"), may_be_empty=True),
        Prompt("paragraph", _("The paragraph (§) of the minutes (empty: not known)"), form="number", may_be_empty=True),
    ]


def _with_decision(words: str, ask: Ask) -> str:
    """A municipality that shares the plan, with what is known of its decision: asked where it was only named."""
    if "=" in words:
        return words
    prompt = _("{name}: the day it decided, its case number and § number, with commas between (empty: not known)").format(
        name=words
    )
    question = Prompt("joint_with", prompt, may_be_empty=True, check=lambda answer: read_partaker(f"{words}={answer}"))
    return f"{words}={answer_all([question], {}, ask)['joint_with']}"


def _lack_questions(shape: Shape, *, asked: bool) -> list[Prompt]:
    """What the plan does not have, asked once and remembered in the profile; the kind of plan says what is usual."""
    lacks, yes_no = shape.get("without", ()), (YES, NO)
    prompts = {
        "priorities": _("Does the plan rank its measures?"),
        "demands": _("Are the demands of its text to be listed and answered for?"),
        "indicators": _("Does it have indicators?"),
    }
    return [
        Prompt(
            "examples",
            _("Samples to replace (all), or none"),
            EXAMPLES,
            _("choice"),
            needed=asked,
            default=shape.get("examples", EXAMPLES[0]),
        ),
        *(
            Prompt(name, prompt, yes_no, _("answer"), needed=asked, default=NO if name in lacks else YES)
            for name, prompt in prompts.items()
        ),
    ]


def read_preset(name: str) -> Shape:
    """A preset: its title, type of document, aims and areas, and what such a plan usually lacks."""
    path = PRESETS / f"{name}.yaml"
    document, findings = parse(path.name, path.read_bytes())
    assert document is not None, findings
    return cast("Shape", document.value)
