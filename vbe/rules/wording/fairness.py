"""No faith, origin or single environment stands for extremism (the strategy, area 11)."""

from __future__ import annotations

from vbe.domain.evidence import pieces
from vbe.language import _, enumerate_words
from vbe.language.patterns import later
from vbe.model.records.evidence import SituationPicture
from vbe.rules import Corpus, Finding, Findings, ReadOne, RecordTexts, Severity, rule, text_rule
from vbe.rules.sources import CONCEPT, OPINIONS
from vbe.rules.wording.texts import LookedFor, texts_with, unquoted

# Adjectives and nouns for a faith or an origin, next to a word for extremism. "islamistisk" names an ideology and is none.
_STEMS = (
    *("muslim", "islam", "kristen", "kristn", "judisk", "judar", "jude", "hindu", "buddhis", "ortodox", "arab", "somal"),
    *("kurd", "turk", "romsk", "romer", "afghan", "syrisk", "irak", "invandr"),
)
_FAITH = rf"(?:{'|'.join(_STEMS)})(?!ist)"
_EXTREME = r"(?:vålds\w*\s+|radikal\w*\s+)?(?:extremis|terroris|radikaliser|fanatis)\w*"
FAITH_AS_EXTREMISM = later(
    rf"""(?ix) \b{_FAITH}\w*[-\s]+{_EXTREME}
      | \b{_FAITH}\w*(?:extremis|terroris)\w*
      | \b(?:extrem|radikal|fanatisk|extremistisk|radikaliserad|våldsbejakande)[ea]?\s+{_FAITH}\w*
      | \b(?:extremism|terrorism|radikalisering)(?:en)?\s+(?:bland|hos)\s+{_FAITH}\w*"""
)


@text_rule("VBE805", Severity.WARNING, sources=(CONCEPT, OPINIONS))
def faith_as_extremism(_corpus: Corpus) -> ReadOne:
    """A faith or an origin is put beside extremism as if they were one.

    Nobody's faith or origin is extremism, and opinions are free. The word for the ideology is islamistisk, not islamisk or
    muslimsk. Such words drive away those whose help is needed. What stands in quotation marks is left alone, so that a
    routine can say which words not to use.

    Bad:

        text: Staden motverkar muslimsk extremism.

    Good:

        text: Staden motverkar våldsbejakande islamistisk extremism.
    """
    message = _("A faith or an origin is named as if it were extremism.")
    hint = _("Name the violent ideology instead, as the profile's environments do.")
    looked_for = LookedFor((stem,) for stem in _STEMS)

    def read(texts: RecordTexts) -> Findings:
        for text in texts_with(looked_for, texts):
            if any(unquoted(FAITH_AS_EXTREMISM, text.text)):
                yield Finding(texts.record.file, message, hint, text.route)

    return read


@rule("VBE806", Severity.WARNING, sources=(CONCEPT,))
def environment_left_out(corpus: Corpus) -> Findings:
    """A situation picture covers some of the violent environments, but not all.

    A plan against violent extremism holds for all of them. Whoever looks at one only finds that one, and points at a group.
    The environments stand in the profile; where a picture gives none, nothing is said.

    Bad:

        - {date: 2017-10-09, kind: situation_picture, environments: [islamistisk]}

    Good:

        - date: 2017-10-09
          kind: situation_picture
          environments: [vit-makt, autonom, islamistisk]
    """
    environments = corpus.profile.environments
    for piece in pieces(corpus, SituationPicture):
        covered = piece.content.environments
        missing = [name for identity, name in environments.items() if identity not in covered] if covered else []
        if missing:
            message = _("Not covered: {names}.").format(names=enumerate_words(missing))
            hint = _("Add the environments that were covered too, or cover them the next time.")
            yield Finding(piece.file, message, hint, (*piece.route, "environments"))
