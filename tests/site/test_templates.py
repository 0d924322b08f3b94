"""A city's own templates: ordinary inheritance, and nothing that loads or runs anything."""

from __future__ import annotations

import pytest

from vbe.app.site.making import SiteOrder, make_site
from vbe.errors import VbeError
from vbe.site import Edition
from vbe.store.repository import Disk


def made(folder, **templates: str) -> dict[str, bytes]:
    for name, text in templates.items():
        path = folder / "templates" / "site" / f"{name.replace('__', '.')}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return make_site(Disk(folder), SiteOrder(Edition.STAFF)).files


def test_a_block_is_overridden_and_the_rest_stays(base):
    own = '{% extends "vbe/site/base.html.j2" %}{% block foot %}<p>Vår egen sidfot.</p>{{ super() }}{% endblock %}'
    files = made(base, base__html__j2=own, own__css=".top { border: 0 }")
    assert "Vår egen sidfot." in files["index.html"].decode()
    assert "Innehåll A–Ö" in files["rutiner.html"].decode()
    assert b".top { border: 0 }" in files["assets/site.css"]


@pytest.mark.parametrize(
    "own",
    [
        '<script src="https://elsewhere.example/x.js"></script>',
        '{{ "<img src=//elsewhere.example/x>" | safe }}',
        '{{ "<script>1</script>" | safe }}',
        '<iframe src="x"></iframe>',
        "{% for i in range(10 ** 9) %}x{% endfor %}",
        "{{ ().__class__.__mro__ }}",
    ],
)
def test_what_loads_runs_or_never_ends_is_refused(base, own):
    with pytest.raises(VbeError):
        made(base, base__html__j2=f'{{% extends "vbe/site/base.html.j2" %}}{{% block foot %}}{own}{{% endblock %}}')


def test_the_policy_cannot_be_left_out(base):
    with pytest.raises(VbeError, match="head"):
        made(base, page__html__j2="<!doctype html><title>x</title><p>utan</p>")


def test_a_style_sheet_loads_nothing(base):
    with pytest.raises(VbeError, match=r"own\.css"):
        made(base, own__css="@import url(https://elsewhere.example/x.css);")


def test_a_card_of_ones_own_is_set_apart(base):
    own = """#set document(title: json("card.json").title)
#set text(lang: "sv")
Vår egen mall
"""
    ours, theirs = made(base), made(base, card__typ=own)
    cards = [path for path in ours if path.startswith("rutiner/") and path.endswith(".pdf")]
    assert cards
    assert all(theirs[path].startswith(b"%PDF") and ours[path] != theirs[path] for path in cards)


@pytest.mark.parametrize("own", ['#read("/etc/passwd")', '#import "@preview/a:1.0.0": b', "#while true {}"])
def test_a_card_reads_nothing_and_ends(base, own):
    with pytest.raises(VbeError):
        made(base, card__typ=own)
