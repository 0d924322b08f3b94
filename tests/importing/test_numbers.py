"""Word's own numbers, which are in no paragraph's text, are read as a reader sees them."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.paper import Paper
from tests.importing.scoring import lost_words
from vbe.importing.composing import import_document
from vbe.importing.opening import open_document
from vbe.importing.word_numbers import written

LEVELS = (("%1.", "decimal"), ("%1.%2", "decimal"), ("%3)", "lowerLetter"))


class Numbered(Paper):
    """A document with a list in three levels: `1.`, `1.1` and `a)`."""

    def __init__(self, title, levels=LEVELS):
        super().__init__(title)
        self.numbering = self.document.part.numbering_part.element
        made = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, (text, form) in enumerate(levels)
        )
        first = self.numbering.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num")
        first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{made}</w:abstractNum>'))
        self.list("77")

    def list(self, number, start=None):
        anew = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        xml = f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="77"/>{anew}</w:num>'
        self.numbering.append(parse_xml(xml))
        return self

    def at(self, level, text, number="77", heading=0):
        made = self.document.add_heading(text, heading) if heading else self.document.add_paragraph(text)
        self.number(made, level, number)
        return self

    @staticmethod
    def number(paragraph, level, number="77"):
        xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(xml))


def read(paper):
    document = open_document("plan.docx", paper.content)
    return document, import_document(document, "Exempelkommun", "0000")


def test_numbers_of_headings_and_items_are_read_as_they_are_seen():
    paper = Numbered("Plan 2025").at(0, "Kunskap", heading=1).text("Kunskap behövs.").at(1, "Åtgärder", heading=2)
    paper.at(2, "Utbilda chefer. Ansvarig: Kommunstyrelsen").at(2, "Utbilda lärare. Ansvarig: Socialnämnden")
    paper.at(0, "Stöd", heading=1).at(1, "Åtgärder", heading=2).at(2, "Ge stöd. Ansvarig: Socialnämnden")
    document, made = read(paper)
    told = [piece.text for piece in document.pieces()]
    assert told[1:5] == ["1. Kunskap", "Kunskap behövs.", "1.1 Åtgärder", "a) Utbilda chefer. Ansvarig: Kommunstyrelsen"]
    assert told[-3:-1] == ["2. Stöd", "2.1 Åtgärder"]
    assert [area.title for area in made.plan.areas] == ["Kunskap", "Stöd"]
    assert [(m.number, m.text.text) for m in made.plan.measures()] == [
        ("a", "Utbilda chefer"),
        ("b", "Utbilda lärare"),
        ("a", "Ge stöd"),
    ]
    assert lost_words(document, made) == ()


def test_numbered_prose_below_numbered_headings_keeps_the_plans_numbers():
    paper = Numbered("Strategi").heading("Utbildning").at(0, "Kunskap", heading=1).at(1, "Grundutbildning", heading=2)
    paper.text("Alla anställda ska få en grundutbildning.", "Ansvar: HR-chefen", "Tid: 2024-12-31")
    paper.at(1, "Fördjupning", heading=2).text("Nyckelpersoner ska få mer.", "Ansvar: Socialnämnden", "Tid: årligen")
    document, made = read(paper)
    assert [(m.number, m.title.text, m.text.text) for m in made.plan.measures()] == [
        ("1.1", "Grundutbildning", "Alla anställda ska få en grundutbildning."),
        ("1.2", "Fördjupning", "Nyckelpersoner ska få mer."),
    ]
    assert lost_words(document, made) == ()


def test_numbers_in_the_cells_of_a_column_are_those_of_the_measures():
    paper = Numbered("Plan 2025").table(
        ("Nr", "Åtgärd", "Ansvarig"), ("", "Utbilda chefer", "KS"), ("", "Ge stöd", "Socialnämnden")
    )
    for row in paper.document.tables[0].rows[1:]:
        paper.number(row.cells[0].paragraphs[0], 0)
    _document, made = read(paper)
    assert [m.number for m in made.plan.measures()] == ["1.", "2."]
    text = made.files["measures/01-plan-2025.yaml"].decode()
    assert 'number: "1"' in text


def test_a_list_that_starts_anew_is_counted_anew_and_bullets_have_no_number():
    paper = Numbered("Plan 2025").list("78", start=5).at(0, "Ett").at(0, "Två").at(0, "Fem", "78").at(0, "Sex", "78")
    paper.items("Punkt").heading("Åtgärder").items("Utbilda chefer")
    document = open_document("plan.docx", paper.content)
    assert [piece.text for piece in document.pieces()][1:6] == ["1. Ett", "2. Två", "5. Fem", "6. Sex", "Punkt"]


def test_a_list_that_is_not_there_has_no_number():
    paper = Numbered("Plan 2025").at(7, "Djupt").at(0, "Okänd", "4711").heading("Åtgärder").items("Utbilda chefer")
    document = open_document("plan.docx", paper.content)
    assert [piece.text for piece in document.pieces()][1:3] == ["Djupt", "Okänd"]


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
        (3, "decimalZero", "03"),
    ],
)
def test_a_number_is_written_as_the_list_writes_it(number, form, said):
    assert written(number, form) == said


def test_a_list_with_a_long_mark_fills_no_memory():
    paper = Numbered("Plan 2025", levels=(("%1" + "x" * 100_000, "decimal"),)).at(0, "Ett").at(0, "Två").heading("Åtgärder")
    document = open_document("plan.docx", paper.items("Utbilda chefer").content)
    assert max(len(piece.text) for piece in document.pieces()) < 100
