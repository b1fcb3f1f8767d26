"""A register comes in: checked, applied whole or not at all, and only once."""

import pytest

from groundswell.common.errors import NotFound, Refused
from groundswell.places.models import Area
from groundswell.register import after_apply, town
from groundswell.register.commands import (
    apply_import,
    ask_to_apply,
    cancel_import,
    check_import,
    name_columns,
)
from groundswell.register.models import (
    Elector,
    Household,
    RegisterEntry,
    RegisterImport,
    SavedMapping,
)
from groundswell.register.queries import (
    columns_to_name,
    import_for,
    import_progress,
    refused_rows,
)
from groundswell.register.tasks import move_imports_on
from groundswell.register.tests.registers import (
    DECEMBER,
    HERE,
    THERE,
    bring_in,
    counts,
    elector,
    in_force,
    named,
    upload,
    write,
)
from groundswell.register.work_folder import CancelAsked, Watch, upload_of, worked_on

State = RegisterImport.State


@pytest.mark.parametrize("layout", sorted(town.LAYOUTS))
def test_a_towns_register_in_every_layout(whole_basildon, tmp_path, layout):
    pretend = list(town.make_town(300, seed=5, published=DECEMBER).electors())
    town.LAYOUTS[layout](pretend, tmp_path / "register.csv")
    made = bring_in(tmp_path / "register.csv", whole_basildon)
    assert made.state == State.APPLIED
    assert counts(made, "read", "new", "refused", "without_place") == (300, 300, 0, 0)
    stored = {(e.prefix, e.number, e.suffix): e for e in in_force()}
    homes = set()
    for one in pretend:
        row = stored[one.prefix, one.number, one.suffix]
        assert row.kind == one.kind
        if one.kind == "ordinary":
            assert one.home is not None
            assert row.household is not None
            assert row.household.postcode == one.home.postcode
            homes.add((one.household_id, row.household_id))
            assert row.ward is not None
            assert row.ward.code == one.home.ward_code
            assert row.constituency.code == one.home.constituency_code
            assert row.polling_district is not None
            assert row.polling_district.code == f"{whole_basildon.code}/{one.prefix}"
    assert (
        len(homes) == len({pretended for pretended, _ in homes}) == len({held for _, held in homes})
    )


def test_homes_are_shared_and_nobody_without_one_is_given_one(basildon, tmp_path):
    rows = [
        elector(1, "SMITH", "JOHN", "Flat 2, 14 Southernhay, Basildon, Essex"),
        elector(2, "Smith", "Ann", "FLAT 2, 14, SOUTHERNHAY, BASILDON"),
        elector(3, "Jones", "Eve", "Other Electors", postcode=""),
        elector(4, "", "", "", markers="N", postcode=""),
        elector(5, "Price", "Una", "", markers="F", postcode=""),
    ]
    bring_in(write(tmp_path / "r.csv", rows), basildon)
    john, ann, eve, nobody, una = in_force()
    assert john.household_id == ann.household_id is not None
    assert (john.forename, john.surname) == ("John", "Smith")
    assert [e.kind for e in (eve, nobody, una)] == ["other", "anonymous", "overseas"]
    assert {e.household_id for e in (eve, nobody, una)} == {None}
    assert nobody.name_key == ""
    assert una.ward_id == john.ward_id, "a district lies in one ward"


def test_the_row_as_supplied_is_kept(basildon, tmp_path):
    bring_in(write(tmp_path / "r.csv", [elector(7, "O\u2019BRIEN", "Siân")]), basildon)
    entry = RegisterEntry.objects.get()
    assert entry.raw.split("\t")[5:7] == ["O\u2019BRIEN", "Siân"]
    assert (entry.line_number, entry.elector_number, entry.operation) == (2, "AB-7", "A")
    assert named("Siân").surname == "O'Brien"


def test_the_same_file_twice_changes_nothing(whole_basildon, tmp_path):
    path = tmp_path / "register.csv"
    town.LAYOUTS["eros"](town.make_town(200, seed=2, published=DECEMBER).electors(), path)
    bring_in(path, whole_basildon)
    before = list(Elector.objects.order_by("pk").values())
    entries = RegisterEntry.objects.count()
    again = bring_in(path, whole_basildon)
    assert counts(again, "new", "changed", "moved", "gone", "unchanged") == (0, 0, 0, 0, 200)
    assert list(Elector.objects.order_by("pk").values()) == before
    assert RegisterEntry.objects.count() == entries


