"""Files: which are taken, who gets them, how they are served."""

import io
import zipfile

import pytest
from PIL import Image

from groundswell.common.errors import Refused
from groundswell.groups.commands import add_file, remove_file
from groundswell.groups.commands.files import path_of
from groundswell.groups.rules.files import LARGEST, content_type_of, tidy_name
from groundswell.groups.tests.people import browser_of, campaign_group, somebody

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", SVG),
        ("a.png", SVG),
        ("a.txt", SVG),
        ("a.html", b"<p>"),
        ("a.txt", b"  <!doctype html>"),
        ("a.pdf", b"MZ not a pdf"),
        ("a.docx", b"PK not a zip"),
        ("a.docx", zipped("[Content_Types].xml", "word/vbaProject.bin")),
        ("a.zip", zipped("a")),
        ("a.exe", b"MZ"),
        ("a", b"text"),
    ],
)
def test_what_could_run_something_is_not_taken(name, content):
    assert content_type_of(name, content) is None
    ann = somebody("Ann")
    with pytest.raises(Refused, match="not taken"):
        add_file(by=ann, group=campaign_group(ann), name=name, content=content)


def test_documents_are_taken():
    assert content_type_of("rota.CSV", b"day,name\n") == "text/csv"
    assert content_type_of("a.pdf", b"%PDF-1.7 ...") == "application/pdf"
    assert content_type_of("a.docx", zipped("[Content_Types].xml", "word/document.xml"))
    assert tidy_name("..\\..\\etc/pass\u202ewd.txt") == "passwd.txt"


def test_too_large_is_refused():
    ann = somebody("Ann")
    with pytest.raises(Refused, match="ten megabytes"):
        add_file(by=ann, group=campaign_group(ann), name="a.txt", content=b"x" * (LARGEST + 1))


def test_a_picture_loses_the_place_where_it_was_taken():
    picture, out = Image.new("RGB", (8, 8)), io.BytesIO()
    told = Image.Exif()
    told[0x010F] = "Made by a telephone"
    told.get_ifd(0x8825)[1] = "N"
    picture.save(out, format="JPEG", exif=told)
    ann = somebody("Ann")
    kept = add_file(by=ann, group=campaign_group(ann), name="stall.jpg", content=out.getvalue())
    with Image.open(path_of(kept)) as opened:
        assert not dict(opened.getexif())


def test_a_file_goes_to_members_alone_and_only_to_be_saved(settings):
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben)
    file = add_file(by=ann, group=group, name="rota.txt", content=b"Ann, Ben")
    address = f"/g/{group.slug}/files/{file.pk}/"
    answer = browser_of(ben).get(address)
    assert answer.getvalue() == b"Ann, Ben"
    assert answer["Content-Disposition"] == 'attachment; filename="rota.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert browser_of(cat).get(address).status_code == 404
    assert str(path_of(file)).startswith(str(settings.MEDIA_ROOT))
    assert not str(path_of(file)).startswith(str(settings.STATIC_ROOT))


def test_who_added_it_or_an_admin_removes_it(django_capture_on_commit_callbacks):
    ann, ben, cat = somebody("Ann"), somebody("Ben"), somebody("Cat")
    group = campaign_group(ann, ben, cat)
    file = add_file(by=ben, group=group, name="rota.txt", content=b"Ann, Ben")
    assert add_file(by=ben, group=group, name="rota.txt", content=b"Ann, Ben") == file
    with pytest.raises(Refused):
        remove_file(by=cat, file=file)
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(by=ann, file=file)
    assert not path_of(file).exists()
