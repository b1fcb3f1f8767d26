"""What the register's tests share."""

import pytest

from groundswell.members.commands import open_account
from groundswell.members.models import Member
from groundswell.places.commands import load_basildon
from groundswell.places.models import Area, Postcode
from groundswell.register.tests.registers import HERE, THERE


@pytest.fixture
def whole_basildon(db: None) -> Area:
    """Basildon's council, with all its wards, constituencies and postcodes."""
    return load_basildon(by=None)


@pytest.fixture
def basildon(db: None) -> Area:
    """Basildon's council with as much of it as most tests need: two wards, two postcodes."""
    council = _area("council", "E07000066", "Basildon", None)
    for seat, ward, postcode in (
        ("E14001091", "E05004036", HERE),
        ("E14001490", "E05004029", THERE),
    ):
        constituency = _area("constituency", seat, seat, None)
        Postcode.objects.create(
            postcode=postcode,
            latitude=51.57,
            longitude=0.46,
            constituency=constituency,
            ward=_area("ward", ward, ward, constituency),
            source="test",
        )
    return council


def _area(kind: str, code: str, name: str, parent: Area | None) -> Area:
    area = Area.objects.create(kind=kind, code=code, name=name, nation="E", parent=parent)
    area.path = f"{parent.path if parent else '/'}{area.pk}/"
    area.save(update_fields=["path"])
    return area


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
