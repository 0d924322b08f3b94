"""The site of the repository's own data and of the small base, each made once for all tests that look at it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from tests.report.repo import repository
from vbe.app.site.making import SiteOrder, make_site
from vbe.model.places import FOLDERS
from vbe.site import Edition
from vbe.store.repository import Disk

REPOSITORY = Path(__file__).parents[2]
DAY = datetime.date(2018, 3, 1)
DECIDED = datetime.date(2018, 6, 1)
"""After the board had decided on the follow-up of 2017."""


@pytest.fixture(scope="session")
def solna_records(tmp_path_factory) -> Path:
    """The repository's own records in a folder without git and without templates of their own."""
    folder = tmp_path_factory.mktemp("solna")
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "vbe.yaml", folder)
    return folder


@pytest.fixture(scope="session")
def staff(solna_records) -> dict[str, bytes]:
    """Path → content of the site for those who work in Solna."""
    return make_site(Disk(solna_records), SiteOrder(Edition.STAFF, DAY)).files


@pytest.fixture(scope="session")
def public(solna_records) -> dict[str, bytes]:
    """Path → content of the site for everybody."""
    return make_site(Disk(solna_records), SiteOrder(Edition.PUBLIC, DECIDED)).files


@pytest.fixture
def base(tmp_path) -> Path:
    """A small repository under git."""
    return repository(tmp_path / "base")
