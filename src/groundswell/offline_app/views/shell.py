"""The app itself: shell, worker, manifest and files. Nothing here is about anybody."""

import json
from typing import Any

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from groundswell.look.context import THEME_COOKIE, UNDO_COOKIE
from groundswell.look.organisation import organisation
from groundswell.members.access import member_or_none
from groundswell.offline_app import bundle
from groundswell.offline_app.pictograms import sprite
from groundswell.offline_app.texts import groups, texts

A_YEAR = 365 * 24 * 3600


@require_safe
@gzip_page  # it holds no secret that its length could betray
@cache_control(no_cache=True)
def shell(request: HttpRequest) -> HttpResponseBase:
    """The one page of the app, the same for everybody in a language: the phone fills it."""
    version = bundle.version()
    shown = {
        "version": version,
        "modules": bundle.modules(),
        "sprite": sprite(),
        "app": {"texts": texts(), "groups": groups(), "settings": _settings()},
    }
    return render(request, "offline_app/shell.html", shown)


@require_safe
@never_cache
def here(request: HttpRequest) -> HttpResponse:
    """Who is signed in, and the token that every POST of the app carries."""
    member = member_or_none(request)
    told = {"id": member.pk, "name": member.name} if member else None
    return JsonResponse({"token": get_token(request), "member": told})


@require_safe
@gzip_page
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker with the list of what it keeps; anew when a file or a choice changes."""
    version = bundle.version()
    kept = [reverse("offline_app:shell"), reverse("offline_app:manifest")]
    kept += [reverse("offline_app:file", args=[version, name]) for name in bundle.kept_offline()]
    named = {
        "VERSION": f"{version}-{get_language()}-{_choices(request)}",
        "FILES": kept,
        "SHELL": reverse("offline_app:shell"),
    }
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in named.items())
    answer = HttpResponse(head + bundle.worker(), content_type="text/javascript; charset=utf-8")
    patch_vary_headers(answer, ["Cookie", "Accept-Language"])
    return answer


@require_safe
@cache_control(no_cache=True)
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to know to put the app on its home screen."""
    start = reverse("offline_app:shell")
    icons = [
        {"src": _file(name), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size, purpose in (
            ("icon-192.png", 192, "any"),
            ("icon-512.png", 512, "any"),
            ("icon-maskable-512.png", 512, "maskable"),
        )
    ]
    tokens = organisation().tokens
    told = {
        "id": start,
        "name": organisation().name or "Groundswell",
        "short_name": (organisation().name or "Groundswell")[:12],
        "description": _("Door by door, with or without signal"),
        "lang": get_language(),
        "start_url": start,
        "scope": start,
        "display": "standalone",
        "orientation": "any",
        "background_color": tokens.get("paper", "#f7f3ea"),
        "theme_color": tokens.get("band", "#0f3036"),
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json")


@require_safe
@csp_exempt()  # the page's own policy is what holds for its files; forty times it weighs as much
@cache_control(max_age=A_YEAR, public=True, immutable=True)
def file(request: HttpRequest, version: str = "", name: str = "") -> HttpResponse:
    """One file of the app; an address of an older version gets the file as it is now."""
    found = bundle.files().get(name)
    if found is None:
        raise Http404
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(
        found.compressed if packed else found.content, content_type=found.content_type
    )
    if packed:
        answer["Content-Encoding"] = "gzip"
    if version != bundle.version():
        answer["Cache-Control"] = "no-store"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return answer


def _settings() -> dict[str, Any]:
    return {
        "version": bundle.version(),
        "organisation": organisation().name or "Groundswell",
        "api": "/api/app/",
        "here": reverse("offline_app:here"),
        "worker": reverse("offline_app:worker"),
        "scope": reverse("offline_app:shell"),
        "sign_in": f"{reverse(settings.LOGIN_URL)}?next={reverse('offline_app:shell')}",
        "sign_out": reverse("account_logout"),
        "near": reverse("doorstep:rounds"),
    }


def _file(name: str) -> str:
    return reverse("offline_app:file", args=[bundle.version(), name])


def _choices(request: HttpRequest) -> str:
    """What the visitor chose for the looks of the site, which the shell carries."""
    theme, undo = request.COOKIES.get(THEME_COOKIE, ""), request.COOKIES.get(UNDO_COOKIE, "")
    return f"{theme[:5]}{undo[:4]}" if (theme + undo).isalpha() else "auto"
