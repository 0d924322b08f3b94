"""Corpus → diagnostics: run the rules, stamp and place what they find, apply suppressions and waivers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from vbe.diagnostics import Diagnostic, Finding, Location
from vbe.language import _, ngettext
from vbe.language.lexicon import Lexicon
from vbe.model.corpus import Corpus
from vbe.model.places import FILE
from vbe.model.profile import Contacts, Profile
from vbe.model.prose import RecordTexts
from vbe.privacy.redaction import redact
from vbe.rules import all_rules, rules_by_name
from vbe.rules.limits import limits_of, no_limits
from vbe.rules.marks import marks_in
from vbe.rules.pages import summary
from vbe.rules.result import CheckResult
from vbe.store.loader import BrokenProfileError, load
from vbe.store.once import Once
from vbe.store.repository import Disk
from vbe.store.surroundings import read_surroundings
from vbe.store.templates import template_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from vbe.diagnostics import Rule
    from vbe.model.profile import Waiver
    from vbe.model.records import Record
    from vbe.rules.limits import Limits
    from vbe.store.repository import Source

MAX_PER_RULE_AND_FILE = 100


class Base(NamedTuple):
    """The state that a change is going to be taken in to, and what it is called."""

    corpus: Corpus
    name: str


def examine(source: Source, base: Base | None = None) -> CheckResult:
    """Read a repository and check it; only its form where the profile itself has faults.

    With a base, which is what it is going to be taken in to, the limits are that one's.
    """
    source = Once(source) if isinstance(source, Disk) else source
    around = read_surroundings(source)
    besides = (*around.findings, *template_findings(source))
    try:
        corpus = load(source, strict=True, most_kib=base.corpus.profile.limits.file_kib if base is not None else None)
    except BrokenProfileError as broken:
        return check_reading((*broken.findings, *besides), broken.texts, around.texts)
    return check(replace(corpus, surroundings=around.texts, findings=(*corpus.findings, *besides)), base)


def check(corpus: Corpus, base: Base | None = None) -> CheckResult:
    """Everything that is wrong with a corpus, the faults of reading included."""
    held = no_limits(corpus) if base is None else limits_of(base.corpus, corpus, base.name)
    corpus = held.corpus
    stamped = list(_stamp_all(corpus.findings, corpus))
    stamped.extend(_stamp(finding, rule, corpus) for rule, finding in _find(corpus))
    diagnostics = _suppress(_discreet(stamped), corpus.texts, held)
    diagnostics = _waive(diagnostics, corpus, held.idle_waivers)
    return CheckResult(tuple(_capped(diagnostics)), len(corpus.texts), corpus.texts, tuple(dict.fromkeys(held.told)))


def check_reading(findings: Iterable[Finding], texts: dict[str, str], surroundings: Mapping[str, str]) -> CheckResult:
    """Only the faults of reading, and what is private, where there is no profile to check the rest by."""
    corpus = Corpus(_no_profile(), (), texts, surroundings, tuple(findings))
    stamped = [*_stamp_all(corpus.findings, corpus), *find_private(corpus)]
    return CheckResult(tuple(_capped(_discreet(stamped))), len(texts), texts)


def _capped(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """In order; of one rule in one file the first hundred, and how many more there are."""
    seen: Counter[tuple[str, str, bool]] = Counter()
    following: dict[tuple[str, str, bool], Diagnostic] = {}
    kept = []
    for diagnostic in sorted(diagnostics, key=lambda d: d.order):
        key = (diagnostic.code, diagnostic.location.file, diagnostic.waived)
        seen[key] += 1
        if seen[key] <= MAX_PER_RULE_AND_FILE:
            kept.append(diagnostic)
        else:
            following.setdefault(key, diagnostic)
    for key, first in following.items():
        left = seen[key] - MAX_PER_RULE_AND_FILE
        message = ngettext("… and {count} more of this rule in this file.", "… and {count} more of this rule in this file.", left)
        kept.append(first._replace(message=message.format(count=left), hint="", replacement="", is_certain=False))
    yield from sorted(kept, key=lambda d: d.order)


def _no_profile() -> Profile:
    """What the rules of privacy ask of a profile, where it cannot be read: no number and no mailbox is a function's."""
    profile: Profile = Profile.model_construct(None, contacts=Contacts(), guarded_areas=())  # type: ignore[call-arg]
    return profile


def find_private(corpus: Corpus) -> list[Diagnostic]:
    """What the rules of privacy find; the attachments among the corpus' own findings besides."""
    rules = [rule for rule in all_rules().values() if rule.is_private]
    read = [finding for finding in corpus.findings if rules_by_name()[finding.rule] in rules]
    found = [_stamp(finding, rule, corpus) for rule in rules if rule.check is not None for finding in rule.check(corpus)]
    return [*_stamp_all(read, corpus), *found]


def _find(corpus: Corpus) -> Iterator[tuple[Rule, Finding]]:
    """What all rules find."""
    readers = []
    for rule in all_rules().values():
        if rule.read is not None:
            readers.append((rule, rule.read(corpus)))
        elif rule.check is not None:
            yield from ((rule, finding) for finding in rule.check(corpus))
    lexicon = Lexicon()
    for record in corpus.records:
        texts = RecordTexts(record, lexicon)
        for rule, read in readers:
            yield from ((rule, finding) for finding in read(texts))


