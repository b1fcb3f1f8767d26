"""Contact details: only numbers that nobody has, and addresses at a domain that is nobody's."""

import csv
from collections import defaultdict

from groundswell.register import town
from groundswell.register.town import phones


def test_every_number_is_one_kept_for_drama(small_town):
    numbers = [
        number
        for details in town.contact_details(small_town)
        for number in (details.landline, details.mobile)
        if number
    ]
    assert len(numbers) > 1_000
    assert all(phones.is_for_drama(number) for number in numbers)
    assert not phones.is_for_drama("01268 533333")
    assert not phones.is_for_drama("07700 800123")


def test_numbers_repeat_only_when_all_are_used_up():
    landlines = [phones.landline(index) for index in range(phones.LANDLINES)]
    assert len(set(landlines)) == phones.LANDLINES == 16_000
    assert phones.landline(phones.LANDLINES) == landlines[0]
    mobiles = [phones.mobile(index) for index in range(phones.MOBILES)]
    assert len(set(mobiles)) == 1_000
    assert all(phones.is_for_drama(number) for number in [*landlines, *mobiles])


def test_a_landline_is_shared_at_home_and_nowhere_else_and_a_mobile_by_nobody(small_town):
    homes, owners = defaultdict(set), defaultdict(set)
    for details in town.contact_details(small_town):
        assert details.elector.kind == "ordinary"
        if details.landline:
            homes[details.landline].add(details.elector.household_id)
        if details.mobile:
            owners[details.mobile].add(details.elector.person_id)
    assert {len(found) for found in homes.values()} == {1}
    assert {len(found) for found in owners.values()} == {1}


def test_the_file_has_consent_only_where_it_was_given(small_town, tmp_path):
    path = tmp_path / "contacts.csv"
    count = town.write_contact_details(small_town, path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert count == len(rows)
    for row in rows:
        given = bool(row["Consent Channels"])
        assert given == bool(row["Consent Wording"]) == bool(row["Consent How"])
        assert not row["Email"] or row["Email"].endswith("@example.org")
        assert not given or row["Source"] != "Phone book"
        if "text" in row["Consent Channels"]:
            assert row["Mobile"]
    by_number = sum(bool(row["Elector Number"]) for row in rows)
    assert 0.6 < by_number / count < 0.8
    assert any(row["Consent Channels"] for row in rows)


def test_the_tps_list_names_some_of_the_numbers(small_town, tmp_path):
    path = tmp_path / "tps.txt"
    count = town.write_tps_list(small_town, path)
    listed = path.read_text().split()
    assert count == len(listed) == len(set(listed))
    assert all(phones.is_for_drama(number) for number in listed)
    known = {details.landline.replace(" ", "") for details in town.contact_details(small_town)}
    assert 0.25 < len(known & {*listed}) / len(known) < 0.55
