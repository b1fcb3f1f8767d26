"""``import-register`` on the command line."""

import pytest
from django.core.management import CommandError, call_command

from groundswell.register.models import RegisterImport, SupplyRecord
from groundswell.register.tests.registers import elector, in_force, write

SUPPLY = {
    "entitled_body": "Basildon Party",
    "regulation": "RPR 2001 reg. 106",
    "purpose": "Canvassing",
    "responsible": "Dana Wells",
    "destroy_by": "2027-12-31",
}


def _run(path, **options):
    told = {"council": "E07000066", "published": "2025-12-01", **options}
    arguments = [f"--{name.replace('_', '-')}={value}" for name, value in told.items()]
    call_command("import_register", str(path), *arguments)


def test_a_file_is_checked_applied_and_summed_up(basildon, tmp_path, capsys):
    rows = [elector(1, "Smith", "John"), elector(1, "Hill", "Eve")]
    _run(write(tmp_path / "r.csv", rows), **SUPPLY)
    shown = capsys.readouterr().out
    assert "xpress-14" in shown
    assert "line 3: Line 2 has the same elector number." in shown
    assert [e.forename for e in in_force()] == ["John"]
    _run(tmp_path / "r.csv", supply=SupplyRecord.objects.get().pk)
    assert RegisterImport.objects.filter(state="applied").count() == 2


def test_what_is_wrong_is_said_in_a_sentence(basildon, tmp_path):
    path = write(tmp_path / "r.csv", [elector(1, "Smith", "John")])
    with pytest.raises(CommandError, match="no council"):
        _run(path, council="X00", **SUPPLY)
    with pytest.raises(CommandError, match="--destroy-by"):
        _run(path)
    with pytest.raises(CommandError, match="not known"):
        _run(write(tmp_path / "odd.csv", [["1", "2"]], ["One", "Two"]), **SUPPLY)
    assert in_force() == []


def test_a_check_alone_writes_nothing(basildon, tmp_path):
    path = write(tmp_path / "r.csv", [elector(1, "Smith", "John")])
    call_command(
        "import_register",
        str(path),
        "--check-only",
        "--council=E07000066",
        "--published=2025-12-01",
        *(f"--{name.replace('_', '-')}={value}" for name, value in SUPPLY.items()),
    )
    assert in_force() == []
    assert RegisterImport.objects.get().state == "checked"
