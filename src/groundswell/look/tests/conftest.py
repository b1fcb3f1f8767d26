"""What several tests of this part need."""

from collections.abc import Iterator

import pytest

from groundswell.look.organisation import organisation


@pytest.fixture
def organisation_again() -> Iterator[None]:
    """The organisation is read from the settings afresh, before and after."""
    organisation.cache_clear()
    yield
    organisation.cache_clear()
