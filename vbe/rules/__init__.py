"""The rules. A family a module; a rule is a decorated function whose docstring is its page and whose name is its name.

Codes: VBE1xx file and form, 2xx identity and references, 3xx governing documents and decisions, 4xx commitments and
traceability, 5xx routines and guidance, 6xx follow-up and indicators, 7xx privacy, 8xx language. Never reused.
What a rule is written with is imported from here. Families know nothing of one another. May import `domain` and below.
Begin with any family, then `checker`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from vbe.diagnostics import Finding, Rule, Severity
from vbe.domain.required import is_required
from vbe.language.lexicon import Lexicon
from vbe.model.corpus import Corpus
from vbe.model.prose import RecordTexts
from vbe.rules.sources import OWN, Citation

if TYPE_CHECKING:
    from vbe.model.document_type import Requirement

__all__ = [
    "FAMILIES",
    "Corpus",
    "Finding",
    "Findings",
    "ReadOne",
    "RecordTexts",
    "Severity",
    "all_rules",
    "fault",
    "rule",
    "rules_by_name",
    "text_rule",
]
FAMILIES = (
    "form",
    "identity",
    "governing",
    "commitments",
    "routines",
    "followup",
    "privacy",
    "wording",
)

Findings = Iterable[Finding]
Check = Callable[[Corpus], Findings]
ReadOne = Callable[[RecordTexts], Findings]
"""The texts of one record → what is wrong with them."""
ReadTexts = Callable[[Corpus], ReadOne]
Sources = tuple[Citation, ...]
F = TypeVar("F", bound=Callable[..., object])

_registry: dict[str, Rule] = {}


def _register(
    code: str,
    severity: Severity,
    sources: Sources,
    function: Callable[..., object],
    check: Check | None,
    read: ReadTexts | None = None,
    requirements: tuple[Requirement, ...] = (),
    *,
    is_final: bool = False,
    hides_line: bool = False,
) -> None:
    family = function.__module__.removeprefix(f"{__name__}.").partition(".")[0]
    name = function.__name__.replace("_", "-")
    assert code not in _registry, code
    assert name not in {rule.name for rule in _registry.values()}, name
    found = Rule(code, name, severity, inspect.cleandoc(function.__doc__ or ""), check, read, sources, requirements, family)
    _registry[code] = found._replace(is_final=is_final or found.is_private, hides_line=hides_line or found.is_private)


def rule(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    asks: Requirement | None = None,
    names: tuple[Requirement, ...] = (),
    sources: Sources = (OWN,),
    is_final: bool = False,
    hides_line: bool = False,
) -> Callable[[Check], Check]:
    """Register a check over the whole corpus, with what it rests on where that is not the tool's own judgement.

    With `asks` it is run only where the profile says that the plan is to have that. `names` is what the check asks so
    itself, for its page. What is private needs no word: all rules of privacy are final, and hide the line that they find.
    """

    def register(function: Check) -> Check:
        def check(corpus: Corpus) -> Findings:
            return function(corpus) if asks is None or is_required(corpus, asks) else ()

        asked = (asks,) if asks else names
        _register(code, severity, sources, function, check, None, asked, is_final=is_final, hides_line=hides_line)
        return function

    return register


def text_rule(code: str, severity: Severity = Severity.ERROR, *, sources: Sources = (OWN,)) -> Callable[[ReadTexts], ReadTexts]:
    """Register a check of the texts of each record: a function from the corpus to what reads the texts of one."""

    def register(read: ReadTexts) -> ReadTexts:
        def check(corpus: Corpus) -> Findings:
            read_one, lexicon = read(corpus), Lexicon()
            return (finding for record in corpus.records for finding in read_one(RecordTexts(record, lexicon)))

        _register(code, severity, sources, read, check, read)
        return read

    return register


def fault(code: str, severity: Severity = Severity.ERROR, *, sources: Sources = (OWN,)) -> Callable[[F], F]:
    """Register the page of a fault that reading finds: the function has no body but its docstring."""

    def register(function: F) -> F:
        _register(code, severity, sources, function, None)
        return function

    return register


@cache
def all_rules() -> dict[str, Rule]:
    """Code → rule, by code."""
    for family in FAMILIES:
        import_module(f"vbe.rules.{family}")
    return dict(sorted(_registry.items()))


@cache
def rules_by_name() -> dict[str, Rule]:
    """Name → rule."""
    return {rule.name: rule for rule in all_rules().values()}
