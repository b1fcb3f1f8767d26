"""Offers: the lists by kind, and what is done about one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from groundswell.common.errors import Refused
from groundswell.contact.commands import casework
from groundswell.contact.forms.casework import OfferFilter, OfferForm
from groundswell.contact.models import Offer
from groundswell.contact.queries.casework import (
    offer_for,
    offers_shown,
    offers_waiting,
    somebody_to_name,
)
from groundswell.contact.queries.casework.scope import CASEWORKERS
from groundswell.contact.views.guarding import caseworkers
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.members.queries import holds_role
from groundswell.privacy.commands import note_sighting

A_PAGE = 50


@require_safe
@caseworkers
def offers(request: HttpRequest) -> HttpResponse:
    """What people offered, or asked us for; by kind, oldest first."""
    member = current_member(request)
    minds = holds_role(member, *CASEWORKERS)
    asked = OfferFilter(request.GET)
    chosen = asked.cleaned_data if asked.is_valid() else {}
    which, kind = chosen.get("show") or ("open" if minds else "mine"), chosen.get("kind", "")
    page = Paginator(offers_shown(member, which, kind), A_PAGE).get_page(request.GET.get("page"))
    people = [one.elector.person for one in page if one.elector]
    note_sighting(by=member, purpose="offers", people=people)
    shown = {
        "page": page,
        "which": which,
        "kind": kind,
        "kinds": Offer.Kind.choices,
        "tabs": _tabs(which, kind, offers_waiting(member), minds=minds),
        "here": f"{reverse('contact:offers')}?show={which}&kind={kind}",
    }
    return render(request, "contact/offers.html", shown)


@require_POST
@caseworkers
def see_to_offer(request: HttpRequest, constituency_id: int, offer_id: int) -> HttpResponse:
    """Take it, hand it over, say that it is done or why not."""
    member = current_member(request)
    offer = offer_for(member, constituency_id, offer_id)
    form = OfferForm(request.POST)
    try:
        messages.success(request, _see_to(member, offer, form))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(f"{reverse('contact:offers')}?show={_list_of(request)}")


def _list_of(request: HttpRequest) -> str:
    asked = OfferFilter({"show": request.POST.get("show", "")})
    return asked.cleaned_data["show"] if asked.is_valid() else ""


def _see_to(member: Member, offer: Offer, form: OfferForm) -> str:
    if not form.is_valid():
        raise Refused(_("Say in a few words why it came to nothing."))
    told = form.cleaned_data
    about = {"constituency_id": offer.constituency_id, "offer_id": offer.pk}
    match told["act"]:
        case "take":
            casework.take_offer(by=member, **about)
            return _("It is yours: you find it under “Mine”.")
        case "hand":
            to = somebody_to_name(member, offer, told["to"])
            casework.hand_offer(by=member, **about, to=to)
            return _("Handed to %(name)s.") % {"name": to.name}
        case "done":
            casework.finish_offer(by=member, **about, done=True, words=told["words"])
            return _("Done. Thank you.")
    casework.finish_offer(by=member, **about, done=False, words=told["words"])
    return _("Noted that it came to nothing.")


def _tabs(which: str, kind: str, counts: dict[str, int], *, minds: bool) -> list[dict[str, object]]:
    labels = {
        "open": _("Nobody has them"),
        "taken": _("Somebody has them"),
        "mine": _("Mine"),
        "over": _("Over"),
    }
    return [
        {
            "label": label,
            "url": f"?show={one}&kind={kind}",
            "current": one == which,
            "count": counts.get(one),
        }
        for one, label in labels.items()
        if minds or one in ("mine", "over")
    ]
