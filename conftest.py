"""What every test of the house shares: its database, Hypothesis's profile, the pretend town."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("developer", deadline=None)
settings.register_profile(
    "builder", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("builder" if os.environ.get("CI") else "developer")


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Nothing to add: tests/settings.py gives each test process a database of its own."""
