"""Profiles of the property tests. The default tries the same examples each time, so that one commit has one verdict;
`pytest --hypothesis-profile thorough` looks elsewhere and much longer, and `fuzz` (make fuzz) longest.
"""

import pytest
from hypothesis import HealthCheck, settings

from tests.costs import long_tests
from vbe import language

BOUNDED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("default", settings(max_examples=100, derandomize=True, **BOUNDED))
settings.register_profile("thorough", settings(max_examples=10_000, **BOUNDED))
settings.register_profile("fuzz", settings(max_examples=20_000, print_blob=True, **BOUNDED))
settings.load_profile("default")


def pytest_collection_modifyitems(items):
    """Mark the tests that `make test-long` runs."""
    named = long_tests()
    for item in items:
        if item.nodeid.partition("[")[0] in named:
            item.add_marker(pytest.mark.long)


@pytest.fixture(autouse=True)
def _swedish():
    """Each test begins in Swedish, whatever an earlier one has asked for."""
    language._chosen = False
    language.activate(language.DEFAULT)
