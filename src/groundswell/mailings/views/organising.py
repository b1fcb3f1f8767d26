"""Mailings, for those who organise an area."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import NotFound, Refused
from groundswell.look.organisation import organisation
from groundswell.mailings import commands
from groundswell.mailings.copies import NAME, To, layout_of, links_in
from groundswell.mailings.forms.writing import LetGoForm, MailingForm, as_filled_in
from groundswell.mailings.models import Mailing, Variant
from groundswell.mailings.queries import mailings as queries
from groundswell.mailings.queries.links import address_to_stop
from groundswell.mailings.queries.segments import house
from groundswell.mailings.registry import MAILING
from groundswell.members.access import current_member, role_required
from groundswell.members.models import Member, Role
from groundswell.members.queries import holds_role

_organisers = role_required(Role.Kind.ORGANISER, Role.Kind.HEADQUARTERS)
_writers = role_required(Role.Kind.ORGANISER)


@require_GET
@_organisers
def mailings(request: HttpRequest) -> HttpResponse:
    """The mailings of the areas one organises."""
    member = current_member(request)
    found = queries.mailings_for(member)[:100]
    shown = {
        "rows": [(mailing, queries.progress_of(mailing)) for mailing in found],
        "may_write": holds_role(member, Role.Kind.ORGANISER),
        "sets_house": holds_role(member, Role.Kind.HEADQUARTERS),
        "house": house(),
    }
    return render(request, "mailings/list.html", shown)


@require_http_methods(["GET", "POST"])
@_writers
def new(request: HttpRequest) -> HttpResponse:
    """Begin a mailing."""
    member = current_member(request)
    form = MailingForm(request.POST or None, member=member, initial={"reply_to": member.email})
    if form.is_valid():
        try:
            mailing = commands.draw_up_mailing(by=member, draft=form.draft())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("mailings:mailing", mailing.pk)
    return _form_page(request, form, None)


@require_http_methods(["GET", "POST"])
@_writers
def change(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """Change a mailing that has not begun; one that has is shown as it is."""
    member = current_member(request)
    mailing = queries.mailing_for(member, mailing_id)
    if request.method == "GET" and mailing.gathered_at is not None:
        return redirect("mailings:mailing", mailing.pk)
    form = MailingForm(request.POST or None, member=member, initial=as_filled_in(mailing))
    if form.is_valid():
        try:
            commands.change_mailing(by=member, mailing=mailing, draft=form.draft())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("mailings:mailing", mailing.pk)
    return _form_page(request, form, mailing)


@require_GET
@_writers
def mailing(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """One mailing: what it says, to whom it goes, how far it is."""
    member = current_member(request)
    found = queries.mailing_for(member, mailing_id)
    shown = _progress(found) | {
        "reach": queries.reach_of(found) if found.gathered_at is None else None,
        "previews": [_preview(member, found, variant) for variant in found.variants.all()],
        "form": LetGoForm(),
        "imprint": organisation().imprint,
        "house": house(),
    }
    return render(request, "mailings/mailing.html", shown)


@require_GET
@_writers
def progress(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """The numbers alone, asked for every few seconds."""
    found = queries.mailing_for(current_member(request), mailing_id)
    return render(request, "mailings/parts/progress.html", _progress(found))


@require_GET
@_writers
def preview(request: HttpRequest, mailing_id: int, letter: str) -> HttpResponse:
    """A copy of one's own as a mail program shows it, under a policy that loads nothing."""
    member = current_member(request)
    found = queries.mailing_for(member, mailing_id)
    variant = found.variants.filter(letter=letter).first()
    if variant is None:
        raise NotFound
    answer = HttpResponse(_preview(member, found, variant)["html"])
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer


@require_POST
@_writers
def set_state(request: HttpRequest, mailing_id: int) -> HttpResponse:
    """Let it go, pause, go on, stop; try it on oneself."""
    member = current_member(request)
    found = queries.mailing_for(member, mailing_id)
    try:
        _act(request, member, found)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("mailings:mailing", found.pk)


def _act(request: HttpRequest, member: Member, found: Mailing) -> None:
    act = request.POST.get("act", "")
    if act == "test":
        count = commands.send_trial_copy(by=member, mailing=found)
        told = ngettext(
            "%(count)s copy is on its way to %(email)s.",
            "%(count)s copies are on their way to %(email)s.",
            count,
        )
        messages.success(request, told % {"count": count, "email": member.email})
    elif act == "let_go":
        form = LetGoForm(request.POST)
        if not form.is_valid():
            raise Refused(_("That is no time: choose a day and a time."))
        commands.let_go(by=member, mailing=found, starts_at=form.cleaned_data["starts_at"])
    elif act in _ACTS:
        _ACTS[act](by=member, mailing=found)


_ACTS: dict[str, Any] = {
    "pause": commands.pause_mailing,
    "go_on": commands.go_on_with_mailing,
    "take_back": commands.take_back_mailing,
    "stop": commands.stop_mailing,
    "again": commands.send_unknown_again,
}


def _form_page(request: HttpRequest, form: MailingForm, found: Mailing | None) -> HttpResponse:
    shown = {"form": form, "mailing": found}
    return render(request, "mailings/write.html", shown, status=422 if form.errors else 200)


def _progress(found: Mailing) -> dict[str, Any]:
    return {
        "mailing": found,
        "progress": queries.progress_of(found),
        "compared": queries.compared(found),
        "verdict": queries.verdict_on(found),
        "rests_until": queries.rests_until(found),
        "trial_ends_at": queries.trial_ends_at(found),
        "is_going": queries.is_going(found),
    }


def _preview(member: Member, found: Mailing, variant: Variant) -> dict[str, Any]:
    layout = layout_of(found, variant, member.language)
    links = links_in(variant)
    to = To(
        name=member.name,
        email=member.email,
        message_id="",
        stop=address_to_stop(member.pk, MAILING),
        lead=links.__getitem__,
    )
    return {
        "letter": variant.letter,
        "subject": variant.subject.replace(NAME, member.name),
        "sender": layout.sender,
        "text": layout.text_for(to),
        "html": layout.html_for(to),
    }
