"""Documents of Word built by hand in the tests: what a plan in a municipality looks like, and what it hides."""

import io

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


class Paper:
    """A Word document that grows; `content` is its bytes."""

    def __init__(self, title=None):
        self.document = Document()
        if title:
            self.document.add_heading(title, 0)

    def heading(self, text, level=1):
        self.document.add_heading(text, level)
        return self

    def bold(self, text):
        """A heading made by hand."""
        self.document.add_paragraph().add_run(text).bold = True
        return self

    def text(self, *paragraphs):
        for paragraph in paragraphs:
            self.document.add_paragraph(paragraph)
        return self

    def items(self, *texts, style="List Bullet"):
        for text in texts:
            self.document.add_paragraph(text, style=style)
        return self

    def table(self, *rows):
        """Rows of texts. `<` goes on from the cell to the left, `^` from the one above; a tuple is a bulleted list in a cell."""
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        for down, row in enumerate(rows):
            for across, said in enumerate(row):
                if said not in ("<", "^"):
                    self._fill(table.cell(down, across), said)
        for down, row in enumerate(rows):
            for across, said in enumerate(row):
                if said == "<":
                    table.cell(down, across - 1).merge(table.cell(down, across))
                elif said == "^":
                    table.cell(down - 1, across).merge(table.cell(down, across))
        return self

    @staticmethod
    def _fill(cell, said):
        if isinstance(said, tuple):
            for number, item in enumerate(said):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.text, paragraph.style = item, "List Bullet"
        else:
            cell.text = said

    def paragraph(self, *runs):
        """A paragraph of runs: text, or text with a mark: `hidden`, `inserted`, `deleted`."""
        paragraph = self.document.add_paragraph()
        for run in runs:
            text, mark = (run, "") if isinstance(run, str) else run
            made = paragraph.add_run(text)._r
            if mark == "hidden":
                made.get_or_add_rPr().append(OxmlElement("w:vanish"))
            elif mark:
                change = OxmlElement("w:ins" if mark == "inserted" else "w:del")
                made.addprevious(change)
                change.append(made)
                if mark == "deleted":
                    made.find(qn("w:t")).tag = qn("w:delText")
        return self

    @property
    def content(self):
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()
