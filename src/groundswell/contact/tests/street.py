"""A street with made-up people, for the tests of this part."""

from datetime import date, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.test import Client

from groundswell.common import clock
from groundswell.common.ids import uuid7
from groundswell.contact.commands import AttemptResult, keep_states
from groundswell.contact.models import ElectorState
from groundswell.members.commands import make_sign_in_link
from groundswell.members.models import Member, Role
from groundswell.places.models import Area
from groundswell.register.models import ContactDetail, Elector, Household


class Street:
    """One constituency with a ward, a polling district and some households in Mill Lane."""

    def __init__(self, households=(2, 1), name="Westmere"):
        self.constituency = _area(Area.Kind.CONSTITUENCY, name)
        self.ward = _area(Area.Kind.WARD, f"{name} North", self.constituency)
        self.district = _area(Area.Kind.POLLING_DISTRICT, f"{name} AA", self.ward)
        self.branch = _area(Area.Kind.BRANCH, f"{name} branch", self.constituency)
        self.electors = [
            self.elector(household, f"Ann{number}")
            for number, size in enumerate(households, start=1)
            for household in [self.household(number)]
            for _one in range(size)
        ]
        keep_states([self.constituency.pk])

    def household(self, number):
        return Household.objects.create(
            constituency=self.constituency,
            key=f"{number} mill lane",
            address=f"{number} Mill Lane",
            street="Mill Lane",
            ward=self.ward,
            polling_district=self.district,
        )

    def elector(self, household, forename, **more):
        return Elector.objects.create(
            constituency=self.constituency,
            council=self.constituency,
            person=uuid4(),
            household=household,
            ward=self.ward,
            polling_district=self.district,
            prefix="AA",
            number=Elector.objects.filter(constituency=self.constituency).count() + 1,
            forename=forename,
            surname="Example",
            edition=date(2026, 12, 1),
            last_import_id=1,
            **more,
        )

    def number(self, elector, value="+441632960001", **more):
        return ContactDetail.objects.create(
            constituency=self.constituency,
            elector=elector,
            kind=ContactDetail.Kind.PHONE,
            value=value,
            source="test",
            obtained_on=date(2026, 11, 1),
            **more,
        )

    def state(self, elector):
        return ElectorState.objects.get(constituency=self.constituency, elector=elector)

    def result(self, elector, outcome="no_answer", **more):
        told = {
            "id_on_device": uuid7(),
            "constituency_id": self.constituency.pk,
            "elector_id": elector.pk,
            "channel": "phone",
            "outcome": outcome,
            "made_at": clock.now(),
        }
        return AttemptResult(**told | more)


def member(name, branch=None):
    """Somebody who campaigns."""
    return Member.objects.create(
        email=f"{name.lower()}@example.org", name=name, branch=branch, joined_at=clock.now()
    )


def organiser(name, area, kind=Role.Kind.ORGANISER):
    """Somebody with a role for an area."""
    somebody = member(name)
    Role.objects.create(
        member=somebody,
        kind=kind,
        area=area,
        reason="test",
        granted_at=clock.now(),
        ends_on=clock.today() + timedelta(days=30),
    )
    return somebody


def _area(kind, name, parent=None):
    area = Area.objects.create(
        kind=kind, code=name.replace(" ", "-"), name=name, nation="E", parent=parent, path=""
    )
    area.path = f"{parent.path if parent else '/'}{area.pk}/"
    area.save(update_fields=["path"])
    return area


def browser(somebody):
    """A browser signed in as somebody, the second factor done."""
    client = Client()
    link = make_sign_in_link(by=None, member=somebody, at_the_server=True)
    client.post(urlsplit(link).path)
    return client
