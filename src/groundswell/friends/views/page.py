"""One's own friends: a page that does its work on the supporter's own device."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from groundswell.contact.models import Meaning
from groundswell.contact.queries.opinions import opinions_kept
from groundswell.friends.models import Opening
from groundswell.friends.queries import openings_for_supporter
from groundswell.friends.queries.openings import open_now
from groundswell.friends.rules.names import table
from groundswell.friends.texts import groups, texts
from groundswell.friends.views.joining import welcome
from groundswell.members.access import member_or_none
from groundswell.members.models import Member

MODULES = Path(__file__).parent.parent / "static" / "friends"
# How numbers are dialled at home: the country's code, and what stands before the area code.
_DIALLING = {"GB": ("44", "0"), "US": ("1", "1"), "IE": ("353", "0")}


@require_http_methods(["GET", "POST"])
@never_cache
def friends(request: HttpRequest) -> HttpResponse:
    """One's friends; for somebody new, who they are first."""
    member = member_or_none(request)
    if member is None:
        return welcome(request, _the_only_opening())
    openings = openings_for_supporter(member)
    shown = {
        "page": _page(request, member, openings),
        "openings": openings,
        "modules": sorted(path.name for path in MODULES.glob("*.js")),
    }
    return render(request, "friends/page.html", shown)


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How contacts stay private, in plain words."""
    return render(request, "friends/how.html")


def _page(request: HttpRequest, member: Member, openings: list[Opening]) -> dict[str, Any]:
    code, trunk = _DIALLING.get(settings.ENVIRONMENT.country, ("", ""))
    return {
        "member": member.pk,
        "me": member.name.split(" ")[0],
        "token": get_token(request),
        "organisation": settings.ENVIRONMENT.organisation_name,
        "dialling": {"code": code, "trunk": trunk},
        "names": table(),
        "openings": [
            {"name": one.name, "words": one.words, "messages": one.messages} for one in openings
        ],
        "views": dict(_views()),
        "texts": texts(),
        "groups": groups(),
        "urls": {
            "matching": reverse("friends:matching"),
            "tell": reverse("friends:tell"),
            "take_back": reverse("friends:take_back", args=[UUID(int=0)]),
        },
    }


def _views() -> list[tuple[str, str]]:
    """Voting intentions in their words, where the organisation may keep them."""
    return [(one, str(label)) for one, label in Meaning.choices] if opinions_kept() else []


def _the_only_opening() -> Opening | None:
    found = list(open_now().select_related("area")[:2])
    return found[0] if len(found) == 1 else None
