"""One word for one thing: the list in docs/ordlista.md, held against everything that officials read."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.render.solna import composed
from tests.report.small import words
from vbe.model.prose import prose
from vbe.store import repository
from vbe.store.loader import load

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs/ordlista.md"
PAGES = [page for page in (*sorted(ROOT.glob("docs/*.md")), ROOT / "README.md") if page != LIST]
SWEDISH = 0.02
"""The share of å, ä and ö in a Swedish page; one that is English has next to none."""
TEMPLATES = sorted(path for path in (ROOT / "vbe/scaffold/templates").rglob("*") if path.is_file())
REPORT = sorted((ROOT / "vbe/report").rglob("*.py"))


def avoided() -> list[tuple[str, str]]:
    """Each word that is not written, and the one to write."""
    found = []
    for line in LIST.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[0] not in ("ord", "---"):
            found += [(word.strip(), cells[0]) for word in cells[2].split(",") if word.strip()]
    return found


AVOIDED = avoided()
PATTERN = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word) for word, _use in AVOIDED) + r")(?![\w-])", re.IGNORECASE)


def _hits(text: str) -> list[str]:
    """The words that are flagged; code, links and file names are no prose."""
    bare = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+", " ", text, flags=re.DOTALL)
    return [found[0] for found in PATTERN.finditer(bare)]


def test_the_list_has_words_to_avoid_and_each_once():
    assert len(AVOIDED) >= 20
    assert len({word for word, _use in AVOIDED}) == len(AVOIDED)
    assert {use for _word, use in AVOIDED}.isdisjoint({word for word, _use in AVOIDED})


def test_a_word_to_avoid_is_found_whole_and_not_in_code():
    assert _hits("Nämnden har ett åtagande.") == ["åtagande"]
    assert _hits("Skriv `deadline` i posten.") == []
    assert _hits("Åtgärdens slutdatum.") == []


def test_the_messages_say_one_word_for_one_thing():
    catalogue = read_po(io.BytesIO((ROOT / "vbe/locale/sv/LC_MESSAGES/vbe.po").read_bytes()), locale="sv")
    said = [(text, m.id) for m in catalogue if m.id for text in ([m.string] if isinstance(m.string, str) else m.string)]
    assert len(said) > 2000
    # A message that names a field of a record writes it as it stands there.
    assert [(hit, text) for text, _id in said for hit in _hits(text) if hit not in ("deadline", "Deadline")] == []


def _is_swedish(page: Path) -> bool:
    text = page.read_text("utf-8").lower()
    return sum(map(text.count, "åäö")) >= SWEDISH * len(text)


def test_the_pages_for_officials_are_known_as_swedish():
    swedish = {page.name for page in PAGES if _is_swedish(page)}
    assert {"README.md", "aktualitet.md", "rules.md", "tour.md", "brevmall.md"} <= swedish
    assert {"domain-rules.md", "reliability.md"}.isdisjoint(swedish)


@pytest.mark.parametrize("page", [page for page in PAGES if _is_swedish(page)], ids=lambda page: page.name)
def test_the_pages_say_one_word_for_one_thing(page):
    assert _hits(page.read_text("utf-8")) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_templates_say_one_word_for_one_thing(template):
    # Keys are English, and what the profile's own list of words looks for is quoted there.
    bare = re.sub(r"(?m)^.*\b(?:find|why):.*$|^\s*#?\s*[-{ ]*\w+:(?= |$)", "", template.read_text("utf-8"))
    assert [hit for hit in _hits(bare) if hit != "deadline"] == []


@pytest.mark.parametrize("module", REPORT, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_report_says_one_word_for_one_thing(module):
    swedish = re.findall(r"\"([^\"\n]*[åäöÅÄÖ][^\"\n]*)\"", module.read_text("utf-8"))
    assert [(hit, text) for text in swedish for hit in _hits(re.sub(r"\{[^{}]*\}", "", text))] == []


JARGON = re.compile(
    r"\b(?:ya?ml|json|commit|waiver|waivers|profilens?|klock(?:a|an|or|orna)|förrådets?|null|boolean|token|issue|repo|deadline|status:)\b",
    re.IGNORECASE,
)
"""Words of the tool and of programs that no official should have to know."""


@pytest.mark.parametrize("cut", [None, "ks", "trygghetsradet", "personal", "webb"], ids=str)
@pytest.mark.parametrize(("year", "day"), [(2017, "2018-02-19"), (2017, "2018-06-01"), (2018, "2018-12-31")])
def test_the_report_has_no_jargon_of_the_tool(year, day, cut):
    made = composed(load(repository.Disk(ROOT)), year, cut, day=datetime.date.fromisoformat(day))
    found = [(part.id, hit[0]) for part in made.sections for hit in JARGON.finditer(words(part))]
    assert found == []
    assert JARGON.search("Tills dess gäller profilens tolerans.")


def test_the_records_say_one_word_for_one_thing():
    corpus = load(repository.Disk(ROOT))
    found = [
        (record.file, hit, text.text)
        for record in corpus.records
        for text in prose(record.content)
        if not (record.kind == "profile" and text.route[0] == "terms")
        for hit in _hits(text.text)
    ]
    assert found == []


def test_the_profile_flags_the_same_words_in_the_records():
    corpus = load(repository.Disk(ROOT))
    flagged = {term.find.casefold() for term in corpus.profile.terms}
    assert {"åtagande", "avrapportera", "rapportera tillbaka", "deadline", "hemsida", "indikator"} <= flagged
