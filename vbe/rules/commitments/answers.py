"""Where the answer to a demand is said to be, there is one."""

from __future__ import annotations

from vbe.commands import COMMANDS
from vbe.domain.coverage import HOLDERS
from vbe.language import _, did_you_mean
from vbe.model.fields import Model
from vbe.model.records.obligations import OBLIGATION
from vbe.model.records.organisation import ORGANISATION
from vbe.model.records.strategy import STRATEGY
from vbe.rules import Corpus, Finding, Findings, all_rules, rule


@rule("VBE413")
def answer_leads_nowhere(corpus: Corpus) -> Findings:
    """The place that is said to answer for a demand does not exist, or is empty.

    `answer` names codes of rules, a command, a field of the strategy, or an actor, channel or list of the organisation,
    with a field after a point. A reader who follows it must find something there.

    Bad:

        answered_by: organisation
        answer: [samverkansgruppen.medlemmar]

    Good:

        answered_by: organisation
        answer: [samverkansgruppen.members]
    """
    for entry in corpus.all_of(OBLIGATION):
        way = entry.content.answered_by
        if corpus.incomplete.intersection(HOLDERS.get(way, ())):
            continue
        for index, answer in enumerate(entry.content.answer):
            fault = _fault_of(corpus, way, answer)
            if fault:
                yield Finding(entry.record.file, fault[0], fault[1], (*entry.route, "answer", index))


def _fault_of(corpus: Corpus, way: str, answer: str) -> tuple[str, str] | None:
    """What is wrong with an answer and how to mend it; nothing when it can be found."""
    if way == "rule":
        if answer in all_rules():
            return None
        return _("There is no rule {code}.").format(code=answer), _("`vbe rules` lists them.")
    if way == "command":
        words = answer.split()
        if len(words) > 1 and words[0] == "vbe" and words[1] in COMMANDS:
            return None
        guess = did_you_mean(answer, [f"vbe {command}" for command in sorted(COMMANDS)])
        return _("There is no command “{command}”.").format(command=answer), guess or _("`vbe --help` lists them.")
    if way not in (STRATEGY.name, ORGANISATION.name):
        return None
    head, _point, tail = answer.partition(".")
    found = _named(corpus, way, head)
    if found is None:
        message = _("There is no “{name}” in strategy/{way}.yaml.").format(name=head, way=way)
        return message, _("Write a field, or the id of an actor or channel.")
    if tail:
        fields = type(found).model_fields if isinstance(found, Model) else {}
        if tail not in fields:
            message = _("“{head}” has no field “{field}”.").format(head=head, field=tail)
            return message, did_you_mean(tail, fields)
        found = getattr(found, tail)
    if not found:
        return _("“{answer}” is empty.").format(answer=answer), _("Fill it in, or say what else answers for the demand.")
    return None


def _named(corpus: Corpus, way: str, name: str) -> object:
    """What a name leads to in the strategy or the organisation; None where it leads nowhere."""
    record = corpus.strategy if way == STRATEGY.name else corpus.organisation
    if record is not None and name in type(record).model_fields:
        value = getattr(record, name)
        return () if value is None else value
    if way == STRATEGY.name:
        return None
    return corpus.actors.get(name) or corpus.channels.get(name)
