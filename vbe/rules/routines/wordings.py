"""What a step's own words ask for: nobody plays detective, and somebody does what is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.patterns import later
from vbe.model.records import ACTOR_TYPES
from vbe.model.records.organisation import ACTOR, COLLECTIVE, ROLE
from vbe.model.records.routine import ROUTINE
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import DUTY, text_area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vbe.model.records import Record
    from vbe.model.records.routine import Step

# Swedish, because the records are. The first group are the verbs, the second what social services must do by law.
FORBIDDEN = later(
    r"\b(?:förhör(?:a|er|s)?|utfrågar?|frågar? ut|konfrontera[rs]?|spana[rs]?|skugga[rs]?|infiltrera[rs]?|provocera[rs]?"
    r"|genomsök(?:er|a|s)?|smygfilma[rs]?|övervaka[rs]?|avlyssna[rs]?|(?P<inquiry>utred(?:er|a|s)?))\b"
)
STEMS = (
    "förhör",
    "fråga",
    "konfront",
    "spana",
    "skugga",
    "infiltr",
    "provoc",
    "genomsök",
    "smygfilm",
    "övervak",
    "avlyss",
    "utred",
)
NEGATED = later(r"\b(?:inte|aldrig|utan att|varken|ingen|inga|låter bli att)\W+(?:\w+\W+){0,3}$")
NEGATION_AFTER = later(r"\W*(?:inte|aldrig)\b")
EMPLOYED = frozenset(name for name, described in ACTOR_TYPES.items() if described.is_staff or described is COLLECTIVE)
PASSIVE = later(r"\b(?:ska|skall|bör|måste) (?:\w+ ){0,2}?(?P<verb>\w{2,}as|ges|tas|nås)\b(?! av\b)")
DEPONENT = frozenset(
    ("träffas", "finnas", "hoppas", "lyckas", "minnas", "andas", "låtsas", "trivas", "samlas", "enas", "mötas", "vistas", "turas")
)


def _steps(corpus: Corpus) -> Iterator[tuple[Record, int, Step]]:
    for record in corpus.of(ROUTINE):
        for index, step in enumerate(record.content.steps):
            yield record, index, step


@rule("VBE504", Severity.WARNING, sources=(DUTY, text_area(11)))
def step_plays_detective(corpus: Corpus) -> Findings:
    """A step tells the municipality's staff to investigate, question, watch or confront someone.

    Single employees do not act on their own; crime is for the police and threats to the nation for the security service
    (the sections on the city's responsibility and on overall routines). Such a step puts the employee in danger and may
    spoil an investigation. That social services inquire into a child's needs is their duty, and not remarked on.

    Bad:

        - {who: medarbetare, does: Konfronterar eleven med uppgifterna.}

    Good:

        - {who: medarbetare, does: Kontaktar säkerhetschefen., to: [sakerhetschef]}
    """
    for record, index, step in _steps(corpus):
        text = step.does.casefold()
        if not any(stem in text for stem in STEMS):
            continue
        entry = corpus.find(ACTOR, step.who)
        if entry is None or entry.actor_type not in EMPLOYED:
            continue
        match = next((m for m in FORBIDDEN.finditer(text) if not _is_allowed(text, m, entry.actor_type)), None)
        if match is not None:
            message = _("The step tells “{who}” to do what only the police may do: “{word}”.").format(
                who=step.who, word=match.group()
            )
            yield Finding(record.file, message, _("Let the step lead to the contact point instead."), ("steps", index, "does"))


def _is_allowed(text: str, match: re.Match[str], actor_type: str) -> bool:
    if match["inquiry"] and actor_type != ROLE.name:
        return True
    return NEGATION_AFTER.match(text, match.end()) is not None or NEGATED.search(text[: match.start()]) is not None


@rule("VBE505", Severity.NOTE)
def step_without_agent(corpus: Corpus) -> Findings:
    """A step says that something is to be done, and not that anyone does it.

    “Ska kontaktas” lets everyone think that someone else makes the call. Write in the active voice, with the one in `who`
    as the subject.

    Bad:

        - {who: medarbetare, does: Säkerhetschefen ska kontaktas.}

    Good:

        - {who: medarbetare, does: Kontaktar säkerhetschefen.}
    """
    for record, index, step in _steps(corpus):
        for match in PASSIVE.finditer(step.does.casefold()):
            if match["verb"] not in DEPONENT:
                message = _("“{words}” does not say who does it.").format(words=match.group())
                yield Finding(record.file, message, _("Write in the active voice: who does what."), ("steps", index, "does"))
                break
