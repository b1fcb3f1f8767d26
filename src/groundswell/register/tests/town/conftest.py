"""One town for all tests of the town."""

from datetime import date

import pytest

from groundswell.register import town

PUBLISHED = date(2025, 12, 1)


@pytest.fixture(scope="session")
def small_town():
    """Basildon with 3,000 electors."""
    return town.make_town(3_000, seed=7, published=PUBLISHED)


@pytest.fixture(scope="session")
def small_register(small_town):
    """Its electors, in the register's order."""
    return list(small_town.electors())
