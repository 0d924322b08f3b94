"""What stands where in a form: the sheets, their columns, and the field that each cell answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

VERSION: Final = 1
"""The form's own version; one that is newer is not read."""
FRONT: Final = "Börja här"
META: Final = "vbe"
"""A hidden sheet: which form it is, and every answer as it stood when the form was made."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers: its head, the field it answers, how it is read, its width in signs, and help beside the cell."""

    title: str
    field: str
    reads: str
    """`text`, `status`, `outcome`, `day`, `due` (a last day), `value`, or `whole` (a whole number)."""
    width: int
    help: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the head of the column that names the row, what is only shown, and what is to be answered."""

    name: str
    route: str
    """The field of the follow-up that the rows belong to; empty where each row is a field of its own."""
    key: str
    shown: tuple[tuple[str, int], ...]
    columns: tuple[Column, ...]


ACTIONS: Final = Sheet(
    "Åtgärder",
    "commitments",
    "Nr",
    (("Åtgärd", 28), ("Text", 44), ("Förra svaret", 22), ("Nästa steg då", 34)),
    (
        Column("Status", "status", "status", 15, "Välj i listan. Om något är försenat räknas ut av sig självt."),
        Column("Resultat", "result", "text", 44, "Vad som gjordes under året. Skriv aldrig om en enskild person."),
        Column("Avvikelse", "deviation", "text", 34, "Vad som inte blev som planerat."),
        Column("Orsak", "cause", "text", 34, "Varför det inte blev som planerat."),
        Column("Nästa steg", "next_step", "text", 34, "Vad som händer nu."),
        Column("Nästa steg senast", "next_step_due", "due", 14, "Sista dagen för nästa steg: 2018-06-30 eller 30/6 2018."),
        Column("Genomförd den", "done_on", "day", 14, "Dagen då åtgärden blev genomförd."),
        Column("Diarienummer", "case_number", "text", 16, "Ärendet i diariet, till exempel SN/2018:12."),
        Column("Paragraf", "paragraph", "whole", 10, "Paragrafen i protokollet, bara siffran."),
    ),
)
INDICATORS: Final = Sheet(
    "Mätetal",
    "indicators",
    "Id",
    (("Mätetal", 40), ("Mäts i", 14), ("Förra värdet", 18)),
    (
        Column("Värde", "value", "value", 14, "Ett tal: 2 150, 12,5 eller 92 %. Ett litet antal skrivs <{small_count}."),
        Column("Andel av", "n", "whole", 12, "Hur många andelen är räknad på."),
        Column("Kommentar", "comment", "text", 50, "Vad som är bra att veta när värdet läses."),
    ),
)
SEXES: Final = (
    Column("Kvinnor", "women", "value", 12, "Värdet för kvinnor. Är det för kvinnor eller män litet lämnas båda tomma."),
    Column("Kvinnor, andel av", "women_n", "whole", 12, "Hur många kvinnor andelen är räknad på."),
    Column("Män", "men", "value", 12, "Värdet för män. Är det för kvinnor eller män litet lämnas båda tomma."),
    Column("Män, andel av", "men_n", "whole", 12, "Hur många män andelen är räknad på."),
)
"""Asked only where the plan says that a value is told for women and men apart, or where a board has given one."""
INDICATORS_BY_SEX: Final = replace(INDICATORS, columns=(*INDICATORS.columns[:-1], *SEXES, INDICATORS.columns[-1]))
REVIEWS: Final = Sheet(
    "Granskning",
    "reviews",
    "Dokument",
    (("Titel", 36), ("Slag", 18), ("Senast granskad", 14), ("Läge", 22)),
    (
        Column(
            "Bedömning", "outcome", "outcome", 20, "Välj i listan. Ska revideras när granskningen visade att texten måste ändras."
        ),
        Column("Roll", "by", "text", 30, "Rollen som gjorde granskningen. Skriv aldrig ett namn."),
        Column("Granskad den", "date", "day", 14, "Dagen då granskningen gjordes: 2018-06-30 eller 30/6 2018."),
        Column("Anteckning", "note", "text", 50, "Vad granskningen visade. Skriv aldrig om en enskild person."),
    ),
)
"""Each row is a document that is due; what is answered is added to its reviews."""
TO_REVISE: Final = "to-revise"
"""A review that has shown that the text must change."""
OUTCOMES: Final = {"no-change": "gäller oförändrad", "revised": "har reviderats", TO_REVISE: "ska revideras"}
MARK: Final = "Senast granskad"
"""The line of the hidden sheet that says what the file said of what is added to and not replaced."""
ANSWER: Final = "Svar"
BOARD_ROWS: Final = {
    "Lämnad den": (("reported_on",), "day", "Dagen då svaret lämnas. Utan den räknas svaret som ett utkast."),
    "Sammanfattning": (("summary",), "text", "Nämndens egen sammanfattning av året."),
    "Beslutets dag": (("decision", "date"), "day", "Dagen då nämnden beslutade om svaret."),
    "Beslutets diarienummer": (("decision", "case_number"), "text", "Ärendet i diariet, till exempel SN/2018:12."),
    "Beslutets paragraf": (("decision", "paragraph"), "whole", "Paragrafen i protokollet, bara siffran."),
}
"""Row → the field it answers, how it is read, and help."""
BOARD: Final = Sheet("Nämnden", "", "Uppgift", (), (Column(ANSWER, "", "text", 70, ""),))
SHEETS: Final = (BOARD, ACTIONS, INDICATORS_BY_SEX, REVIEWS)
"""Every sheet with every column that it may have."""
