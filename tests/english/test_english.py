"""`language: en` gives documents wholly in English: every edition in every form, looked through for Swedish words and letters."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from dataclasses import replace
from email import message_from_bytes, policy
from functools import cache

import pytest

from tests.english.town import corpus, files
from tests.render.solna import composed
from tests.report.repo import vbe
from tests.report.small import Memory, words
from tools.prose import texts as prose
from vbe.domain.period import MEMO
from vbe.errors import VbeError
from vbe.language.phrases import VALUE
from vbe.language.prose import _phrases, said, writing
from vbe.report import SECTIONS
from vbe.report.governing import compose_plan
from vbe.report.governing.compose import Earlier
from vbe.report.model import FIXED, Provenance
from vbe.report.parts import ORDINARY
from vbe.report.render import FORMATS, render
from vbe.report.render.pdf_text import texts as pdf_texts
from vbe.report.render.places import texts
from vbe.report.texts import Texts
from vbe.store.loader import load
from vbe.store.resources import PLAN, REPORT, Templates

SWEDISH = re.compile(
    r"[åäöÅÄÖ]|\b(?:och|att|som|inte|ingen|inget|inga|eller|till|från|med|har|av|den|det|vid|alla|saknas|senast|varje|nästa"
    r"|nu|grön|gröna|gul|gula|röd|rött|grå|nej|antal|andel|värde|dag|vad|vem|typ|klart|uppgift|uppgifterna|rapport|rapporten|kommun"
    r"|kommunen|nämnd|rutin|rutiner|plan för|krav|svar|beslut|avser|utkast|bilaga|innehåll|sida)\b",
    re.IGNORECASE,
)
"""Words that Swedish has and English has not, and letters that English has not."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-[a-z0-9]+|[a-z-]+")
"""A key of the model, which no reader sees."""
NOT_SWEDISH = re.compile(r"\bde\b(?= facto)|/nowhere|lindvik\.example")
DAY = datetime.date(2025, 3, 1)
EDITIONS = {
    "brief": {"sections": ORDINARY},
    "appendix": {"only": "appendix"},
    "page one": {"only": "page-one"},
    "one board": {"board": "socialnamnden"},
    "letter": {"sections": (MEMO,)},
    "public": {"sections": ("done", "help", "how", "about"), "visibility": "public"},
    "all in full": {"sections": tuple(part.id for part in SECTIONS)},
}


@cache
def report(edition: str, year: int = 2024):
    asked = dict(EDITIONS[edition])
    found = corpus()
    if "sections" in asked:
        from vbe.model.profile import Cut

        cut = Cut(name="the board", sections=asked.pop("sections"), visibility=asked.pop("visibility", "internal"))
        profile = found.profile.model_copy(update={"cuts": {"mine": cut}})
        asked["cut"] = "mine"
        found = replace(found, profile=profile)
    return composed(found, year, **asked)


@cache
def plan(*, marked: bool):
    origin = Provenance("vbe 0", "0" * 40, "2025-03-01T00:00:00+00:00", dirty=False, year=2025, as_of=str(DAY), document=PLAN)
    earlier = Earlier(corpus(), DAY) if marked else None
    return compose_plan(corpus(), on=DAY, provenance=origin, earlier=earlier)


