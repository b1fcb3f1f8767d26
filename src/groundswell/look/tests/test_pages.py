"""The gallery, the help page, what visitors choose, and the pages for when something goes wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from groundswell.look.context import page_frame

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client: Client) -> str:
    answer = client.get(reverse("look:gallery"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_gallery_keeps_to_the_content_security_policy(shown):
    assert not re.search(r"<[^>]+\sstyle=", shown)
    assert not re.search(r"<script(?![^>]*\ssrc=)", shown)
    assert not re.search(r"<[^>]+\son[a-z]+=", shown)


def test_every_id_in_the_gallery_is_there_once(shown):
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert sorted(ids) == sorted(set(ids))


def test_every_description_points_at_something(shown):
    ids = set(re.findall(r'\sid="([^"]+)"', shown))
    pointed = set(" ".join(re.findall(r'aria-describedby="([^"]+)"', shown)).split())
    assert "wrong_name_error" in pointed
    assert pointed <= ids


def test_a_form_with_mistakes_keeps_what_was_typed(shown):
    assert 'value="0115 496 0999"' in shown
    assert "Siân asked for large print." in shown
    assert 'href="#wrong_name"' in shown


def test_help_is_linked_from_every_frame(client, shown):
    link = f'href="{reverse("look:help")}"'
    assert link in shown
    assert link in client.get(reverse("look:help")).content.decode()


@pytest.mark.parametrize(
    ("name", "sent", "cookie"),
    [
        ("look:theme", {"theme": "dark"}, ("theme", "dark")),
        ("look:theme", {"theme": "pink"}, ("theme", "auto")),
        ("look:language", {"language": "cy"}, ("django_language", "cy")),
        ("look:language", {"language": "xx"}, ("django_language", "en-gb")),
        ("look:undo", {"undo": "keep"}, ("undo", "keep")),
        ("look:keys", {"keys": "off"}, ("keys", "off")),
    ],
)
def test_a_choice_is_kept_and_leads_back(client, name, sent, cookie):
    assert client.get(reverse(name)).status_code == 405
    answer = client.post(reverse(name), {**sent, "next": "/look/?page=3"})
    assert answer.url == "/look/?page=3"
    assert answer.cookies[cookie[0]].value == cookie[1]


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", ""])
def test_a_choice_never_leads_elsewhere(client, address):
    answer = client.post(reverse("look:theme"), {"theme": "dark", "next": address})
    assert answer.url == "/"


def test_the_chosen_theme_and_language_show(client):
    client.post(reverse("look:theme"), {"theme": "dark"})
    client.post(reverse("look:language"), {"language": "cy"})
    page = client.get(reverse("look:help")).content.decode()
    assert '<html lang="cy" data-theme="dark">' in page


def test_undo_stays_for_those_who_asked(client):
    assert "data-keeps-undo" not in client.get(reverse("look:help")).content.decode()
    client.post(reverse("look:undo"), {"undo": "keep"})
    assert "data-keeps-undo" in client.get(reverse("look:help")).content.decode()


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500", "refused"])
def test_an_error_page_stands_without_any_context(name):
    page = render_to_string(f"{name}.html", {"sentence": "That phone bank is closed."})
    assert page.count("<h1>") == 1
    assert ("That phone bank is closed." in page) == (name == "refused")


def test_a_page_without_colours_of_its_own_loads_one_sheet(client, shown):
    assert shown.count('rel="stylesheet"') == 1


def test_an_organisation_puts_its_colours_over_ours(client, settings, organisation_again):
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(
        update={"colours": "band=#401020 on-band=#ffffff"}
    )
    frame = page_frame(RequestFactory().get("/look/"))
    sheet = client.get(frame["tokens_url"])
    assert sheet["Content-Type"] == "text/css"
    assert "--band:#401020" in sheet.content.decode()
