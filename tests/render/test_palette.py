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


# Machado, Oliveira and Fernandes 2009, full severity, on linear light: https://doi.org/10.1109/TVCG.2009.113
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "no colours at all": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""The last is how a page comes out of a printer without colours."""


def seen(colour: str, kind: str) -> tuple[float, ...]:
    """A colour in linear light as somebody sees it who does not see all colours."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return tuple(min(1.0, max(0.0, sum(w * p for w, p in zip(row, linear, strict=True)))) for row in BLIND[kind])


def contrast_seen(one: str, other: str, kind: str) -> float:
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (seen(one, kind), seen(other, kind)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", BLIND)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_whoever_does_not_see_all_colours_reads_every_mark_and_shape(scheme, kind):
    c = colours(scheme)
    texts = {name: contrast_seen(c[name], c[f"{name}-tint"], kind) for name in MARKS}
    assert {name: ratio for name, ratio in texts.items() if ratio < TEXT} == {}
    shapes = {
        pair: contrast_seen(c[pair[0]], c[pair[1]], kind) for pair in (("bar", "tint"), ("bar", "ground"), ("target", "ground"))
    }
    assert {pair: ratio for pair, ratio in shapes.items() if ratio < SHAPE} == {}


def test_no_mark_is_told_from_another_by_colour_alone():
    from vbe.domain.colours import MARKS as SAID

    assert len({mark.symbol for mark in SAID.values()}) == len({mark.word for mark in SAID.values()}) == len(SAID) == len(MARKS)


def test_paper_and_word_have_the_colours_of_the_screen():
    from vbe.report.render.word_xml import COLOURS

    typesetting = (packaged_folder() / "report" / "report.typ").read_text("utf-8")
    light = colours("light")
    for name in MARKS:
        assert COLOURS[name].lower() == light[name][1:]
        assert f'{name}: rgb("{light[name]}")' in typesetting
