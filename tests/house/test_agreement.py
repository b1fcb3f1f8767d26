"""What is written down agrees with the code: reference pages, migrations, the import rules."""

import re
import tomllib
from collections import defaultdict
from importlib.metadata import packages_distributions
from io import StringIO

import pytest
from django.core.management import call_command

from groundswell.config.environment import Environment
from tests.house.source import HOUSE, listed, modules, parts

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


def test_every_library_that_is_installed_is_used():
    wanted = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["dependencies"]
    sources = "\n".join(path.read_text() for path in modules())
    modules_of = defaultdict(set)
    for module, distributions in packages_distributions().items():
        for distribution in distributions:
            modules_of[_plain(distribution)].add(module)
    unused = [
        library
        for library in map(_plain, wanted)
        if library != "gunicorn"  # started as a program
        and not any(
            re.search(rf"""((import|from) |["']){module}\b""", sources)
            for module in modules_of[library]
        )
    ]
    assert not unused, listed(unused)


def _plain(requirement: str) -> str:
    """The library's name alone, spelt in one way."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")
