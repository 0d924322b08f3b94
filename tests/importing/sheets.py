"""Plans in workbooks and files of rows, with keys made by hand as in `plans`."""

import csv
import io

import xlsxwriter

KEY = [
    ("Utbilda personal i tecken på radikalisering", {"socialnamnden"}, "2025-06-30"),
    ("Ta fram en gemensam lägesbild", {"kommunstyrelsen"}, 12),
    ("Ge stöd till anhöriga", {"socialnamnden"}, "Löpande"),
    ("Arbeta med normer och värden i förskolan", {"barn-och-utbildningsnamnden"}, "2025-12-31"),
    ("Se över regler för föreningsbidrag", {"fritidsnamnden"}, "2026-12-31"),
]
HEADS = ["Område", "Nr", "Aktivitet", "Ansvarig", "Samverkan med", "Klart", "Kommentar"]
ROWS = [
    ["Kunskap", 1, KEY[0][0], "Socialnämnden", "Polisen", "2025-06-30", ""],
    ["", 2, KEY[1][0], "Kommunstyrelsen", "", "årligen", "Första gången 2025"],
    ["Stöd", 3, KEY[2][0], "Socialnämnden", "", "Löpande", ""],
    ["", 4, KEY[3][0], "Barn- och utbildningsnämnden", "", "HT 2025", "Alla förskolor"],
    ["Regler", 5, KEY[4][0], "Fritidsnämnden", "", 2026, ""],
]


def workbook(*, merge=True, hidden=("Arbetsblad", "Gammalt utkast"), days=True):
    """The plan as an Excel workbook: title, cover, merged cells, a real day, and a hidden sheet."""
    import datetime

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    sheet = book.add_worksheet("Plan")
    sheet.write(0, 0, "Handlingsplan mot våldsbejakande extremism 2025–2026")
    sheet.write_row(1, 0, ["Diarienummer", "KS 2024/55"])
    sheet.write_row(2, 0, ["Antagen av", "Kommunstyrelsen 2024-12-02, § 210"])
    sheet.write_row(4, 0, HEADS)
    for number, row in enumerate(ROWS, 5):
        sheet.write_row(number, 0, row)
    if days:
        sheet.write_datetime(5, 5, datetime.date(2025, 6, 30), book.add_format({"num_format": "yyyy-mm-dd"}))
    if merge:
        sheet.merge_range(5, 0, 6, 0, "Kunskap")
    sheet.write(11, 0, "Planen ska följas upp varje år.")
    if hidden:
        extra = book.add_worksheet(hidden[0])
        extra.write(0, 0, hidden[1])
        extra.hide()
    book.close()
    return written.getvalue()


def rows_of_text(delimiter=";", encoding="utf-8-sig"):
    """The same table as a file of rows."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows([HEADS, *ROWS])
    return written.getvalue().encode(encoding)
