"""Getting people to a phone bank: the link, its QR code, a mail to members."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Role
from groundswell.members.queries import members_of_area
from groundswell.outreach.models import Effort
from groundswell.phonebank.commands import invite as invite_members
from groundswell.phonebank.forms.inviting import InviteForm
from groundswell.phonebank.queries.phone_banks import phone_bank_for
from groundswell.phonebank.views.codes import svg_of


def address_of(effort: Effort) -> str:
    """The whole link that brings a caller to this phone bank."""
    return f"{settings.SITE_URL}{reverse('phonebank:join', args=[effort.join_code])}"


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def invite(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The link, the code, and members to send a link of their own."""
    member = current_member(request)
    effort = phone_bank_for(member, effort_id)
    offered = members_of_area(member, effort.area).filter(is_active=True)
    form = InviteForm(request.POST if request.method == "POST" else None, offered=offered)
    if form.is_valid():
        try:
            sent = invite_members(by=member, effort=effort, members=form.cleaned_data["members"])
        except Refused as refusal:
            form.add_error("members", str(refusal))
        else:
            words = ngettext("%(count)d invitation sent.", "%(count)d invitations sent.", sent)
            messages.success(request, words % {"count": sent})
            return redirect("phonebank:detail", effort.pk)
    shown = {"effort": effort, "address": address_of(effort), "form": form}
    return render(request, "phonebank/invite.html", shown, status=422 if form.errors else 200)


@require_GET
@role_required(Role.Kind.ORGANISER, Role.Kind.AGENT, Role.Kind.HEADQUARTERS)
def code(request: HttpRequest, effort_id: int) -> HttpResponse:
    """The link as a QR code, to show or to print."""
    return svg_of(address_of(phone_bank_for(current_member(request), effort_id)))
