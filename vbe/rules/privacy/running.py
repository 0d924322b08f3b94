"""Names of persons in sentences, beside what they are or do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.language import _
from vbe.model.records import HOLDERS
from vbe.model.records.organisation import ACTOR
from vbe.model.records.routine import Clocked
from vbe.privacy.titled import may_name, titled_names
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, text_rule
from vbe.rules.sources import PERSONAL_DATA

if TYPE_CHECKING:
    from vbe.model.prose import Prose
    from vbe.model.records import Record


@text_rule("VBE709", sources=(PERSONAL_DATA,))
def person_in_text(corpus: Corpus) -> ReadOne:
    """A sentence names a person beside a label or a title.

    A plan says which role does what. A name is out of date the day somebody changes work, it says who works against
    extremism, and what is published stays. Found are two words with capitals before or after a word such as ansvarig,
    kontakt, rektor or samordnare. It is an error in what is public and a warning in what is internal. Names of actors in
    strategy/organisation.yaml are no persons, nor are methods, institutes and places that the rule knows.

    Bad: a given name and a surname after the word rektor.

    Good:

        note: Rektorn vid skolan kallade till mötet.
    """
    names = tuple(name for entry in corpus.all_of(ACTOR) for name in (entry.content.name, *entry.content.aliases))
    message = _("A person seems to be named beside a title.")
    hint = _("Write the role alone, without the name.")

    def read(texts: RecordTexts) -> Findings:
        for text in texts.all if may_name(text.text for text in texts.all) else ():
            if any(not any(text.text[start:end] in name for name in names) for start, end in titled_names(text.text)):
                severity = Severity.WARNING if _is_internal(texts.record, text) else None
                yield Finding(texts.record.file, message, hint, text.route, severity=severity)

    return read


def _is_internal(record: Record, text: Prose) -> bool:
    """Whether only those who edit and decide read it: internal fields and documents, and a board's own words."""
    document = record.content
    return text.internal or HOLDERS[record.kind].tells_past or (isinstance(document, Clocked) and document.audience == "internal")
