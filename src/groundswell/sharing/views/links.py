"""Following a link, its code and its preview, and making one."""

import io

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from groundswell.common.errors import NotFound
from groundswell.common.marks import is_mark_of
from groundswell.members.access import current_member, signed_in
from groundswell.members.limits import limit
from groundswell.sharing import commands, queries
from groundswell.sharing.models import ShareLink
from groundswell.sharing.queries.previews import preview_picture
from groundswell.sharing.rules.robots import is_robot

LINKS_AN_HOUR = 120
A_YEAR = 365 * 24 * 3600


@require_safe
@never_cache
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Count the visit and lead on to the thing; nothing is set or kept on whoever follows."""
    link = _link(code)
    thing = queries.shared_thing(link.kind, link.subject_id)
    if request.method == "GET" and not is_robot(request.headers):
        commands.count_visit(link=link)
    joint = "&" if "?" in thing.url else "?"
    return redirect(f"{thing.url}{joint}via={link.code}")


@require_GET
@cache_control(max_age=A_YEAR, public=True, immutable=True)
def code_svg(request: HttpRequest, code: str) -> HttpResponse:
    """The link as a QR code with a quiet zone, black on white in every theme."""
    address = f"{settings.SITE_URL}{reverse('sharing:follow', args=[_link(code).code])}"
    drawn = io.BytesIO()
    square = segno.make(address, error="m", micro=False)
    square.save(
        drawn, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@require_GET
@cache_control(max_age=A_YEAR, public=True, immutable=True)
def preview(request: HttpRequest, kind: str, subject_id: int, digest: str) -> HttpResponse:
    """The picture beside the link in a chat."""
    return HttpResponse(preview_picture(kind, subject_id, digest), content_type="image/png")


@require_POST
@signed_in
def share(request: HttpRequest, kind: str, subject_id: int) -> HttpResponse:
    """Make one's own link, and come back to where it was asked for."""
    member = current_member(request)
    limit("share", member, per_hour=LINKS_AN_HOUR)
    thing = queries.shared_thing(kind, subject_id)
    if thing.unlisted and not is_mark_of(request.GET.get("shown", ""), kind, subject_id):
        raise NotFound  # by counting up numbers nobody comes to what is told by its link alone
    commands.share(by=member, kind=kind, id=subject_id)
    after = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(after, allowed_hosts=None):
        after = thing.url
    return redirect(f"{after}#share-{kind}-{subject_id}")


def _link(code: str) -> ShareLink:
    link = queries.link_by_code(code)
    if link is None:
        raise NotFound
    return link
