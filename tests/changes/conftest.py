"""The base of the rules' cases, changed as a test wants it."""

from __future__ import annotations

import pytest
from small_repositories import base_files, corpus_of

from vbe.language import activate


@pytest.fixture
def files():
    return base_files()


@pytest.fixture
def base(files):
    return corpus_of(files)


@pytest.fixture
def edited(files):
    """The base with replacements: `edited("measures/02-stod.yaml", ("old", "new"), …)`, faultless."""

    def edit(file, *replacements):
        text = files[file]
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new, 1)
        files[file] = text
        corpus = corpus_of(files)
        assert not corpus.findings, corpus.findings
        return corpus

    return edit


@pytest.fixture(autouse=True)
def english():
    activate("en")
    yield
    activate("sv")