def _stamp_all(findings: Iterable[Finding], corpus: Corpus | None) -> Iterator[Diagnostic]:
    for finding in findings:
        yield _stamp(finding, rules_by_name()[finding.rule], corpus)


def _stamp(finding: Finding, rule: Rule, corpus: Corpus | None) -> Diagnostic:
    record: Record | None = corpus.by_file.get(finding.file) if corpus is not None else None
    location = finding.location
    subject = record.id if record is not None else ""
    if location is None:
        location = record.document.locate(finding.route, on_key=finding.on_key) if record else Location(finding.file)
    if record is not None and corpus is not None and finding.route:
        subject = corpus.entry_at(record, finding.route).id
    is_showable = redact(finding.replacement) == finding.replacement
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=finding.severity or rule.severity,
        # The last door before anything is printed: a personal number never passes it, whoever quoted it.
        message=redact(finding.message),
        hint=redact(finding.hint),
        location=location._replace(file=redact(location.file)),
        record=redact(record.id) if record is not None else "",
        subject=redact(subject),
        replacement=finding.replacement if is_showable else "",
        is_certain=finding.is_certain and is_showable,
    )


def _discreet(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Where something private stands, the others say only what their rule is about: what they would quote may be it."""
    places = [d.location for d in diagnostics if all_rules()[d.code].is_private]
    private = {(place.file, line) for place in places for line in range(place.line, place.end_line + 1)}
    return [
        d._replace(message=summary(rules_by_name()[d.name]), hint="", replacement="", is_certain=False)
        if (d.location.file, d.location.line) in private and not all_rules()[d.code].is_private
        else d
        for d in diagnostics
    ]


def _suppress(diagnostics: list[Diagnostic], texts: Mapping[str, str], held: Limits) -> list[Diagnostic]:
    """Apply `# vbe: ignore[CODE] reason` at the line; say where one is unexplained, of no use, or does not count."""
    marks = marks_in(texts, held)
    if not marks:
        return diagnostics
    used: set[tuple[str, int]] = set()
    result = []
    for diagnostic in diagnostics:
        place = (diagnostic.location.file, diagnostic.location.line)
        mark = marks.get(place)
        if mark is None or diagnostic.code not in mark.codes or not mark.reason or all_rules()[diagnostic.code].is_final:
            result.append(diagnostic)
            continue
        used.add(place)
        result.append(diagnostic._replace(waived=True, justification=redact(mark.reason)) if mark.counts else diagnostic)
        if not mark.counts:
            message = _("{place}: the suppression of {rule} is not in {base}: it does not count yet.")
            held.tell(message.format(place=f"{place[0]}:{place[1]}", rule=diagnostic.code, base=held.base))
    for (file, number), mark in marks.items():
        location = Location(file, number, mark.column, number, mark.column + 1)
        if not mark.reason:
            finding = Finding(file, _("The suppression gives no reason."), _("Write why after the bracket."), location=location)
            result.append(_stamp(finding, rules_by_name()["unexplained-suppression"], None))
        elif (file, number) not in used:
            finding = Finding(file, _("The suppression has nothing to suppress."), _("Delete it."), location=location)
            result.append(_stamp(finding, rules_by_name()["unused-suppression"], None))
    return result


def _covers(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    return waiver.rule == diagnostic.code and waiver.record in (
        "*",
        diagnostic.record,
        diagnostic.subject,
        diagnostic.location.file,
    )


def _reason(waiver: Waiver) -> str:
    """Why, and that nobody has decided it where it is an example."""
    if not waiver.example:
        return waiver.reason
    stop = "" if waiver.reason.endswith((".", "!", "?")) else "."
    return f"{waiver.reason}{stop} {_('Example, not decided.')}"


def _waive(diagnostics: list[Diagnostic], corpus: Corpus, idle: Collection[int]) -> list[Diagnostic]:
    """Mark what the profile's waivers cover; a waiver that covers nothing is a finding, and so is one of privacy."""
    waivers = corpus.profile.waivers
    uses: Counter[int] = Counter()
    result = []
    for diagnostic in diagnostics:
        covering = [i for i, waiver in enumerate(waivers) if _covers(waiver, diagnostic)]
        index = next((i for i in covering if i not in idle), None)
        uses.update(i for i in covering if i in idle)
        if index is None or all_rules()[diagnostic.code].is_final:
            result.append(diagnostic)
        else:
            uses[index] += 1
            result.append(diagnostic._replace(waived=True, justification=redact(_reason(waivers[index]))))
    for index, waiver in enumerate(waivers):
        if not uses[index]:
            hint = _("Delete the waiver, or correct its rule and record.")
            message = _("The waiver of {rule} for {record} has nothing to waive.").format(rule=waiver.rule, record=waiver.record)
            finding = Finding(FILE, message, hint, ("waivers", index))
            result.append(_stamp(finding, rules_by_name()["unused-waiver"], corpus))
    return result
