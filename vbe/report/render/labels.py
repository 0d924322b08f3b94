"""The words around a document's text: what templates and the forms themselves say, in the document's language.

The documents of a municipality's own templates need none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbe.language.prose import said, writing
from vbe.report.render.charts import KEY

if TYPE_CHECKING:
    from vbe.report.model import Provenance, Report

LANGUAGES = {"sv": ("sv-SE", "SE"), "en": ("en-GB", "GB")}
"""Language → its tag in office files, and its region in the PDF."""
APPENDIX = "Bilaga"


@dataclass(frozen=True, slots=True)
class Words:
    """Every word that is the forms' own. Templates get them as plain data."""

    skip: str
    contents: str
    draft: str
    standing: str
    known: dict[str, list[str]]
    """What stands below the title on a `screen`, on `paper` and in `word`."""
    appendix: str
    shares: str
    made: dict[str, object]
    """How the file was made."""
    locale: str
    region: str


def words_of(report: Report) -> Words:
    """The words around a report, in its language."""
    with writing(report.language):
        draft = said("UTKAST")
        return Words(
            skip=said("Hoppa till innehållet"),
            contents=said("Innehåll"),
            draft=draft,
            standing=draft if report.draft else report.standing,
            known=_known(report),
            appendix=said(APPENDIX),
            shares=said(KEY),
            made=_made(report),
            locale=LANGUAGES[report.language][0],
            region=LANGUAGES[report.language][1],
        )


def _known(report: Report) -> dict[str, list[str]]:
    """What stands below the title, in a page that is read on a screen, on paper and in Word."""
    if report.provenance.document:
        # Its fact box says right below for how long it is valid and who decided it.
        return {"screen": [said("Gäller {period}", period=report.period)] if report.period else [], "paper": [], "word": []}
    about = said("Avser {period}", period=report.period)
    day = said("Uppgifterna gäller per: {day}", day=report.as_of_words)
    reader = said("Skriven för: {reader}", reader=report.reader)
    standing = [] if report.draft else [report.standing]
    return {
        "screen": [about, said("Skriven för {reader}", reader=report.reader)],
        "paper": [about, day, *standing, reader, said("Spridning: {distribution}", distribution=report.distribution)],
        "word": [about, day, *standing],
    }


def _made(report: Report) -> dict[str, object]:
    """How the file was made: a heading, a sentence, and terms with their values, as a screen and as paper have them."""
    provenance = report.provenance
    if provenance.document:
        title, sheet = said("Så här är dokumentet gjort."), said("Så är filen framställd")
        text = "{tool} har satt det av kommunens egna filer. Samma filer ger samma dokument, tecken för tecken."
    else:
        title, sheet = said("Så här är rapporten gjord."), said("Så är filen framställd")
        text = "{tool} har räknat fram den ur kommunens egna filer. Samma filer ger samma rapport, tecken för tecken."
    return {
        "title": title,
        "text": said(text, tool=provenance.tool),
        "prove": said("Det går att pröva med kommandot"),
        "screen": [{"term": term, "value": value} for term, value in _on_screen(provenance)],
        "sheet": sheet,
        "brief": provenance.document is not None,
        "paper": [{"term": term, "value": value} for term, value in _on_paper(report)],
    }


def _on_screen(provenance: Provenance) -> list[tuple[str, str]]:
    missing = said("saknas")
    asked = (
        []
        if provenance.document
        else [(said("År, dag och urval"), f"{provenance.year}, {provenance.as_of}, {provenance.cut or said('allt')}")]
    )
    return [
        (said("Version av filerna (commit)"), provenance.commit or missing),
        (said("Incheckad"), provenance.committed_on or missing),
        (said("Ändringar som inte är incheckade"), _yes_or_no(provenance.dirty)),
        (said("Verktyg"), provenance.tool),
        *asked,
        *([(said("Ändringar sedan version (commit)"), provenance.marked)] if provenance.marked else []),
        (said("Mallarnas kontrollsumma (SHA-256)"), provenance.templates),
    ]


def _on_paper(report: Report) -> list[tuple[str, str]]:
    provenance = report.provenance
    asked = [(said("Uppgifterna gäller per"), report.as_of_words), (said("Urval"), provenance.cut or said("allt"))]
    return [
        (said("Verktyg"), provenance.tool),
        (said("Version av underlaget"), provenance.commit or said("inte sparat i git")),
        (said("Underlaget sparades"), provenance.committed_on or said("saknas")),
        (said("Osparade ändringar"), _yes_or_no(provenance.dirty)),
        *([] if provenance.document else asked),
        *([(said("Ändringar sedan version"), provenance.marked)] if provenance.marked else []),
        (said("Mallarnas kontrollsumma"), provenance.templates),
    ]


def _yes_or_no(dirty: bool | None) -> str:  # noqa: FBT001 - the answer itself
    return said("okänt") if dirty is None else said("ja") if dirty else said("nej")
