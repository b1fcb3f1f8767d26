"""What every test of the house shares: its database, Hypothesis's profile, the pretend town."""

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.town import Town

settings.register_profile("developer", deadline=None)
settings.register_profile(
    "builder", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("builder" if os.environ.get("CI") else "developer")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database: rules, which ask none, give the same there."""
    if not os.environ.get("GROUNDSWELL_TEST_POSTGRES"):
        return
    without = [item for item in items if not _asks_a_database(item)]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in without]


def _asks_a_database(item: pytest.Item) -> bool:
    asked = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix() -> None:
    """Nothing to add: tests/settings.py gives each test process a database of its own."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database, in which a test that committed may empty even tables that only grow."""
    from tests.emptying import let_flush_empty_every_table
    from tests.tables import do_what_migrations_do_besides

    with django_db_blocker.unblock():
        do_what_migrations_do_besides()
        let_flush_empty_every_table()


@pytest.fixture
def town(db: None) -> "Town":
    """The pretend town with its people (tests/town.py), gone again after the test."""
    from tests.town import build_town

    return build_town()
