"""What is written down agrees with the code: reference pages, migrations, the import rules."""

import tomllib
from io import StringIO

import pytest
from django.core.management import call_command

from groundswell.config.environment import Environment
from tests.house.source import HOUSE, parts

MOST_SETTINGS = 30


def test_the_reference_pages_are_written_from_the_code_as_it_is():
    call_command("write_reference", check=True)


def test_settings_stay_few_and_each_has_its_sentence():
    fields = Environment.model_fields
    assert len(fields) < MOST_SETTINGS
    assert [
        name for name, field in fields.items() if not (field.description or "").endswith(".")
    ] == []


@pytest.mark.django_db
def test_every_change_to_a_table_has_its_migration():
    told = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=told, stderr=told)
    assert "No changes detected" in told.getvalue()


def test_every_part_has_its_layer_and_its_inside_checked():
    contracts = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    inside = next(rule for rule in contracts if rule["name"].startswith("Inside a part"))
    checked = {name.removeprefix("groundswell.") for name in inside["containers"]}
    assert checked == {part.name for part in parts()} - {"config"}
