"""`text`: two lines for each rule; unless all are asked for, a line for each family."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vbe.language import _, ngettext
from vbe.output.width import WIDTH, shortened, wrapped
from vbe.rules.pages import severity_word, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vbe.diagnostics import Rule

FAMILY = len("VBE1")
SHOWN = 2
"""So many rules stand as examples of a family."""


def format_rules(rules: Sequence[Rule], *, whole: bool = True) -> str:
    """Code, severity and name on one line, and what the rule finds below."""
    lines = [line for rule in rules for line in _rule(rule)] if whole else list(_families(rules))
    return "".join(f"{line}\n" for line in lines)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({severity_word(rule.severity)})"
    yield from wrapped(summary(rule), "    ")


def _families(rules: Sequence[Rule]) -> Iterator[str]:
    """How many rules there are of each family, and what the first of them find."""
    yield ngettext("{count} rule.", "{count} rules.", len(rules)).format(count=len(rules))
    for family, members in groupby(rules, key=lambda rule: rule.code[:FAMILY]):
        listed = list(members)
        yield f"{family}xx  " + ngettext("{count} rule, such as", "{count} rules, such as", len(listed)).format(count=len(listed))
        yield from (f"  {rule.code} {shortened(summary(rule), WIDTH - 10)}" for rule in listed[:SHOWN])
    yield ""
    yield _("All: {command}").format(command="vbe rules --all")
    yield _("One of them: {command}").format(command=f"vbe explain {rules[0].code}")