def test_rows_are_refused_with_line_and_reason_and_others_stand(basildon, tmp_path):
    rows = [
        elector(1, "Smith", "John"),
        elector(1, "Jones", "Eve"),
        [*elector(2, "Hill", "Ann"), "one", "too many"],
        ["AB", "twelve", *elector(3, "Hill", "Ann")[2:]],
        ["AB", "", *elector(3, "Hill", "Ann")[2:]],
        elector(4, "S" * 90, "Ann"),
        elector(5, "Price", "Bob"),
    ]
    made = upload(write(tmp_path / "r.csv", rows), basildon)
    check_import(import_id=made.pk)
    refused = list(refused_rows(None, made.pk))
    assert [row.line for row in refused] == [3, 4, 5, 6, 7]
    assert "Line 2 has the same" in refused[0].reason
    assert "16 columns" in refused[1].reason
    assert "twelve" in refused[2].reason
    assert "no elector number" in refused[3].reason
    assert "surname" in refused[4].reason
    assert "Jones" in refused[0].raw
    apply_import(import_id=made.pk)
    assert [e.forename for e in in_force()] == ["John", "Bob"]


def test_the_check_shows_the_nastiest_rows_as_they_will_be_stored(basildon, tmp_path):
    rows = [
        elector(1, "Smith", "John"),
        elector(2, "Ó SÚILLEABHÁIN", "aoife", "Flat 3, 4- 6 Southernhay", markers="W", suffix=1),
    ]
    made = upload(write(tmp_path / "r.csv", rows), basildon)
    check_import(import_id=made.pk)
    made.refresh_from_db()
    worst = made.summary["nastiest"][0]
    assert (worst["line"], worst["name"]) == (3, "Aoife Ó Súilleabháin")
    assert worst["address"] == "Flat 3, 4-6 Southernhay"
    assert "unknown marker" in worst["why"]
    assert made.summary["unknown_markers"] == {"W": 1}
    assert Elector.objects.count() == 0


def test_a_file_that_is_no_table_is_refused_with_advice(basildon, tmp_path):
    for content, words in (
        (b"%PDF-1.4", "PDF"),
        (b"", "empty"),
        (b"PK\x05\x06" + bytes(18), "ZIP"),
    ):
        path = tmp_path / "register.csv"
        path.write_bytes(content)
        with pytest.raises(Refused, match=words):
            upload(path, basildon)
    assert RegisterImport.objects.count() == 0


def test_a_failed_import_leaves_the_register_as_it_was(basildon, tmp_path, monkeypatch):
    bring_in(write(tmp_path / "a.csv", [elector(1, "Smith", "John")]), basildon)
    before = list(Elector.objects.values())
    made = upload(
        write(tmp_path / "b.csv", [elector(1, "Jones", "Eve"), elector(2, "Hill", "Ann")]), basildon
    )
    check_import(import_id=made.pk)

    def fail(job: object) -> int:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("groundswell.register.applying.register.stop_the_suppressed", fail)
    assert apply_import(import_id=made.pk).state == State.FAILED
    assert list(Elector.objects.values()) == before
    assert Household.objects.count() == 1
    assert "register is as it was" in import_for(None, made.pk).trouble


def test_an_import_stops_when_asked_and_leaves_nothing(basildon, tmp_path):
    class Impatient(Watch):
        def step(self, name: str, total: int = 0) -> None:
            if name == "Writing electors":
                raise CancelAsked
            super().step(name, total)

    made = upload(write(tmp_path / "r.csv", [elector(1, "Smith", "John")]), basildon)
    check_import(import_id=made.pk)
    stopped = apply_import(import_id=made.pk, watch=Impatient(made.pk))
    assert stopped.state == State.CANCELLED
    assert (Elector.objects.count(), Household.objects.count()) == (0, 0)
    assert not upload_of(made.pk).exists()


def test_a_waiting_import_is_cancelled_at_once_and_a_running_one_by_its_worker(basildon, tmp_path):
    path = write(tmp_path / "r.csv", [elector(1, "Smith", "John")])
    waiting = upload(path, basildon)
    assert cancel_import(by=None, import_id=waiting.pk).state == State.CANCELLED
    running = upload(path, basildon)
    with worked_on(running.pk):
        assert cancel_import(by=None, import_id=running.pk).state == State.UPLOADED
    assert check_import(import_id=running.pk).state == State.CANCELLED
    applied = bring_in(path, basildon)
    with pytest.raises(Refused, match="applied already"):
        cancel_import(by=None, import_id=applied.pk)


