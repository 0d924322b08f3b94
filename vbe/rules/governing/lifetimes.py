"""From when to when: periods that run backwards, and actors that end without anyone taking over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.model.records.organisation import ACTOR, Actor, Partner
from vbe.model.records.strategy import STRATEGY
from vbe.rules import Corpus, Finding, Findings, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vbe.diagnostics import Route
    from vbe.domain.lifecycle import Lasting


def _periods(corpus: Corpus) -> Iterator[tuple[str, Route, Lasting]]:
    for record in corpus.of(STRATEGY):
        yield record.file, (), record.content
    for entry in corpus.all_entries:
        if isinstance(entry.content, Actor):
            yield entry.record.file, entry.route, entry.content
            agreements = entry.content.agreements if isinstance(entry.content, Partner) else ()
            for index, agreement in enumerate(agreements):
                yield entry.record.file, (*entry.route, "agreements", index), agreement


@rule("VBE315")
def reversed_period(corpus: Corpus) -> Findings:
    """Something ends before it begins.

    One of the two dates is wrong, and everything that is reckoned from them with it: what was valid, who existed, what is
    due.

    Bad:

        valid_from: 2018-01-01
        valid_to: 2017-12-31

    Good:

        valid_from: 2017-01-01
        valid_to: 2017-12-31
    """
    for file, route, content in _periods(corpus):
        if content.valid_from is not None and content.valid_to is not None and content.valid_to < content.valid_from:
            message = _("The last day, {last}, comes before the first, {first}.").format(
                last=content.valid_to, first=content.valid_from
            )
            yield Finding(file, message, _("Correct valid_from or valid_to."), (*route, "valid_to"))


@rule("VBE321", Severity.WARNING)
def ended_without_successor(corpus: Corpus) -> Findings:
    """An actor has ended, records name it, and nobody is said to have taken over.

    Departments merge and authorities close while the plan goes on. Where a successor is named, every record that
    still names the old one can be mended; where none is, the commitment has lost its bearer.

    Bad:

        - id: kompetensforvaltningen
          valid_to: 2020-09-30

    Good:

        - id: kompetensforvaltningen
          valid_to: 2020-09-30
          successor: [forvaltningen-for-arbetsmarknad]
    """
    for entry in corpus.all_of(ACTOR):
        actor = entry.content
        if actor.valid_to is None or actor.successor:
            continue
        named = [r for r in corpus.incoming.get((ACTOR.name, actor.id), ()) if "successor" not in r.route]
        if named:
            message = ngettext(
                "“{id}” has ended, is named in {count} place, and has no successor.",
                "“{id}” has ended, is named in {count} places, and has no successor.",
                len(named),
            ).format(id=actor.id, count=len(named))
            hint = _("Write successor with who took over, or let the records name someone else.")
            yield Finding(entry.record.file, message, hint, (*entry.route, "valid_to"))


@rule("VBE322")
def successor_cycle(corpus: Corpus) -> Findings:
    """An actor succeeds itself, straight away or by way of others.

    Who follows the successors to find who answers today goes round for ever.

    Bad:

        - id: kompetensnamnden
          successor: [arbetsnamnden]
        - id: arbetsnamnden
          successor: [kompetensnamnden]

    Good:

        - id: kompetensnamnden
          successor: [arbetsnamnden]
        - id: arbetsnamnden
    """
    followers = {actor.id: actor.successor for actor in corpus.actors.values() if actor.successor}
    for actor in sorted(_on_cycles(followers)):
        entry = corpus.entries[ACTOR.name][actor]
        message = _("“{id}” succeeds itself, straight away or by way of others.").format(id=actor)
        yield Finding(entry.record.file, message, _("Correct successor."), (*entry.route, "successor"))


def _on_cycles(graph: dict[str, tuple[str, ...]]) -> set[str]:
    """Those that stand on a cycle or between two: what is left when everything with a loose end has been taken away."""
    backwards: dict[str, list[str]] = {}
    for node, targets in graph.items():
        for target in targets:
            if target in graph:
                backwards.setdefault(target, []).append(node)
    kept = _without_loose_ends({node: [t for t in targets if t in graph] for node, targets in graph.items()}, backwards)
    return _without_loose_ends({n: [b for b in backwards.get(n, ()) if b in kept] for n in kept}, graph)


def _without_loose_ends(graph: Mapping[str, list[str]], backwards: Mapping[str, Iterable[str]]) -> set[str]:
    left = {node: len(targets) for node, targets in graph.items()}
    loose = [node for node, count in left.items() if not count]
    while loose:
        node = loose.pop()
        del left[node]
        for before in backwards.get(node, ()):
            if before in left:
                left[before] -= 1
                if not left[before]:
                    loose.append(before)
    return set(left)
