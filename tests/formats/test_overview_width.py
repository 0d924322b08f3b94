"""The overview uses the terminal from edge to edge, within bounds, and eighty columns where there is no terminal."""

from __future__ import annotations

import sys

import pytest

from vbe.output.overview import table


@pytest.mark.parametrize(("columns", "used"), [("40", 80), ("120", 120), ("400", 140)])
def test_a_terminal_is_used_within_bounds(monkeypatch, columns, used):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", columns)
    assert table.width() == used


def test_what_is_no_terminal_gets_eighty_columns(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    assert table.width() == 80