def test_the_worker_takes_up_what_a_killed_one_left(basildon, tmp_path):
    path = write(tmp_path / "r.csv", [elector(1, "Smith", "John")])
    made = upload(path, basildon)
    RegisterImport.objects.filter(pk=made.pk).update(state=State.CHECKING)
    move_imports_on()
    assert import_for(None, made.pk).state == State.CHECKED
    ask_to_apply(by=None, import_id=made.pk)
    with worked_on(made.pk):
        move_imports_on()
        assert import_for(None, made.pk).state == State.APPLYING, "somebody else is at it"
    move_imports_on()
    assert import_for(None, made.pk).state == State.APPLIED
    assert len(in_force()) == 1


def test_a_check_gone_stale_is_done_again_before_applying(basildon, tmp_path):
    old = upload(
        write(tmp_path / "a.csv", [elector(1, "Smith", "John"), elector(2, "Hill", "Ann")]),
        basildon,
    )
    check_import(import_id=old.pk)
    bring_in(write(tmp_path / "b.csv", [elector(1, "Smith", "John")]), basildon)
    applied = apply_import(import_id=old.pk)
    assert applied.state == State.APPLIED
    assert counts(applied, "new", "unchanged") == (1, 1)
    assert [e.forename for e in in_force()] == ["John", "Ann"]


def test_an_unknown_file_waits_for_names_and_is_known_the_next_time(basildon, tmp_path):
    heading = ["Ref", "Who", "Where", "Town of", "PC"]
    rows = [["AB-1", "SMITH John", "1 Southernhay", "Basildon", HERE]]
    path = write(tmp_path / "odd.csv", rows, heading)
    made = upload(path, basildon)
    assert made.state == State.NEEDS_MAPPING
    with pytest.raises(Refused, match="not checked yet"):
        ask_to_apply(by=None, import_id=made.pk)
    with pytest.raises(Refused, match="surname"):
        name_columns(by=None, import_id=made.pk, columns={"0": "whole_number"})
    names = {
        "0": "whole_number",
        "1": "full_name",
        "2": "address_1",
        "3": "address_2",
        "4": "postcode",
    }
    name_columns(by=None, import_id=made.pk, columns=names, save_as="Our council")
    move_imports_on()
    apply_import(import_id=made.pk)
    assert (named("John").surname, named("John").number) == ("Smith", 1)
    assert SavedMapping.objects.get().name == "Our council"
    assert upload(path, basildon).state == State.UPLOADED


def _council(parent: Area) -> Area:
    council = Area.objects.create(kind="council", code="E07009001", name="Marsh", parent=parent)
    council.path = f"{parent.path}{council.pk}/"
    council.save(update_fields=["path"])
    return council


def test_only_those_who_manage_a_councils_data_reach_its_imports(tmp_path, town):
    council = _council(town.hillbury)
    made = upload(write(tmp_path / "r.csv", [elector(1, "Smith", "John")]), council)
    for member in (town.caller, town.organiser, town.headquarters, town.data_manager):
        with pytest.raises(NotFound):
            import_for(member, made.pk)
        with pytest.raises(NotFound):
            import_progress(member, made.pk)
        with pytest.raises(NotFound):
            cancel_import(by=member, import_id=made.pk)
    Area.objects.filter(pk=council.pk).update(path=f"{town.marshfield.path}{council.pk}/")
    assert import_for(town.data_manager, made.pk) == made
    assert import_progress(town.data_manager, made.pk).state == State.UPLOADED
    with pytest.raises(NotFound):
        import_for(town.organiser, made.pk)


def test_columns_are_shown_with_samples_and_guesses(tmp_path, town):
    path = write(tmp_path / "odd.csv", [["AB-1", "Smith", HERE]], ["Ref", "Family name", "PC"])
    made = upload(path, _council(town.marshfield))
    shown = columns_to_name(town.data_manager, made.pk)
    assert [(c.heading, c.field, c.samples) for c in shown] == [
        ("Ref", "whole_number", ("AB-1",)),
        ("Family name", "surname", ("Smith",)),
        ("PC", "postcode", (HERE,)),
    ]


def test_parts_above_are_told_within_the_transaction(basildon, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(after_apply, "_on_apply", [])

    def keep(constituency_ids, import_id):
        told.append((list(constituency_ids), import_id, Elector.objects.count()))

    after_apply.on_apply(keep)
    rows = [elector(1, "Smith", "John"), elector(2, "Hill", "Ann", postcode=THERE)]
    made = bring_in(write(tmp_path / "r.csv", rows), basildon)
    seats = sorted({e.constituency_id for e in in_force()})
    assert len(seats) == 2
    assert told == [(seats, made.pk, 2)]
