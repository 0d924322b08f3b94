"""Case numbers in the form that the municipality's register has."""

from __future__ import annotations

import math
import re
import warnings
from typing import TYPE_CHECKING

from vbe.language import _
from vbe.language.patterns import later
from vbe.model.places import FILE
from vbe.model.profile import Profile
from vbe.model.records.obligations import Obligations
from vbe.model.records.organisation import PARTNER
from vbe.rules import Corpus, Finding, Findings, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vbe.diagnostics import Route

MAX_CASE_NUMBER = 40
MAX_PATTERN = 200
# The profile may come from anyone's pull request. A pattern whose choices multiply could run for years on a short text,
# so there may be few of them and none inside another: at most C(45, 5) steps on a case number.
MAX_CHOICES = 5
MAX_STEPS = math.comb(MAX_CASE_NUMBER + MAX_CHOICES, MAX_CHOICES)
LITERAL = later(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
FIXED = later(r"\{\d+\}")
REPEATED_GROUP = later(r"\)[*+{]")
EXTENSION = later(r"\(\?(?!:)")
CHOICE = later(r"[*+?({]")


def _fault_of(pattern: str) -> str:
    """What is wrong with a pattern; nothing when it can be used."""
    plain = LITERAL.sub("x", pattern)
    if len(pattern) > MAX_PATTERN:
        return _("it is longer than {count} characters").format(count=MAX_PATTERN)
    if REPEATED_GROUP.search(plain):
        return _("a bracket is repeated")
    if EXTENSION.search(plain):
        return _("a bracket begins with a question mark")
    if _steps(FIXED.sub("", plain).replace("(?:", "(")) > MAX_STEPS:
        return _("it leaves more than {count} choices").format(count=MAX_CHOICES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return _("it is no regular expression")
    return ""


def _steps(plain: str) -> float:
    """At most so many ways to try a pattern on a case number: where each choice ends, times which alternatives are taken.

    Alternatives multiply from bracket to bracket, most where they are spread evenly.
    """
    choices = len(CHOICE.findall(plain))
    brackets = plain.count("(") + 1
    return math.comb(MAX_CASE_NUMBER + choices, choices) * (plain.count("|") / brackets + 1) ** brackets


@rule("VBE313", Severity.WARNING)
def odd_case_number(corpus: Corpus) -> Findings:
    """A case number is not in the form of the municipality's register.

    The register finds a case by its exact number. With a character too many it is not found, and the decision cannot be
    checked.

    The form stands in the profile, `case_number_pattern`.

    Bad:

        case_number: "KS 2016:365"

    Good:

        case_number: "KS/2016:365"
    """
    pattern = corpus.profile.case_number_pattern
    if _fault_of(pattern):
        return
    form = re.compile(pattern)
    found = list(_case_numbers(corpus))
    fits = {n: len(n) <= MAX_CASE_NUMBER and form.fullmatch(n) is not None for n in {number for _file, _route, number in found}}
    # The strategy's own number is the best example of the form.
    own = sorted((not file.startswith("strategy/"), file, number) for file, _route, number in found if fits[number])
    for file, route, number in found:
        if not fits[number]:
            message = _("The case number is not in the form of the register.")
            hint = _("Compare it with the register; the form is case_number_pattern in vbe.yaml: {pattern}")
            if own:
                hint = _("Compare it with the register and write it like {example}; the form stands in vbe.yaml.")
            yield Finding(file, message, hint.format(pattern=pattern, example=own[0][2] if own else ""), route)


def _case_numbers(corpus: Corpus) -> Iterator[tuple[str, Route, str]]:
    """Every case number of every record, wherever it stands: the field has the same name everywhere."""
    for record in corpus.records:
        is_numbered = corpus.strategy is not None and corpus.strategy.case_number is not None
        if isinstance(record.content, Obligations) and record.content.obligations and is_numbered:
            yield record.file, ("source",), record.content.source
        if "case_number" not in record.document.text or isinstance(record.content, Profile):
            continue
        waiting: list[tuple[Route, object]] = [((), record.document.value)]
        while waiting:
            route, value = waiting.pop()
            if isinstance(value, dict):
                kept = (key for key in value if key != "case_number" or not _is_elsewhere(corpus, value))
                waiting.extend(((*route, key), value[key]) for key in kept)
            elif isinstance(value, tuple):
                waiting.extend(((*route, index), inner) for index, inner in enumerate(value))
            elif route and route[-1] == "case_number" and isinstance(value, str):
                yield record.file, route, value


def _is_elsewhere(corpus: Corpus, decision: Mapping[str | int, object]) -> bool:
    """Whether a decision stands in another municipality's register: a partner decided it."""
    body = decision.get("body")
    return isinstance(body, str) and corpus.find(PARTNER, body) is not None


@rule("VBE314")
def bad_case_number_pattern(corpus: Corpus) -> Findings:
    r"""The form of case numbers in the profile cannot be used.

    It is no regular expression, or it could make the check run without end: it is too long, repeats a bracket, or leaves
    too many choices. Case numbers are then not checked at all.

    Bad:

        case_number_pattern: ^([A-Z]+)+/\d{4}:\d+$

    Good:

        case_number_pattern: ^[A-Z]{2,6}/\d{4}:\d+$
    """
    fault = _fault_of(corpus.profile.case_number_pattern)
    if fault:
        message = _("The form of case numbers cannot be used: {fault}.").format(fault=fault)
        hint = _("Write it like {example}").format(example=r"^[A-ZÅÄÖ]{2,6}/\d{4}:\d+$")
        yield Finding(FILE, message, hint, ("case_number_pattern",))
