"""Letters and labels, for organisers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.look.organisation import organisation
from groundswell.members.access import current_member, role_required
from groundswell.members.limits import limit
from groundswell.members.models import Member, Role
from groundswell.paper.commands.mailing import MOST_PIECES, draw_up_mailing, print_mailing
from groundswell.paper.forms.mailing import MailingForm
from groundswell.paper.models import Mailing
from groundswell.paper.queries.readers import mailing_for, mailings_for
from groundswell.paper.views.sheets import pdf_answer

PER_HOUR = 20


@require_GET
@role_required(Role.Kind.ORGANISER)
def mailings(request: HttpRequest) -> HttpResponse:
    """All mailings of one's areas."""
    shown = {"mailings": mailings_for(current_member(request))}
    return render(request, "paper/mailings.html", shown)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def new(request: HttpRequest) -> HttpResponse:
    """Draw up a mailing."""
    return _edit(request, current_member(request), None)


@require_http_methods(["GET", "POST"])
@role_required(Role.Kind.ORGANISER)
def mailing(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """Change a mailing, and print it."""
    member = current_member(request)
    return _edit(request, member, mailing_for(member, mailing_id))


@require_POST
@role_required(Role.Kind.ORGANISER)
def print_it(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """The PDF."""
    member = current_member(request)
    part = request.POST.get("part", "1")
    try:
        limit("print_mailing", member, per_hour=PER_HOUR)
        made = print_mailing(
            by=member,
            mailing_id=mailing_id,
            part=max(1, int(part)) if part.isdecimal() and len(part) < 4 else 1,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("paper:mailing", mailing_id)
    return pdf_answer(made.name, made.content)


def _edit(request: HttpRequest, member: Member, kept: Mailing | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = MailingForm(sent, member=member, mailing=kept)
    if form.is_valid():
        try:
            made = draw_up_mailing(by=member, plan=form.plan(), mailing=kept)
            return redirect("paper:mailing", made.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    shown = {
        "form": form,
        "mailing": kept,
        "runs": kept.runs.select_related("printed_by").order_by("-pk")[:20] if kept else [],
        "imprint": organisation().imprint,
        "most": MOST_PIECES,
    }
    return render(request, "paper/mailing.html", shown, status=422 if form.errors else 200)
