"""What goes out with the report: one board's extract, the official letter, and the author's own words."""

from __future__ import annotations

import pytest

from tests.render.solna import composed, corpus
from tests.report.small import YEAR, report, section, tables, words
from tests.report.small import corpus as small
from vbe.domain.asking import organisation_of
from vbe.errors import VbeError
from vbe.report.render import render
from vbe.report.render.pdf import count_pages
from vbe.store.resources import Templates

OWN = {
    f"followup/{YEAR}/report.yaml": (
        "author: samordnare\nsummary: Året var lugnt.\n"
        "areas: {'01': Gruppen har funnit sin form.}\nsections: {ahead-brief: Planen är preliminär.}\n"
        "economy: Förslaget ryms i budget.\nchildren: Barn får stöd tidigare.\nattachments: [Lista över utbildningar]\n"
    )
}
PARTS = (
    "Ärende",
    "Förslag till beslut",
    "Sammanfattning",
    "Bakgrund",
    "Beredning",
    "Ekonomiska konsekvenser",
    "Konsekvenser för barn",
    "Bilagor",
    "Beslutet skickas till",
    "Text till protokollet",
)
BOARDS = corpus().profile.coverage.reporting_boards


def own() -> dict[str, str]:
    roles = [role.id for role in small().organisation.roles]
    return {name: text.replace("samordnare", roles[0]) for name, text in OWN.items()}


@pytest.mark.parametrize("board", BOARDS)
def test_a_boards_extract_is_three_pages_at_most_and_its_own(board):
    made = composed(corpus(), 2017, "ks", board=board)
    assert [s.id for s in made.sections] == ["board"]
    assert count_pages(render(made, "pdf", Templates())) <= 3
    rows = tables(made.sections[0])["utdrag-alla"].rows
    told = {line.split()[0] for row in rows for line in row[2].lines}
    assert told
    organisation = organisation_of(corpus(), 2017)
    answering = {i for i, c in corpus().commitments.items() if board in organisation.answering(*c.responsible)}
    assert told == answering


def test_a_board_that_does_not_report_is_named_with_the_nearest():
    with pytest.raises(VbeError, match="socialnamden") as fault:
        composed(corpus(), 2017, "ks", board="socialnamden")
    assert "socialnamnden" in fault.value.hint


def test_the_letter_has_its_parts_in_order_on_two_pages():
    made = composed(corpus(), 2017, "tjansteskrivelse")
    assert tuple(block.title for block in made.sections[0].blocks) == PARTS
    assert made.title == "Tjänsteskrivelse: uppföljning 2017"
    assert count_pages(render(made, "pdf", Templates())) <= 2
    assert render(made, "docx", Templates()).startswith(b"PK")
    text = words(made)
    assert text.count("Att fylla i") == 2
    assert "Kommunstyrelsen godkänner 2017 års uppföljning" in text
    assert "Trygghetsrådet" in text


def test_the_letter_takes_what_the_official_has_written():
    text = words(report(own(), cut="tjansteskrivelse"))
    for said in ("Förslaget ryms i budget.", "Barn får stöd tidigare.", "Lista över utbildningar", "Året var lugnt."):
        assert said in text
    assert "Att fylla i" not in text


def test_the_authors_words_stand_in_their_places_marked_as_the_authors():
    full, brief = report(own()), report(own(), cut="tjansteskrivelse")
    assert brief
    first = words(section(full, "page-one"))
    assert "Författarens kommentar (" in first
    assert "Året var lugnt." in first
    assert "Gruppen har funnit sin form." in words(section(full, "areas"))


def test_a_comment_on_what_does_not_exist_is_refused():
    wrong = {name: text.replace("ahead-brief", "ahead-breif") for name, text in own().items()}
    with pytest.raises(VbeError, match=rf"followup/{YEAR}/report.yaml: sections .* ahead-breif"):
        report(wrong)
