"""One click about a caller: vouch for them, or keep them out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.commands import bar, vet
from groundswell.members.models import Role
from groundswell.outreach.queries import participants_of
from groundswell.phonebank.queries.phone_banks import phone_bank_for


@require_POST
@role_required(Role.Kind.ORGANISER)
def decide(request: HttpRequest, effort_id: int, member_id: int) -> HttpResponse:
    """Vet or bar somebody who takes part."""
    by = current_member(request)
    effort = phone_bank_for(by, effort_id)
    part = participants_of(effort).filter(member_id=member_id).first()
    if part is None:
        raise NotFound
    try:
        if request.POST.get("act") == "vet":
            vet(by=by, member=part.member)
            said = _("%(name)s may now take more people to call.")
        else:
            bar(by=by, member=part.member, reason=request.POST.get("reason", ""))
            said = _("%(name)s is kept out: people came back, results wait for a decision.")
        messages.success(request, said % {"name": part.member.name})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("phonebank:detail", effort.pk)
