"""What is written in Swedish only is refused to a municipality whose profile names another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vbe.errors import VbeError
from vbe.language import DEFAULT, _

if TYPE_CHECKING:
    from vbe.model.corpus import Corpus


def require_swedish_site(corpus: Corpus) -> None:
    """Stop where the site would be in another language than the municipality's."""
    message = _("The site is written in Swedish only, and vbe.yaml says “language: {language}”.")
    hint = _("Publish the report and the plan as pages: `vbe report --format html` and `vbe publish --format html`.")
    _require(corpus, message, hint)


def require_swedish_forms(corpus: Corpus, year: int) -> None:
    """Stop where the boards' forms would be in another language than the municipality's."""
    message = _("The boards’ forms are written in Swedish only, and vbe.yaml says “language: {language}”.")
    hint = _("Let the boards write in their files: `vbe new followup --year {year} --all-boards` begins them.")
    _require(corpus, message, hint.format(year=year))


def _require(corpus: Corpus, message: str, hint: str) -> None:
    language = corpus.profile.language
    if language != DEFAULT:
        raise VbeError(message.format(language=language), hint)
