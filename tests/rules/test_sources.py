"""What each rule rests on: shown by `vbe explain` and in SARIF, and what has not been read in the act is listed in the docs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vbe.rules import all_rules
from vbe.rules.pages import markdown_page, page
from vbe.rules.sources import OWN

ROOT = Path(__file__).parents[2]
RULES = [pytest.param(rule, id=rule.code) for rule in all_rules().values()]
# A law on a page: its name or number, then chapter and paragraph.
ACTS = {
    "kommunallagen": "Kommunallagen (2017:725)",
    "offentlighets- och sekretesslagen": "Offentlighets- och sekretesslagen (2009:400)",
    "lag 2023:196": "Lag (2023:196)",
    "dataskyddsförordningen": "Dataskyddsförordningen",
    "språklagen": "Språklagen",
}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_rests_on(rule):
    assert rule.sources
    for text, checked in rule.sources:
        assert text
        assert isinstance(checked, bool)
        assert text == OWN.text or text.startswith(("Solnas strategi (KS/2016:365), ", *ACTS.values(), "Regeringsformen"))


@pytest.mark.parametrize("rule", RULES)
def test_an_act_that_a_page_cites_is_among_the_sources(rule):
    told = " ".join(rule.page.split()).lower()
    for word, act in ACTS.items():
        if word in told:
            cited = [text for text, _checked in rule.sources if text.startswith(act)]
            assert cited, f"{rule.code} cites {word} and does not have it as a source"
            for place in re.findall(rf"{re.escape(word)},? (\d+ (?:kap\. \d+ )?§|\d+ kap\.)", told):
                assert any(place in text for text in cited), (rule.code, place)


def _vbe(*words: str) -> str:
    run = subprocess.run([sys.executable, "-m", "vbe", *words, "--lang", "sv"], capture_output=True, cwd=ROOT, check=True)
    return run.stdout.decode("utf-8")


def test_explain_shows_the_sources():
    told = " ".join(_vbe("explain", "VBE310").split())
    assert "Källa: Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete, 9 §" in told
    assert "lagtexten är inte läst" not in told
    assert "(lagtexten är inte läst)" in " ".join(_vbe("explain", "VBE609").split())
    assert "Källa: Verktygets egen regel." in " ".join(_vbe("explain", "VBE113").split())


def test_sarif_has_the_sources_in_its_help():
    run = json.loads(_vbe("validate", "--format", "sarif"))["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    cited = "Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete, 4 §"
    assert cited in rules["VBE418"]["properties"]["sources"]
    assert cited in " ".join(rules["VBE418"]["help"]["text"].split())
    assert cited in rules["VBE418"]["help"]["markdown"]


def test_what_has_not_been_read_in_the_act_is_listed():
    listed = (ROOT / "docs/domain-rules.md").read_text("utf-8")
    unread = {text for rule in all_rules().values() for text, checked in rule.sources if not checked}
    assert unread
    for text in unread:
        assert text in listed, text


def test_a_page_ends_with_its_sources():
    rule = all_rules()["VBE303"]
    assert "13 kap. 8 §" in page(rule).splitlines()[-1]
    assert markdown_page(rule).rstrip().endswith("*")
