"""Names in fields meant for roles, and texts about one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbe.privacy import looks_like_person_name, tells_of_a_case

NAMES = [
    "Anna Andersson",
    "A. Svensson",
    "Karin Åkerström-Lind",
    "säkerhetschef Anna Andersson",
    "Anna Andersson, säkerhetschef",
    "T.f. enhetschef Erik Ek",
    "Enhetschefen (Lars Lundgren)",
    "anna andersson",
    "ANNA ANDERSSON",
    "Anna-Karin von Essen",
    "Mohamed Ali",
    "Zlatan Ibrahimović",
    "Anna\u00a0Anders\u00adson",
    "Säkerhetschef och Anna Berg",
    "Anna",
]
ROLES = [
    "säkerhetschef", "Säkerhetschefen", "Enhetschef barn och unga", "Solna stad", "HR-avdelningen",
    "Försvarshögskolan", "Social\u00adchef", "Rädda Barnen", "Röda Korset", "Svenska kyrkan", "Polisområde Nord",
    "Raoul Wallenbergskolan", "Karolinska Institutet", "Stadsledningsförvaltningen", "Trygghetsrådet Solna",
    "Säkerhetsskyddschef", "Länsstyrelsen Stockholm", "Strategiskt råd", "Barn- och utbildningsförvaltningen",
    "Chef för Solna centrum", "Exit Fryshuset", "Center mot våldsbejakande extremism", "Brottsförebyggande rådet",
    "Maria Församling", "Myndigheten för samhällsskydd och beredskap", "Region Stockholm", "Stadsdirektör",
    "Lokalpolisområde Solna", "Verksamhetsansvarig Solna Sundbyberg", "Rektor", "Kommunstyrelsens ordförande",
    "Astrid Lindgrens barnsjukhus", "Enhetschef Vuxen", "IT-strateg", "Samordnare VBE", "Norra Hagalund",
    "Stockholms universitet", "SÄPO", "KS", "Sankt Görans sjukhus", "Hjalmar Hammarskjölds väg", "", " ", "-", "1",
]  # fmt: skip
CASES = [
    "En 17-årig elev på skolan greps.",
    "En 17\u2011åriga\n  flickan i Hagalund reste",
    "en 15-åring i Solna anmäldes",
    "Pojken är 16 år gammal och går på gymnasiet",
    "pojke, 15 år, greps",
    "sjuttonårig pojke",
    "kvinna (34 år) i Hagalund",
    "Elev (15 år) i klass 9",
    "Femtonåringen berättade för sin lärare",
    "EN 17-ÅRIG FLICKA",
]
NO_CASES = [
    "barn och unga upp till 21 år", "årskurs 9", "elever i år 9", "till och med 21 års ålder", "2017 års",
    "en treårig handlingsplan för skolan", "ett 3-årigt avtal med skolan", "alla 15-åringar i Solna",
    "varje 15-åring i skolan", "elever 13-15 år", "flickor 15 år och äldre", "personer som fyllt 18 år",
    "en 4-årig strategi för elever", "elever under 18 år", "Andelen 17-åringar i skolan", "om 5 år",
    "för 10 år sedan gick han", "Han har arbetat i 10 år på skolan", "2016-2017 års elever", "Stockholmsenkäten i år 2",
    "En 17-åring kan rösta först nästa år", "minst 10 år gammalt avtal", "",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_name(text: str) -> None:
    assert looks_like_person_name(text)


@pytest.mark.parametrize("text", ROLES)
def test_role_is_no_name(text: str) -> None:
    assert not looks_like_person_name(text)


@pytest.mark.parametrize("text", CASES)
def test_case(text: str) -> None:
    assert tells_of_a_case(text)


@pytest.mark.parametrize("text", NO_CASES)
def test_no_case(text: str) -> None:
    assert not tells_of_a_case(text)


@given(st.text() | st.text(alphabet="17-årig ngaelv.,(\n"))
def test_any_text_gives_an_answer(text: str) -> None:
    looks_like_person_name(text)
    tells_of_a_case(text)
