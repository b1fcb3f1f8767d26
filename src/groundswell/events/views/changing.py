"""Changing, moving and cancelling an event, and its shifts."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from groundswell.common.errors import Refused
from groundswell.events.commands import (
    EventPlan,
    PlacePlan,
    cancel_event,
    change_event,
    move_event,
    put_shift,
    take_shift_off,
)
from groundswell.events.commands.plans import plan_of_place
from groundswell.events.commands.shifts import ShiftPlan
from groundswell.events.forms.hosting import (
    FactsForm,
    MoveForm,
    ShiftForm,
    facts_as_they_stand,
    when_it_stands,
)
from groundswell.events.models import Event
from groundswell.events.queries import filling_of, hosted_event, place_for
from groundswell.events.queries.coming import told_of_a_change
from groundswell.events.queries.efforts import efforts_to_tie
from groundswell.events.views.showing import show_event, status_of
from groundswell.events.views.ticket import whole_number
from groundswell.members.access import current_member
from groundswell.members.models import Member
from groundswell.moderation.access import with_second_factor


@require_http_methods(["GET", "POST"])
@with_second_factor
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what an event is."""
    member = current_member(request)
    event = hosted_event(member, slug)
    sent = request.POST if request.method == "POST" else None
    form = FactsForm(sent, initial=facts_as_they_stand(event), efforts=efforts_to_tie(member))
    if form.is_valid():
        town = PlacePlan(town=event.town)
        facts = form.facts()
        if "effort" not in form.fields:  # somebody else tied it
            facts["effort"] = event.effort
        plan = EventPlan(starts_at=event.starts_at, ends_at=event.ends_at, place=town, **facts)
        try:
            change_event(by=member, event=event, plan=plan)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("events:people", slug)
    return show_event(request, "change", event, status_of(form), form=form)


@require_http_methods(["GET", "POST"])
@with_second_factor
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Another place or time, for everybody who has signed up, with one press."""
    member = current_member(request)
    event = hosted_event(member, slug)
    sent = request.POST if request.method == "POST" else None
    form = MoveForm(sent, initial=_as_it_stands(member, event))
    if form.is_valid():
        starts_at, ends_at = form.times()
        try:
            moved = move_event(
                by=member,
                event=event,
                place=form.place(),
                starts_at=starts_at,
                ends_at=ends_at,
                capacity=form.cleaned_data["capacity"],
                words=form.cleaned_data["words"],
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if moved.turn != event.turn:
                messages.success(request, _told(told_of_a_change(moved)))
            return redirect("events:people", slug)
    count = told_of_a_change(event)
    return show_event(request, "move", event, status_of(form), form=form, count=count)


@require_http_methods(["GET", "POST"])
@with_second_factor
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """Cancel, and tell everybody."""
    member = current_member(request)
    event = hosted_event(member, slug)
    count = told_of_a_change(event)
    if request.method == "POST":
        try:
            cancel_event(by=member, event=event, words=request.POST.get("words", ""))
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _told(count))
        return redirect("events:people", slug)
    return show_event(request, "cancel", event, count=count)


@require_http_methods(["GET", "POST"])
@with_second_factor
def shifts(request: HttpRequest, slug: str) -> HttpResponse:
    """The shifts of an event: add, change, take off."""
    member = current_member(request)
    event = hosted_event(member, slug)
    form = ShiftForm(initial=when_it_stands(event.starts_at, event.ends_at))
    if request.method == "POST":
        form = ShiftForm(request.POST)
        if _put(request, member, event, form):
            return redirect("events:shifts", slug)
    filling = filling_of(event)
    return show_event(request, "shifts", event, status_of(form), filling=filling, form=form)


def _put(request: HttpRequest, member: Member, event: Event, form: ShiftForm) -> bool:
    try:
        if request.POST.get("act") == "off":
            off = whole_number(request.POST.get("shift"))
            take_shift_off(by=member, event=event, shift_id=off)
            return True
        if not form.is_valid():
            return False
        starts_at, ends_at = form.times()
        kept = form.cleaned_data
        plan = ShiftPlan(kept["name"], starts_at, ends_at, kept["capacity"])
        put_shift(by=member, event=event, plan=plan, shift_id=kept["shift"])
    except Refused as refusal:
        if not form.is_bound or not hasattr(form, "cleaned_data"):
            messages.error(request, str(refusal))
            return True
        form.add_error(None, str(refusal))
        return False
    return True


def _as_it_stands(member: Member, event: Event) -> dict[str, object]:
    shown: dict[str, object] = when_it_stands(event.starts_at, event.ends_at)
    place = place_for(member, event)
    filling = filling_of(event)
    if place is not None:
        shown |= asdict(plan_of_place(event, place))
    return shown | {"capacity": filling[0].shift.capacity if len(filling) == 1 else None}


def _told(count: int) -> str:
    words = ngettext("%(count)d person is told.", "%(count)d people are told.", count)
    return words % {"count": count}
