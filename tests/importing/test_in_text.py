"""Who and when in the text of a measure itself: read where it stands in so many words, and nowhere else."""

import pytest

from tests.importing.paper import Paper
from vbe.importing.composing import import_document
from vbe.importing.in_text import assigned, is_time, time_in
from vbe.importing.opening import open_document


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kommunstyrelsen får i uppdrag att utbilda.", "Kommunstyrelsen"),
        ("Socialnämnden och utbildningsnämnden ges i uppdrag att öva.", "Socialnämnden och utbildningsnämnden"),
        ("Rektor ansvarar för att alla vet.", "Rektor"),
        ("Tekniska nämnden ska ta bort klotter.", "Tekniska nämnden"),
        ("Lärare ska få utbildning.", ""),
        ("Kommunen ska vara trygg.", ""),
        ("Polisen ansvarar för ordningen.", ""),
        ("Alla elever ska få undervisning.", ""),
        ("Utbilda socialnämnden.", ""),
    ],
)
def test_who_a_sentence_gives_it_to(text, who):
    assert assigned(text) == who


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Ta fram en plan senast den 30 juni 2022.", "senast den 30 juni 2022"),
        ("Öppna en väg in under 2022.", "under 2022"),
        ("Årligen utbilda personal.", "Årligen"),
        ("Öva två gånger per år.", "två gånger per år"),
        ("Utbilda våren 2024 och hösten 2024.", ""),
        ("Ta bort klotter inom 24 timmar.", ""),
        ("Utbilda personal.", ""),
    ],
)
def test_when_a_sentence_says(text, time):
    assert time_in(text) == time


@pytest.mark.parametrize(
    ("text", "told"), [("senast 2022-03-31", True), ("vid behov", True), ("polisen", False), ("bland annat", False)]
)
def test_what_is_a_time(text, told):
    assert is_time(text) is told


@pytest.mark.parametrize(
    "text", ["ordna kurser (bland annat i källkritik)", "utbilda chefer (2 timmar)", "stöd till unga (13–19 år)"]
)
def test_a_bracket_that_says_anything_else_stays_in_the_text(text):
    paper = Paper("Plan 2025").heading("Åtgärder").items(text)
    made = import_document(open_document("plan.docx", paper.content), "E", "0000")
    assert [measure.text.text for measure in made.plan.measures()] == [text]


def test_what_a_sentence_told_has_its_words_as_a_comment():
    paper = Paper("Plan 2025").heading("Åtgärder").items("Kommunstyrelsen får i uppdrag att öva senast den 30 juni 2026.")
    made = import_document(open_document("plan.docx", paper.content), "E", "0000")
    text = made.files["measures/01-atgarder.yaml"].decode()
    assert "# läst som: ”Kommunstyrelsen” (stycke 3)\n    responsible: [kommunstyrelsen]" in text
    assert "# läst som: ”senast den 30 juni 2026” (stycke 3)\n    deadline: 2026-06-30" in text


def test_a_time_that_no_clock_reads_stops_no_import():
    """It stands in the notes and among what is to be decided; in `when` it would be an error."""
    paper = Paper("Plan 2025").table(
        ("Åtgärd", "Ansvarig", "Tid"), ("Öva", "Kommunstyrelsen", "Ett par gånger under mandatperioden")
    )
    made = import_document(open_document("plan.docx", paper.content), "E", "0000")
    text = made.files["measures/01-plan-2025.yaml"].decode()
    assert "when: not_stated" in text
    assert "Tid: Ett par gånger under mandatperioden" in text
    assert "Ett par gånger under mandatperioden" in made.log.decode().partition("Inte använt")[0]


def test_a_time_among_the_actors_is_the_time_of_the_measure():
    paper = Paper("Plan 2025").table(("Åtgärd", "Ansvar och tid"), ("Öva", "Rektor, varje hösttermin"), ("Utbilda", "Rektor"))
    made = import_document(open_document("plan.docx", paper.content), "E", "0000")
    fields = [{name: said.text for name, said in measure.fields.items()} for measure in made.plan.measures()]
    assert fields == [{"responsible": "Rektor", "time": "varje hösttermin"}, {"responsible": "Rektor"}]
