"""What a template has left to be replaced, and nobody has replaced."""

from __future__ import annotations

from vbe.language import _
from vbe.language.lexicon import Signs, any_of
from vbe.language.patterns import later
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule

BEGINNINGS = ("Exempel.", "…", "...", "TODO", "XXX")
PLACEHOLDER = later(r"\A\s*(?:Exempel\. |…|\.\.\.\s*\Z|TODO\b|XXX\b)")
"""How the templates' own words begin, and what people write where something is to come."""


@text_rule("VBE130", Severity.WARNING)
def untouched_placeholder(_corpus: Corpus) -> ReadOne:
    """A text is still the template's, or only says that something is to come.

    The templates begin what is to be replaced with “Exempel.”. It was never decided, and whoever reads it in the report
    takes it for the plan's own words.

    Bad:

        text: Exempel. Skriv vad kommunen ska göra, med planens egna ord.

    Good:

        text: Kommunen går trygghetsvandringar med de boende.
    """

    signs = Signs(any_of(BEGINNINGS))

    def read(texts: RecordTexts) -> Findings:
        if not texts.may_hold(signs):
            return
        for field in texts.all:
            if field.field != "notes" and PLACEHOLDER.match(field.text):
                message = _("The text is the template's own, and not the plan's.")
                yield Finding(texts.record.file, message, _("Write what the plan says, or delete the line."), field.route)

    return read
