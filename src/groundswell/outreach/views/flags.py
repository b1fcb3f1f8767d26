"""Organisers decide on held results; callers see what is held of theirs, and answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from groundswell.common.errors import NotFound, Refused
from groundswell.members.access import current_member, role_required, signed_in
from groundswell.members.models import Role
from groundswell.outreach.commands.flags import decide_flag, reply_to_flag
from groundswell.outreach.forms import DecisionForm, ReplyForm
from groundswell.outreach.queries.flags import (
    evidence_in_words,
    flag_to_decide,
    flags_about,
    flags_decided,
    flags_to_decide,
)


@require_GET
@role_required(Role.Kind.ORGANISER)
def flags(request: HttpRequest) -> HttpResponse:
    """What waits for a decision in the organiser's areas, and what was decided lately."""
    member = current_member(request)
    waiting = [(flag, evidence_in_words(flag)) for flag in flags_to_decide(member)]
    shown = {"waiting": waiting, "decided": flags_decided(member)[:20]}
    return render(request, "outreach/flags.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def decide(request: HttpRequest, flag_id: int) -> HttpResponse:
    """One flag with its figures, the caller's answer, and the decision to be made."""
    member = current_member(request)
    flag = flag_to_decide(member, flag_id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        try:
            decide_flag(by=member, flag_id=flag_id, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Decided. The caller is told, with your reason."))
            return redirect("outreach:flags")
    shown = {"flag": flag, "evidence": evidence_in_words(flag), "form": form}
    return render(request, "outreach/decide.html", shown)


@require_GET
@signed_in
def my_results(request: HttpRequest) -> HttpResponse:
    """The member's own flags: what was found, by which rule, and what was decided."""
    flags = [(flag, evidence_in_words(flag)) for flag in flags_about(current_member(request))]
    return render(request, "outreach/my_results.html", {"flags": flags})


@require_http_methods(["GET", "POST"])
@signed_in
def reply(request: HttpRequest, flag_id: int) -> HttpResponse:
    """The member answers a flag on their own results."""
    member = current_member(request)
    flag = flags_about(member).filter(id=flag_id).first()
    if flag is None:
        raise NotFound
    form = ReplyForm(request.POST or None, initial={"reply": flag.reply})
    if form.is_valid():
        try:
            reply_to_flag(by=member, flag_id=flag_id, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Thank you: whoever decides reads your answer."))
            return redirect("outreach:my_results")
    shown = {"flag": flag, "evidence": evidence_in_words(flag), "form": form}
    return render(request, "outreach/reply.html", shown)
