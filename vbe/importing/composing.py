"""A document → every file of its repository, proven in memory, and the log."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vbe.errors import VbeError
from vbe.importing.areas import AreaWriter
from vbe.importing.cover import read_cover_values
from vbe.importing.document import words_of
from vbe.importing.document_types import kind_in
from vbe.importing.governing import obligations_text, organisation_text, profile_text, strategy_text
from vbe.importing.headwords import RESPONSIBLE, WITH
from vbe.importing.log import log_text
from vbe.importing.naming import BOARD, is_body
from vbe.importing.numbering import Numbering, sum_of
from vbe.importing.opening import open_document
from vbe.importing.outline import read_plan
from vbe.importing.people import without_persons
from vbe.importing.plan import Plan, PlanArea
from vbe.importing.roster import Roster
from vbe.importing.trail import FIRST, MOST_MEASURES, Trail
from vbe.language import _, active_language, speaking
from vbe.model.fields import NOT_STATED
from vbe.model.formats import FORMAT
from vbe.model.places import RESERVED
from vbe.scaffold.choices import slug
from vbe.scaffold.filling import record

if TYPE_CHECKING:
    from vbe.importing.document import Document, Piece
    from vbe.importing.facts import Cover, ProfileFacts
    from vbe.importing.standing import Standing

LOG: Final = "import.md"
WHOLE: Final = "document"
"""What the sum of the whole document stands under in the log."""
LANGUAGE: Final = "sv"
"""Of the files and the log, whatever the user reads."""
AIMS: Final = (
    ("framja", "Främja", r"främja"),
    ("forebygga", "Förebygga", r"förebygg"),
    ("forhindra", "Förhindra", r"förhindra|hindra"),
)
AIM_LEAD: Final = re.compile(r"\A(?:delmål|målområde|inriktningsmål|effektmål|mål)\b\s*[\d.]*\s*[:.–—-]*\s*", re.IGNORECASE)


@dataclass(slots=True)
class Imported:
    """What an import makes: files of records (file → content), the log, and what it counts."""

    files: dict[str, bytes]
    trail: Trail
    plan: Plan
    cover: Cover
    title: str
    facts: ProfileFacts
    sums: dict[str, str] = field(default_factory=dict)
    """Area or measure → the sum of what the document said."""
    standings: list[Standing] = field(default_factory=list)
    """How far the measures have come, as the document has it; the year's follow-up takes it in."""

    @property
    def log(self) -> bytes:
        """The log, as it stands now."""
        with speaking(LANGUAGE):
            return log_text(self).encode()


def import_file(
    file: str, content: bytes, name: str, code: str, numbering: Numbering | None = None, *, leave_out: bool = False
) -> Imported:
    """The repository that a file becomes. Its files are in Swedish; what stops the import is told as the user reads.

    `numbering` is asked anew where it is given, so it must not have been used.
    """
    imported = import_document(open_document(file, content), name, code, deepcopy(numbering), leave_out=leave_out)
    if active_language() != LANGUAGE:
        with speaking(LANGUAGE):
            imported = import_document(open_document(file, content), name, code, numbering, leave_out=leave_out)
    return imported


def import_document(
    document: Document, name: str, code: str, numbering: Numbering | None = None, *, leave_out: bool = False
) -> Imported:
    """The repository that a document becomes. Raises where it holds no measure, or what is about persons.

    With `leave_out` only a personal number stops; the rest that is about persons is left out.
    """
    trail = Trail()
    document = without_persons(document, trail, leave_out=leave_out)
    plan = read_plan(document)
    _require_measures(plan, trail)
    roster = Roster()
    roster.read([measure.fields[key].text for measure in plan.measures() for key in (RESPONSIBLE, WITH) if key in measure.fields])
    roster.read([area.title for area in plan.areas if is_body(area.title)])
    roster.require("Kommunstyrelsen", BOARD)
    cover = read_cover_values(plan, roster, name)
    title = plan.title.text if plan.title is not None else plan.cover["title"].text if "title" in plan.cover else _stem(plan.name)
    if plan.title is not None:
        trail.record(plan.title.text, plan.title.piece, "strategy/strategy.yaml, title")
    for area in plan.areas:
        area.title = area.title or title
    facts: ProfileFacts = {"name": name, "code": code, "format": FORMAT, "areas": len(plan.areas)}
    aims, of_area = _aims(plan, title, facts)
    writer = AreaWriter(roster, trail, cover.valid_to)
    texts, sums = {}, {WHOLE: sum_of("\n".join(f"{piece.place}: {piece.text}" for piece in document.pieces()))}
    numbering = numbering or Numbering()
    for index, (area, number, ids) in enumerate(_numbered(plan, trail, numbering)):
        file = numbering.files.get(number) or f"measures/{number:02}-{_file(area.title, number)}.yaml"
        texts[file] = writer.area(area, number, of_area[index], ids)
        sums[f"{number:02}"] = sum_of(area.title)
        sums |= {identity: sum_of(measure.text.text) for identity, measure in zip(ids, area.measures, strict=True)}
    facts["areas"] = max(int(file[9:11]) for file in texts)
    texts["strategy/strategy.yaml"] = strategy_text(plan, cover, title, trail)
    texts["strategy/obligations.yaml"] = obligations_text(plan, cover, title, trail)
    texts["vbe.yaml"] = profile_text(facts, cover, aims, roster, trail.phones)
    texts["strategy/organisation.yaml"] = organisation_text(roster, trail)
    trail.left += [(piece, "") for piece in plan.prose]
    _leave_the_rest(document, plan, trail)
    files = {file: record(file, text) for file, text in sorted(texts.items())}
    return Imported(files, trail, plan, cover, title, facts, sums, writer.standings)


