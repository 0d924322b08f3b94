"""Two whole years: 2017 as it is, 2018 half reported and then all, 2019 begun. Every expectation is worked out by hand.

In 2017 the six boards reported on 158 parts of commitments, and five of those were done: 10.2 by four boards, and 7.4 by the one
that answers for it. So 153 parts are asked for in 2018. Then the executive board finishes 4.5, and 152 remain for 2019.
"""

from __future__ import annotations

import io
import json
import re
import zipfile

from tests.years.solna import Town
from vbe.app.publishing import Order, make_report
from vbe.report.render import FORMATS
from vbe.report.render.pdf_text import texts
from vbe.store.loader import load
from vbe.store.repository import Disk

PARTS_OF_2017 = {
    "kommunstyrelsen": 60,
    "socialnamnden": 21,
    "barn-och-utbildningsnamnden": 17,
    "kultur-och-fritidsnamnden": 26,
    "kompetensnamnden": 17,
    "omvardnadsnamnden": 17,
}
PARTS_OF_2018 = {
    "kommunstyrelsen": 59,  # without 10.2
    "socialnamnden": 21,
    "barn-och-utbildningsnamnden": 16,  # without 10.2
    "kultur-och-fritidsnamnden": 25,  # without 7.4
    "kompetensnamnden": 16,  # without 10.2
    "omvardnadsnamnden": 16,  # without 10.2
}
EARLY, LATE = (
    ("kommunstyrelsen", "barn-och-utbildningsnamnden", "omvardnadsnamnden"),
    (
        "socialnamnden",
        "kultur-och-fritidsnamnden",
        "kompetensnamnden",
    ),
)
NAMES = (
    "kommunstyrelsen",
    "socialnämnden",
    "barn- och utbildningsnämnden",
    "kultur- och fritidsnämnden",
    "kompetensnämnden",
    "omvårdnadsnämnden",
)
SILENT = "socialnämnden, kultur- och fritidsnämnden och kompetensnämnden"


def parts(town: Town, year: int) -> dict[str, int]:
    return {board: len(report.commitments) for board, report in load(Disk(town.root)).follow_ups(year).items()}


def before(town: Town, year: int, board: str) -> dict[str, str]:
    """What a board said the year before, which it says again."""
    return {i: str(entry.status) for i, entry in load(Disk(town.root)).follow_ups(year - 1)[board].commitments.items()}


def state(town: Town, identity: str, year: int) -> str:
    """The words for a commitment in a year's report."""
    rows = [line for line in town.whole(year).splitlines() if re.match(rf"\| {re.escape(identity)} ", line)]
    assert rows, identity
    return " ".join(rows)


def standing(town: Town, year: int, day: str) -> tuple[int, dict[str, int]]:
    """By `vbe status`: how many boards have reported, and the commitments by colour."""
    told = town.told("status", "--year", str(year), "--as-of", day)
    return told["summary"]["reported"], told["summary"]["commitments"]


def cells(town: Town, year: int) -> str:
    """The table of areas by boards in `vbe status`."""
    return town.vbe("status", "--year", str(year))[1].partition("KS Kommun")[0]


def diff(town: Town, before: str, after: str) -> list[str]:
    """By `vbe diff`: what has changed, in sentences."""
    return [change["sentence"] for change in town.told("diff", before, after)["changes"]]


def no_errors(town: Town) -> None:
    code, out, err = town.vbe("validate")
    assert code == 0, out + err


def in_words(content: bytes, form: str) -> str:
    """What a file of a form says, without its marks."""
    if form == "pdf":
        told = " ".join(texts(content))
    elif form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            told = " ".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    else:
        told = content.decode()
    return " ".join(re.sub(r"<[^>]*>|&#8203;|[\u200b\u00ad]", " ", told).replace("\u00a0", " ").split())


