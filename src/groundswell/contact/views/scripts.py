"""Scripts: the list, one of them, its editor."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from groundswell.common.errors import NotFound, Refused
from groundswell.contact.commands import retire_script, save_script
from groundswell.contact.forms import Draft
from groundswell.contact.models import ScriptVersion
from groundswell.contact.queries import (
    may_edit,
    newest_versions,
    script_seen_by,
    script_to_preview,
    versions_of,
)
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.members.queries import areas_held

GET_AND_POST = ["GET", "HEAD", "POST"]
organisers = role_required(Role.Kind.ORGANISER)


@require_safe
@organisers
def script_list(request: HttpRequest) -> HttpResponse:
    """The scripts the organiser may use, each with its newest version."""
    versions = newest_versions(current_member(request))
    return render(request, "contact/scripts.html", {"versions": versions})


@require_safe
@organisers
def one_script(request: HttpRequest, script_id: int) -> HttpResponse:
    """A script as callers see it, in its newest version."""
    return _shown(request, script_id, None)


@require_safe
@organisers
def one_version(request: HttpRequest, script_id: int, number: int) -> HttpResponse:
    """A script as callers saw it, in the version that answers name."""
    return _shown(request, script_id, number)


@require_http_methods(GET_AND_POST)
@organisers
def new_script(request: HttpRequest) -> HttpResponse:
    """Write a script."""
    return _edit(request, current_member(request), None)


@require_http_methods(GET_AND_POST)
@organisers
def edit_script(request: HttpRequest, script_id: int) -> HttpResponse:
    """Write another version of a script."""
    member = current_member(request)
    script = script_seen_by(member, script_id)
    if not may_edit(member, script):
        raise PermissionDenied
    return _edit(request, member, versions_of(script).first())


@require_POST
@organisers
def put_away(request: HttpRequest, script_id: int) -> HttpResponse:
    """Take a script out of the lists."""
    script = retire_script(by=current_member(request), script_id=script_id)
    words = _("“%(name)s” is put away. Phone banks that use it go on.") % {"name": script.name}
    messages.success(request, words)
    return redirect("contact:scripts")


def _shown(request: HttpRequest, script_id: int, number: int | None) -> HttpResponse:
    member = current_member(request)
    script = script_seen_by(member, script_id)
    versions = list(versions_of(script))
    version = next((one for one in versions if number in {None, one.number}), None)
    if version is None:
        raise NotFound
    context = {
        "script": script,
        "version": version,
        "versions": versions,
        "is_newest": version == versions[0],
        "may_edit": may_edit(member, script),
        "preview": script_to_preview(version),
    }
    return render(request, "contact/script.html", context)


def _edit(request: HttpRequest, member: Member, version: ScriptVersion | None) -> HttpResponse:
    areas = areas_held(member, Role.Kind.ORGANISER)
    if request.method != "POST":
        draft = Draft.of_version(areas, version)
    else:
        draft = Draft.as_sent(areas, request.POST, version)
        pressed = draft.press(request.POST)
        if not pressed and "save" in request.POST and draft.is_ready():
            saved = _save(member, draft, version)
            if saved is not None:
                messages.success(request, _("Saved as version %(n)s.") % {"n": saved.number})
                return redirect("contact:script", saved.script_id)
    context = {
        "draft": draft,
        "version": version,
        "preview": script_to_preview(draft.as_version()),
    }
    return render(request, "contact/edit_script.html", context)


def _save(member: Member, draft: Draft, version: ScriptVersion | None) -> ScriptVersion | None:
    """The version as saved, or None with the reason on the draft."""
    told = draft.head.cleaned_data
    try:
        return save_script(
            by=member,
            name=told["name"],
            area=told["area"],
            wording=draft.wording(),
            script_id=version.script_id if version else None,
            based_on=told["based_on"],
        )
    except Refused as refused:
        draft.head.add_error(None, str(refused))
        return None
