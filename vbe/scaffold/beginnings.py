"""What a beginning asks: whose plan it is, of which kind, what is known of its decision, and what it does not have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbe.documents import parse
from vbe.errors import VbeError
from vbe.language import _
from vbe.model.profile import CODE
from vbe.scaffold.origin import installed_from
from vbe.scaffold.questions import Prompt, answer_all

if TYPE_CHECKING:
    from vbe.scaffold.questions import Answers, Ask

PRESETS = Path(__file__).parent / "presets"
EXAMPLES = ("all", "none")
YES, NO = "ja", "nej"


def presets() -> dict[str, str]:
    """Name of a preset → what kind of plan it is, in a line; the simplest first."""
    found = {path.stem: read_preset(path.stem) for path in PRESETS.glob("*.yaml")}
    return {name: found[name]["description"] for name in sorted(found, key=lambda name: (found[name].get("order", 99), name))}


def require_preset(given: str | None, *, asked: bool) -> None:
    """Raise where nobody has said which kind of plan it is, and there is nobody to ask."""
    if given or asked:
        return
    listed = "; ".join(f"{name}: {said.rstrip('.')}" for name, said in presets().items())
    raise VbeError(_("Which kind of plan is it? Say so with --preset."), _("There are {choices}.").format(choices=listed))


def answer_beginning(given: Answers, ask: Ask | None) -> Answers:
    """Everything that is known of a beginning; raises where something is missing and nobody can be asked."""
    require_preset(given.get("preset"), asked=ask is not None)
    said = {name: value for name, value in given.items() if value is not None}
    return {**said, **answer_all(questions(asked=ask is not None), said, ask)}


def questions(*, asked: bool = False) -> list[Prompt]:
    """What a beginning needs to know; `asked` where there is somebody who answers what has a default, too."""
    known = presets()
    yes_no = (YES, NO)
    return [
        Prompt("name", _("The municipality's name, such as Solna stad")),
        Prompt("code", _("The municipality code, four figures"), pattern=CODE),
        Prompt("preset", _("Which kind of plan is it?"), tuple(known), _("preset"), names=known),
        *_decision_questions(asked=asked),
        Prompt("examples", _("Samples to replace (all), or none"), EXAMPLES, _("choice"), needed=asked),
        Prompt("priorities", _("Does the plan rank its measures?"), yes_no, _("answer"), needed=asked),
        Prompt("demands", _("Are the demands of its text to be listed and answered for?"), yes_no, _("answer"), needed=asked),
        Prompt("indicators", _("Does it have indicators?"), yes_no, _("answer"), needed=asked),
        Prompt(
            "vbe_from",
            _("Where the automatic checks fetch vbe, ADDRESS@COMMIT (empty: filled in later)"),
            needed=asked,
            default=installed_from(),
            may_be_empty=True,
        ),
    ]


def _decision_questions(*, asked: bool) -> list[Prompt]:
    """What is known of the plan's decision. An empty answer leaves it out: nothing is made up."""
    told = {
        "case_number": ("text", _("The plan's case number (empty: not known, or none)")),
        "decided_on": ("date", _("The day it was decided (empty: not decided, or not known)")),
        "valid_from": ("date", _("Its first day (empty: not known)")),
        "valid_to": ("due", _("Its last day (empty: not known, or until further notice)")),
    }
    return [Prompt(name, said, form=form, needed=asked, may_be_empty=True) for name, (form, said) in told.items()]


def read_preset(name: str) -> dict[str, Any]:
    """A preset: its title, type of document, aims and areas, and what such a plan usually lacks."""
    path = PRESETS / f"{name}.yaml"
    document, findings = parse(path.name, path.read_bytes())
    assert document is not None, findings
    return dict(document.value.items())  # type: ignore[arg-type] # the keys are texts
