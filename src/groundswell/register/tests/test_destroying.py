"""A supply's time is up: what rests on it goes, a certificate stays."""

import json
from datetime import date

import pytest

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.register import after_apply
from groundswell.register.commands import destroy_supply, record_supply
from groundswell.register.models import (
    Elector,
    Household,
    RegisterEntry,
    RegisterImport,
    SupplyRecord,
    Tag,
)
from groundswell.register.tests.registers import (
    DECEMBER,
    NEXT_DECEMBER,
    bring_in,
    elector,
    named,
    supply_for,
    upload,
    write,
)
from groundswell.register.work_folder import folder_of


def test_what_rests_on_a_supply_alone_goes_and_a_certificate_stays(basildon, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(after_apply, "_on_destroyed", [lambda seats: told.append(list(seats))])
    first, second = supply_for(basildon), supply_for(basildon)
    john, eve = elector(1, "Smith", "John"), elector(2, "Hill", "Eve", "3 Southernhay")
    bring_in(write(tmp_path / "a.csv", [john, eve]), basildon, supply=first)
    seat = named("Eve").constituency_id
    for who in ("John", "Eve"):
        Tag.objects.create(
            constituency_id=seat, elector=named(who), name="Poster", added_at=clock.now()
        )
    later = bring_in(
        write(tmp_path / "b.csv", [john]), basildon, published=NEXT_DECEMBER, supply=second
    )
    certificate = destroy_supply(by=None, supply_id=first.pk)
    assert [e.forename for e in Elector.objects.all()] == ["John"]
    assert [entry.register_import_id for entry in RegisterEntry.objects.all()] == [later.pk]
    assert (Household.objects.count(), Tag.objects.count()) == (1, 1)
    assert certificate["destroyed"] == {
        "entries": 2,
        "electors": 1,
        "households": 1,
        "details": 1,
    }
    assert certificate["files"][0]["rows"] == 2
    assert len(certificate["sha256"]) == 64
    assert told == [[seat]]
    kept = json.dumps([certificate, RegisterImport.objects.get(supply=first).summary])
    assert "Eve" not in kept
    assert "Hill" not in kept
    assert destroy_supply(by=None, supply_id=first.pk) == certificate


def test_a_file_supplied_again_under_another_right_rests_on_both(basildon, tmp_path):
    first, second = supply_for(basildon), supply_for(basildon)
    path = write(tmp_path / "a.csv", [elector(1, "Smith", "John")])
    bring_in(path, basildon, supply=first)
    bring_in(path, basildon, supply=second)
    destroy_supply(by=None, supply_id=first.pk)
    assert Elector.objects.count() == 1
    destroy_supply(by=None, supply_id=second.pk)
    assert (Elector.objects.count(), RegisterEntry.objects.count()) == (0, 0)


def test_an_upload_not_yet_applied_goes_too(basildon, tmp_path):
    made = upload(write(tmp_path / "a.csv", [elector(1, "Smith", "John")]), basildon)
    destroy_supply(by=None, supply_id=made.supply_id)
    made.refresh_from_db()
    assert made.state == "cancelled"
    assert list(folder_of(made.pk).iterdir()) == []
    with pytest.raises(Refused, match="under what right"):
        upload(tmp_path / "a.csv", basildon, supply=made.supply)


def test_only_who_manages_the_data_destroys_it(basildon, outsider):
    supply = supply_for(basildon)
    with pytest.raises(Refused, match="data of this area"):
        destroy_supply(by=outsider, supply_id=supply.pk)
    assert SupplyRecord.objects.get().destroyed_at is None
    with pytest.raises(NotFound):
        destroy_supply(by=None, supply_id=0)


def test_a_record_of_supply_says_all_that_the_law_asks(basildon, outsider):
    said = {
        "entitled_body": "Basildon Party",
        "regulation": "RPR 2001 reg. 106",
        "supplied_on": DECEMBER,
        "area_id": basildon.pk,
        "purpose": "Canvassing",
        "person_responsible": "Dana Wells",
        "destroy_by": date(2027, 1, 1),
    }
    assert record_supply(by=None, **said).purpose == "Canvassing"
    for wrong in ({"purpose": " "}, {"destroy_by": DECEMBER}, {"area_id": 0}):
        with pytest.raises(Refused):
            record_supply(by=None, **{**said, **wrong})
    with pytest.raises(Refused, match="data of this area"):
        record_supply(by=outsider, **said)
