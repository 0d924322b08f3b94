"""What strangers and word processors put in a document: read as a reader would see it, or told in one line."""

import io
import re
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.paper import Paper
from tests.importing.scoring import lost_words
from tests.importing.sheets import HEADS, ROWS, workbook
from vbe.errors import VbeError
from vbe.importing.composing import import_document
from vbe.importing.document import Table
from vbe.importing.opening import open_document
from vbe.scaffold.repository import FilesInMemory
from vbe.store.loader import load

DOCUMENT = "word/document.xml"
HEAD = ("Åtgärd", "Ansvarig", "Tid")


def read(paper):
    document = open_document("plan.docx", paper.content)
    made = import_document(document, "Exempelkommun", "0000")
    records = "\n".join(content.decode() for content in made.files.values())
    return document, made, records


def plan(*rows):
    return Paper("Handlingsplan 2025–2026").table(HEAD, *(rows or (("Utbilda personal", "Socialnämnden", "2025"),)))


def changed(content, part, change, *, extra=None):
    """The same package with a part changed, and more parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name).decode()) if name == part else old.read(name))
        for name, made in (extra or {}).items():
            new.writestr(name, made)
    return written.getvalue()


def refused(name, content):
    """The one line that is said."""
    with pytest.raises(VbeError) as told:
        import_document(open_document(name, content), "Exempelkommun", "0000")
    assert "\n" not in told.value.message
    return told.value.message


def add(paper, xml):
    paper.document.element.body.insert(len(paper.document.element.body) - 1, parse_xml(xml))
    return paper


W = nsdecls("w")


def test_tracked_changes_are_read_as_they_will_stand():
    paper = Paper("Plan 2025").heading("Åtgärder")
    paper.paragraph("1. Utbilda ", ("all", "inserted"), (" viss", "deleted"), " personal. Ansvarig: socialnämnden")
    document, made, records = read(paper)
    assert "text: Utbilda all personal" in records
    assert "viss" not in records
    assert "viss" in made.log.decode()
    assert "spårad borttagning" in made.log.decode()
    assert lost_words(document, made) == ()


def test_hidden_text_is_in_no_record():
    paper = plan().paragraph("Synlig text. ", ("Hemlig arbetsnotering.", "hidden"))
    _document, made, records = read(paper)
    assert "arbetsnotering" not in records
    assert "(dold text): Hemlig arbetsnotering." in made.log.decode()


def test_a_deleted_row_of_a_table_is_no_measure():
    paper = plan(("Utbilda personal", "Socialnämnden", "2025"), ("Struken åtgärd", "Socialnämnden", "2025"))
    row = paper.document.tables[0].rows[2]._tr
    row.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="1" w:author="x"/>'))
    _document, made, records = read(paper)
    assert len(made.plan.measures()) == 1
    assert "Struken" not in records
    assert "Struken" in made.log.decode()


def test_text_boxes_are_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>Diarienummer: KS 2025/9</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    xml = (
        f"<w:p {W} {mc}><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    paper = Paper("Plan 2025")
    add(paper, xml)
    paper.table(HEAD, ("Utbilda personal", "Socialnämnden", "2025"))
    document, made, _records = read(paper)
    assert sum("KS 2025/9" in piece.text for piece in document.pieces()) == 1
    assert made.cover.case_number == "KS 2025/9"


def test_content_controls_footnotes_and_fields_are_read():
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Antagen av: Kommunstyrelsen 2025-01-20 § 4</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    field = (
        f'<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Fältets text</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    paper = Paper("Plan 2025")
    add(paper, control)
    add(paper, field)
    paper.table(HEAD, ("Utbilda personal", "Socialnämnden", "2025"))
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>Enligt lägesbilden.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    relation = (
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        'Target="footnotes.xml"/></Relationships>'
    )
    content = changed(
        paper.content,
        "word/_rels/document.xml.rels",
        lambda x: x.replace("</Relationships>", relation),
        extra={"word/footnotes.xml": notes},
    )
    content = changed(
        content, "[Content_Types].xml",
        lambda x: x.replace("</Types>", '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
                            '.wordprocessingml.footnotes+xml"/></Types>'),
    )  # fmt: skip
    document = open_document("plan.docx", content)
    texts = {piece.text: piece.place for piece in document.pieces()}
    assert texts["Enligt lägesbilden."] == "fotnot 1"
    assert "Fältets text" in texts
    assert "DATE" not in texts
    made = import_document(document, "E", "0000")
    assert str(made.cover.versions[0].day) == "2025-01-20"


def test_nested_tables_are_read_after_the_one_they_stand_in():
    paper = Paper("Plan 2025").table(("Ruta", "Innehåll"), ("Åtgärder se nedan", ""))
    inner = paper.document.tables[0].cell(1, 1).add_table(rows=2, cols=3)
    for cell, text in zip(
        (*inner.rows[0].cells, *inner.rows[1].cells), (*HEAD, "Utbilda personal", "Socialnämnden", "2025"), strict=True
    ):
        cell.text = text
    document, made, _records = read(paper)
    assert [m.text.text for m in made.plan.measures()] == ["Utbilda personal"]
    assert lost_words(document, made) == ()


def test_many_tables_within_tables_end():
    inner = "<w:p/>"
    for _depth in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>"
    paper = plan()
    add(paper, f"<w:tbl {W}><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")
    assert len([b for b in read(paper)[0].blocks if isinstance(b, Table)]) > 50


def test_too_deep_xml_is_one_line():
    deep = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    content = changed(plan().content, DOCUMENT, lambda x: x.replace("<w:sectPr", deep + "<w:sectPr", 1))
    assert "plan.docx" in refused("plan.docx", content)


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def with_entities(xml):
        declared = re.sub(r"(<\?xml[^>]*\?>)", rf"\1{bomb}", xml)
        return declared.replace("Utbilda personal", "Utbilda &b; personal")

    document = open_document("plan.docx", changed(plan().content, DOCUMENT, with_entities))
    assert all("lol" not in piece.text for piece in document.pieces())


def test_a_bomb_of_zeros_is_refused_before_it_is_unpacked():
    content = changed(plan().content, "", str, extra={"word/media/bild.bin": b"\0" * 80_000_000})
    assert "för stor för att vara en plan" in refused("plan.docx", content)


def test_a_swollen_document_is_refused():
    content = changed(plan().content, DOCUMENT, lambda x: x.replace("<w:sectPr", "<w:p/>" * 3_000_000 + "<w:sectPr", 1))
    assert "för stor för att vara en plan" in refused("plan.docx", content)


def test_nothing_outside_the_document_is_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", lambda *a, **k: pytest.fail("something was fetched"))
    relation = (
        '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="https://example.org/mall.dotm" TargetMode="External"/><Relationship Id="rId92" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="file:///etc/passwd" '
        'TargetMode="External"/></Relationships>'
    )
    content = changed(plan().content, "word/_rels/document.xml.rels", lambda x: x.replace("</Relationships>", relation))
    made = import_document(open_document("plan.docx", content), "E", "0000")
    assert len(made.plan.measures()) == 1
    assert "root:" not in made.log.decode()


@pytest.mark.parametrize("name", ["plan.docm", "plan.docx"])
def test_a_document_with_macros_says_how_to_save_it(name):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert name in refused(name, changed(plan().content, "[Content_Types].xml", lambda x: x.replace(plain, kind)))


def test_a_password_is_one_line():
    assert "plan.docx" in refused("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096)


def test_a_cell_far_down_is_refused():
    sheet = "xl/worksheets/sheet1.xml"
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = changed(workbook(hidden=None), sheet, lambda x: x.replace("</sheetData>", far))
    assert "för stor för att vara en plan" in refused("plan.xlsx", content)


def test_a_million_rows_are_refused():
    line = ";".join(str(value) for value in ROWS[0])
    content = (";".join(HEADS) + "\n" + f"{line}\n" * 200_000).encode()
    assert "för stor för att vara en plan" in refused("plan.csv", content)


def test_formulas_are_their_values_and_never_run():
    _document = open_document("plan.csv", ('Åtgärd;Ansvarig\n=HYPERLINK("x");Socialnämnden\n').encode())
    made = import_document(_document, "E", "0000")
    assert made.plan.measures()[0].text.text == '=HYPERLINK("x")'


@pytest.mark.parametrize(
    "text", ["Utbilda\u200b personal\u202e", "Utbilda\u00a0personal", "Utbil\u00adda personal", "Utbilda\vpersonal"]
)
def test_letters_that_are_not_seen_are_not_kept(text):
    document = open_document("plan.csv", f'Åtgärd;Ansvarig\n"{text}";Socialnämnden\n'.encode())
    made = import_document(document, "E", "0000")
    assert made.plan.measures()[0].text.text == "Utbilda personal"


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096


def packed(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("plan.doc", OLD, "äldre Word"),
        ("plan.docx", OLD, "äldre Word"),
        ("plan.rtf", b"{\\rtf1 plan}", "Word-dokument (.docx)"),
        ("plan.docx", b"{\\rtf1 plan}", "Word-dokument (.docx)"),
        ("plan.odt", packed(mimetype="application/vnd.oasis.opendocument.text"), "Word-dokument (.docx)"),
        ("plan.docx", packed(mimetype="application/vnd.oasis.opendocument.text"), "Word-dokument (.docx)"),
        ("plan.pdf", b"%PDF-1.7", "Word"),
        ("plan.docx", b"%PDF-1.7", "Word"),
        ("plan.xlsx", b"%PDF-1.7", "Word"),
        ("plan.xlsm", workbook(), "utan makron"),
        ("plan.docm", plan().content, "utan makron"),
        ("plan.docx", packed(readme="no document"), ".docx"),
        ("plan.pptx", packed(readme="no document"), ".docx"),
    ],
)
def test_a_file_of_another_form_says_what_to_do_with_it_whatever_its_name(name, content, remedy):
    with pytest.raises(VbeError) as told:
        open_document(name, content)
    assert name in told.value.message
    assert remedy in f"{told.value.message} {told.value.hint}"


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv", "plan", "plan.docx"])
def test_a_word_document_with_another_ending_is_read_as_what_it_is(name):
    made = import_document(open_document(name, plan().content), "E", "0000")
    assert [measure.text.text for measure in made.plan.measures()] == ["Utbilda personal"]


def test_a_workbook_named_as_a_word_document_is_read_as_a_workbook():
    made = import_document(open_document("plan.docx", workbook(hidden=None)), "E", "0000")
    assert len(made.plan.measures()) == 5


def test_cells_merged_down_and_across_are_read_in_each_place():
    paper = Paper("Plan 2025").table(
        ("Åtgärd", "<", "Ansvarig", "Tid"),
        ("Utbilda personal", "<", "Socialnämnden", "2025"),
        ("Öva krisledning", "<", "^", "^"),
    )
    document, made, _records = read(paper)
    assert [(m.text.text, m.fields["responsible"].text, m.fields["time"].text) for m in made.plan.measures()] == [
        ("Utbilda personal", "Socialnämnden", "2025"),
        ("Öva krisledning", "Socialnämnden", "2025"),
    ]
    assert lost_words(document, made) == ()


def test_several_actors_and_times_on_lines_of_one_cell():
    paper = plan(("Utbilda personal", "Socialnämnden\nKultur- och\nfritidsnämnden", "Start 2025\nKlart 2026-06-30"))
    _document, _made, records = read(paper)
    assert "responsible: [socialnamnden, kultur-och-fritidsnamnden]" in records
    assert "starts_on: 2025-01-01" in records
    assert "deadline: 2026-06-30" in records


def test_a_table_of_signatures_is_no_continuation_of_the_plan():
    paper = plan().heading("Underskrifter").table(("För", "Ort och datum", "Namn"), ("Kommunstyrelsen", "", ""))
    paper.heading("Bilaga").table(("Förkortning", "Betyder", "Källa"), ("BUN", "nämnden", "lagen"))
    document, made, _records = read(paper)
    assert len(made.plan.measures()) == 1
    assert lost_words(document, made) == ()


@pytest.mark.parametrize("title", ["2025", "null", "True", "1e5", "Nej"])
def test_a_title_that_yaml_would_take_for_something_else_is_a_title(title):
    _document, made, _records = read(Paper(title).table(HEAD, ("Utbilda personal", "Socialnämnden", "2025")))
    corpus = load(FilesInMemory(made.files))
    assert corpus.strategy.title == title
    assert list(corpus.profile.aims.values()) == [title]
