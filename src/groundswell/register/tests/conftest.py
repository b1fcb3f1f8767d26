"""What the register's tests share."""

import pytest

from groundswell.members.commands import open_account
from groundswell.members.models import Member
from groundswell.places.commands import load_basildon
from groundswell.places.models import Area


@pytest.fixture
def basildon(db: None) -> Area:
    """Basildon's council, with its wards, constituencies and postcodes."""
    return load_basildon(by=None)


@pytest.fixture
def outsider(basildon: Area) -> Member:
    """A member without any role."""
    return open_account(
        by=None,
        email="olive@example.org",
        name="Olive Stone",
        standing=Member.Standing.MEMBER,
        branch=basildon,
    )
