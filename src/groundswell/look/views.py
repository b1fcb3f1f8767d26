"""The gallery, the help page and what a visitor chooses for the looks of the site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from groundswell.look import samples
from groundswell.look.context import KEYS_COOKIE, THEME_COOKIE, THEMES, UNDO_COOKIE
from groundswell.look.organisation import organisation, token_sheet

A_YEAR = 365 * 24 * 3600


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in all its states."""
    return render(request, "look/gallery.html", samples.gallery(request.GET.get("page", "2")))


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """Short answers, whom to ask, and settings for the eyes and hands."""
    return render(request, "look/help.html")


# Without a token, so that a page for strangers sets no cookie until they choose something; all
# that a foreign page could do with it is to change somebody's colours or language.
@csrf_exempt
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device says."""
    theme = request.POST.get("theme", "auto")
    return _remembering(request, THEME_COOKIE, theme if theme in THEMES else "auto")


@csrf_exempt  # as for the theme
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """English or Welsh."""
    language = request.POST.get("language", "")
    if not check_for_language(language):
        language = settings.LANGUAGE_CODE
    return _remembering(request, settings.LANGUAGE_COOKIE_NAME, language)


@require_POST
def choose_undo(request: HttpRequest) -> HttpResponse:
    """Whether Undo goes by itself or stays until it is closed."""
    keep = request.POST.get("undo") == "keep"
    return _remembering(request, UNDO_COOKIE, "keep" if keep else "fade")


@require_POST
def choose_keys(request: HttpRequest) -> HttpResponse:
    """Whether single keys press buttons (WCAG 2.2, 2.1.4 asks for a way to turn them off)."""
    off = request.POST.get("keys") == "off"
    return _remembering(request, KEYS_COOKIE, "off" if off else "on")


@require_GET
@cache_control(max_age=A_YEAR, public=True, immutable=True)
def tokens(request: HttpRequest) -> HttpResponse:
    """The organisation's colours; the address changes when they do."""
    return HttpResponse(token_sheet(organisation().tokens), content_type="text/css")


def _remembering(request: HttpRequest, cookie: str, value: str) -> HttpResponse:
    """Back to the page the visitor was on, with the choice kept for a year."""
    after = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(
        after, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        after = "/"
    response = HttpResponseRedirect(after)
    response.set_cookie(
        cookie, value, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
    )
    return response
