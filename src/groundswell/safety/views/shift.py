"""One's own shift: in, out, a buddy, help."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, signed_in
from groundswell.safety import commands
from groundswell.safety.forms import BuddyForm, HelpForm, KeyedForm
from groundswell.safety.queries import current_shift
from groundswell.safety.queries.shifts import own_help_call

_ACTS = ("in", "out", "buddy", "help")


@require_safe
@signed_in
def shift(request: HttpRequest) -> HttpResponse:
    """Whether one is out, since when, with whom; and the button for help."""
    return _shown(request, BuddyForm())


@require_POST
@signed_in
def act(request: HttpRequest, what: str) -> HttpResponse:
    """Check in or out, name a buddy, call for help."""
    member = current_member(request)
    forms = {"in": KeyedForm, "out": KeyedForm, "buddy": BuddyForm, "help": HelpForm}
    form = forms[what](request.POST)
    if not form.is_valid():
        if isinstance(form, BuddyForm):
            return _shown(request, form, status=422)
        raise Refused(_("This page was too old: load it again."))
    told = form.cleaned_data
    match what:
        case "in":
            commands.check_in(by=member, key=told["key"])
        case "out":
            commands.check_out(by=member, key=told["key"])
            messages.success(request, _("Checked out. Thank you, and get home well."))
        case "buddy":
            commands.name_buddy(by=member, **told)
        case "help":
            commands.call_for_help(by=member, **told)
    return redirect("safety:shift")


def _shown(request: HttpRequest, buddy: BuddyForm, status: int = 200) -> HttpResponse:
    member = current_member(request)
    shown = {
        "shift": current_shift(member),
        "call": own_help_call(member),
        "buddy": buddy,
        "help": HelpForm(),
        "keyed": KeyedForm(),
    }
    return render(request, "safety/shift.html", shown, status=status)
