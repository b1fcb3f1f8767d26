"""``make_register`` from the command line."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def test_it_writes_the_same_file_for_the_same_seed(tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        call_command(
            "make_register",
            path,
            electors=400,
            seed=5,
            layout="eros",
            published=date(2025, 12, 1),
            stdout=StringIO(),
        )
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert paths[0].read_bytes().count(b"\r\n") == 401


def test_it_writes_what_belongs_to_it_and_says_how_many_rows(tmp_path):
    said = StringIO()
    extras = {name: tmp_path / name for name in ("next_year", "contacts", "tps")}
    call_command("make_register", tmp_path / "now", electors=300, stdout=said, **extras)
    assert "now: 300 rows" in said.getvalue()
    for path in extras.values():
        assert path.stat().st_size > 100


def test_it_refuses_more_than_there_are_streets_for(tmp_path):
    for electors in (0, 10_000_000):
        with pytest.raises(CommandError, match="electors"):
            call_command("make_register", tmp_path / "x", electors=electors)
    with pytest.raises(CommandError, match="one town"):
        call_command("make_register", tmp_path / "x", electors=200_000, tps=tmp_path / "t")
