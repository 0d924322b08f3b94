"""Of both whole sites: nothing in them is dead, doubled, empty, out of reach, or in need of a script."""

from __future__ import annotations

import pytest

from tests.site.reading import Reading, pages, targets
from vbe.domain import addresses

ALONE = {addresses.SEARCH, addresses.CONTENTS}


@pytest.fixture(scope="module", params=["staff", "public"])
def whole(request):
    """The files of an edition, and its pages as read."""
    files = request.getfixturevalue(request.param)
    return files, pages(files)


def test_nothing_is_linked_that_is_not_there(whole):
    files, read = whole
    dead = [
        (page, path, place)
        for page, told in read.items()
        for path, place in targets(page, told)
        if path not in files or (place and place not in read[path].places)
    ]
    assert dead == []
    downloads = {path for page, told in read.items() for path, _place in targets(page, told) if "/filer/" in path}
    assert downloads == {path for path in files if "/filer/" in path}
    assert {path.rsplit(".", 1)[1] for path in downloads} == {"html", "pdf", "docx", "xlsx", "md", "json"}


def test_no_place_is_named_twice(whole):
    _files, read = whole
    assert [(page, told.places) for page, told in read.items() if len(told.places) != len(set(told.places))] == []


def test_nothing_is_headed_that_says_nothing(whole):
    _files, read = whole
    assert [(page, told.empty) for page, told in read.items() if told.empty] == []


def test_without_a_script_everything_is_reached_from_the_front_page(whole):
    """Every page but the search is plain HTML, two links away at most: the front page, the list of contents, the page."""
    _files, read = whole
    for page, told in read.items():
        scripts = [path for path in told.loads if path.endswith(".js")]
        assert bool(scripts) is (page == addresses.SEARCH), page
        assert told.handlers == [], page
        assert len("".join(told.main)) > 30, page
    listed = {path for path, _place in targets(addresses.CONTENTS, read[addresses.CONTENTS])}
    assert (addresses.CONTENTS, "") in set(targets(addresses.START, read[addresses.START]))
    assert read.keys() - ALONE <= listed
    assert "Innehåll A–Ö" in read[addresses.SEARCH].text


def test_everything_that_has_a_page_is_linked_from_another_than_the_list_of_contents(whole):
    _files, read = whole
    linked = {
        path for page, told in read.items() if page != addresses.CONTENTS for path, _place in targets(page, told) if path != page
    }
    assert read.keys() - linked == set()


def test_an_empty_heading_is_found():
    page = b"<main><h1>A</h1><h2>B</h2><h2>C</h2><p>x</p><h3>D</h3><h2>E</h2><table></table><h2>F</h2></main>"
    assert Reading(page).empty == ["B", "D", "F"]
