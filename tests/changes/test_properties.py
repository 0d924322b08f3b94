"""What holds for any two repositories."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from small_repositories import base_files, corpus_of

from vbe.domain.changes.compare import compare
from vbe.domain.changes.model import ChangeType
from vbe.domain.changes.phrase import sentences

WORDS = st.text(max_size=40) | st.sampled_from(["2024-05-01", "socialchef", "draft", "2.1", "O-02-02", "{entry}", "%s {0}"])
VALUES = WORDS | st.integers(-5, 200) | st.booleans() | st.none() | st.floats(allow_nan=False, allow_infinity=False)


def trees():
    corpus = corpus_of(base_files())
    return {record.file: json.loads(json.dumps(record.document.value, default=str)) for record in corpus.records}


TREES = trees()


def nodes(tree, found):
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, child in children:
        found.append((tree, key))
        nodes(child, found)
    return found


class Damaged:
    """A corpus that shows itself by how it differs from the base."""

    def __init__(self, trees):
        self.trees = trees
        self.corpus = corpus_of({file: json.dumps(tree) for file, tree in trees.items()})

    def __repr__(self):
        changed = {file: tree for file, tree in self.trees.items() if TREES.get(file) != tree}
        return f"without {sorted(set(TREES) - set(self.trees))}, with {json.dumps(changed)[:8000]}"


def titled(title):
    """The base with another title of the guidance example."""
    trees = copy.deepcopy(TREES)
    trees["guidance/socialnamnden/foraldrastod.yaml"]["title"] = title
    return trees


@st.composite
def repositories(draw):
    """The base after a number of small accidents; what is no longer valid is not in the corpus."""
    files = copy.deepcopy(TREES)
    for _round in range(draw(st.integers(0, 6))):
        file = draw(st.sampled_from(sorted(set(files) - {"vbe.yaml"}) or ["vbe.yaml"]))
        deed = draw(st.sampled_from(["delete", "rename", "drop", "set", "double", "turn", "set", "set"]))
        if deed == "delete":
            files.pop(file)
        elif deed == "rename":
            folder, _slash, name = file.rpartition("/")
            files[f"{folder}/{name.removesuffix('.yaml')}-ny.yaml"] = files.pop(file)
        else:
            accident(draw, files[file], deed)
    return Damaged(files)


def accident(draw, tree, deed):
    places = nodes(tree, [])
    if not places:
        return
    parent, key = places[draw(st.integers(0, len(places) - 1))]
    if deed == "drop":
        del parent[key]
    elif deed == "set":
        parent[key] = draw(VALUES)
    elif isinstance(parent[key], list):
        parent[key] = parent[key] * 2 if deed == "double" else parent[key][::-1]


@given(repositories())
def test_a_repository_does_not_differ_from_itself(one):
    assert compare(one.corpus, one.corpus) == ()


@given(repositories(), repositories())
def test_what_is_added_one_way_is_removed_the_other(one, other):
    there, back = compare(one.corpus, other.corpus), compare(other.corpus, one.corpus)
    assert {(c.kind, c.id) for c in there if c.what is ChangeType.ADDED} == {
        (c.kind, c.id) for c in back if c.what is ChangeType.REMOVED
    }
    assert {(c.kind, c.id) for c in there if c.what is ChangeType.REMOVED} == {
        (c.kind, c.id) for c in back if c.what is ChangeType.ADDED
    }


@given(repositories(), repositories())
@example(Damaged(TREES), Damaged(titled("\xad")))
def test_every_change_can_be_told_on_one_harmless_line(one, other):
    changes = compare(one.corpus, other.corpus)
    told = sentences(changes, other.corpus, one.corpus)
    assert len(told) == len(changes)
    assert all(sentence.isprintable() and sentence for sentence in told)


@pytest.mark.parametrize("kind", ["routine", "guidance"])
def test_the_base_holds_what_the_properties_need(kind):
    assert corpus_of({file: json.dumps(tree) for file, tree in TREES.items()}).of_kind(kind)