def test_every_form_says_who_has_reported_and_compares_with_the_year_before(tmp_path, capsys):
    town = Town(tmp_path, capsys)
    town.commit("2018-04-16")
    assert town.vbe("new", "followup", "--year", "2018", "--all-boards")[0] == 0
    town.hand_in(2018, "kommunstyrelsen", "2019-02-15", {}, before(town, 2018, "kommunstyrelsen"))
    town.commit("2019-03-01")
    brief, whole = (make_report(Disk(town.root), Order(2018, only=only), FORMATS) for only in (None, "appendix"))
    for form in FORMATS:
        said, all_said = in_words(brief[form], form), in_words(whole[form], form)
        if form != "xlsx":  # A workbook has no sentences.
            assert re.search(r"[Ee]n av sex nämnder har svarat", said), form
            assert "Ändrat sedan 2017" in said, form
            assert re.search(r"\d+ färre gröna", said), form
        assert "Jämfört med 2017" in all_said, form
        assert re.search(r"↓ \d+ färre", all_said), form
        assert re.search(r"↑ \d+ fler", all_said), form
        assert "Blev röda" in all_said, form


def test_a_later_last_day_opens_what_was_done_again(tmp_path, capsys):
    """Every command says so: it is asked for, waited for and late; and what was done early, with its old last day, stays done."""
    town = Town(tmp_path, capsys)
    area = tmp_path / "measures" / "07-foreningsbidrag.yaml"
    text = area.read_text("utf-8")
    assert text.count("deadline: 2017-12-31") == 1
    area.write_text(text.replace("deadline: 2017-12-31", "deadline: 2018-06-30"), encoding="utf-8")
    town.commit("2018-04-16")
    assert (
        town.vbe("new", "followup", "--year", "2018", "--board", "kultur-och-fritidsnamnden", "--dry-run")[1].count('"7.4"') == 0
    )
    assert "genomförd 2017" in state(town, "7.4", 2018).lower()
    area.write_text(text.replace("deadline: 2017-12-31", "deadline: 2018-09-30"), encoding="utf-8")
    for committed in (False, True):
        if committed:
            town.commit("2018-05-02")
        assert (
            town.vbe("new", "followup", "--year", "2018", "--board", "kultur-och-fritidsnamnden", "--dry-run")[1].count('"7.4"')
            == 1
        )
        named = {entry["id"]: entry for entry in town.told("stale", "--as-of", "2018-12-01", "--all")["items"]}
        assert named["7.4"]["state"] == "overdue"
    assert "genomförd 2017" not in state(town, "7.4", 2018).lower()
    assert "genomförd" in state(town, "7.4", 2017).lower()


