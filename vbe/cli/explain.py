"""`vbe explain CODE`: a rule's page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbe.cli.files import open_source
from vbe.cli.options import Language, Root
from vbe.cli.telling import write_output
from vbe.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vbe.diagnostics import Rule


def explain(
    code: Annotated[str, typer.Argument(metavar=_("CODE"), help=_("The code or the name of a rule."))],
    root: Root = None,
    lang: Language = None,
) -> int:
    from vbe.rules.pages import page

    rule = find(code)
    write_output(page(rule, demanded_by(root) if rule.requirements else None) + "\n")
    return 0


def demanded_by(root: Path | None) -> Mapping[str, str] | None:
    """What the plan of the repository is to say, and where that is decided; None where one stands in no repository."""
    from vbe.domain.required import required
    from vbe.errors import VbeError
    from vbe.store.loader import load

    try:
        return dict(required(load(open_source(root))).items())
    except VbeError:
        if root is not None:
            raise
        return None


def find(word: str) -> Rule:
    """The rule with this code or name, whatever the case."""
    from vbe.errors import VbeError
    from vbe.language import did_you_mean
    from vbe.rules import all_rules, rules_by_name

    rule = all_rules().get(word.upper()) or rules_by_name().get(word.lower())
    if rule is None:
        hint = _near_code(word.upper(), sorted(all_rules())) or did_you_mean(word.lower(), rules_by_name())
        raise VbeError(_("There is no rule “{name}”.").format(name=word), hint or _("`vbe rules` lists them."))
    return rule


def _near_code(word: str, codes: list[str]) -> str:
    """The code that is one slip away; else, of what looks like a code, which there are. Any two codes look alike."""
    if not word.startswith("VBE"):
        return ""
    for code in codes:
        apart = [(a, b) for a, b in zip(word, code, strict=False) if a != b]
        if len(word) == len(code) and (len(apart) == 1 or (len(apart) == 2 and apart[0] == apart[1][::-1])):
            return _("Did you mean “{name}”?").format(name=code)
    families = ", ".join(sorted({f"{code[:-2]}xx" for code in codes}))
    return _("The codes are {families}; `vbe rules` lists them.").format(families=families)
