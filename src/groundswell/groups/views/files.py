"""A group's files: to its members alone, and always as something to save."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.groups.commands import add_file, remove_file
from groundswell.groups.commands.files import path_of
from groundswell.groups.forms.talk import FileForm
from groundswell.groups.queries import group_for_members
from groundswell.groups.queries.talk import file_of, files_of
from groundswell.groups.rules.files import LARGEST
from groundswell.groups.views.showing import group_page, status_of
from groundswell.members.access import current_member, signed_in
from groundswell.members.limits import limit

FILES_AN_HOUR = 30


@require_http_methods(["GET", "POST"])
@signed_in
def files(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group keeps, and the place to add to it."""
    member = current_member(request)
    group = group_for_members(member, slug)
    posted = request.method == "POST"
    form = FileForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        limit("group_file", member, per_hour=FILES_AN_HOUR)
        given = form.cleaned_data["file"]
        try:
            content = given.read(LARGEST + 1)
            add_file(by=member, group=group, name=given.name, content=content)
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("Everybody in the group can open it now."))
            return redirect("groups:files", slug)
    return group_page(request, "files", group, status_of(form), form=form, files=files_of(group))


@require_GET
@signed_in
def file(request: HttpRequest, slug: str, file_id: int) -> FileResponse:
    """One file, to be saved: no browser opens it as a page of this site."""
    group = group_for_members(current_member(request), slug)
    found = file_of(group, file_id)
    path = path_of(found)
    if not path.exists():
        raise NotFound
    answer = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@signed_in
def remove(request: HttpRequest, slug: str, file_id: int) -> HttpResponse:
    """Remove a file."""
    member = current_member(request)
    group = group_for_members(member, slug)
    remove_file(by=member, file=file_of(group, file_id))
    messages.success(request, _("Removed."))
    return redirect("groups:files", slug)