def test_two_whole_years(tmp_path, capsys):
    town = Town(tmp_path, capsys)
    first = town.commit("2018-04-16")

    # 2017, as it is.
    no_errors(town)
    assert parts(town, 2017) == PARTS_OF_2017
    told = town.whole(2017)
    assert "Alla sex nämnder som ska redovisa har svarat." in told
    assert "genomförd" in state(town, "7.4", 2017).lower()
    report_of_2017 = both(town, 2017)

    # 2018 is prepared, and nobody has said anything of it.
    code, out, _err = town.vbe("new", "followup", "--year", "2018", "--all-boards")
    assert (code, len(out.splitlines())) == (0, 6)
    assert parts(town, 2018) == PARTS_OF_2018
    prepared = town.commit("2019-01-10")
    no_errors(town)
    told = town.whole(2018)
    assert "Ingen nämnd har redovisat 2018" in told
    assert "nämnder har svarat" not in told
    assert town.vbe("new", "followup", "--year", "2018", "--all-boards", "--update")[1] == "Det finns inget att lägga till.\n"
    assert sorted(diff(town, first, prepared)) == sorted(
        f"Uppföljningen för 2018 ({name}) har förberetts; inget är redovisat än." for name in NAMES
    )
    reported, colours = standing(town, 2018, "2019-01-10")
    # Of 75, 7.4 was done in 2017 by the one board that answers for it. Late are 2.7, 4.5 and 8.4, whose last days have passed.
    assert (reported, colours) == (0, {"green": 1, "yellow": 0, "red": 3, "grey": 71})
    assert set(re.findall(r"\d+([✓~!·]) ", cells(town, 2018))) == {"!", "·"}

    # Half of the boards hand in; the executive board has finished 4.5.
    for board in EARLY:
        town.hand_in(2018, board, "2019-02-15", {"4.5": "done"} if board == "kommunstyrelsen" else {}, before(town, 2018, board))
    half = town.commit("2019-02-20")
    told = diff(town, prepared, half)
    assert len(told) == len(EARLY)
    assert all(sentence.startswith("Uppföljningen för 2018 (") for sentence in told)
    assert any("åtgärd 4.5: status har fyllts i: genomförd" in sentence for sentence in told)
    assert standing(town, 2018, "2019-02-20")[0] == len(EARLY)
    no_errors(town)
    told = town.whole(2018)
    assert "Tre av sex nämnder har svarat; svar saknas från" in told
    assert SILENT in told.lower()
    assert "genomförd 2017" in state(town, "7.4", 2018).lower()
    assert "redovisning saknas" not in state(town, "7.4", 2018).lower()
    assert "genomförd" in state(town, "4.5", 2018).lower()
    assert "försenad" in state(town, "2.7", 2018).lower()
    proposed = re.findall(r"(?m)^1\. .*$", told)
    assert proposed
    assert not any(re.search(r"\b7\.4\b", point) for point in proposed)
    assert not any(re.search(r"\b4\.5\b", point) for point in proposed)
    # 1.9 is red because three boards are silent: those that have reported on it are not urged.
    urged = [point for point in proposed if re.search(r"\b1\.9\b|röda åtgärder", point)]
    assert urged
    assert not any(re.search(r"uppmanar (barn- och utbildningsnämnden|omvårdnadsnämnden)", point) for point in urged)

    # All of them have.
    for board in LATE:
        town.hand_in(2018, board, "2019-03-01", {}, before(town, 2018, board))
    whole = town.commit("2019-03-05")
    no_errors(town)
    told = town.whole(2018)
    assert "Alla sex nämnder som ska redovisa har svarat." in told
    assert "svar saknas" not in told.lower()
    assert "genomförd 2017" in state(town, "7.4", 2018).lower()
    # Nobody has reviewed a routine since 2018, and the yearly reviews are due: the box and the decision say so.
    assert "**De flesta rutinerna är inaktuella**" in told
    assert any("inaktuella rutiner att granska dem" in point for point in re.findall(r"(?m)^1\. .*$", told))
    since = told[told.index("### Jämfört med 2017") :]
    for line in (
        "- Avslutade: ”Utbilda stadens chefer under 2017” (4.5).",
        "- Blev röda: inga åtgärder.",
        "- Redovisade för första gången: inga åtgärder.",
        # Three of 75 were late on the day of the report on 2017 (2.7, 4.5 and 8.4), and two are now.
        "| Andel försenade åtgärder | 4 % | 2,7 % | ↓ minskar | ska minska |",
        "| ■ Röd | 3 | 2 | ↓ 1 färre |",
    ):
        assert line in since
    code, out, _err = town.vbe("trace", "7.4")
    assert code == 0
    assert "2018" not in out
    assert len(diff(town, half, whole)) == len(LATE)
    assert standing(town, 2018, "2019-03-05")[0] == len(EARLY) + len(LATE)

    # 2019 is begun: 4.5 is not asked for, nor what was done in 2017.
    assert town.vbe("new", "followup", "--year", "2019", "--all-boards")[0] == 0
    assert parts(town, 2019) == PARTS_OF_2018 | {"kommunstyrelsen": 58}
    begun = load(Disk(town.root)).follow_ups(2019)
    assert "4.5" not in begun["kommunstyrelsen"].commitments
    assert not any("7.4" in report.commitments for report in begun.values())
    town.commit("2020-01-10")
    no_errors(town)
    assert "Ingen nämnd har redovisat 2019" in town.report(2019)
    # 7.4 was done in 2017 and 4.5 in 2018; 2.7 and 8.4 are late still.
    assert standing(town, 2019, "2020-01-10") == (0, {"green": 2, "yellow": 0, "red": 2, "grey": 71})
    told = town.told("stale", "--as-of", "2020-01-10", "--all")
    named = {(entry["kind"], entry["id"]) for entry in told["items"]}
    assert not any(identity == "7.4" or identity.startswith("7.4/") for _kind, identity in named)

    # What was known of 2017 is what it was.
    assert [sections(made) for made in both(town, 2017)] == [sections(made) for made in report_of_2017]


def both(town: Town, year: int) -> list[str]:
    """The report and its appendix, for programs."""
    return [town.report(year, "json"), town.report(year, "json", "--only", "appendix")]


def sections(report: str) -> object:
    """What a report says, but for the commit that it was made of."""
    return json.loads(re.sub(r"\b[0-9a-f]{12}\b", "COMMIT", report))["sections"]
