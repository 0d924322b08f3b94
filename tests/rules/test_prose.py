"""The texts of a record, with and without the places where they stand."""

from collections import Counter
from pathlib import Path

import pytest

from vbe.model.prose import prose, shown_texts
from vbe.store.loader import load
from vbe.store.repository import Disk

HERE = Path(__file__).parent
ROOTS = [HERE / "base", HERE.parent.parent]
LEFT_OUT = frozenset({"law_refs", "title"})


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
@pytest.mark.parametrize("without", [frozenset(), LEFT_OUT])
def test_texts_without_places_are_those_with_places(root, without):
    for record in load(Disk(root)).records:
        placed = [text.text for text in prose(record.content) if not text.internal and text.field not in without]
        assert Counter(shown_texts(record.content, without)) == Counter(placed), record.file
