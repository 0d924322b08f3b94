"""Contrast of the colours (WCAG 2.1, 1.4.3 and 1.4.11): axe cannot judge text in SVG, nor what is not text."""

from __future__ import annotations

import re

import pytest

from vbe.store.resources import packaged_folder

STYLE = (packaged_folder() / "report" / "report.css").read_text("utf-8")
SCHEMES = dict(zip(("light", "dark", "print"), re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=True))
TEXT, SHAPE = 4.5, 3.0
ON_GROUND = ("ink", "quiet", "link", "target")
ON_TINT = ("ink", "quiet", "link")
MARKS = ("green", "yellow", "red", "grey")


def colours(scheme: str) -> dict[str, str]:
    light = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", SCHEMES["light"]))
    return light | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", SCHEMES[scheme]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_readable(scheme):
    c = colours(scheme)
    pairs = [(name, "ground") for name in ON_GROUND] + [(name, "tint") for name in ON_TINT]
    pairs += [(name, f"{name}-tint") for name in MARKS]
    pairs += [("ink", f"{name}-tint") for name in ("red", "yellow")]
    pairs += [(name, "ground") for name in MARKS]
    if scheme != "print":
        pairs += [("brand-ink", "brand"), ("brand-quiet", "brand")]
    found = {pair: contrast(c[pair[0]], c[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_shapes_are_seen(scheme):
    c = colours(scheme)
    pairs = [("bar", "ground"), ("target", "ground"), ("quiet", "ground"), ("focus", "ground"), ("focus", "tint")]
    found = {pair: contrast(c[pair[0]], c[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < SHAPE} == {}


def test_the_target_line_is_seen_across_a_bar():
    assert "stroke: var(--ground)" in STYLE.split(".target-edge", 1)[1].split("}", 1)[0]