def swedish(text: str) -> list[str]:
    """The lines in which anything Swedish stands."""
    return [line for line in text.split("\n") if SWEDISH.search(NOT_SWEDISH.sub("", line)) and not KEY.fullmatch(line)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_edition_has_a_swedish_word(edition):
    made = report(edition)
    assert made.language == "en"
    assert swedish(words(made)) == []


def test_a_year_that_nobody_has_reported_on_is_told_in_english_too():
    assert swedish(words(report("brief", 2025))) == []
    assert swedish(words(report("appendix", 2023))) == []


@pytest.mark.parametrize("marked", [False, True])
def test_the_plan_in_print_is_english(marked):
    made = plan(marked=marked)
    assert swedish(words(made)) == []
    assert [part.title for part in made.sections][-3:] == ["Responsibilities and roles", "Follow-up", "Signatures"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("edition", ["brief", "all in full"])
def test_no_form_adds_a_swedish_word(edition, form):
    assert swedish(_shown(render(report(edition), form, Templates()), form)) == []


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_no_form_of_the_plan_adds_a_swedish_word(form):
    assert swedish(_shown(render(plan(marked=True), form, Templates()), form)) == []


def _shown(content: bytes, form: str) -> str:
    """What a reader of a file can see and hear, a line a text."""
    if form == "pdf":
        return "\n".join(pdf_texts(content))
    if form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [
                n for n in archive.namelist() if re.search(r"(document|header\d*|footer\d*|sharedStrings|workbook|core)\.xml$", n)
            ]
            return "\n".join(re.sub(r"<[^>]+>", "\n", archive.read(name).decode()) for name in names)
    text = content.decode()
    if form == "json":
        return "\n".join(shown for trail, shown in texts(json.loads(text)) if trail[-1] not in FIXED)
    return re.sub(r"<style>.*?</style>|<[^>]+>", "\n", text, flags=re.DOTALL) if form == "html" else text


IN_PARTS = (
    "{capital} är {amount}.",
    " ({in_words_of} till är en annan myndighets uppgift)",
    ", som är {bare}",
    "{followed} {total} ett målvärde.",
    "{followed} {total} målvärde.",
    "{followed} Av dem saknar {some} ett målvärde.",
    "{followed} För {year} saknas {lacking}.",
    "{what} för {year}.",
    "{title}{made_up} gäller {validity}. {case} ",
)
"""Messages that could be any sentence: what they become is told whole, once for each word that they are made with."""


def test_every_text_of_documents_is_in_the_catalogue_with_its_values():
    phrases = _phrases("en")
    known = phrases._messages
    whole = (text for text in prose() if text not in IN_PARTS and "{listed_demands} " not in text)
    left = [text for text in whole if text not in known and VALUE.sub("", text).strip(" .,:;()–”")]
    assert left == [], "write them in vbe/locale/en/LC_MESSAGES/documents.po"
    for swedish_text, english in known.items():
        named, told = set(VALUE.findall(swedish_text)), set(VALUE.findall(english))
        assert told <= named, swedish_text
        assert named - told <= {"suffix"}, swedish_text


@pytest.mark.parametrize("document", [REPORT, PLAN])
def test_every_block_of_prose_is_there_in_english_with_the_same_values(document):
    assert Texts(document=document, language="en").values == Texts(document=document).values


def test_what_a_municipality_writes_itself_is_left_alone():
    with writing("en"):
        assert said("Avser {period}", period="Fika i parken") == "For Fika i parken"


def test_another_language_is_refused_in_one_line_that_names_those_there_are():
    broken = {**files(), "vbe.yaml": files()["vbe.yaml"].replace("language: en", "language: nb")}
    with pytest.raises(VbeError) as fault:
        load(Memory(broken))
    line = broken["vbe.yaml"].split("\n").index("language: nb") + 1
    assert fault.value.message == f"vbe.yaml:{line}: Det finns inget språk ”nb”."
    assert fault.value.hint == "Språken är sv och en."


@pytest.fixture
def town(tmp_path):
    for name, text in files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["table", "md", "html", "csv", "ics"])
def test_what_is_stale_and_its_calendar_are_english(town, form):
    done = vbe(town, "stale", "--as-of", "2026-12-31", "--format", form)
    assert done.stderr == b""
    shown = re.sub(r"<style>.*?</style>|\r\n ", "", done.stdout.decode(), flags=re.DOTALL)
    assert re.search("overdue|stale", shown)
    assert swedish(shown) == []
    if form == "ics":
        assert "//EN\r\n" in shown


def test_the_letters_to_the_roles_are_english(town, tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    done = vbe(town, "stale", "--as-of", "2026-12-31", "--mail", str(folder))
    assert done.returncode in (0, 1)
    letters = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(folder.iterdir())]
    assert len(letters) == 3
    for letter in letters:
        texts_in = [part.get_content() for part in letter.walk() if part.get_content_maintype() == "text"]
        shown = re.sub(r"<style>.*?</style>", "", "\n".join([letter["Subject"], *texts_in]), flags=re.DOTALL)
        assert "look at" in shown
        assert swedish(shown) == []


def test_what_is_in_swedish_only_is_refused_in_one_line_with_what_to_do(town):
    folder = str(town / "out")
    asked = {
        "vbe report --format html": ("site", "-o", folder),
        "vbe new followup": ("form", "--year", "2025", "--all-boards", "-o", folder),
    }
    for instead, words_of_it in asked.items():
        done = vbe(town, *words_of_it)
        said_there = done.stderr.decode()
        assert done.returncode == 2
        assert said_there.count("\n") == 1
        assert "in Swedish only, and vbe.yaml says “language: en”" in said_there
        assert instead in said_there
        assert not (town / "out").exists()


def test_status_is_english(town):
    done = vbe(town, "status", "--as-of", "2025-03-01")
    assert done.stderr == b""
    assert "on track" in done.stdout.decode()
    assert swedish(done.stdout.decode()) == []
