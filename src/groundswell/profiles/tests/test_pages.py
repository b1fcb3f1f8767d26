"""A supporter's page: private at first, then for whom its owner chooses."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from groundswell.common.errors import Refused
from groundswell.moderation.commands import block
from groundswell.profiles.commands import change_page, new_address, put_photo
from groundswell.profiles.models import Page

pytestmark = pytest.mark.django_db


def camera_picture(size=(900, 600)):
    """A JPEG with a place and a camera's name in its EXIF."""
    picture = Image.new("RGB", size, "navy")
    exif = picture.getexif()
    exif[0x010F] = "Made-up Camera"
    exif.get_ifd(0x8825)[2] = (51.5, 0.1, 0.0)
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    assert b"Made-up Camera" in out.getvalue()
    out.seek(0)
    return out


def seen(town, role, page):
    answer = town.client_for(role).get(reverse("profiles:page", args=[page.code]))
    return answer.status_code == 200


def test_a_page_is_private_until_its_owner_says_otherwise(town):
    browser = town.client_for("supporter")
    browser.post(reverse("profiles:write"), {"visibility": "private", "why": "For the buses"})
    page = Page.objects.get(member=town.supporter)
    assert seen(town, "supporter", page)
    assert not seen(town, "anonymous", page)
    assert not seen(town, "headquarters", page)
    change_page(by=town.supporter, visibility="link", words="", why="For the buses")
    assert seen(town, "anonymous", page)
    answer = Client().get(reverse("profiles:page", args=[page.code]))
    assert 'content="noindex"' in answer.content.decode()
    assert not answer.cookies


def test_whoever_counts_up_numbers_comes_to_no_page_that_only_its_link_tells(town):
    page = change_page(by=town.supporter, visibility="link", words="I sing.", why="")
    report = reverse("moderation:new", args=["profile", page.pk])
    assert Client().get(report).status_code == 404
    assert Client().post(report, {"reason": "hate"}).status_code == 404
    shown = Client().get(reverse("profiles:page", args=[page.code])).content.decode()
    link = shown.split(f'href="{report}')[1].split('"')[0]
    asked = Client().get(report + link)
    assert asked.status_code == 200
    answer = Client().post(report + link, {"reason": "hate"})
    assert answer.status_code == 200
    for told in (asked, answer):
        assert "I sing" not in told.content.decode()
        assert page.code not in told.content.decode()
    change_page(by=town.supporter, visibility="private", words="I sing.", why="")
    assert Client().get(report + link).status_code == 404


def test_a_new_address_shuts_the_old_one_and_a_block_shuts_one_person_out(town):
    page = change_page(by=town.supporter, visibility="public", words="I sing.", why="")
    block(by=town.supporter, member=town.outsider)
    assert seen(town, "caller", page)
    assert not seen(town, "outsider", page)
    moved = new_address(by=town.supporter)
    assert not seen(town, "caller", page)
    assert seen(town, "caller", moved)


def test_words_are_cleaned_and_links_are_marked_as_theirs(town):
    words = "**Hello** <script>alert(1)</script> ![x](https://elsewhere.example/x.png)"
    page = change_page(
        by=town.supporter,
        visibility="private",
        words=words,
        why="",
        links=[("My choir", "https://choir.example")],
    )
    Page.objects.update(visibility="public")
    html = Client().get(reverse("profiles:page", args=[page.code])).content.decode()
    assert "<strong>Hello</strong>" in html
    assert "<script>alert" not in html
    assert "<img" not in html
    assert 'rel="nofollow ugc noopener noreferrer"' in html


def test_a_photograph_loses_all_but_its_pixels(town):
    photo = put_photo(by=town.supporter, file=camera_picture())
    kept = Image.open(io.BytesIO(bytes(photo.picture)))
    assert kept.size == (600, 600)
    assert not kept.getexif()
    assert b"Made-up Camera" not in bytes(photo.picture)


@pytest.mark.parametrize("content", [b"", b"<svg onload='alert(1)'/>", b"\xff\xd8\xff broken"])
def test_what_is_no_photograph_is_refused(town, content):
    with pytest.raises(Refused):
        put_photo(by=town.supporter, file=io.BytesIO(content))


def test_an_address_that_is_none_is_named(town):
    told = {"visibility": "private", "links": "My choir javascript:alert(1)"}
    answer = town.client_for("supporter").post(reverse("profiles:write"), told)
    assert answer.status_code == 422
    assert "javascript:alert(1)" in answer.content.decode()
    assert not Page.objects.exists()
