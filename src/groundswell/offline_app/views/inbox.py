"""What came in from telephones and could not be counted, and files loaded at a desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from groundswell.common.errors import Refused
from groundswell.members.access import current_member, role_required, signed_in
from groundswell.members.limits import limit
from groundswell.members.queries import LOOK_AFTER
from groundswell.offline_app.commands import Receipt, apply_again, hand_in_file, set_aside
from groundswell.offline_app.forms import HandInForm, SetAsideForm
from groundswell.offline_app.queries.inbox import as_shown, one_to_look_at, to_look_at

_A_PAGE = 50
FILES_A_MINUTE = 6


@require_GET
@role_required(*LOOK_AFTER)
def inbox(request: HttpRequest) -> HttpResponse:
    """By area, what is kept and not counted, and what is counted and to be looked at."""
    rows = to_look_at(current_member(request))
    page = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    shown = as_shown(list(page.object_list))
    return render(request, "offline_app/inbox.html", {"page": page, "shown": shown})


@require_POST
@role_required(*LOOK_AFTER)
def again(request: HttpRequest, record_id: int) -> HttpResponse:
    """Try once more to count it."""
    try:
        row = apply_again(by=current_member(request), record_id=record_id)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        if row.counted:
            messages.success(request, _("It is counted now."))
        else:
            messages.warning(request, row.sentence)
    return redirect("offline_app:inbox")


@require_http_methods(["GET", "POST"])
@role_required(*LOOK_AFTER)
def aside(request: HttpRequest, record_id: int) -> HttpResponse:
    """Set it aside, with a reason."""
    member = current_member(request)
    row = one_to_look_at(member, record_id)
    form = SetAsideForm(request.POST or None)
    if form.is_valid():
        set_aside(by=member, record_id=record_id, reason=form.cleaned_data["reason"])
        messages.success(request, _("Set aside. It stays kept."))
        return redirect("offline_app:inbox")
    (shown,) = as_shown([row])
    return render(request, "offline_app/set_aside.html", {"one": shown, "form": form})


@require_http_methods(["GET", "POST"])
@signed_in
def hand_in(request: HttpRequest) -> HttpResponse:
    """Load the file of a telephone that found no network."""
    member = current_member(request)
    form = HandInForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            limit("app_file", member, per_minute=FILES_A_MINUTE)
            receipt = hand_in_file(by=member, **form.cleaned_data["file"])
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            _say(request, receipt)
            return redirect("offline_app:hand_in")
    return render(request, "offline_app/hand_in.html", {"form": form})


def _say(request: HttpRequest, receipt: Receipt) -> None:
    kept = len(receipt.stored) + len(receipt.refused) + len(receipt.flagged)
    words = ngettext("%(n)s record is kept.", "%(n)s records are kept.", kept) % {"n": kept}
    new = ngettext("%(n)s of them is new.", "%(n)s of them are new.", receipt.new)
    messages.success(request, f"{words} {new % {'n': receipt.new}}")
    if receipt.refused:
        text = ngettext(
            "%(n)s could not be counted: see what came in from telephones.",
            "%(n)s could not be counted: see what came in from telephones.",
            len(receipt.refused),
        )
        messages.warning(request, text % {"n": len(receipt.refused)})
    if receipt.left:
        text = ngettext(
            "%(n)s record was not reached in time. Load this file again, and keep it until then.",
            "%(n)s records were not reached in time. Load this file again, and keep it until then.",
            receipt.left,
        )
        messages.error(request, text % {"n": receipt.left})
    if receipt.not_taken:
        text = ngettext(
            "%(n)s record was not taken. Keep the file: %(why)s",
            "%(n)s records were not taken. Keep the file: %(why)s",
            len(receipt.not_taken),
        )
        why = " ".join(dict.fromkeys(receipt.not_taken.values()))
        messages.error(request, text % {"n": len(receipt.not_taken), "why": why})
