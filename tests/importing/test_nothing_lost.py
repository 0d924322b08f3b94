"""Over generated documents: every word that goes in comes out, in a record or in the log, and what is written is right."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.paper import Paper
from tests.importing.scoring import lost_words
from vbe.diagnostics import Severity
from vbe.importing.composing import import_document
from vbe.importing.document import Document, Piece, Table
from vbe.importing.outline import read_plan
from vbe.rules.checker import check
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load

SAID = (
    "kommunen utbildar personal ska årligen Ansvarig: 2025 §14 mål Åtgärd skolan \"citat\" 'enkelt' #märke - • * [x] {y} & : {{ null ja "
    "true 1.2 2025-01-01 ½ ök € polis socialnämnden (KF) |streck| <b> \\ % ~ @ ! ? yaml: >- åäö ÅÄÖ Uppföljning Tid: löpande"
)
WORDS = st.sampled_from(SAID.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
CELLS = st.one_of(st.just(""), TEXTS)
HEADS = st.sampled_from(
    [
        "Åtgärd",
        "Ansvarig",
        "Tid",
        "Mål",
        "Uppföljning",
        "Kommentar",
        "Område",
        "Nr",
        "Samverkan med",
        "Annat",
        "Indikator",
        "Nivå",
        "Status",
        "Status 2025",
        "Målgrupp",
        "Start",
        "Slut",
    ]
)
PIECES = st.one_of(
    st.tuples(st.just("text"), TEXTS), st.tuples(st.just("item"), TEXTS), st.tuples(st.just("heading"), TEXTS),
    st.tuples(st.just("heading"), st.sampled_from(["Åtgärder", "Mål 1: Trygghet", "Generella insatser", "Inledning", "Åtgärd 3. Stöd"])),
    st.tuples(st.just("table"), st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4)),
    st.tuples(st.just("margin"), TEXTS), st.tuples(st.just("note"), TEXTS), st.tuples(st.just("hidden"), TEXTS),
)  # fmt: skip


@st.composite
def documents(draw):
    """A document with at least one measure, and anything else around it."""
    blocks = []
    parts = [
        *draw(st.lists(PIECES, max_size=6)),
        ("plan", draw(st.lists(HEADS, min_size=3, max_size=3, unique=True))),
        *draw(st.lists(PIECES, max_size=3)),
    ]
    for number, (kind, said) in enumerate(parts):
        place = f"plats {number}"
        if kind in ("table", "plan"):
            rows = (
                [
                    ["Åtgärd", *said],
                    *draw(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4)),
                    ["Ge stöd", "", "", ""],
                ]
                if kind == "plan"
                else said
            )
            blocks.append(
                Table(
                    tuple(
                        tuple(Piece(cell, f"{place}, cell {r}.{c}") for c, cell in enumerate(row)) for r, row in enumerate(rows)
                    ),
                    place,
                )
            )
        elif kind == "item":
            blocks.append(Piece(said, place, items=(said,)))
        elif kind == "heading":
            blocks.append(Piece(said, place, level=draw(st.integers(1, 3))))
        else:
            blocks.append(Piece(said, place, "body" if kind == "text" else kind))
    return Document("plan.docx", tuple(blocks))


@settings(max_examples=60)
@given(documents())
def test_no_word_is_lost_and_nothing_is_wrong(document):
    if not read_plan(document).areas:
        return
    made = import_document(document, "Exempelkommun", "0000", leave_out=True)
    assert lost_words(document, made) == ()
    errors = [d for d in check(load(FilesInMemory(made.files))).open if d.severity is Severity.ERROR]
    assert errors == []


def test_what_is_most_important_to_decide_stands_first():
    paper = (
        Paper("Plan 2025").heading("Förebyggande insatser").text("Kommunen ska ordna en temavecka om demokrati i alla skolor.")
    )
    paper.heading("Kunskap").table(
        ("Åtgärd", "Ansvarig", "Tid"), ("Utbilda personal", "Trygghetsrådgivarna", "i god tid 2026"), ("Ge stöd", "", "2025")
    )
    from vbe.importing.opening import open_document

    made = import_document(open_document("plan.docx", paper.content), "E", "0000")
    log = made.log.decode()
    first, second, third = (
        log.index(words) for words in ("Är åtgärd 1.1 en åtgärd?", "Vem svarar för åtgärd 2.2?", "Vad är Trygghetsrådgivarna?")
    )
    assert first < second < third
    sections = ["## Att besluta", "## Inte använt", "## Vad som lästes som vad"]
    assert [log.index(section) for section in sections] == sorted(log.index(section) for section in sections)


def test_who_has_which_role_is_no_measure():
    from vbe.importing.opening import open_document

    paper = (
        Paper("Plan 2025").heading("Kunskap").table(("Åtgärd", "Ansvarig", "Tid"), ("Utbilda personal", "Socialnämnden", "2025"))
    )
    paper.heading("Ansvar och roller").table(("Vem", "Uppgift", "Ansvar"), ("Säkerhetschefen", "Samordnar", "Hela planen"))
    document = open_document("plan.docx", paper.content)
    made = import_document(document, "E", "0000")
    assert [measure.text.text for measure in made.plan.measures()] == ["Utbilda personal"]
    assert lost_words(document, made) == ()


def test_an_area_about_routines_has_its_measures():
    from vbe.importing.opening import open_document

    heads = ("Åtgärd", "Ansvarig", "Tid")
    paper = Paper("Plan 2025").heading("Områden och åtgärder")
    paper.heading("1. Kunskap", 2).table(heads, ("Utbilda personal", "Socialnämnden", "2025"))
    paper.heading("2. Uppdatera rutiner och kontakter", 2).table(
        heads, ("Se över rutinen vid oro", "Socialnämnden", "Ingen tid angiven")
    )
    document = open_document("plan.docx", paper.content)
    made = import_document(document, "E", "0000")
    assert [(area.title, len(area.measures)) for area in made.plan.areas] == [
        ("Kunskap", 1),
        ("Uppdatera rutiner och kontakter", 1),
    ]
    assert "when: not_stated" in made.files["measures/02-uppdatera-rutiner-och-kontakter.yaml"].decode()
    assert [d for d in check(load(FilesInMemory(made.files))).open if d.severity is Severity.ERROR] == []
    assert lost_words(document, made) == ()
