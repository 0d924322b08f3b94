"""Stories and the verdict on them."""

import datetime
from pathlib import Path

import pytest

from tests.git.stories import ID
from vbe.app.assess import judge
from vbe.domain.freshness.model import Freshness
from vbe.store.repository import Disk


def verdict(folder: Path, as_of: str = "2017-11-30", identity: str = ID) -> Freshness:
    """What `vbe stale` says of one record."""
    assessment, _setting = judge(Disk(folder), datetime.date.fromisoformat(as_of), None)
    return next(f for f in assessment.freshness if f.id == identity)


@pytest.fixture
def states():
    """The reasons of the routine, in words."""

    def ask(folder: Path, as_of: str = "2017-11-30", identity: str = ID) -> list[str]:
        return [reason.state.value for reason in verdict(folder, as_of, identity).reasons]

    return ask
