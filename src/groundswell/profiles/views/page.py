"""A supporter's page: as others see it, and where its owner writes it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import (
    current_member,
    email_unproven,
    member_or_none,
    prove_email_first,
    signed_in,
)
from groundswell.members.limits import limit
from groundswell.profiles import commands, queries
from groundswell.profiles.forms import PageForm
from groundswell.profiles.models import Page, Photo

PHOTOS_AN_HOUR = 20
# A browser shows a bare picture on a page, and with a style, of its own.
_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"


@require_GET
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The page as whoever asks may see it."""
    member = member_or_none(request)
    found = queries.page_seen_by(member, code)
    shown = {
        "page": found,
        "photo": _photo_of(found),
        "sections": queries.sections_of(found, member),
        "is_own": member is not None and member.pk == found.member_id,
    }
    return render(request, "profiles/page.html", shown)


@require_GET
def photo(request: HttpRequest, code: str, digest: str) -> HttpResponse:
    """The photograph on a page, for who may see the page."""
    found = _photo_of(queries.page_seen_by(member_or_none(request), code))
    if found is None or not found.sha256.startswith(digest):
        raise NotFound
    answer = HttpResponse(bytes(found.picture), content_type="image/jpeg")
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = _POLICY
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
def write(request: HttpRequest) -> HttpResponseBase:
    """Write one's own page."""
    member = current_member(request)
    own = queries.own_page(member)
    form = PageForm(request.POST if request.method == "POST" else None, page=own)
    if form.is_valid():
        shows = form.cleaned_data["visibility"] != Page.Visibility.PRIVATE
        if shows and email_unproven(request):
            return prove_email_first(request, request.path)
        try:
            changed = commands.change_page(
                by=member,
                visibility=form.cleaned_data["visibility"],
                words=form.cleaned_data["words"],
                why=form.cleaned_data["why"],
                links=form.cleaned_data["links"],
                hidden_sections=form.hidden_sections(),
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("profiles:page", changed.code)
    shown = {"form": form, "page": own, "photo": _photo_of(own)}
    status = 422 if form.errors else 200
    return render(request, "profiles/write.html", shown, status=status)


@require_POST
@signed_in
def change_photo(request: HttpRequest) -> HttpResponseBase:
    """Put a photograph on one's page, or take it off."""
    member = current_member(request)
    if request.POST.get("act") == "remove":
        commands.remove_photo(by=member)
        return redirect("profiles:write")
    sent = request.FILES.get("photo")
    try:
        limit("put_photo", member, per_hour=PHOTOS_AN_HOUR)
        commands.put_photo(by=member, file=sent.file if sent else None)
        messages.success(request, _("Your photograph is on your page."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("profiles:write")


@require_POST
@signed_in
def new_address(request: HttpRequest) -> HttpResponseBase:
    """Another address for one's page."""
    commands.new_address(by=current_member(request))
    messages.success(request, _("Your page has a new address; the old one leads nowhere."))
    return redirect("profiles:write")


def _photo_of(page: Page | None) -> Photo | None:
    return Photo.objects.filter(page=page).first() if page is not None else None
