"""What the register's tests share."""

import pytest

from groundswell.places.commands import load_basildon
from groundswell.places.models import Area


@pytest.fixture
def basildon(db: None) -> Area:
    """Basildon's council, with its wards, constituencies and postcodes."""
    return load_basildon(by=None)
