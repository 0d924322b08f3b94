"""The document as a page, judged by axe-core in a real Chromium."""

from __future__ import annotations

import pytest

from tests.publish.test_marked import AREA, plan
from tests.render import browser
from tests.report.small import edited
from vbe.report.render import render
from vbe.store.resources import Templates

pytestmark = pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "installed")


def test_a_document_with_marks_has_no_violations_and_never_scrolls_sideways(tmp_path):
    page = render(plan(edited(AREA, ("every_months: 3", "every_months: 6"))), "html", Templates())
    verdict = browser.judge(page, tmp_path, width=320, dark=False)
    assert "error" not in verdict, verdict
    assert verdict["violations"] == []
    assert verdict["wide"] <= 320
