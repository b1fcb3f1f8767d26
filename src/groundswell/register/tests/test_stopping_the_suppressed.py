"""Who asked to be left alone before is left alone when a register lists them anew."""

from groundswell.privacy.commands import suppress
from groundswell.privacy.models import StopContact
from groundswell.privacy.rules import name_and_address
from groundswell.register.tests.registers import HERE, bring_in, elector, named, write


def test_a_listed_person_on_the_suppression_list_is_stopped_and_nobody_else(basildon, tmp_path):
    wholly = name_and_address("John Smith", "1 Southernhay, Basildon", HERE)
    suppress(by=None, kind="name_address", value=wholly)
    by_phone = name_and_address("Eve Hill", "3 Southernhay, Basildon", HERE)
    suppress(by=None, kind="name_address", value=by_phone, channel="phone")
    rows = [
        elector(1, "SMITH", "John", "1 SOUTHERNHAY, BASILDON"),
        elector(2, "Smith", "Ann", "1 Southernhay, Basildon"),
        elector(3, "Hill", "Eve", "3 Southernhay, Basildon"),
    ]
    bring_in(write(tmp_path / "r.csv", rows), basildon)
    stops = set(StopContact.objects.values_list("person", "channel"))
    assert stops == {(named("John").person, ""), (named("Eve").person, "phone")}
