"""A rule's page: its docstring in the active language, for a terminal and as Markdown."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from vbe.diagnostics import Severity
from vbe.language import _, enumerate_words
from vbe.rules.sources import MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vbe.diagnostics import Rule

WIDTH = 80
EXAMPLE = "    "


def severity_word(severity: Severity) -> str:
    """The severity in the active language."""
    words = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}
    return words[severity]


def english_paragraphs(rule: Rule) -> Iterator[str]:
    """The page as it stands in the code, a paragraph a line; examples, which are indented, keep their lines."""
    for paragraph in rule.page.split("\n\n"):
        yield paragraph.rstrip() if paragraph.startswith(EXAMPLE) else " ".join(paragraph.split())


def paragraphs(rule: Rule) -> list[str]:
    """The page in the active language. An example is YAML and the same in all languages."""
    return [text if text.startswith(EXAMPLE) else _(text) for text in english_paragraphs(rule)]


def summary(rule: Rule) -> str:
    """The first line of the page."""
    return paragraphs(rule)[0]


def page(rule: Rule, demanded: Mapping[str, str] | None = None) -> str:
    """The page for a terminal. `demanded`: what a repository's plan is to say → where that is decided."""
    wrapped = [text if text.startswith(EXAMPLE) else _wrapped(text) for text in paragraphs(rule)]
    last = [*conditions(rule), *_here(rule, demanded), *sources(rule)]
    cited = "\n".join(textwrap.fill(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False) for text in last)
    return f"{rule.code} {rule.name} ({severity_word(rule.severity)})\n\n" + "\n\n".join([*wrapped, cited])


def conditions(rule: Rule) -> list[str]:
    """What the profile must say of the type of the plan, for the rule to ask."""
    if not rule.requirements:
        return []
    message = _("Asked only of a plan whose type is to have it, by the profile: {places}. The source stands there.")
    return [message.format(places=enumerate_words(f"document_types.….requires.{word}" for word in rule.requirements))]


def _here(rule: Rule, demanded: Mapping[str, str] | None) -> list[str]:
    """What the repository that one stands in says: the decision that its profile cites, or that the rule is not asked."""
    if demanded is None or not rule.requirements:
        return []
    cited = [f"{demanded[word]} ({word})" for word in rule.requirements if word in demanded]
    if not cited:
        return [_("In this repository it is not asked: the profile does not say that the plan is to have it.")]
    return [_("In this repository it is asked after {source}.").format(source=enumerate_words(cited))]


def sources(rule: Rule) -> list[str]:
    """What the rule rests on, a line each, with a remark where the paragraph has not been read."""
    lines = []
    for text, checked in rule.sources:
        kind = _("After the model of {source}") if text.startswith(MODEL) else _("Source: {source}")
        line = kind.format(source=_(text))
        lines.append(line if checked else f"{line} ({_('the wording of the act has not been read')})")
    return lines


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def markdown_page(rule: Rule) -> str:
    """The page as Markdown, without its heading."""
    parts = [_fenced(text) if text.startswith(EXAMPLE) else text for text in paragraphs(rule)]
    return "\n\n".join([*parts, "  \n".join(f"*{text}*" for text in [*conditions(rule), *sources(rule)])])


def _fenced(example: str) -> str:
    return f"```yaml\n{textwrap.dedent(example)}\n```"


def markdown(rules: Iterable[Rule]) -> str:
    """All pages as one Markdown document."""
    parts = ["# " + _("The rules of vbe"), _("Written from the rules themselves by `make docs`; do not edit.")]
    for rule in rules:
        parts += [f"## {rule.code} {rule.name}", f"*{severity_word(rule.severity)}*", markdown_page(rule)]
    return "\n\n".join(parts) + "\n"
