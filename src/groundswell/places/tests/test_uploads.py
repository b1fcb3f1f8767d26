"""Files from the web: uploaded, checked, applied; allowed to data managers alone."""

from io import BytesIO

import pytest
from django.urls import reverse

from groundswell.common.errors import NotFound, Refused
from groundswell.places import commands
from groundswell.places.models import AreaUpload, Postcode
from groundswell.places.tests.files import code_point, square

pytestmark = pytest.mark.django_db
GOOD = code_point("SS14 1AA", 570112, 188368, "E05009001")
NOWHERE = code_point("SS14 9ZZ", 0, 0, "E05009001", quality=90)


def given(*lines):
    """A file of these lines, as a browser sends it."""
    return BytesIO("\r\n".join(lines).encode())


def test_the_check_tells_what_would_change_and_changes_nothing():
    upload = commands.upload_places(by=None, file=given(GOOD, NOWHERE), name="ss.csv")
    assert (upload.kind, upload.state, upload.rows) == ("postcodes", "checked", 2)
    told = AreaUpload.objects.get(pk=upload.pk).summary
    assert (told["new"], told["known"], told["without_ward"]) == (1, 0, 1)
    assert told["refused"] == {"no_position": 1}
    assert told["refused_rows"] == [[2, "SS14 9ZZ, 90, 0, 0", "no_position"]]
    assert told["unknown_wards"] == [["E05009001", 1]]
    assert not Postcode.objects.exists()


def test_applying_loads_the_file_once_however_often_it_is_asked():
    upload = commands.upload_places(by=None, file=given(GOOD), name="ss.csv")
    for _ in range(2):
        assert commands.ask_to_apply(by=None, upload_id=upload.pk).state == "applied"
    assert Postcode.objects.get().source == "ss.csv"


def test_what_holds_no_places_is_refused_and_not_kept():
    with pytest.raises(Refused, match="holds neither"):
        commands.upload_places(by=None, file=given("name,phone", "A,1"), name="people.csv")
    assert not AreaUpload.objects.exists()


def test_new_boundaries_that_replace_need_their_day():
    with pytest.raises(Refused, match="from which day"):
        commands.upload_places(by=None, file=given("{}"), name="w.json", replaces=True)


def test_a_damaged_file_fails_with_a_sentence_and_is_never_applied():
    upload = commands.upload_places(by=None, file=given('{"features": '), name="w.geojson")
    assert upload.state == "failed"
    assert "Download it again" in upload.trouble
    with pytest.raises(Refused):
        commands.ask_to_apply(by=None, upload_id=upload.pk)
    with pytest.raises(NotFound):
        commands.ask_to_apply(by=None, upload_id=0)


def test_the_worker_moves_large_files_on(monkeypatch):
    monkeypatch.setattr("groundswell.places.commands.uploads._SOON_DONE", 0)
    upload = commands.upload_places(by=None, file=given(GOOD), name="ss.csv")
    assert upload.state == "uploaded"
    commands.move_uploads_on()
    upload = commands.ask_to_apply(by=None, upload_id=upload.pk)
    assert upload.state == "applying"
    assert not Postcode.objects.exists()
    commands.move_uploads_on()
    assert AreaUpload.objects.get().state == "applied"
    assert Postcode.objects.exists()


def test_a_data_manager_uploads_reads_the_check_and_applies(town):
    browser = town.client_for("data_manager")
    answer = browser.post(reverse("places:overview"), {"file": given(GOOD, NOWHERE)})
    upload = AreaUpload.objects.get()
    page = browser.get(answer.url)
    assert answer.url == reverse("places:upload", args=[upload.pk])
    assert "its place is not known" in page.content.decode()
    browser.post(reverse("places:apply", args=[upload.pk]))
    assert Postcode.objects.exists()
    assert "Applied" in browser.get(answer.url).content.decode()
    assert "SS14" not in town.client_for("organiser").get(answer.url).content.decode()
    assert town.client_for("organiser").get(answer.url).status_code == 403


def test_a_refused_file_comes_back_on_the_form(town):
    browser = town.client_for("data_manager")
    answer = browser.post(reverse("places:overview"), {"file": given("name", "A")})
    assert answer.status_code == 422
    assert "holds neither" in answer.content.decode()


def test_boundaries_come_in_over_the_same_page(town):
    outline = str(square(0, 51, 1)).replace("'", '"')
    content = (
        '{"features": [{"type": "Feature", "properties": {"code": "NORTH", "name": "North"}, '
        f'"geometry": {outline}}}]}}'
    )
    browser = town.client_for("data_manager")
    sent = {"file": given(content), "area_kind": "branch"}
    upload_page = browser.post(reverse("places:overview"), sent).url
    assert "known already" in browser.get(upload_page).content.decode()
    upload = AreaUpload.objects.get()
    assert (upload.kind, upload.summary["kinds"]) == ("boundaries", {"branch": 1})
