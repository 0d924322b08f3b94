"""Profiles of the property tests: `pytest --hypothesis-profile thorough` looks much longer, and `fuzz` (make fuzz) longest."""

from hypothesis import HealthCheck, settings

BOUNDED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("default", settings(max_examples=100, **BOUNDED))
settings.register_profile("thorough", settings(max_examples=10_000, **BOUNDED))
settings.register_profile("fuzz", settings(max_examples=20_000, print_blob=True, **BOUNDED))
settings.load_profile("default")
