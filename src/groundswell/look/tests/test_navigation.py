"""The menu shows each person their own entries."""

import pytest

from groundswell.look import navigation
from groundswell.look.navigation import grouped, register_item, shown_items


@pytest.fixture(autouse=True)
def _empty_menu(monkeypatch):
    monkeypatch.setattr(navigation, "_items", {})


def test_entries_stand_in_order_and_only_for_whom_they_are_meant():
    register_item(label="Help", url_name="look:help", order=20)
    register_item(label="Look", url_name="look:gallery", order=10, visible=lambda member: True)
    assert [item["label"] for item in shown_items(None, "/", "main")] == ["Look"]
    assert [item["label"] for item in shown_items("Ann", "/", "main")] == ["Look", "Help"]


def test_the_closest_entry_is_the_current_one():
    register_item(label="Look", url_name="look:gallery", order=10)
    register_item(label="Help", url_name="look:help", order=20)
    shown = shown_items("Ann", "/look/help/", "main")
    assert [item["label"] for item in shown if item["current"]] == ["Help"]


def test_account_entries_stand_apart():
    register_item(label="Help", url_name="look:help", order=1, place="account")
    assert shown_items("Ann", "/", "main") == []
    assert [item["label"] for item in shown_items("Ann", "/", "account")] == ["Help"]


def test_entries_of_a_group_stand_together_and_a_single_one_alone():
    register_item(label="Look", url_name="look:gallery", order=10, group="reach")
    register_item(label="Help", url_name="look:help", order=20, count=lambda member: 3)
    register_item(
        label="Small print",
        url_name="look:tokens",
        order=30,
        group="reach",
        count=lambda member: 2,
        visible=lambda member: member == "Ann",
    )
    reach, help_page = grouped(shown_items("Ann", "/look/tokens.css", "main"))
    assert [item["label"] for item in reach["entries"]] == ["Look", "Small print"]
    assert (reach["current"], reach["count"], help_page["label"]) == (True, 2, "Help")
    alone = grouped(shown_items("Bob", "/", "main"))
    assert [item["label"] for item in alone] == ["Look", "Help"]
