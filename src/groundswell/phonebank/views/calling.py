"""The caller's page, served whole so that it works without its script, and what follows a tap."""

import time
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from groundswell.common import clock
from groundswell.common.errors import NotFound, Refused
from groundswell.common.ids import uuid7
from groundswell.contact.models import Outcome
from groundswell.members.access import current_member, signed_in
from groundswell.members.limits import limit
from groundswell.members.models import Member
from groundswell.outreach.commands import (
    Told,
    claim_batch,
    hand_back,
    record_results,
    show_next,
    undo_result,
)
from groundswell.outreach.models import Effort
from groundswell.outreach.queries import (
    done_by,
    done_together,
    effort_by_code,
    participation_of,
)
from groundswell.phonebank.forms.calling import Tap, read_tap
from groundswell.phonebank.queries.showing import as_told
from groundswell.phonebank.views.codes import svg_of
from groundswell.phonebank.views.screen import screen_of

CLAIMS_A_MINUTE = 30


@require_GET
@never_cache
@signed_in
def call(request: HttpRequest, join_code: str) -> HttpResponse:
    """The person to call now, with the script; or why there is nobody."""
    member, effort = current_member(request), effort_by_code(join_code)
    part = participation_of(member, effort)
    if part is None or part.agreed_at is None:
        return redirect("phonebank:join", join_code)
    shown = as_told(show_next(by=member, effort=effort))
    if shown["person"] is None:
        return _nobody(request, effort, shown)
    return render(request, "phonebank/call.html", _screen(request, effort, shown, {}))


@require_POST
@signed_in
def claim(request: HttpRequest, join_code: str) -> HttpResponse:
    """The next people, reserved to this caller."""
    member, effort = current_member(request), effort_by_code(join_code)
    limit("claim", member, per_minute=CLAIMS_A_MINUTE)
    try:
        batch = claim_batch(by=member, effort=effort, key=_key_sent(request))
    except Refused as refusal:
        page = {"effort": effort, "sentence": str(refusal), "key": uuid7()}
        return render(request, "phonebank/not_now.html", page, status=409)
    if batch is None:
        messages.info(request, _("Nobody is waiting to be called at this moment. Thank you!"))
        return redirect("phonebank:done", join_code)
    return redirect("phonebank:call", join_code)


@require_POST
@signed_in
def result(request: HttpRequest, join_code: str) -> HttpResponse:
    """A button was pressed on a page without its script: one more answer, or what came of it."""
    member, effort = current_member(request), effort_by_code(join_code)
    tap = read_tap(request.POST)
    if tap is None:
        raise Refused(_("This page was too old to be saved: load it again."))
    if not tap.outcome:
        shown = as_told(show_next(by=member, effort=effort))
        if shown["person"] is not None and shown["person"]["elector"] == tap.elector_id:
            screen = _screen(request, effort, shown, tap.given)
            if screen["now"] is not None:
                return render(request, "phonebank/call.html", screen)
    return _record(request, member, effort, tap)


@require_POST
@signed_in
def undo(request: HttpRequest, join_code: str) -> HttpResponse:
    """Take the last result back; its person comes again."""
    member, effort = current_member(request), effort_by_code(join_code)
    batch, id_on_device = _uuid(request.POST.get("batch")), _uuid(request.POST.get("id"))
    if batch is None or id_on_device is None:
        raise Refused(_("This page was too old: load it again."))
    undo_result(by=member, effort=effort, batch=batch, id_on_device=id_on_device)
    return redirect("phonebank:call", join_code)


@require_POST
@signed_in
def stop(request: HttpRequest, join_code: str) -> HttpResponse:
    """Enough for now: whoever was not called goes back."""
    hand_back(by=current_member(request), effort=effort_by_code(join_code))
    return redirect("phonebank:done", join_code)


@require_GET
@never_cache
@signed_in
def done(request: HttpRequest, join_code: str) -> HttpResponse:
    """What this caller did and what everybody did together; no ranking of people."""
    member, effort = current_member(request), effort_by_code(join_code)
    if participation_of(member, effort) is None:
        raise NotFound
    shown = {
        "effort": effort,
        "yours": done_by(member, effort),
        "today": done_together(effort, today=True),
        "together": done_together(effort),
        "key": uuid7(),
        "unvetted": member.standing == Member.Standing.SUPPORTER,
    }
    return render(request, "phonebank/done.html", shown)


@require_GET
@never_cache
@signed_in
def dial(request: HttpRequest, join_code: str) -> HttpResponse:
    """A QR code of the number of the person shown now, to dial from a telephone beside the desk."""
    showing = show_next(by=current_member(request), effort=effort_by_code(join_code))
    if showing.person is None:
        raise NotFound
    return svg_of(f"tel:{showing.person.number}")


def _record(request: HttpRequest, member: Member, effort: Effort, tap: Tap) -> HttpResponse:
    outcome = tap.outcome or Outcome.SPOKE
    told = Told(
        id_on_device=tap.id_on_device,
        elector_id=tap.elector_id,
        outcome=outcome,
        made_at=clock.now(),
        detail=tap.detail,
        call_back_at=tap.call_back_at,
        answers={key: values for key, values in tap.given.items() if values}
        if outcome == Outcome.SPOKE
        else {},
        seconds=max(0, int(time.time() - tap.shown_at)),
        said=tap.said,
    )
    recorded = record_results(by=member, effort=effort, batch=tap.batch, results=[told])
    for sentence in recorded.refused.values():
        messages.error(request, sentence)
    if recorded.showing.person is None and not recorded.showing.sentence:
        return redirect("phonebank:done", effort.join_code)
    undone = f"?undo={tap.id_on_device}&batch={tap.batch}" if recorded.stored else ""
    return redirect(reverse("phonebank:call", args=[effort.join_code]) + undone)


def _screen(
    request: HttpRequest, effort: Effort, shown: dict[str, Any], given: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    screen = screen_of(current_member(request), effort, shown, given)
    undo_id, undo_batch = _uuid(request.GET.get("undo")), _uuid(request.GET.get("batch"))
    return screen | {"undo_id": undo_id, "undo_batch": undo_batch}


def _nobody(request: HttpRequest, effort: Effort, shown: dict[str, Any]) -> HttpResponse:
    """Nobody to call: out of hours and the like, or no batch in hand."""
    if shown["sentence"]:
        page = {"effort": effort, "sentence": shown["sentence"], "key": uuid7()}
        return render(request, "phonebank/not_now.html", page)
    page = {"effort": effort, "key": uuid7(), "name": current_member(request).name}
    return render(request, "phonebank/start.html", page)


def _key_sent(request: HttpRequest) -> UUID:
    return _uuid(request.POST.get("key")) or uuid7()


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
