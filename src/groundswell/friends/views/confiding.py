"""What a supporter chose to tell, handed in by their device."""

import json
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.common.errors import Refused
from groundswell.friends.commands import confide, take_back_confidence
from groundswell.friends.forms.confided import ConfidedForm
from groundswell.friends.views.in_json import refusals_in_json
from groundswell.members.access import current_member, email_unproven, signed_in
from groundswell.members.limits import limit

TOLD_A_DAY = 200


@require_POST
@signed_in
@refusals_in_json
def tell(request: HttpRequest) -> HttpResponse:
    """One friend. The answer is the same whoever it is about."""
    member = current_member(request)
    if email_unproven(request):
        raise Refused(
            _("First show that your e-mail address is yours: sign out, and sign in with a code.")
        )
    limit("friends.tell", member, per_day=TOLD_A_DAY)
    try:
        sent = json.loads(request.body)
    except ValueError:
        sent = None
    form = ConfidedForm(sent if isinstance(sent, dict) else {})
    if not form.is_valid():
        raise Refused(_("This page was too old: load it again."))
    told = confide(by=member, told=form.confided())
    return JsonResponse({"id": str(told.id_on_device)})


@require_POST
@signed_in
@refusals_in_json
def take_back(request: HttpRequest, id_on_device: UUID) -> HttpResponse:
    """Forget what was told of a friend."""
    take_back_confidence(by=current_member(request), id_on_device=id_on_device)
    return JsonResponse({"id": str(id_on_device)})