def _leave_the_rest(document: Document, plan: Plan, trail: Trail) -> None:
    """Whatever of a piece is told nowhere is told as not used, the whole piece; and what is told in full is not told again."""
    reasons: dict[Piece, set[str]] = {}
    for text, piece in [*((taken.text, taken.piece) for taken in trail.taken), *plan.inline]:
        reasons.setdefault(piece, set()).update(words_of(text))
    known = {*plan.labels, *trail.offered}
    loose = {piece for piece, _why in trail.left}
    for piece in document.pieces():
        is_told = piece in known or set(words_of(piece.text)) <= reasons.get(piece, set())
        if not is_told and piece not in loose:
            trail.left.append((piece, ""))
    trail.left[:] = [(p, why) for p, why in trail.left if why or not (p in reasons and set(words_of(p.text)) <= reasons[p])]
    order = {piece: number for number, piece in enumerate(document.pieces())}
    trail.left.sort(key=lambda left: order.get(left[0], 0))


def _require_measures(plan: Plan, trail: Trail) -> None:
    """Stop where a document holds no measure; guidelines are one area without measures, and nothing is made up."""
    if plan.areas:
        return
    if plan.title is not None and kind_in(
        f"{plan.title.text} {plan.cover['document_type'].text if 'document_type' in plan.cover else ''}"
    ):
        plan.areas.append(PlanArea("", None))
        trail.ask(
            FIRST, _("No measure was found: what the document says to do stands in the log; write it with `vbe new commitment`.")
        )
    else:
        message = _("No measure was found in {file}.").format(file=plan.name)
        hint = _("vbe looks for a table with a head such as Åtgärd or Aktivitet, or a list below such a heading.")
        raise VbeError(message, hint)


def _numbered(plan: Plan, trail: Trail, known: Numbering) -> list[tuple[PlanArea, int, list[str]]]:
    """Each area with its number and its measures' ids; those that an earlier import gave are kept, and none is used again."""
    if len(plan.areas) > MOST_MEASURES:
        raise VbeError(_("{file} has more than {count} areas.").format(file=plan.name, count=MOST_MEASURES))
    found = []
    for area in plan.areas:
        number = known.area(area.title)
        for measure in area.measures[MOST_MEASURES:]:
            trail.left.append((measure.text.piece, _("more than {count} measures in one area").format(count=MOST_MEASURES)))
            trail.ask(
                FIRST, _("Area {number} has more than {count} measures; divide it.").format(number=number, count=MOST_MEASURES)
            )
        del area.measures[MOST_MEASURES:]
        found.append((area, number, known.ids(number, [measure.text.text for measure in area.measures])))
    return found


def _aims(plan: Plan, title: str, facts: ProfileFacts) -> tuple[dict[str, str], list[list[str] | str]]:
    """The profile's aims (id → name), and those of each area: in the plan's own words, or `not_stated`."""
    named = [[i for i, _n, words in AIMS if re.search(words, area.title.casefold())] for area in plan.areas]
    if any(named):
        used = {identity for ids in named for identity in ids}
        return {i: n for i, n, _w in AIMS if i in used}, [ids or NOT_STATED for ids in named]
    aims: dict[str, str] = {}
    of_area: list[list[str] | str] = []
    for area in plan.areas:
        name = AIM_LEAD.sub("", area.title) or area.title
        identity = slug(name)
        of_area.append([identity] if area.is_aim and identity else NOT_STATED)
        if area.is_aim and identity:
            aims[identity] = name
    if not aims:
        facts["aims_guess"] = _("the document’s title; the plan names no aims")
        aims = {slug(title) or "planen": title}
    return aims, of_area


def _file(title: str, number: int) -> str:
    name = slug(AIM_LEAD.sub("", title)) or slug(title) or f"omrade-{number}"
    return f"{name}-{number}" if name in RESERVED else name


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
