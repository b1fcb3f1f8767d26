"""Following a link, and making one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import NotFound
from groundswell.members.access import current_member, signed_in
from groundswell.members.limits import limit
from groundswell.sharing import commands, queries

LINKS_AN_HOUR = 120


@require_safe
@never_cache
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Count the visit and lead on to the thing; nothing is set or kept on whoever follows."""
    link = queries.link_by_code(code)
    if link is None:
        raise NotFound
    thing = queries.shared_thing(link.kind, link.subject_id)
    if request.method == "GET":
        commands.count_visit(link=link)
    joint = "&" if "?" in thing.url else "?"
    return redirect(f"{thing.url}{joint}via={link.code}")


@require_POST
@signed_in
def share(request: HttpRequest, kind: str, subject_id: int) -> HttpResponse:
    """Make one's own link, and come back to where it was asked for."""
    member = current_member(request)
    limit("share", member, per_hour=LINKS_AN_HOUR)
    commands.share(by=member, kind=kind, id=subject_id)
    after = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(after, allowed_hosts=None):
        after = queries.shared_thing(kind, subject_id).url
    return redirect(after)
