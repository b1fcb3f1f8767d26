"""``import-details`` and ``import-tps`` on the command line."""

import pytest
from django.core.management import CommandError, call_command

from groundswell.common import clock
from groundswell.privacy.models import Consent
from groundswell.register.models import ContactDetail, DetailsImport, TpsScreening
from groundswell.register.tasks import details_wait, screenings_wait
from groundswell.register.tests.street import ANN, HERE, build_street, file_of, numbers_of, of
from groundswell.register.work_folder import worked_on

ROW = ["AB-1", "Ann", "Smith", "", "", ANN, ""]
WRONG = ["AB-2", "Bob", "Smith", "", HERE, "12", ""]
AGREED = ("--consent-to=phone", "--consent-words=You may ring me.", "--consent-on=2026-10-01")


@pytest.fixture
def council(db):
    return build_street()


@pytest.fixture
def details(tmp_path):
    path = tmp_path / "stall.csv"
    path.write_bytes(file_of([ROW, WRONG]).read())
    return path


def _import(path, *more, council="E07000066"):
    given = (f"--council={council}", "--collected=2026-10-01", "--source=Street stall")
    call_command("import_details", str(path), *given, *more)


def test_details_are_checked_added_and_summed_up(council, details, capsys):
    _import(details, *AGREED, "--consent-how=Ticked on paper", council=council.code)
    assert list(numbers_of(of("Ann"))) == ["+441632960001"]
    assert {one.wording for one in Consent.objects.all()} == {"You may ring me."}
    shown = capsys.readouterr().out
    assert "stall.csv" in shown
    assert "line 3:" in shown


def test_a_check_alone_adds_nothing(council, details):
    _import(details, "--check-only", council=council.code)
    assert DetailsImport.objects.get().state == "checked"
    assert not ContactDetail.objects.exists()


def test_what_is_wrong_with_details_is_said_in_a_sentence(council, details, tmp_path):
    with pytest.raises(CommandError, match="no council"):
        _import(details, council="X00")
    with pytest.raises(CommandError, match="words agreed to"):
        _import(details, *AGREED, council=council.code)
    odd = tmp_path / "odd.csv"
    odd.write_bytes(file_of([["1", "2"]], ["Foo", "Bar"]).read())
    with pytest.raises(CommandError, match="not known"):
        _import(odd, council=council.code)
    assert not ContactDetail.objects.exists()


def test_our_numbers_are_screened_against_a_list(council, details, tmp_path, capsys):
    _import(details, council=council.code)
    listed = tmp_path / "tps.txt"
    listed.write_text("01632 960001\n01632 960002\n")
    today = clock.today().isoformat()
    call_command("import_tps", str(listed), f"--listed={today}")
    assert numbers_of(of("Ann"))["+441632960001"].tps_listed
    assert "1 of our 1 are on it" in capsys.readouterr().out
    with pytest.raises(CommandError, match="28 days"):
        call_command("import_tps", str(listed), "--listed=2020-01-01")
    assert TpsScreening.objects.count() == 1


def test_the_worker_leaves_alone_what_another_process_is_at(council, details):
    assert not details_wait()
    _import(details, "--check-only", council=council.code)
    made = DetailsImport.objects.get()
    DetailsImport.objects.update(state=DetailsImport.State.CHECKING)
    with worked_on(f"details-{made.pk}"):
        assert not details_wait()
    assert details_wait()
    assert not screenings_wait()
