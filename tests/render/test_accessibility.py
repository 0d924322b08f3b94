"""WCAG 2.1 A and AA and axe's best practice, judged by axe-core in a real Chromium."""

from __future__ import annotations

import re

import pytest

from tests.render import browser
from tests.render.solna import solna
from vbe.report.render import render
from vbe.store.resources import Templates

pytestmark = pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "installed")

EVERY_CUT = (None, "trygghetsradet", "personal", "webb")


@pytest.fixture(scope="module")
def pages() -> dict[str | None, bytes]:
    return {cut: render(solna(cut), "html", Templates()) for cut in EVERY_CUT}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_whole_report_has_no_violations(pages, tmp_path, width, dark):
    verdict = browser.judge(pages[None], tmp_path, width=width, dark=dark)
    assert "error" not in verdict, verdict
    assert verdict["violations"] == []
    assert verdict["scheme"] == ("dark" if dark else "light")
    assert verdict["wide"] <= width, "the page itself must never scroll sideways"


@pytest.mark.parametrize("cut", EVERY_CUT[1:])
def test_every_cut_has_no_violations(pages, tmp_path, cut):
    verdict = browser.judge(pages[cut], tmp_path, width=320, dark=False)
    assert verdict["violations"] == []
    assert verdict["wide"] <= 320


SCREENS = {320: 640, 390: 844, 768: 1024, 1280: 800}
"""Width → height of the first screen."""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SCREENS.items())
def test_the_answer_is_on_the_first_screen_and_nothing_scrolls_sideways(tmp_path, width, height, dark):
    made = solna("ks")
    verdict = browser.judge(render(made, "html", Templates()), tmp_path, width=width, dark=dark)
    assert verdict["violations"] == []
    assert verdict["wide"] <= width
    assert verdict["scrolling"] == []
    assert verdict["answer"] <= height, "the result and the count of red stand on the first screen"
    assert re.search(r"\b(\d+|en|två|tre) röda?\b", made.sections[0].blocks[0].text.replace("\u00a0", " "))
