"""What shows that a commitment was kept says enough to be used."""

from __future__ import annotations

from vbe.domain.evidence import pieces
from vbe.language import _
from vbe.model.records.evidence import Horizon, SituationPicture, Training
from vbe.rules import Corpus, Finding, Findings, Severity, rule
from vbe.rules.sources import CRIME, MAPPING, Citation, text_area


@rule("VBE418", Severity.WARNING, asks="picture_partners", sources=(MAPPING, Citation(f"{CRIME}, 4 §")))
def lone_situation_picture(corpus: Corpus) -> Findings:
    """A situation picture was made with nobody.

    Asked where the municipality has decided that the local situation picture is drawn up together with others, such as the
    police. The law demands a picture of crime since July 2023, but not with whom (lag 2023:196, 4 §). Name the partners;
    what the picture says is never written here.

    Bad:

        - {date: 2017-10-02, kind: situation_picture}

    Good:

        - {date: 2017-10-02, kind: situation_picture, partners: [polisen]}
    """
    for piece in pieces(corpus, SituationPicture):
        if not piece.content.partners:
            message = _("The situation picture does not say with whom it was made.")
            yield Finding(piece.file, message, _("Write partners with the actors, such as the police."), (*piece.route, "kind"))


@rule("VBE419", Severity.NOTE, asks="training_basis", sources=(text_area(4),))
def unfounded_training(corpus: Corpus) -> Findings:
    """A training does not say what it rests on.

    Asked where the municipality has decided that its methods are based on evidence. Whether a method rests on research, on
    proven experience or on our own is noted, so that a reader can judge. That all three may be noted is the tool's choice.

    Bad:

        - {date: 2017-11-30, kind: training}

    Good:

        - {date: 2017-11-30, kind: training, basis: research}
    """
    for piece in pieces(corpus, Training):
        if piece.content.basis is None:
            message = _("The training does not say what it rests on.")
            yield Finding(
                piece.file,
                message,
                _("Write basis: research, proven_experience or own_experience."),
                (*piece.route, "kind"),
            )


@rule("VBE420", Severity.WARNING, asks="consequences", sources=(text_area(9),))
def horizon_without_consequence(corpus: Corpus) -> Findings:
    """A note from the horizon scanning does not say what follows from it.

    The scanning is there so that something is done: a routine is changed, a training planned, or nothing, for a reason.
    Where the municipality has decided so, each note says which. A list of titles helps nobody.

    Bad:

        - date: 2017-06-01
          kind: horizon
          source_type: law
          source: "SFS 2017:725"

    Good:

        - date: 2017-06-01
          kind: horizon
          source_type: law
          source: "SFS 2017:725"
          consequence: Rutinen ändras.
    """
    for piece in pieces(corpus, Horizon):
        if piece.content.consequence is None and not piece.content.leads_to:
            message = _("The note does not say what it means for the municipality.")
            yield Finding(
                piece.file,
                message,
                _("Write consequence, or leads_to with the records to change."),
                (*piece.route, "kind"),
            )
